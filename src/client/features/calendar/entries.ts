/**
 * What stands in the calendar but the log: campaigns and days, reports that are due, windows of tasks. Each has its days,
 * both ends inclusive, what it is called, and its own page.
 */
import { occurrencesTouching } from '#domain/campaigns.ts';
import { touches, yearOf, type DayRange } from '#domain/dates.ts';
import { deadlinesWithin } from '#domain/deadlines.ts';
import { bindingRules, type OwnRule } from '#client/state/own-rules.ts';
import type { Saved } from '#client/state/workbook.ts';
import { t } from '#client/texts/current.ts';
import { deadlineWarnings, ruleDays, ruleName } from '#client/texts/rule-words.ts';
import { s } from '#client/texts/screens.ts';
import { daysWords } from '#client/texts/words.ts';
import { observancesWithin, type ObservanceSources } from './observance-groups.ts';
import { observanceHref } from './place.ts';

export const entryKinds = ['campaign', 'deadline', 'task'] as const;
export type EntryKind = (typeof entryKinds)[number];

export interface Entry extends DayRange {
  readonly kind: EntryKind;
  /** The same for one item and its turn. */
  readonly key: string;
  readonly title: string;
  readonly notes: readonly string[];
  readonly href: string;
  /** The action month has a colour of its own; what only the catalogue knows stands back. */
  readonly look: EntryKind | 'action-month' | 'catalogue';
  readonly warnings: readonly string[];
}

/** Where there are more than fit, a deadline is never what is hidden, and the plan's tasks are before all else. */
const weights: Readonly<Record<Entry['look'], number>> = {
  deadline: 0,
  'action-month': 1,
  campaign: 2,
  catalogue: 3,
  task: 4,
};
export const byWeight = (a: Entry, b: Entry): number => weights[a.look] - weights[b.look];

const campaignEntries = (sources: ObservanceSources, range: DayRange): readonly Entry[] =>
  observancesWithin(sources, range).map(({ group, occurrence: { from, to, days } }) => {
    const theme = group.own?.fields.themes[from.slice(0, 4)]?.theme;
    return {
      kind: 'campaign',
      key: `campaign-${group.key}-${from.slice(0, 4)}`,
      from,
      to,
      title: group.shown.name,
      notes: [daysWords(from, to) + (days > 1 ? ` · ${s().calendar.days(days)}` : ''), ...(theme ? [theme] : [])],
      href: observanceHref(group.key),
      look:
        group.shown.kind === 'action-month' ? 'action-month' : group.source === 'catalogue' ? 'catalogue' : 'campaign',
      warnings: [],
    };
  });

const deadlineEntries = (rules: readonly OwnRule[], range: DayRange, today: string): readonly Entry[] => {
  const binding = bindingRules(rules);
  return deadlinesWithin(binding, range, today).map((deadline) => ({
    kind: 'deadline',
    key: `deadline-${deadline.ruleId}-${deadline.printedDay.slice(0, 4)}`,
    from: deadline.lastDay,
    to: deadline.lastDay,
    title: s().calendar.deadline(ruleName(deadline.rule)),
    notes: [ruleDays(deadline.rule, yearOf(deadline.printedDay)), t().ruleLine(deadline.rule.from, deadline.rule.to)],
    href: `/ke-hoach/${deadline.rule.plan}#rules`,
    look: 'deadline',
    warnings: deadlineWarnings(deadline, binding.find(({ id }) => id === deadline.ruleId)?.standing),
  }));
};

/** The days of a task in the range: its own ones, or its window of every year of the plan. */
const taskDays = ({ fields }: Saved<'task'>, within: DayRange, range: DayRange): readonly DayRange[] => {
  const { from, to, windowFrom, windowTo } = fields;
  if (windowFrom !== undefined && windowTo !== undefined)
    return occurrencesTouching(
      { from: windowFrom, to: windowTo, fromYear: yearOf(within.from), toYear: yearOf(within.to) },
      range,
    );
  const first = from ?? to;
  const last = to ?? from;
  if (first === undefined || last === undefined) return [];
  return touches({ from: first, to: last }, range) ? [{ from: first, to: last }] : [];
};

const taskEntries = (
  tasks: readonly Saved<'task'>[],
  plans: readonly Saved<'plan'>[],
  range: DayRange,
): readonly Entry[] =>
  tasks.flatMap((task) => {
    const plan = plans.find((one) => one.scope === task.scope && one.id === task.fields.plan);
    if (plan === undefined || task.fields.state === 'dropped') return [];
    return taskDays(task, plan.fields, range).map(({ from, to }): Entry => ({
      kind: 'task',
      key: `task-${task.id}-${from}`,
      from,
      to,
      title: task.fields.text,
      notes: [`${t().section(task.fields.section)} · ${daysWords(from, to)}`],
      href: `/ke-hoach/${plan.id}/nhiem-vu/${task.id}`,
      look: 'task',
      warnings: [],
    }));
  });

export interface EntrySources {
  readonly observances: ObservanceSources;
  readonly rules: readonly OwnRule[];
  readonly tasks: readonly Saved<'task'>[];
  /** The own ones, whose tasks stand in the calendar. */
  readonly plans: readonly Saved<'plan'>[];
  readonly today: string;
}

/** By the day on which they begin; of one day reports first, then tasks, then what lasts longest last. */
export const entriesWithin = (sources: EntrySources, range: DayRange): readonly Entry[] => {
  const place: Readonly<Record<EntryKind, number>> = { deadline: 0, task: 1, campaign: 2 };
  return [
    ...deadlineEntries(sources.rules, range, sources.today),
    ...taskEntries(sources.tasks, sources.plans, range),
    ...campaignEntries(sources.observances, range),
  ].sort((a, b) => {
    if (a.from !== b.from) return a.from < b.from ? -1 : 1;
    return place[a.kind] - place[b.kind] || a.title.localeCompare(b.title, 'vi');
  });
};
