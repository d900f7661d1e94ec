/**
 * The figures of the sample's year: last year's, the half-year's and this year's so far. A measure that the log answers by
 * itself, a guarded one and a pointer take none.
 */
import type { Measure, Reading } from '#domain/records/measure.ts';
import { readingId } from '#domain/records/measure.ts';

interface MadeReading {
  readonly id: string;
  readonly fields: Reading;
}

type Amounts = Partial<
  Pick<Reading, 'numerator' | 'denominator' | 'female' | 'male' | 'done' | 'nothing' | 'conditions' | 'note'>
>;
type Period = '2023' | '2024-H1' | '2024' | '2024-Q2' | '2024-Q3' | '2024-09' | '2024-10';
type Kept = Readonly<Partial<Record<Period, Amounts>>> & { readonly source: string; readonly agency?: string };

const of = (numerator: number, denominator: number) => ({ numerator, denominator });
const sexes = (female: readonly [number, number], male: readonly [number, number]): Amounts => ({
  female: of(...female),
  male: of(...male),
});

const wages = {
  '2023': of(612, 1_480),
  '2024-H1': of(640, 1_490),
  '2024': of(655, 1_502),
  source: 'Điều tra lao động xã',
};
const farming = {
  '2023': of(502, 1_480),
  '2024-H1': of(466, 1_490),
  '2024': of(448, 1_502),
  source: 'Điều tra lao động xã',
};
const births = { '2023': of(56, 50), '2024-H1': of(28, 25), '2024': of(47, 43), source: 'Sổ hộ tịch' };
const directors = { '2023': of(5, 21), '2024': of(6, 22), source: 'Danh sách hộ kinh doanh, hợp tác xã' };
const housework = { '2023': of(3.6, 2), '2024': of(3.5, 2), source: 'Cấp trên cung cấp', agency: 'commune' };
const deaths = { '2023': of(0, 106), '2024': of(0, 90), source: 'Trạm Y tế xã', agency: 'health' };
const teenBirths = {
  '2023': of(3, 148),
  '2024-H1': of(1, 151),
  '2024': of(2, 151),
  source: 'Trạm Y tế xã',
  agency: 'health',
};
const primary = {
  '2023': sexes([31, 31], [28, 28]),
  '2024': sexes([34, 34], [29, 30]),
  source: 'Trường Tiểu học (mẫu)',
  agency: 'school',
};
const secondary = {
  '2023': sexes([22, 25], [20, 24]),
  '2024': sexes([24, 27], [21, 25]),
  source: 'Trường THCS (mẫu)',
  agency: 'school',
};
const reached = {
  '2023': of(3_120, 5_840),
  '2024-H1': of(1_905, 5_910),
  '2024': of(3_704, 5_910),
  source: 'Ước tính của xã',
};
const committed: Kept = {
  '2023': { ...of(6, 10), conditions: [8, 7] },
  '2024': { ...of(7, 10), conditions: [9, 8] },
  source: 'Sổ theo dõi cam kết',
};
const support = { '2023': of(6, 10), '2024': of(7, 10), source: 'Cấp trên cung cấp' };
const recruits = { '2023': of(1_840, 5_410), '2024': of(1_912, 5_388), source: 'Cấp trên cung cấp' };
const masters = { '2023': of(402, 861), '2024': of(431, 885), source: 'Cấp trên cung cấp' };
const doctors = { '2023': of(9, 31), '2024': of(10, 32), source: 'Cấp trên cung cấp' };
const done = { '2024': { done: true }, source: 'Cấp trên cung cấp' };
const quarterlyRhythm = { '2024-Q2': of(121, 152), '2024-Q3': of(118, 152), source: 'Cấp trên cung cấp' };
const monthlyRhythm = { '2024-09': of(96, 152), '2024-10': of(101, 152), source: 'Cấp trên cung cấp' };

/** By the measure's id. */
const kept: Readonly<Record<string, Kept>> = {
  '001.measure.leadership': {
    '2023': of(7, 25),
    '2024-H1': of(8, 25),
    '2024': of(8, 25),
    source: 'Danh sách cán bộ, công chức',
  },
  '001.measure.sex-ratio': births,
  '001.measure.wages': wages,
  '001.measure.farming': farming,
  '001.measure.18.5': { '2024': { done: true }, source: 'Công văn chỉ đạo chỉ tiêu 18.5' },
  'parent.measure.002.1.1': { '2023': of(4, 9), '2024': of(5, 9), source: 'Danh sách lãnh đạo' },
  'parent.measure.002.1.2': { '2023': of(4, 6), '2024': of(5, 6), source: 'Danh sách lãnh đạo' },
  'parent.measure.000.1': { '2023': of(2, 9), '2024': of(3, 9), source: 'Danh sách lãnh đạo' },
  'parent.measure.002.2.1': wages,
  'parent.measure.002.2.2': farming,
  'parent.measure.002.2.3': directors,
  'parent.measure.000.2.1': wages,
  'parent.measure.000.2.2': farming,
  'parent.measure.000.2.3': directors,
  'parent.measure.002.3.1': housework,
  'parent.measure.002.3.4a': support,
  'parent.measure.002.3.4b': done,
  'parent.measure.000.3.1': housework,
  'parent.measure.000.3.4': support,
  'parent.measure.002.4.1': births,
  'parent.measure.002.4.2': deaths,
  'parent.measure.002.4.3': teenBirths,
  'parent.measure.002.4.4': { '2024': { nothing: true }, source: 'Cấp trên cung cấp' },
  'parent.measure.000.4.1': births,
  'parent.measure.000.4.2': deaths,
  'parent.measure.000.4.3': teenBirths,
  'parent.measure.002.5.1a': done,
  'parent.measure.002.5.1b': done,
  'parent.measure.002.5.2a': primary,
  'parent.measure.002.5.2b': secondary,
  'parent.measure.002.5.3': recruits,
  'parent.measure.002.5.4a': masters,
  'parent.measure.002.5.4b': doctors,
  'parent.measure.000.5.1': done,
  'parent.measure.000.5.2a': primary,
  'parent.measure.000.5.2b': secondary,
  'parent.measure.000.5.3': recruits,
  'parent.measure.000.5.4a': masters,
  'parent.measure.000.5.4b': doctors,
  'parent.measure.002.6.1': reached,
  'parent.measure.002.6.2': committed,
  'parent.measure.002.6.3b': quarterlyRhythm,
  'parent.measure.002.6.4a': done,
  'parent.measure.002.6.4b': monthlyRhythm,
  'parent.measure.000.6.1': reached,
  'parent.measure.000.6.2': committed,
  'parent.measure.000.6.3b': monthlyRhythm,
  'parent.measure.000.6.4': done,
};

const unit = 'sample-commune';
const COMMITTEE = 'commune';

/** The station counts the births that it attended: beside the committee's figure, never added to it. */
const alsoCounted: readonly (readonly [measure: string, agency: string, period: string, amounts: Amounts])[] = [
  ['001.measure.sex-ratio', 'health', '2024', { ...of(39, 37), note: 'Ca sinh tại trạm' }],
];

const made = (measure: string, agency: string, period: string, amounts: Amounts, source: string): MadeReading => {
  const key = { measure, unit, agency: `sample-agency-${agency}`, period };
  return { id: readingId(key), fields: { ...key, activities: {}, documents: {}, ...amounts, source } };
};

export const takesReading = ({ kind, guarded }: Pick<Measure, 'kind' | 'guarded'>): boolean =>
  kind !== 'cadence' && kind !== 'pointer' && guarded !== true;

export const yearReadings = (): readonly MadeReading[] => [
  ...Object.entries(kept).flatMap(([measure, { source, agency = COMMITTEE, ...periods }]) =>
    Object.entries(periods).map(([period, amounts]) => made(measure, agency, period, amounts, source)),
  ),
  ...alsoCounted.map(([measure, agency, period, amounts]) => made(measure, agency, period, amounts, 'Trạm Y tế xã')),
];
