/** A measure's figure and its judgement, in words. Figures are rounded for the eye alone. */
import type { PeriodState, Tally } from '#domain/cadence.ts';
import { addExactly } from '#domain/exact.ts';
import { figureOf, totalOf, type Figure, type Group } from '#domain/figures.ts';
import type { Judgement } from '#domain/judging.ts';
import { formatNumber, formatPercent } from '#domain/numbers.ts';
import type { Measure, Reading, Target } from '#domain/records/measure.ts';
import { reaches } from '#domain/targets.ts';
import type { Judged } from '#client/state/judgements.ts';
import { s } from '#client/texts/screens.ts';
import { figureWords, targetWords, targetYears } from '#client/texts/measure-words.ts';
import { periodWords } from '#client/texts/words.ts';

/** "3 / 4 tin quý IV/2024", "9 / 10 · 90%"; "" when there is no figure to show. */
export const shownFigure = (measure: Measure, judged: Judged): string => {
  const { judgement, tally } = judged;
  if (judgement.state === 'guarded' || judgement.value === undefined) return '';
  if (tally) {
    const need = judgement.target?.value;
    const period = judgement.period === undefined ? '' : periodWords(judgement.period);
    return need === undefined
      ? `${figureWords(judgement.value, measure)} ${period}`
      : s().measure.cadence.current(formatNumber(judgement.value), formatNumber(need), measure.unit ?? '', period);
  }
  const figure = figureWords(judgement.value, measure);
  const { counted } = judgement;
  if (counted === undefined) return figure;
  const counts = `${formatNumber(counted.numerator)} / ${formatNumber(counted.denominator)}`;
  // So few are told as counts alone: a percentage of two says more than there is.
  return judgement.small ? counts : `${counts} · ${figure}`;
};

/** "9 / 10 · 90%", "Không phát sinh": what one reading says, with its parts. */
export const countsWords = (measure: Measure, reading: Reading): string => {
  const figure = figureOf(measure, reading);
  if (typeof figure === 'string') return s().judged[figure];
  const { numerator, denominator } = totalOf([reading]);
  if (numerator === undefined || denominator === undefined) return figureWords(figure, measure);
  return `${formatNumber(numerator)} / ${formatNumber(denominator)} · ${figureWords(figure, measure)}`;
};

const shares: ReadonlySet<Measure['kind']> = new Set(['share', 'both-sexes', 'each-group', 'coverage']);
const isInPercent = ({ kind, per, unit }: Measure): boolean =>
  unit === '%' || (shares.has(kind) && (per ?? 100) === 100);
const isRate = ({ kind }: Measure): boolean => kind === 'ratio' || shares.has(kind);

/** "tăng 3 điểm %", "giảm 0,2 lần", "không đổi": rounded for the eye alone. */
export const changeWords = (now: number, then: number, measure: Measure): string => {
  const change = addExactly(now, -then);
  if (change === 0) return s().trend.same;
  const much = Math.abs(change);
  const words = isInPercent(measure) ? s().trend.points(formatNumber(much, 1)) : figureWords(much, measure);
  return change > 0 ? s().trend.up(words) : s().trend.down(words);
};

export const targetLine = (target: Target | undefined, measure: Measure): string => {
  if (measure.kind === 'direction') {
    const compare = s().compare;
    return (measure.against === 'last-year' ? compare.changeOfYear : compare.change)[measure.better];
  }
  if (!target) return s().measure.noTarget;
  return [targetWords(target, measure), targetYears(target)].filter(Boolean).join(' · ');
};

/** Within a sentence: "≥ 60% (đến năm 2025)". */
const targetInSentence = (target: Target, measure: Measure): string => {
  const years = targetYears(target);
  return `${targetWords(target, measure)}${years && ` (${years})`}`;
};

/** How far from the target, in the words of its kind: "15 điểm %", "0,3 lần", "1 cơ sở"; of a rate the number alone. */
const gapWords = ({ gap, small }: Judgement, measure: Measure): string => {
  if (gap === undefined || gap === 0 || small) return '';
  const much = Math.abs(gap);
  if (isInPercent(measure)) return s().trend.points(formatNumber(much, 2));
  return isRate(measure) ? formatNumber(much, 2) : figureWords(much, measure);
};

/** So few are told as counts, here too. */
const valueWords = ({ value, small }: Judgement, measure: Measure): string => {
  if (value === undefined) return '';
  return small ? `${formatNumber(small.numerator)} / ${formatNumber(small.denominator)}` : figureWords(value, measure);
};

type Decisive = (judgement: Judgement, measure: Measure) => string;

/** Something is done or it is not; nobody compares "done" with a target. */
const ofYesNo: Decisive = ({ state, value, target, nextTarget }) => {
  const words = s().measure.explain;
  const asked = target ?? nextTarget;
  const years = asked ? targetYears(asked) : '';
  if (state === 'not-due') return value === 1 ? words.doneEarly(years) : words.notDoneYet(years);
  return state === 'met' ? words.done(years) : words.notDone(years);
};

/** What changed, and what was asked to. */
const ofChange: Decisive = (judgement, measure) => {
  const { value = 0, previous = 0, state } = judgement;
  const { asked, changed } = s().measure.explain;
  const wish =
    judgement.target?.maintain === true ? asked.kept : asked[measure.better === 'lower' ? 'lower' : 'higher'];
  const before = figureWords(previous, measure);
  return changed(valueWords(judgement, measure), changeWords(value, previous, measure), before, wish, state === 'met');
};

const ofList: Decisive = ({ state, value = 0, target }, measure) => {
  const words = s().measure.explain;
  if (value === 0 && state === 'met') return words.listEmpty;
  return words.listed(figureWords(value, measure), target ? targetInSentence(target, measure) : '', state === 'met');
};

const nameWith = (name: string, figure: Figure, measure: Measure): string =>
  `${name} ${typeof figure === 'string' ? s().judged[figure].toLocaleLowerCase('vi') : figureWords(figure, measure)}`;

/** Of each sex or group, and who of them falls short: the whole may well have reached it. */
const ofParts = (figures: readonly (readonly [Group, Figure])[], target: Target, measure: Measure): string => {
  const groups = s().whyPage.groups;
  const failing = figures.filter(([, figure]) => typeof figure === 'number' && reaches(target, figure) === false);
  return s().measure.explain.parts(
    figures.map(([group, figure]) => nameWith(groups[group], figure, measure)).join(', '),
    targetInSentence(target, measure),
    failing.map(([group]) => groups[group]).join(', '),
  );
};

const partsOf = ({ bySex, byGroup }: Judgement): readonly (readonly [Group, Figure])[] => {
  if (byGroup) return [...byGroup];
  return bySex ? [['female', bySex.female] as const, ['male', bySex.male] as const] : [];
};

/** Met, not met, or not due: by what kind of measure it is. */
const decisive: Decisive = (judgement, measure) => {
  const { state, target, nextTarget } = judgement;
  const words = s().measure.explain;
  if (measure.kind === 'yes-no') return ofYesNo(judgement, measure);
  if (judgement.previous !== undefined) return ofChange(judgement, measure);
  const asked = target ?? nextTarget;
  if (asked === undefined) return words.noTarget;
  const value = valueWords(judgement, measure);
  const line = targetInSentence(asked, measure);
  if (state === 'not-due') return words.notDue(value, line);
  if (measure.kind === 'list') return ofList(judgement, measure);
  const parts = partsOf(judgement);
  if (parts.length > 0 && !judgement.small) return ofParts(parts, asked, measure);
  return state === 'met' ? words.met(value, line) : words.notMet(value, line, gapWords(judgement, measure));
};

type Undecided = Exclude<Judgement['state'], 'met' | 'not-met' | 'not-due'>;

/** There is nothing to judge, and why. */
const undecided = (state: Undecided, measure: Measure): string => {
  const words = s().measure.explain;
  switch (state) {
    case 'nothing-arose':
      return words.nothing;
    case 'no-figure':
      return words.noFigure;
    case 'not-comparable':
      return words.notComparable(measure.better);
    case 'not-assigned':
      return words.notAssigned;
    case 'elsewhere':
      return words.elsewhere(measure.pointsTo?.plan ?? '', measure.pointsTo?.indicator ?? '');
    case 'from-above':
      return words.fromAbove;
    case 'guarded':
      return words.guarded;
  }
};

/** Why the state is what it is: short sentences, the decisive one first. */
export const explanation = (measure: Measure, { judgement, tally }: Judged): readonly string[] => {
  if (tally && judgement.target) return cadenceExplanation(tally);
  const words = s().measure.explain;
  const { state, small, target, nextTarget, progress } = judgement;
  const isDecided = state === 'met' || state === 'not-met' || state === 'not-due';
  const lines = [isDecided ? decisive(judgement, measure) : undecided(state, measure)];
  if (judgement.bySex) lines.push(words.bothSexes);
  if (judgement.byGroup) lines.push(words.eachGroup);
  if (small)
    lines.push(
      words.small(`${formatNumber(small.numerator)} / ${formatNumber(small.denominator)}`, formatNumber(small.limit)),
    );
  if (nextTarget && target) lines.push(words.next(targetInSentence(nextTarget, measure)));
  if (progress !== undefined) lines.push(words.progress(formatPercent(progress * 100, 0)));
  return lines;
};

/** A cadence is explained by its periods: those that fell short, the one that runs, or that all were enough. */
const cadenceExplanation = (tally: Tally): readonly string[] => {
  const words = s().measure.cadence;
  const named = (state: PeriodState) =>
    tally.periods.filter((period) => period.state === state).map((period) => periodWords(period.period));
  const [short, running] = [named('not-met'), named('running')];
  return [
    short.length > 0 ? words.short(short.join(', ')) : words.allEnough,
    ...(running.length > 0 ? [words.stillRunning(running.join(', '))] : []),
  ];
};

/** Where the figure and the target stand on a line from nothing to the end of the scale. */
export const meterOf = (
  measure: Measure,
  { value, target, small }: Judgement,
): { readonly share: number; readonly mark: number } | undefined => {
  if (value === undefined || target?.value === undefined || small || measure.kind === 'cadence') return undefined;
  const isPercent = shares.has(measure.kind) && (measure.per ?? 100) === 100;
  const end = isPercent ? 100 : Math.max(value, target.value) * 1.25;
  return end === 0 ? undefined : { share: value / end, mark: target.value / end };
};
