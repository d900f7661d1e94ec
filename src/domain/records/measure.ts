/** A measure of an indicator, its targets, and the readings that answer it. */
import * as v from 'valibot';
import {
  copiedFrom,
  count,
  defineTable,
  document,
  every,
  figure,
  filled,
  id,
  line,
  linked,
  order,
  present,
  text,
  year,
  type RecordOf,
} from '../table.ts';

/**
 * How a measure's figure is made.
 *
 * - `share`: numerator / denominator × `per` (100 for percent, 1 000, 10 000, 100 000).
 * - `ratio`: the same arithmetic between two groups (boys / girls × 100).
 * - `multiple`: numerator / denominator ("lần").
 * - `both-sexes`: a share that each sex must pass by itself.
 * - `count`: a number of things.
 * - `yes-no`: something is done, or not.
 * - `cadence`: so many things in each month or quarter, computed from the log.
 * - `direction`: only "more" or "less" is asked; compared with the period before, or with last year's (`against`).
 * - `each-group`: a share that each group of `splitBy` must pass by itself.
 * - `coverage`: how many of all units or bodies (denominator) keep `cadence` (numerator); a share.
 * - `list`: bodies that fail a threshold are named, not counted in percent (002:119); the figure is how many they are.
 * - `pointer`: named here, with its value in another plan (`pointsTo`, 004:38); it has no figure of its own.
 */
export const MeasureKind = v.picklist([
  'share',
  'ratio',
  'multiple',
  'both-sexes',
  'count',
  'yes-no',
  'cadence',
  'direction',
  'each-group',
  'coverage',
  'list',
  'pointer',
]);
export type MeasureKind = v.InferOutput<typeof MeasureKind>;

export const measureTable = defineTable({
  single: {
    plan: id,
    indicator: id,
    title: filled(300),
    kind: MeasureKind,
    unit: text(60),
    numerator: text(200),
    denominator: text(200),
    per: v.picklist([1, 100, 1_000, 10_000, 100_000]),
    better: v.picklist(['higher', 'lower', 'none']),
    /** `minority`: ethnic minorities and the others; `sex-minority`: each sex of both. */
    splitBy: v.picklist(['none', 'sex', 'minority', 'sex-minority']),
    /** Where a commune has the figure from. */
    source: v.picklist(['own-log', 'own-register', 'contributes', 'from-above', 'not-applicable']),
    /** Counts of people harmed and the like: readings are never kept on a device. */
    guarded: v.boolean(),
    /** For a cadence: which outputs of an activity count, and how often they are asked. */
    cadence: v.object({ every, outputs: v.array(text(40)) }),
    /** Without a year where the document prints none. */
    baseline: v.object({ value: figure, year: v.optional(year) }),
    /** What must hold together for one to be counted, "được phổ biến", "cam kết"; who meets only one is not. */
    conditions: v.array(filled(160)),
    /** For a list: what puts a body on it, "nữ từ 30% trở lên, chưa có nữ lãnh đạo chủ chốt". */
    threshold: text(300),
    /** For a direction: what it is compared with; the period just before where nothing is said. */
    against: v.picklist(['period-before', 'last-year']),
    /** Where its value stands: the plan as cited ("131/KH-UBND"), and there "chỉ tiêu 1, mục tiêu 1". */
    pointsTo: v.object({ plan: filled(160), indicator: text(160) }),
    /** Below this denominator the parts are shown and no share of them is coloured by itself. */
    smallBelow: count,
    copiedFrom,
    order,
    document,
    line,
  },
  /** Measures of the levels above that this one answers, or points to: keys are `scope~measure id`. */
  sets: { parents: linked },
  required: ['plan', 'indicator', 'title', 'kind', 'better', 'source', 'order'],
});
export type Measure = RecordOf<typeof measureTable>;

/** `range`: at least `value`; `max` is the usual upper bound, not a cap. `yes`: done. */
export const Comparator = v.picklist(['>=', '>', '<=', '<', '=', 'range', 'yes']);
export type Comparator = v.InferOutput<typeof Comparator>;

export const targetTable = defineTable({
  single: {
    plan: id,
    measure: id,
    comparator: Comparator,
    value: figure,
    max: figure,
    /** A milestone to be reached by the end of this year. */
    byYear: year,
    /** In force in every year from this one on. */
    fromYear: year,
    toYear: year,
    approximate: v.boolean(),
    /** How far an approximate target may be missed, in the measure's unit; declared, never guessed. */
    tolerance: figure,
    /** "Duy trì": what is reached must not get worse; without a value, not worse than before. */
    maintain: v.boolean(),
    /** Who has yet to say the value ("chưa giao"): the level above, or a plan that is pointed to. */
    awaits: v.picklist(['above', 'other-plan']),
    /** The few printed words that decide the comparator. */
    printed: text(80),
    order,
    document,
    line,
  },
  sets: {},
  required: ['plan', 'measure', 'comparator', 'order'],
});
export type Target = RecordOf<typeof targetTable>;

/** `2024`, `2024-H1`, `2024-Q4` or `2024-11`. */
export const Period = v.pipe(v.string(), v.regex(/^\d{4}(?:-(?:H[12]|Q[1-4]|0[1-9]|1[0-2]))?$/u));
export type Period = v.InferOutput<typeof Period>;

const Part = v.object({ numerator: figure, denominator: v.optional(figure) });

/** Id: `measure~unit~agency~period`, so that two phones which enter the same figure meet. */
export const readingTable = defineTable({
  single: {
    measure: id,
    unit: id,
    agency: id,
    period: Period,
    numerator: figure,
    denominator: figure,
    female: Part,
    male: Part,
    /** Of the whole, and of each sex, those of ethnic minorities; the others are what is left. */
    minority: Part,
    minorityFemale: Part,
    minorityMale: Part,
    /** How many meet each of the measure's conditions, in their order; those that meet all are the numerator. */
    conditions: v.array(count),
    /** For a list: the bodies on it. */
    bodies: v.array(filled(160)),
    /** "Không phát sinh": nothing happened that could be counted. Neither zero nor empty. */
    nothing: v.boolean(),
    done: v.boolean(),
    source: text(300),
    /** What it can be looked up in, where that is none of the linked records. */
    evidence: text(500),
    /** Why a figure far from last time's is right all the same. */
    outlier: text(300),
    /** The figures as they stood when somebody checked them (reading-status.ts); absent while nobody has. */
    checked: text(8_000),
    note: text(1_000),
  },
  /** Evidence: activities, and documents of the register. */
  sets: { activities: present, documents: present },
  required: ['measure', 'unit', 'agency', 'period'],
});
export type Reading = RecordOf<typeof readingTable>;

/** The fields of which a reading's id is made, in their order. */
export const readingKey = ['measure', 'unit', 'agency', 'period'] as const;

export const readingId = (key: { measure: string; unit: string; agency: string; period: string }): string =>
  [key.measure, key.unit, key.agency, key.period].join('~');
