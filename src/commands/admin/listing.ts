/** Who and what is there, with the ids that the other commands ask for. */
import { ok, type Result } from '#domain/result.ts';
import { scopeOf } from '#domain/scope.ts';
import type { Deps } from '#server/actions/ports.ts';
import { readUnits, visible } from '#server/actions/units.ts';

export const listing = async ({ storage }: Deps, asJson: boolean): Promise<Result<string, string>> => {
  const { byId, lines } = await readUnits(storage.ledger);
  const accounts = await storage.accounts.all();
  const units = await Promise.all(
    [...byId].map(async ([id, { name, kind }]) => {
      const stored = await storage.ledger.recordsOf(scopeOf(id, 'directory'), 'agency');
      const agencies = stored.flatMap((record) => {
        const agency = visible('agency', record);
        return agency === undefined ? [] : [{ id: record.id, name: agency.name }];
      });
      const parent = lines.find((line) => line.unit === id && line.relation === 'parent')?.other ?? null;
      const people = accounts
        .filter(({ unit }) => unit === id)
        .map((account) => ({
          id: account.person,
          name: account.name,
          role: account.role,
          signIn: account.signIn,
          closed: account.closed,
        }));
      return { id, name, kind, parent, agencies, people };
    }),
  );
  if (asJson) return ok(JSON.stringify({ units }));
  if (units.length === 0) return ok('Chưa có đơn vị nào. / There is no unit yet.');
  return ok(
    units
      .flatMap((unit) => [
        `${unit.name} (${unit.kind}), id ${unit.id}${unit.parent === null ? '' : `, thuộc / under ${unit.parent}`}`,
        ...unit.agencies.map(({ id, name }) => `  ${name}, id ${id}`),
        ...unit.people.map(({ name, role, signIn }) => `  ${name}: ${role}, ${signIn}`),
      ])
      .join('\n'),
  );
};
