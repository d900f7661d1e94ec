/**
 * Whether a measure is where its target wants it, and why.
 *
 * - The value is not rounded before it is judged, and a guarded measure never shows one.
 * - A reading is judged against the target in force in its own period: 62 % read in 2024 has reached the 60 % of 2025.
 * - A milestone that lies ahead and is not reached yet is not a failure: it is not due.
 * - "Nothing arose" is neither passed nor failed.
 * - What rests on very few is judged, and marked as small, so that nobody colours it.
 */
import type { Tally } from './cadence.ts';
import { yearOf, type LocalDate } from './dates.ts';
import { addExactly } from './exact.ts';
import { figureOf, figuresByGroup, figuresBySex, totalOf, type Figure, type Group } from './figures.ts';
import { comparePeriods, periodRange, previousPeriod, yearBefore, type Period } from './periods.ts';
import type { Measure, Reading, Target } from './records/measure.ts';
import { smallBaseOf, type SmallBase } from './small.ts';
import { nextTargetAfter, reaches, targetInForce } from './targets.ts';

/**
 * đạt, chưa đạt, chưa đến hạn, không phát sinh, chưa có số liệu, chưa có gì để so sánh, cấp trên cung cấp, được bảo vệ.
 * - 'not-comparable': there is a figure, but of a measure that asks only a direction, and nothing earlier to compare with.
 * - 'not-assigned': the target has no value yet, "chưa giao". 'elsewhere': the value stands in a plan that is pointed to.
 */
export type JudgedState =
  | 'met'
  | 'not-met'
  | 'not-due'
  | 'nothing-arose'
  | 'no-figure'
  | 'not-comparable'
  | 'not-assigned'
  | 'from-above'
  | 'elsewhere'
  | 'guarded';

export interface Judgement {
  readonly state: JudgedState;
  readonly value?: number;
  /** Each sex's own value, where each must pass by itself. */
  readonly bySex?: { readonly female: Figure; readonly male: Figure };
  /** Each group's own value, where each of a split must pass by itself. */
  readonly byGroup?: ReadonlyMap<Group, Figure>;
  /** The value that it is compared with, where only a direction is asked, or nothing but to keep what there is. */
  readonly previous?: number;
  /** Rests on so few that it is told as counts and not coloured. */
  readonly small?: SmallBase;
  /** Of a range: the usual upper bound is reached, too; more than that is no failure. */
  readonly full?: boolean;
  /** The period that was judged. */
  readonly period?: Period;
  /** What the value is made of, by those who speak for the unit. */
  readonly counted?: { readonly numerator: number; readonly denominator: number };
  /** In force for that period. */
  readonly target?: Target;
  /** Value minus target, in the measure's unit. */
  readonly gap?: number;
  /** 0 at the baseline, 1 at the target, unclamped. */
  readonly progress?: number;
  readonly nextTarget?: Target;
}

export interface Evidence {
  readonly measure: Measure;
  /** The measure's own targets. */
  readonly targets: readonly Target[];
  /** Readings of this measure by one unit's agencies. */
  readonly readings: readonly Reading[];
  /** The agencies whose figure speaks for the unit; where none of them has one, all that were entered are added up. */
  readonly speakers?: ReadonlySet<string> | undefined;
  /** For a cadence: what the log says. */
  readonly tally?: Tally | undefined;
  readonly today: LocalDate;
  /** Asks for one period; otherwise the latest that has a reading. */
  readonly period?: Period | undefined;
}

export const judge = (evidence: Evidence): Judgement => {
  const { measure, targets, tally, today } = evidence;
  if (measure.guarded) return { state: 'guarded', ...targetsOn(targets, evidence.period, today) };
  if (measure.kind === 'cadence' && tally) return judgeTally(evidence, tally);
  if (measure.kind === 'pointer') return { state: 'elsewhere', ...targetsOn(targets, evidence.period, today) };

  const period =
    evidence.period ??
    evidence.readings
      .map((reading) => reading.period)
      .sort(comparePeriods)
      .at(-1);
  const readings = spokenFor(evidence, period);
  const around = targetsOn(targets, period, today);
  if (period === undefined || readings.length === 0) return { state: stateWithoutReading(evidence, around), ...around };
  return { ...judgeReading(evidence, period, totalOf(readings), around), period, ...around };
};

/** Two agencies that count the same births must not be added: the one that leads speaks for the unit. */
export const spokenFor = (
  { readings, speakers }: Pick<Evidence, 'readings' | 'speakers'>,
  period: Period | undefined,
): readonly Reading[] => {
  const entered = readings.filter((reading) => reading.period === period);
  const spoken = entered.filter((reading) => speakers?.has(reading.agency));
  return spoken.length > 0 ? spoken : entered;
};

interface Around {
  readonly target?: Target;
  readonly nextTarget?: Target;
}

const targetsOn = (targets: readonly Target[], period: Period | undefined, today: LocalDate): Around => {
  const day = period === undefined ? today : periodRange(period).to;
  const target = targetInForce(targets, day);
  const nextTarget = nextTargetAfter(targets, target, day);
  return { ...(target && { target }), ...(nextTarget && { nextTarget }) };
};

const stateWithoutReading = ({ measure }: Evidence, { target, nextTarget }: Around): JudgedState => {
  if (measure.source === 'from-above' || measure.source === 'not-applicable') return 'from-above';
  return target === undefined && nextTarget !== undefined ? 'not-due' : 'no-figure';
};

const judgeReading = (
  evidence: Evidence,
  period: Period,
  total: ReturnType<typeof totalOf>,
  { target }: Around,
): Judgement => {
  const { measure, today } = evidence;
  const value = figureOf(measure, total);
  const small = smallBaseOf(measure, target, total);
  const { numerator, denominator } = total;
  const counted = numerator === undefined || denominator === undefined ? undefined : { numerator, denominator };
  const about = { ...besides(measure, target, value), ...(small && { small }), ...(counted && { counted }) };
  if (measure.kind === 'direction' || (target?.maintain === true && target.value === undefined))
    return { ...about, ...judgeChange(evidence, period, value, target) };
  if (measure.kind === 'both-sexes') {
    const bySex = figuresBySex(measure, total);
    const states = [bySex.female, bySex.male].map((figure) => stateOf(figure, target, period, today));
    return { state: worstOf(states), bySex, ...about };
  }
  if (measure.kind === 'each-group') {
    const byGroup = figuresByGroup(measure, total);
    const states = [...byGroup.values()].map((figure) => stateOf(figure, target, period, today));
    return { state: worstOf(states), byGroup, ...about };
  }
  return { state: stateOf(value, target, period, today), ...about };
};

const stateOf = (figure: Figure, target: Target | undefined, period: Period, today: LocalDate): JudgedState => {
  if (typeof figure === 'string') return figure;
  const isReached = target && reaches(target, figure);
  if (target === undefined) return 'not-due';
  if (isReached === undefined) return 'not-assigned';
  if (isReached) return 'met';
  return isAhead(target, period, today) ? 'not-due' : 'not-met';
};

/** A milestone lies ahead of figures of an earlier year, and of a part of its own year while that year runs. */
const isAhead = (target: Target, period: Period, today: LocalDate): boolean => {
  if (target.byYear === undefined) return false;
  const { to } = periodRange(period);
  const end = `${target.byYear}-12-31`;
  return yearOf(to) < target.byYear || (to < end && today <= end);
};

/** What can be told of a value beside its state. */
const besides = (measure: Measure, target: Target | undefined, value: Figure): Omit<Judgement, 'state'> => {
  if (typeof value === 'string') return {};
  if (target?.value === undefined) return { value };
  const baseline = measure.baseline?.value;
  const way = baseline === undefined ? 0 : addExactly(target.value, -baseline);
  const progress = baseline === undefined || way === 0 ? undefined : addExactly(value, -baseline) / way;
  return {
    value,
    gap: addExactly(value, -target.value),
    ...(progress !== undefined && { progress }),
    ...(target.comparator === 'range' && target.max !== undefined && { full: value >= target.max }),
  };
};

/**
 * Only "more" or "less" is asked, or nothing but to keep what there is ("duy trì", which equal also does): compared with
 * the period before or a year before, or with the baseline where there is none.
 */
const judgeChange = (
  evidence: Evidence,
  period: Period,
  value: Figure,
  target: Target | undefined,
): Pick<Judgement, 'state' | 'previous'> => {
  const { measure } = evidence;
  if (typeof value === 'string') return { state: value };
  const before = measure.against === 'last-year' ? yearBefore(period) : previousPeriod(period);
  const earlier = figureOf(measure, totalOf(spokenFor(evidence, before)));
  const previous = typeof earlier === 'number' ? earlier : measure.baseline?.value;
  if (previous === undefined || measure.better === 'none') return { state: 'not-comparable' };
  const isBetter = measure.better === 'higher' ? value > previous : value < previous;
  const isKept = target?.maintain === true && value === previous;
  return { state: isBetter || isKept ? 'met' : 'not-met', previous };
};

/**
 * A cadence is met when every period is; one that ended short fails it; until then it is not due.
 * The value shown is the asked period's, else that of the period in which today lies, else the last one's.
 */
const judgeTally = ({ measure, targets, today, period }: Evidence, tally: Tally): Judgement => {
  const targetsAround = targetsOn(targets, period, today);
  const periods = period === undefined ? tally.periods : tally.periods.filter((entry) => entry.period === period);
  const shown = periods.find(({ range }) => range.from <= today && today <= range.to) ?? periods.at(-1);
  if (shown === undefined) return { state: 'no-figure', ...targetsAround };
  const { target } = targetsAround;
  const isUnassigned = target !== undefined && target.comparator !== 'yes' && target.value === undefined;
  const max = target?.comparator === 'range' ? target.max : undefined;
  return {
    state: isUnassigned ? 'not-assigned' : stateOfTally(periods.map((entry) => entry.state)),
    period: shown.period,
    ...besides(measure, target, shown.total),
    ...(max !== undefined && { full: periods.every(({ total }) => total >= max) }),
    ...targetsAround,
  };
};

const stateOfTally = (states: readonly Tally['periods'][number]['state'][]): JudgedState => {
  if (states.includes('not-met')) return 'not-met';
  return states.every((state) => state === 'met') ? 'met' : 'not-due';
};

/** Worst first: what decides when several must pass together. */
const order: readonly JudgedState[] = [
  'not-met',
  'no-figure',
  'guarded',
  'from-above',
  'elsewhere',
  'not-comparable',
  'not-assigned',
  'not-due',
  'met',
];

const worstOf = (states: readonly JudgedState[]): JudgedState =>
  order.find((state) => states.includes(state)) ?? (states.length === 0 ? 'no-figure' : 'nothing-arose');

/** An indicator passes only when all its measures pass; where nothing arose in one, the others decide. */
export const judgeIndicator = (judgements: readonly Pick<Judgement, 'state'>[]): JudgedState =>
  worstOf(judgements.map(({ state }) => state));
