/** A measure's figure and its judgement, in words. Figures are rounded for the eye alone. */
import type { PeriodState, Tally } from '#domain/cadence.ts';
import { addExactly } from '#domain/exact.ts';
import { figureOf, totalOf } from '#domain/figures.ts';
import type { Judgement } from '#domain/judging.ts';
import { formatNumber, formatPercent } from '#domain/numbers.ts';
import type { Measure, Reading, Target } from '#domain/records/measure.ts';
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

/** "tăng 3 điểm %", "giảm 0,2 lần", "không đổi": rounded for the eye alone. */
export const changeWords = (now: number, then: number, measure: Measure): string => {
  const change = addExactly(now, -then);
  if (change === 0) return s().trend.same;
  const isPercent = measure.unit === '%' || (shares.has(measure.kind) && (measure.per ?? 100) === 100);
  const much = Math.abs(change);
  const words = isPercent ? s().trend.points(formatNumber(much, 1)) : figureWords(much, measure);
  return change > 0 ? s().trend.up(words) : s().trend.down(words);
};

export const targetLine = (target: Target | undefined, measure: Measure): string => {
  if (measure.kind === 'direction') return measure.better === 'lower' ? s().compare.less : s().compare.more;
  if (!target) return s().measure.noTarget;
  return [targetWords(target, measure), targetYears(target)].filter(Boolean).join(' · ');
};

const gapWords = (gap: number | undefined, measure: Measure): string =>
  gap === undefined || gap === 0 ? '' : figureWords(Math.abs(gap), measure);

/** Why the state is what it is: short sentences, the decisive one first. */
export const explanation = (measure: Measure, { judgement, tally }: Judged): readonly string[] => {
  if (tally && judgement.target) return cadenceExplanation(tally);
  const words = s().measure.explain;
  const target = judgement.target && targetLine(judgement.target, measure);
  const next = judgement.nextTarget && targetLine(judgement.nextTarget, measure);
  const value = judgement.value === undefined ? '' : figureWords(judgement.value, measure);
  const lines: string[] = [];
  switch (judgement.state) {
    case 'met':
      lines.push(words.met(value, target ?? targetLine(undefined, measure)));
      break;
    case 'not-met':
      lines.push(words.notMet(value, target ?? targetLine(undefined, measure), gapWords(judgement.gap, measure)));
      break;
    case 'not-due':
      lines.push(target || next ? words.notDue(target ?? next ?? '') : words.noTarget);
      break;
    case 'nothing-arose':
      lines.push(words.nothing);
      break;
    case 'no-figure':
      lines.push(words.noFigure);
      break;
    case 'not-comparable':
      lines.push(words.notComparable(measure.better));
      break;
    case 'not-assigned':
      lines.push(words.notAssigned);
      break;
    case 'elsewhere':
      lines.push(words.elsewhere(measure.pointsTo?.plan ?? '', measure.pointsTo?.indicator ?? ''));
      break;
    case 'from-above':
      lines.push(words.fromAbove);
      break;
    case 'guarded':
      lines.push(words.guarded);
      break;
  }
  if (judgement.previous !== undefined) lines.push(words.previous(figureWords(judgement.previous, measure)));
  if (measure.kind === 'both-sexes' && judgement.bySex) lines.push(words.bothSexes);
  if (judgement.byGroup) lines.push(words.eachGroup);
  if (judgement.small) {
    const { numerator, denominator, limit } = judgement.small;
    lines.push(words.small(`${formatNumber(numerator)} / ${formatNumber(denominator)}`, formatNumber(limit)));
  }
  if (next && target) lines.push(words.next(next));
  if (judgement.progress !== undefined) lines.push(words.progress(formatPercent(judgement.progress * 100, 0)));
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

const shares: ReadonlySet<Measure['kind']> = new Set(['share', 'both-sexes', 'each-group', 'coverage']);

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
