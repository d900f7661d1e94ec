/**
 * Another unit's work as a workbook that can only be read: the same screens over rows that were fetched and stand in memory.
 *
 * - It is what that unit's own people see, but for what a phone knows alone: nothing waits here, nothing was refused.
 * - Nothing is written, neither a record nor a draft; the rights are those of one who may write nothing.
 * - Units, the day and what concerns this device (exchange, files, storage) are the own workbook's.
 */
import { createMemo, getOwner, runWithOwner, type Accessor } from 'solid-js';
import { monthsBetween, touches } from '#domain/dates.ts';
import { matchesQuery } from '#domain/folding.ts';
import { fail } from '#domain/result.ts';
import { scopeOf } from '#domain/scope.ts';
import type { TableName } from '#domain/tables.ts';
import { recordOf } from '#domain/values.ts';
import { newestFirst } from '#client/store/activities.ts';
import { daysOf } from '#client/store/listed-months.ts';
import { summaryOf } from '#client/store/summary.ts';
import { currentOf } from './current-versions.ts';
import type { ActivitySummary, NearUnits, OpenedWork, Saved, Workbook } from './workbook.ts';

export interface OpenedUnit {
  readonly own: Workbook;
  readonly unit: string;
  readonly near: NearUnits;
  /** Anew when it was fetched again. */
  readonly work: Accessor<OpenedWork>;
  readonly strip: NonNullable<Workbook['opened']>['strip'];
}

type Lists = { [T in TableName]?: Accessor<readonly Saved<T>[]> };
/** Every device has them whole. */
const ofTheCountry: ReadonlySet<TableName> = new Set(['unit', 'unit-line', 'unit-list']);

/** Made under an owner, and gone with it. */
export const createOpenedWorkbook = ({ own, unit, near, work, strip }: OpenedUnit): Workbook => {
  const owner = getOwner();
  const lists: Lists = {};

  const saved = <T extends TableName>(table: T, only?: string): readonly Saved<T>[] =>
    work().rows.flatMap(({ scope, id, values, table: of }): readonly Saved<T>[] => {
      const fields = of === table && (only === undefined || id === only) ? recordOf(table, values) : undefined;
      return fields === undefined ? [] : [{ scope, table, id, fields, state: 'sent' }];
    });
  const create = <T extends TableName>(table: T): Accessor<readonly Saved<T>[]> =>
    createMemo(() => currentOf(saved(table), saved('plan'), unit));
  const list: Workbook['list'] = (table) => {
    if (ofTheCountry.has(table)) return own.list(table);
    const held: Accessor<readonly Saved<typeof table>[]> | undefined = lists[table];
    if (held !== undefined) return held;
    const made = runWithOwner(owner, () => create(table)) ?? (() => []);
    Object.assign(lists, { [table]: made });
    return made;
  };

  const summaries = createMemo((): readonly ActivitySummary[] =>
    work()
      .rows.flatMap(({ scope, table, id, values }): readonly ActivitySummary[] => {
        const summary = table === 'activity' ? summaryOf(id, values) : undefined;
        return summary === undefined ? [] : [{ ...summary, scope, state: 'sent' }];
      })
      .sort(newestFirst),
  );
  const forbidden = () => Promise.resolve(fail({ code: 'rights/forbidden' } as const));
  const nothing = () => Promise.resolve(undefined);

  return {
    ...own,
    opened: { own, strip },
    me: createMemo(() => ({
      ...own.me(),
      unit,
      agency: '',
      role: 'auditor' as const,
      scopes: [...new Set([scopeOf(unit, 'work'), ...work().rows.map(({ scope }) => scope)])],
    })),
    near: () => near,
    list,
    everyVersion: (table) => (ofTheCountry.has(table) ? own.everyVersion(table) : Promise.resolve(saved(table))),
    activitiesBetween: (range) =>
      createMemo(() => {
        const asked = range();
        return asked && summaries().filter((one) => touches(daysOf(one), asked));
      }),
    activity: (id) => createMemo(() => saved('activity', id())[0] ?? null),
    months: (atMost) =>
      createMemo(() => {
        const days = summaries().map(daysOf);
        const months = [...new Set(days.flatMap(({ from, to }) => monthsBetween(from, to)))].sort().reverse();
        return months.slice(0, atMost());
      }),
    search: (query) => createMemo(() => summaries().filter(({ folded }) => matchesQuery(folded, query()))),
    refused: () => [],
    save: forbidden,
    settle: forbidden,
    moveSampleDay: forbidden,
    drafts: { read: nothing, write: nothing, drop: nothing },
  };
};
