/** Targets and figures of measures in words; only screens that are fetched themselves may import this. */
import { formatCount, formatNumber, formatPercent } from '#domain/numbers.ts';
import type { Measure, Target } from '#domain/records/measure.ts';
import { s } from './screens.ts';

type Figured = Pick<Measure, 'kind' | 'per' | 'unit'>;

/** A measure's figure with its unit; rounded for the eye alone. */
export const figureWords = (value: number, measure: Figured): string => {
  switch (measure.kind) {
    case 'share':
    case 'both-sexes':
    case 'each-group':
    case 'coverage': {
      const per = measure.per ?? 100;
      return per === 100 ? formatPercent(value) : `${formatNumber(value, 2)}/${formatCount(per)}`;
    }
    case 'ratio':
      return `${formatNumber(value, 2)}/${formatCount(measure.per ?? 100)}`;
    case 'multiple':
      return s().times(Math.round(value * 100) / 100);
    case 'yes-no':
      return value > 0 ? s().isDone : s().isNotDone;
    case 'count':
    case 'cadence':
    case 'direction':
    case 'list':
    case 'pointer':
      return measure.unit === '%'
        ? formatPercent(value)
        : [formatNumber(value, 2), measure.unit].filter(Boolean).join(' ');
  }
};

const isPercent = ({ kind, per }: Figured): boolean =>
  ['share', 'both-sexes', 'each-group', 'coverage'].includes(kind) && (per ?? 100) === 100;

/** "≥ 100%" and "≤ 0 vụ" are what nobody says. */
const extreme = ({ comparator, value }: Target, measure: Figured): string | undefined => {
  if (comparator === '>=' && value === 100 && isPercent(measure)) return s().compare.all;
  const isCounted = measure.kind === 'count' || measure.kind === 'list';
  return comparator === '<=' && value === 0 && isCounted ? s().compare.noneOf(measure.unit ?? '') : undefined;
};

const bound = (target: Target, measure: Figured): string => {
  const compare = s().compare;
  if (target.comparator === 'yes') return compare.done;
  if (target.value === undefined) return target.maintain ? compare.kept : s().none;
  const said = extreme(target, measure);
  if (said !== undefined) return said;
  const value = figureWords(target.value, measure);
  switch (target.comparator) {
    case '>=':
      return compare.atLeast(value);
    case '>':
      return compare.above(value);
    case '<=':
      return compare.atMost(value);
    case '<':
      return compare.below(value);
    case '=':
      return compare.exactly(value);
    case 'range':
      return compare.range(formatNumber(target.value), figureWords(target.max ?? target.value, measure));
  }
};

const kept = ({ maintain, value }: Target, words: string): string =>
  maintain && value !== undefined ? s().compare.keep(words) : words;

/** "≥ 60%", "dưới 30%", "khoảng 65%", "từ 1 đến 2 tin mỗi tháng". */
export const targetWords = (target: Target, measure: Figured & Pick<Measure, 'cadence'>): string => {
  const words =
    target.approximate && target.value !== undefined
      ? s().compare.about(figureWords(target.value, measure))
      : kept(target, bound(target, measure));
  const every = measure.cadence?.every;
  return measure.kind === 'cadence' && every ? `${words} ${s().compare.each[every]}` : words;
};

/** When a target holds: "đến năm 2025", "từ năm 2025", "năm 2024"; nothing when it holds for the whole plan. */
export const targetYears = (target: Target): string => {
  const compare = s().compare;
  if (target.byYear !== undefined) return compare.byYear(target.byYear);
  if (target.fromYear === undefined) return '';
  if (target.toYear === undefined) return compare.fromYear(target.fromYear);
  return target.fromYear === target.toYear
    ? compare.inYear(target.fromYear)
    : compare.years(target.fromYear, target.toYear);
};
