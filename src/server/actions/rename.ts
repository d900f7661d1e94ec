/** Units and agencies are called differently from a day on; what they wrote before keeps the name that they had. */
import type { Change } from '#domain/change.ts';
import { isLocalDate, type LocalDate } from '#domain/dates.ts';
import { changedFrom, type Attributes } from '#domain/held.ts';
import type { Problem } from '#domain/problem.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { scopeOf } from '#domain/scope.ts';
import { changedValues } from '#domain/values.ts';
import { audited, made, unfit, type Asker } from './administration.ts';
import { inUnits } from './in-units.ts';
import type { Deps } from './ports.ts';
import { visible } from './units.ts';
import { writeLocked } from './write-as-server.ts';

const notFound: Problem = { code: 'rights/not-found' };
const notADate: Problem = { code: 'field/not-a-date' };

/** What differs from what holds, so that saying the same again is no change. */
const news = (held: Attributes, change: Attributes): Attributes =>
  Object.fromEntries(
    Object.entries(change).filter(
      ([field, value]) => value !== undefined && value !== new Map(Object.entries(held)).get(field),
    ),
  );

/** A unit is called differently, or has another code, from a day on. */
export const changeUnit = (
  deps: Deps,
  asker: Asker,
  { unit, change, from }: { readonly unit: string; readonly change: Attributes; readonly from: LocalDate },
): Promise<Result<{ readonly id: string }>> =>
  audited(
    deps,
    asker,
    'change-unit',
    ({ id }) => [scopeOf(id, 'directory'), id],
    (stores, at) =>
      inUnits(stores, asker, at, ({ byId }) => {
        const found = byId.get(unit);
        if (found === undefined) return fail(notFound);
        if (!isLocalDate(from)) return fail(notADate);
        const next = changedFrom(found, news(found, change), from);
        if (next === undefined) return fail({ code: 'unit/later-change' });
        const problem = unfit(made('unit', unit, next));
        if (problem !== undefined) return fail(problem);
        const values = changedValues('unit', found, next);
        const changes: readonly Change[] =
          Object.keys(values).length === 0 ? [] : [{ table: 'unit', id: unit, values }];
        return ok({ value: { id: unit }, changes });
      }),
  );

/** An agency is called differently from a day on. */
export const changeAgency = (
  deps: Deps,
  asker: Asker,
  agency: { readonly unit: string; readonly agency: string; readonly name: string; readonly from: LocalDate },
): Promise<Result<{ readonly id: string }>> => {
  const { unit, agency: id, name, from } = agency;
  const scope = scopeOf(unit, 'directory');
  return audited(
    deps,
    asker,
    'change-agency',
    () => [scope, id],
    (stores, at) =>
      stores.ledger.change(scope, async (locked): Promise<Result<{ readonly id: string }>> => {
        const [stored] = await locked.records([{ table: 'agency', id }]);
        const found = visible('agency', stored);
        if (found === undefined) return fail(notFound);
        if (!isLocalDate(from)) return fail(notADate);
        const next = changedFrom(found, news(found, { name }), from);
        if (next === undefined) return fail({ code: 'unit/later-change' });
        const problem = unfit(made('agency', id, next));
        if (problem !== undefined) return fail(problem);
        const values = changedValues('agency', found, next);
        if (Object.keys(values).length > 0)
          await writeLocked(locked, { changes: [{ table: 'agency', id, values }], person: asker.person, at });
        return ok({ id });
      }),
  );
};
