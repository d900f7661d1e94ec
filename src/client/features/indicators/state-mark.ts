/** How a judged state looks. Red is kept for what is wrong with a record: a commune's small numbers never alarm. */
import type { PeriodState } from '#domain/cadence.ts';
import type { JudgedState, Judgement } from '#domain/judging.ts';
import type { IconName } from '#client/ui/icons.tsx';
import type { Tone } from '#client/ui/marks.tsx';

interface Mark {
  readonly icon: IconName;
  readonly tone: Tone;
}

const judgedMarks: Readonly<Record<JudgedState, Mark>> = {
  met: { icon: 'check', tone: 'good' },
  'not-met': { icon: 'alert', tone: 'warn' },
  'not-due': { icon: 'clock', tone: 'sunk' },
  'nothing-arose': { icon: 'none', tone: 'sunk' },
  'no-figure': { icon: 'empty', tone: 'sunk' },
  'not-comparable': { icon: 'clock', tone: 'sunk' },
  'not-assigned': { icon: 'clock', tone: 'sunk' },
  'from-above': { icon: 'above', tone: 'sunk' },
  elsewhere: { icon: 'above', tone: 'sunk' },
  guarded: { icon: 'lock', tone: 'sunk' },
};

/** What rests on very few has its mark, and no colour. */
export const judgedMark = ({ state, small }: Pick<Judgement, 'state' | 'small'>): Mark =>
  small === undefined ? judgedMarks[state] : { ...judgedMarks[state], tone: 'sunk' };

export const periodMark: Readonly<Record<PeriodState, Mark>> = {
  met: { icon: 'check', tone: 'good' },
  'not-met': { icon: 'alert', tone: 'bad' },
  running: { icon: 'clock', tone: 'plain' },
  'not-due': { icon: 'empty', tone: 'plain' },
};
