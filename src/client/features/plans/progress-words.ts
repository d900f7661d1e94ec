/** A task's turns and its progress in words, and the mark of its state. */
import type { Quota, Task } from '#domain/records/plan.ts';
import type { TaskProgress, TaskState, Turn, TurnState } from '#domain/task-progress.ts';
import { formatCount } from '#domain/numbers.ts';
import { t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { daysWords, monthDayWords, periodWords } from '#client/texts/words.ts';
import type { IconName } from '#client/ui/icons.tsx';
import type { Tone } from '#client/ui/marks.tsx';

/** "hằng quý · mỗi kỳ 4 tin", "15/11 – 15/12 hằng năm", "08/03/2024". */
export const whenWords = ({ recurrence, from, to, windowFrom, windowTo, quota, goal }: Task): string => {
  const windowed = windowFrom !== undefined && windowTo !== undefined;
  const dated = to === undefined ? undefined : daysWords(from ?? to, to);
  const days = windowed ? s().plan.campaignDays(monthDayWords(windowFrom), monthDayWords(windowTo)) : dated;
  return [
    // A window says when by its days.
    recurrence === 'window' && days !== undefined ? undefined : t().recurrences[recurrence],
    days,
    quota && s().tasks.eachTurn(amountWords(quota)),
    goal && s().tasks.inAll(amountWords(goal)),
  ]
    .filter((part) => part !== undefined)
    .join(' · ');
};

const amountWords = ({ amount, max, unit }: Quota): string =>
  [max === undefined ? formatCount(amount) : `${formatCount(amount)} – ${formatCount(max)}`, unit]
    .filter(Boolean)
    .join(' ');

/** "quý IV/2024", "08/03/2024", or nothing where the turn is the whole plan. */
export const turnWords = (turn: Turn): string =>
  turn.period === undefined ? daysWords(turn.from, turn.to) : periodWords(turn.period);

/** "đã làm 1, cần 2 · 6 tháng cuối năm 2024", "12 hoạt động", and what is planned. */
export const progressLine = ({ current, done, running, planned, goal }: TaskProgress): readonly string[] => [
  ...(current?.need === undefined
    ? [s().activities(done.length)]
    : [s().tasks.ofNeed(formatCount(current.amount), formatCount(current.need), turnWords(current))]),
  ...(goal === undefined ? [] : [s().tasks.ofGoal(formatCount(goal.amount), formatCount(goal.need))]),
  ...(running.length > 0 ? [s().tasks.running(running.length)] : []),
  ...(planned.length > 0 ? [s().tasks.planned(planned.length)] : []),
];

interface Mark {
  readonly icon: IconName;
  readonly tone: Tone;
}

const marks: Readonly<Record<TaskState, Mark>> = {
  dropped: { icon: 'none', tone: 'sunk' },
  done: { icon: 'check', tone: 'good' },
  met: { icon: 'check', tone: 'good' },
  open: { icon: 'clock', tone: 'plain' },
  coming: { icon: 'calendar', tone: 'plain' },
  nothing: { icon: 'alert', tone: 'warn' },
  planned: { icon: 'calendar', tone: 'plain' },
  late: { icon: 'alert', tone: 'bad' },
};
const turnStates: Readonly<Record<TurnState, TaskState>> = {
  coming: 'coming',
  open: 'open',
  met: 'met',
  short: 'late',
};

export const stateMark = (state: TaskState): Mark & { readonly word: string } => ({
  ...marks[state],
  word: s().tasks.states[state],
});
export const turnMark = (state: TurnState): Mark & { readonly word: string } => ({
  ...marks[turnStates[state]],
  word: s().tasks.turnStates[state],
});
