/**
 * The sample workspace: three units, their agencies, one invented person for each role, and where the ready-made plans stand.
 *
 * - Ids are fixed, so that the sample is the same wherever it is made; there is one sample in a database at most.
 * - People are invented and marked as such ("Mẫu"). There are no passwords here: the server makes them.
 */
import type { Agency, Person, Unit, UnitLine } from '#domain/records/unit.ts';
import { scopeOf, type Scope } from '#domain/scope.ts';
import type { PlanDocument } from './plans/plan-document.ts';
import { dongTuyen2024 } from './plans/dong-tuyen-2024.ts';
import { parentSample } from './plans/parent-sample.ts';

interface Kept<T> {
  readonly id: string;
  readonly fields: T;
}

export const SAMPLE_TODAY = '2024-11-21';

const province = 'sample-province';
const city = 'sample-city';
const commune = 'sample-commune';

/** The root first. */
export const sampleUnits: readonly Kept<Unit>[] = [
  { id: province, fields: { name: 'Lào Cai', kind: 'tỉnh', sample: true, today: SAMPLE_TODAY } },
  { id: city, fields: { name: 'Thành phố Lào Cai', kind: 'thành phố' } },
  { id: commune, fields: { name: 'Xã Đồng Tuyển', kind: 'xã' } },
];

export const sampleLines: readonly Kept<UnitLine>[] = [
  { id: 'sample-line-city', fields: { unit: city, other: province, relation: 'parent' } },
  { id: 'sample-line-commune', fields: { unit: commune, other: city, relation: 'parent' } },
];

const agency = (key: string, unit: string, name: string, kind: string): Kept<Agency> => ({
  id: `sample-agency-${key}`,
  fields: { unit, name, kind },
});

export const sampleAgencies: readonly Kept<Agency>[] = [
  agency('province', province, 'UBND tỉnh Lào Cai', 'peoples-committee'),
  agency('city', city, 'UBND thành phố Lào Cai', 'peoples-committee'),
  agency('commune', commune, 'UBND xã Đồng Tuyển', 'peoples-committee'),
  agency('womens-union', commune, 'Hội Liên hiệp Phụ nữ xã', 'womens-union'),
  agency('finance', commune, 'Tài chính – Kế hoạch', 'finance'),
  agency('justice', commune, 'Tư pháp – Hộ tịch', 'justice'),
  agency('police', commune, 'Công an xã', 'police'),
  agency('health', commune, 'Trạm Y tế xã', 'health'),
  agency('school', commune, 'Trường học', 'school'),
];

interface SamplePerson extends Kept<Person> {
  readonly signIn: string;
}

const person = (
  signIn: string,
  name: string,
  role: Person['role'],
  unit: string,
  agencyKey: string,
  title: string,
): SamplePerson => ({
  id: `sample-${role}`,
  signIn,
  fields: { unit, agency: `sample-agency-${agencyKey}`, name, title, role },
});

/** One for each role, the officer first. */
export const samplePeople: readonly SamplePerson[] = [
  person('lan.mau', 'Lan Mẫu', 'officer', commune, 'commune', 'Công chức Văn hóa – Lao động, TBXH'),
  person('hoa.mau', 'Hoa Mẫu', 'recorder', commune, 'womens-union', 'Cán bộ Hội Liên hiệp Phụ nữ'),
  person('binh.mau', 'Bình Mẫu', 'leader', commune, 'commune', 'Phó Chủ tịch UBND xã'),
  person('tuan.mau', 'Tuấn Mẫu', 'supervisor', city, 'city', 'Chuyên viên Phòng LĐTBXH thành phố'),
  person('quy.mau', 'Quý Mẫu', 'administrator', commune, 'commune', 'Văn phòng UBND xã'),
  person('thu.mau', 'Thu Mẫu', 'auditor', city, 'city', 'Thanh tra thành phố'),
];

export interface SamplePlan {
  readonly scope: Scope;
  /** Id of the person in whose name it is written. */
  readonly author: string;
  readonly document: PlanDocument;
  /** Keys of the plan's set `parents`, `scope~plan id`. */
  readonly parents: readonly string[];
  /** Which indicators of a parent each task serves, by the task's key. */
  readonly taskIndicators: Readonly<Record<string, readonly string[]>>;
}

const news = ['parent.indicator.002.6.3', 'parent.indicator.000.6.3'];
const sexRatio = ['parent.indicator.002.4.1', 'parent.indicator.000.4.1'];
const trafficking = ['parent.indicator.002.3.3', 'parent.indicator.000.3.3'];
const knowledge = ['parent.indicator.002.6.1', 'parent.indicator.000.6.1'];
const provinceIssued = scopeOf(province, 'issued');

/** A parent stands before the plans that link to it. */
export const samplePlans: readonly SamplePlan[] = [
  { scope: provinceIssued, author: 'sample-supervisor', document: parentSample, parents: [], taskIndicators: {} },
  {
    scope: scopeOf(commune, 'work'),
    author: 'sample-officer',
    document: dongTuyen2024,
    parents: [`${provinceIssued}~parent.plan`],
    taskIndicators: {
      'II.1-3': news,
      'II.1-4': knowledge,
      'IV.2.1-4a': news,
      'IV.2.1-4b': knowledge,
      'IV.6-1b': trafficking,
      'IV.7-1a': sexRatio,
    },
  },
];
