/** What a reading of a measure is asked for: one list for its form, its row in the grid, and the reading of both. */
import type { Measure } from '#domain/records/measure.ts';

export const groups = ['female', 'male', 'minority', 'minorityFemale', 'minorityMale'] as const;
export type Group = (typeof groups)[number];
export type AmountName = 'numerator' | 'denominator' | `${Group}${'Numerator' | 'Denominator'}`;

export const isGroup = (name: string): name is Group => groups.some((group) => group === name);

export const amountNames: readonly AmountName[] = [
  'numerator',
  'denominator',
  ...groups.flatMap((group) => [`${group}Numerator`, `${group}Denominator`] as const),
];

const groupsBy: Readonly<Record<NonNullable<Measure['splitBy']>, readonly Group[]>> = {
  none: [],
  sex: ['female', 'male'],
  minority: ['minority'],
  'sex-minority': groups.filter((group) => group !== 'minority'),
};

/** Where each group must pass by itself, sexes are asked for if nothing else is named. */
export const groupsAsked = ({ kind, splitBy = 'none' }: Measure): readonly Group[] => {
  if (kind === 'both-sexes') return groupsBy.sex;
  if (kind === 'each-group' && splitBy === 'none') return groupsBy.sex;
  return kind === 'yes-no' ? [] : groupsBy[splitBy];
};

/** Where each sex is judged by itself the whole is their sum, and asked for once. */
export const asksWhole = ({ kind, splitBy }: Measure): boolean =>
  kind !== 'both-sexes' && kind !== 'yes-no' && (kind !== 'each-group' || splitBy === 'minority');

const counts: ReadonlySet<Measure['kind']> = new Set(['count', 'list', 'yes-no']);
export const asksDenominator = ({ kind, denominator }: Measure): boolean =>
  !counts.has(kind) && (kind !== 'direction' || denominator !== undefined);

export const asksBodies = ({ kind }: Measure): boolean => kind === 'list';

/** Hours and rates have decimals, people have none: which keys the phone shows. */
export const hasDecimals = ({ kind }: Measure): boolean => kind === 'multiple' || kind === 'direction';

/** Whether a unit enters readings of it: not what is counted from the log, comes from above, is guarded, or stands elsewhere. */
export const isEntered = ({ guarded, source, kind }: Measure): boolean =>
  guarded !== true &&
  source !== 'from-above' &&
  source !== 'not-applicable' &&
  kind !== 'cadence' &&
  kind !== 'pointer';
