/** Moves the stored day on which the sample workspace lives; real units have none. */
import { fail, ok, type Result } from '#domain/result.ts';
import { rootOf } from '#domain/relations.ts';
import { UNITS_SCOPE } from '#domain/scope.ts';
import { mayMoveSampleDay } from '#domain/rights.ts';
import { isLocalDate } from '#domain/dates.ts';
import type { Account, Deps } from './ports.ts';
import { readUnits } from './units.ts';
import { writeAsServer } from './write-as-server.ts';

export const moveSampleDay = (deps: Deps, account: Account, today: string): Promise<Result<undefined>> =>
  deps.storage.together(async (stores) => {
    if (!isLocalDate(today)) return fail({ code: 'field/not-a-date' });
    const refusal = mayMoveSampleDay({ role: account.role });
    if (refusal !== undefined) return fail(refusal);
    const units = await readUnits(stores.ledger);
    const root = rootOf(account.unit, units.lines);
    if (units.byId.get(root)?.sample !== true) return fail({ code: 'rights/not-found' });
    const changes = [{ table: 'unit' as const, id: root, values: { today } }];
    await writeAsServer(stores.ledger, { scope: UNITS_SCOPE, changes, person: account.person, at: deps.now() });
    return ok(undefined);
  });
