/** The calendar's sources, live: what stands in it, and the log of the days that are looked at. */
import { createMemo, type Accessor } from 'solid-js';
import { observances } from '#catalogue/observances.ts';
import { addDays, type DayRange, type LocalDate } from '#domain/dates.ts';
import { ownRules } from '#client/state/own-rules.ts';
import { isOwnPlan, shownPlans } from '#client/state/plan-kinship.ts';
import type { ActivitySummary, Workbook } from '#client/state/workbook.ts';
import { language } from '#client/texts/current.ts';
import { entriesWithin, type Entry, type EntrySources } from './entries.ts';
import type { ObservanceSources } from './observance-groups.ts';

/** `undefined` until everything has been read. */
export const createObservances = (workbook: Workbook): Accessor<ObservanceSources | undefined> => {
  const campaigns = workbook.list('campaign');
  const plans = workbook.list('plan');
  return createMemo(() => {
    const read = campaigns();
    const all = plans();
    if (read === undefined || all === undefined) return undefined;
    return { campaigns: read, plans: all, ready: observances, unit: workbook.me().unit, language: language() };
  });
};

/** Everything that the calendar draws from but the log. */
export const createSources = (workbook: Workbook): Accessor<EntrySources | undefined> => {
  const observed = createObservances(workbook);
  const plans = workbook.list('plan');
  const rules = workbook.list('rule');
  const tasks = workbook.list('task');
  return createMemo(() => {
    const [known, all, kept, done] = [observed(), plans(), rules(), tasks()];
    if (known === undefined || all === undefined || kept === undefined || done === undefined) return undefined;
    const shown = shownPlans(all);
    const own = shown.filter((plan) => isOwnPlan(plan, all, workbook.me().unit));
    return {
      observances: known,
      rules: ownRules(kept, own, shown),
      tasks: done,
      plans: own,
      today: workbook.today(),
    };
  });
};

export interface CalendarView {
  readonly entries: Accessor<readonly Entry[] | undefined>;
  readonly activities: Accessor<readonly ActivitySummary[] | undefined>;
}

export const createCalendar = (workbook: Workbook, range: Accessor<DayRange>): CalendarView => {
  const sources = createSources(workbook);
  return {
    entries: createMemo(() => {
      const from = sources();
      return from && entriesWithin(from, range());
    }),
    activities: workbook.activitiesBetween(range),
  };
};

/** How many activities touch each day of the range. */
export const activitiesByDay = (
  activities: readonly ActivitySummary[],
  range: DayRange,
): ReadonlyMap<LocalDate, number> => {
  const counts = new Map<LocalDate, number>();
  for (const { from, to } of activities) {
    const last = to < range.to ? to : range.to;
    for (let day = from > range.from ? from : range.from; day <= last; day = addDays(day, 1))
      counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return counts;
};

export const touchesDay = ({ from, to }: DayRange, day: LocalDate): boolean => from <= day && day <= to;
