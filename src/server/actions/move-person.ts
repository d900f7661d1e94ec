/**
 * A person goes on in another unit, as when communes merge: the account moves, and with it what the person may read and write.
 * The old directory keeps the record, so that what they wrote there stays named; it says where they went.
 */
import type { Change } from '#domain/change.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { scopeOf } from '#domain/scope.ts';
import { audited, made, type Asker } from './administration.ts';
import type { Account, Deps } from './ports.ts';
import { readUnits, visible } from './units.ts';
import { writeAsServer } from './write-as-server.ts';

export interface Move {
  readonly unit: string;
  /** "" for none. */
  readonly agency: string;
}

export const movePerson = (
  deps: Deps,
  asker: Asker,
  account: Account,
  { unit, agency }: Move,
): Promise<Result<{ readonly unit: string }>> => {
  const scope = scopeOf(unit, 'directory');
  return audited(
    deps,
    asker,
    'move-person',
    () => [scope, account.person],
    async (stores, at) => {
      const { ledger, accounts } = stores;
      const found = (await readUnits(ledger)).byId.get(unit);
      const known =
        agency === '' || visible('agency', await ledger.record(scope, { table: 'agency', id: agency })) !== undefined;
      if (found === undefined || !known) return fail({ code: 'rights/not-found' });
      if (found.to !== undefined) return fail({ code: 'unit/ended' });
      const { person: id, name, title, role } = account;
      await accounts.setUnit(id, unit, agency);
      const fields = {
        unit,
        name,
        role,
        ...(agency !== '' && { agency }),
        ...(title !== '' && { title }),
      };
      await writeAsServer(ledger, { scope, changes: [made('person', id, fields)], person: asker.person, at });
      if (account.unit !== unit) {
        const left: Change = { table: 'person', id, values: { unit } };
        await writeAsServer(ledger, {
          scope: scopeOf(account.unit, 'directory'),
          changes: [left],
          person: asker.person,
          at,
        });
      }
      return ok({ unit: found.name });
    },
  );
};
