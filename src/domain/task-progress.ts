/**
 * How far a task is, from the activities that are linked to it.
 *
 * - A task that returns is due in every turn (month, quarter, half-year, year, or its yearly window): once, or as often as its
 *   quota says. What is done counts in the turn of its last day; for a window, in that year, because a plan of 23/02 serves 8/3.
 * - A task without an end is never late and asks for nothing in particular; one that was dropped or said to be done asks no more.
 * - What lies ahead is planned and counts nowhere yet; what runs today is begun. What the server refused counts nowhere.
 * - An activity counts once, by its outputs where the quota names them, otherwise as itself.
 */
import { dayInYear, yearOf, type DayRange, type LocalDate } from './dates.ts';
import { periodRange, periodsOf, type Every, type Period } from './periods.ts';
import type { Quota, Task } from './records/plan.ts';

export interface LinkedActivity extends DayRange {
  readonly id: string;
  readonly outputs: Readonly<Record<string, number>>;
  /** The server has never accepted it. */
  readonly onlyRefused?: boolean;
}

/** `short`: it is over, and less was done than it asks. */
export type TurnState = 'coming' | 'open' | 'met' | 'short';

export interface Turn extends DayRange {
  /** Of a turn that is a month, quarter, half-year or year. */
  readonly period?: Period;
  /** `undefined` where nothing in particular is asked. */
  readonly need: number | undefined;
  readonly amount: number;
  /** What was done in it, by last day. */
  readonly activities: readonly string[];
  readonly state: TurnState;
}

/** `late`: a turn ended short. `nothing`: it may be worked at, and nothing has begun or is planned; `planned`: only that. */
export type TaskState = 'dropped' | 'done' | 'coming' | 'nothing' | 'planned' | 'open' | 'met' | 'late';

export interface TaskProgress {
  readonly turns: readonly Turn[];
  /** The turn in which today lies, else the last one that began. */
  readonly current: Turn | undefined;
  readonly done: readonly string[];
  readonly running: readonly string[];
  readonly planned: readonly string[];
  /** What was done in all turns together, of the goal where there is one. */
  readonly goal: { readonly amount: number; readonly need: number } | undefined;
  readonly state: TaskState;
}

const periodic: ReadonlySet<string> = new Set(['month', 'quarter', 'half-year', 'year'] satisfies Every[]);
const isPeriodic = (recurrence: Task['recurrence']): recurrence is Every => periodic.has(recurrence);

interface Span extends DayRange {
  readonly period?: Period;
  /** Whether a last day outside of it belongs to it all the same. */
  readonly takes: (day: LocalDate) => boolean;
}

const yearsOf = ({ from, to }: DayRange): readonly number[] =>
  Array.from({ length: yearOf(to) - yearOf(from) + 1 }, (_, index) => yearOf(from) + index);

/** The window of each year of the plan; what was done before or after it in that year is for it, too. */
const windowsOf = (from: string, to: string, plan: DayRange): readonly Span[] =>
  yearsOf(plan).map((year) => {
    const range = { from: dayInYear(from, year), to: dayInYear(to, to < from ? year + 1 : year) };
    return { ...range, takes: (day) => yearOf(day) === year };
  });

const spansOf = (task: Task, plan: DayRange): readonly Span[] => {
  const { recurrence, windowFrom, windowTo } = task;
  if (windowFrom !== undefined && windowTo !== undefined) return windowsOf(windowFrom, windowTo, plan);
  const whole = { from: task.from ?? plan.from, to: task.to ?? plan.to };
  if (isPeriodic(recurrence))
    return periodsOf(whole, recurrence).map((period) => ({ ...periodRange(period), period, takes: () => false }));
  return [{ ...whole, takes: () => true }];
};

/** A thing that is named without a number is done once; what goes on, or waits for a request, asks for nothing by itself. */
const needOf = ({ quota, recurrence }: Task): number | undefined =>
  quota?.amount ?? (recurrence === 'ongoing' || recurrence === 'ad-hoc' ? undefined : 1);

const amountOf = ({ outputs }: LinkedActivity, quota: Quota | undefined): number =>
  quota?.outputs === undefined ? 1 : quota.outputs.reduce((sum, output) => sum + (outputs[output] ?? 0), 0);

/** One turn at most: that in which the day lies goes before that of the same year. */
const spanOf = (spans: readonly Span[], day: LocalDate): Span | undefined =>
  spans.find(({ from, to }) => from <= day && day <= to) ?? spans.find(({ takes }) => takes(day));

const sumOf = (activities: readonly LinkedActivity[], quota: Quota | undefined): number =>
  activities.reduce((sum, one) => sum + amountOf(one, quota), 0);

const stateOfTurn = (range: DayRange, need: number | undefined, amount: number, today: LocalDate): TurnState => {
  if (need !== undefined && amount >= need) return 'met';
  if (range.from > today) return 'coming';
  // Nothing in particular is asked, so nothing is ever enough or too little.
  if (need === undefined) return 'open';
  return range.to < today ? 'short' : 'open';
};

type Begun = 'begun' | 'planned' | 'nothing';

const stateOfTask = (task: Task, turns: readonly Turn[], current: Turn | undefined, begun: Begun): TaskState => {
  if (task.state === 'dropped' || task.state === 'done') return task.state;
  if (turns.some(({ state }) => state === 'short')) return 'late';
  if (current === undefined || current.state === 'coming') return begun === 'begun' ? 'open' : 'coming';
  if (current.state === 'met') return 'met';
  return begun === 'begun' ? 'open' : begun;
};

const byLastDay = (a: LinkedActivity, b: LinkedActivity): number =>
  a.to === b.to ? Number(a.id > b.id) - Number(a.id < b.id) : a.to < b.to ? -1 : 1;

/** `activities` are those linked to the task, in any order; what lies outside the plan is left out. `plan` is its period. */
export const taskProgress = (
  task: Task,
  plan: DayRange,
  activities: readonly LinkedActivity[],
  today: LocalDate,
): TaskProgress => {
  const own = [...new Map(activities.map((one) => [one.id, one])).values()]
    .filter((one) => one.onlyRefused !== true && one.from <= plan.to && one.to >= plan.from)
    .sort(byLastDay);
  const done = own.filter(({ to }) => to <= today);
  const running = own.filter(({ from, to }) => from <= today && to > today);
  const planned = own.filter(({ from }) => from > today);
  const need = needOf(task);
  const spans = spansOf(task, plan);
  const turns = spans.map((span): Turn => {
    const range = { from: span.from, to: span.to, ...(span.period !== undefined && { period: span.period }) };
    const inside = done.filter(({ to }) => spanOf(spans, to) === span);
    const amount = sumOf(inside, task.quota);
    return {
      ...range,
      need,
      amount,
      activities: inside.map(({ id }) => id),
      state: stateOfTurn(range, need, amount, today),
    };
  });
  const current =
    turns.find(({ from, to }) => from <= today && today <= to) ??
    turns.findLast(({ from }) => from <= today) ??
    turns[0];
  const begun = done.length + running.length > 0 ? 'begun' : planned.length > 0 ? 'planned' : 'nothing';
  const ids = (list: readonly LinkedActivity[]): readonly string[] => list.map(({ id }) => id);
  return {
    turns,
    current,
    done: ids(done),
    running: ids(running),
    planned: ids(planned),
    goal: task.goal && { amount: sumOf(done, task.goal), need: task.goal.amount },
    state: stateOfTask(task, turns, current, begun),
  };
};
