/**
 * A problem as it comes from outside: from a server, or from a row that another version wrote.
 *
 * - What it carries is checked, so that whoever says it in words finds what the words need.
 * - A code of a later version passes as it is: the screen has a sentence for those, and the next version knows it.
 */
import type { Problem, ProblemCode } from './problem.ts';

type Data<Code extends ProblemCode> = Exclude<keyof Extract<Problem, { readonly code: Code }>, 'code'>;
/** What must be there: numbers unless another kind is said. `?` may be missing. */
type Wanted<Code extends ProblemCode> = {
  readonly [Name in Data<Code>]: 0 | 'text' | 'numbers' | 'texts' | 'problem' | '?';
};

/** A code without a row carries nothing. */
const carried: {
  readonly [Code in ProblemCode as Data<Code> extends never ? never : Code]: Wanted<Code>;
} = {
  'field/too-long': { max: 0 },
  'field/ambiguous-number': { readings: 'numbers' },
  'field/too-large': { max: 0 },
  'field/number-meant': { reading: 0 },
  'field/too-precise': { max: 0 },
  'field/date-meant': { readings: 'texts' },
  'account/unsent': { count: 0 },
  'text/cleaned': { count: 0 },
  'text/other-encoding': { reading: 'text' },
  'activity/date-out-of-range': { from: 'text', to: 'text' },
  'activity/minority-exceeds-total': { total: 0 },
  'reading/split-differs': { expected: 0, found: 0 },
  'reading/outlier': { previous: 0, times: 0 },
  'reading/period-not-begun': { from: 'text' },
  'reading/part-exceeds': { total: 0 },
  'reading/conditions-differ': { least: 0, most: 0 },
  'reading/bodies-differ': { expected: 0, found: 0 },
  'register/too-early': { than: 'text' },
  'register/exceeds-step-before': { before: 0 },
  'unit/bad-list': { at: 'text', fault: 'text', count: 0 },
  'sync/unknown-field': { field: 'text' },
  'sync/bad-value': { field: 'text', problem: 'problem' },
  'sync/too-large': { max: 0 },
  'request/malformed': { field: '?' },
  'request/too-large': { max: 0 },
  'session/slow-down': { seconds: 0 },
  'account/password-too-short': { min: 0 },
  'server/busy': { seconds: 0 },
  'file/unfit': { why: 'text' },
  'vault/wrong-secret': { waitSeconds: 0 },
  'vault/secret-too-short': { min: 0 },
  'vault/slow-down': { seconds: 0 },
  'store/lost': { how: 'text' },
  'problem/unknown': { was: 'text' },
};
const rows: Readonly<Record<string, Readonly<Record<string, unknown>>>> = carried;

const isOfKind = (kind: unknown, value: unknown): boolean => {
  if (kind === 'numbers') return Array.isArray(value) && value.every(Number.isFinite);
  if (kind === 'texts') return Array.isArray(value) && value.every((one) => typeof one === 'string');
  if (kind === 'problem') return isProblem(value);
  return kind === '?' || typeof value === (kind === 'text' ? 'string' : 'number');
};

const isProblem = (value: unknown): value is Problem =>
  codeOf(value) !== '' &&
  Object.entries(rows[codeOf(value)] ?? {}).every(([name, kind]) => isOfKind(kind, Object(value)[name]));

const codeOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string' ? value.code : '';

export const readProblem = (value: unknown): Problem =>
  isProblem(value) ? value : { code: 'problem/unknown', was: codeOf(value) };
