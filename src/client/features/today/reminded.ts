/** What the first page reminds of: reports of the own plans, tasks whose time ends without an activity, campaigns that begin. */
import { occurrencesTouching } from '#domain/campaigns.ts';
import { addDays, touches, yearOf, type DayRange, type LocalDate } from '#domain/dates.ts';
import { deadlinesWithin } from '#domain/deadlines.ts';
import { remindersOf, type Dated, type Reminder } from '#domain/reminders.ts';
import { bindingRules, type OwnRule } from '#client/state/own-rules.ts';
import type { ActivitySummary, Saved } from '#client/state/workbook.ts';
import { ahead } from '#client/texts/ahead.ts';
import { ruleName } from '#client/texts/rule-words.ts';

export interface Reminded extends Reminder {
  readonly title: string;
  readonly href: string;
}

export interface RemindedSources {
  readonly rules: readonly OwnRule[];
  readonly tasks: readonly Saved<'task'>[];
  readonly campaigns: readonly Saved<'campaign'>[];
  /** The own ones in force. */
  readonly plans: readonly Saved<'plan'>[];
  /** Of the year. */
  readonly activities: readonly ActivitySummary[];
}

type Named = Dated & Pick<Reminded, 'title' | 'href'>;

/** Wide enough for what is ahead and what was just missed. */
const AROUND_DAYS = 10;

const lastDays = ({ fields }: Saved<'task'>, within: DayRange, around: DayRange): readonly DayRange[] => {
  const { from, to, windowFrom, windowTo } = fields;
  if (windowFrom !== undefined && windowTo !== undefined)
    return occurrencesTouching(
      { from: windowFrom, to: windowTo, fromYear: yearOf(within.from), toYear: yearOf(within.to) },
      around,
    );
  return to === undefined ? [] : [{ from: from ?? within.from, to }];
};

const ofTasks = ({ tasks, plans, activities }: RemindedSources, around: DayRange): readonly Named[] =>
  tasks.flatMap((task) => {
    const plan = plans.find((one) => one.scope === task.scope && one.id === task.fields.plan);
    if (plan === undefined || (task.fields.state ?? 'open') !== 'open') return [];
    return lastDays(task, plan.fields, around)
      .filter((window) => !activities.some((one) => one.tasks.includes(task.id) && touches(one, window)))
      .map(({ to }): Named => ({
        kind: 'task',
        id: task.id,
        day: to,
        title: task.fields.text,
        href: `/ke-hoach/${plan.id}/nhiem-vu/${task.id}`,
      }));
  });

/** A day that several records speak of is one. */
const ofCampaigns = ({ campaigns }: RemindedSources, around: DayRange): readonly Named[] => {
  const found = new Map<string, Named>();
  for (const { id, fields } of campaigns)
    for (const { from } of occurrencesTouching(fields, around)) {
      const key = fields.observance ?? id;
      const named: Named = {
        kind: 'campaign',
        id: key,
        day: from,
        title: fields.name,
        href: `/lich/ngay-le/${encodeURIComponent(key)}`,
      };
      if (!found.has(`${key} ${from}`)) found.set(`${key} ${from}`, named);
    }
  return [...found.values()];
};

export const remindedOf = (sources: RemindedSources, today: LocalDate): readonly Reminded[] => {
  const around = { from: addDays(today, -AROUND_DAYS), to: addDays(today, AROUND_DAYS) };
  const named: readonly Named[] = [
    ...deadlinesWithin(bindingRules(sources.rules), around, today).map(({ ruleId, rule, lastDay }): Named => ({
      kind: 'deadline',
      id: ruleId,
      day: lastDay,
      title: ruleName(rule),
      href: `/ke-hoach/${rule.plan}#rules`,
    })),
    ...ofTasks(sources, around),
    ...ofCampaigns(sources, around),
  ];
  const byItem = new Map(named.map((one) => [`${one.kind}~${one.id}~${one.day}`, one]));
  return remindersOf(named, today).flatMap((reminder) => {
    const found = byItem.get(reminder.key);
    return found === undefined ? [] : [{ ...reminder, title: found.title, href: found.href }];
  });
};

/** "còn 3 ngày", "ngày mai", "quá 2 ngày". */
export const farWords = (daysLeft: number): string => {
  const words = ahead().reminder;
  if (daysLeft < 0) return words.past(-daysLeft);
  if (daysLeft === 0) return words.today;
  return daysLeft === 1 ? words.tomorrow : words.inDays(daysLeft);
};

export const kindWords = ({ kind }: Reminder): string => {
  if (kind === 'deadline') return ahead().reminder.deadlineEnds;
  return kind === 'task' ? ahead().reminder.taskEnds : ahead().reminder.campaignBegins;
};
