/**
 * What the form of a reading opens on, and what it writes in the end.
 *
 * - `before` is the reading as it stood when the form or its period was opened: only what differs from that is written,
 *   so that a figure which arrived meanwhile is not put back.
 * - `loaded` is what the fields showed then; what differs from it was typed.
 * - A draft keeps all of it, sealed, and is read piece by piece when it comes back.
 */
import { CREATED, DELETED, type Change, type Value, type Values } from '#domain/change.ts';
import type { Reading } from '#domain/records/measure.ts';
import { changedValues, recordOf, valuesOf } from '#domain/values.ts';
import { recordInDraft } from '#client/state/create-draft.ts';
import { emptyReading, readingFormOf, type ReadingForm } from './reading-form.ts';

export type ReadingKey = Pick<Reading, 'measure' | 'unit' | 'agency' | 'period'>;

export interface ReadingStart {
  readonly agency: string;
  readonly before: Reading | undefined;
  readonly loaded: ReadingForm;
  readonly form: ReadingForm;
}

/** A reading's id is its key. */
export const keyOfReading = (id: string): ReadingKey | undefined => {
  const [measure, unit, agency, period, ...rest] = id.split('~');
  if (!measure || !unit || agency === undefined || !period || rest.length > 0) return undefined;
  return { measure, unit, agency, period };
};

export const startOn = (agency: string, period: string, kept: Reading | undefined): ReadingStart => {
  const loaded = kept ? readingFormOf(kept) : emptyReading(period);
  return { agency, before: kept, loaded, form: loaded };
};

/** The refused values lie over what is saved: an edit carries only what it changed. */
export const startOnRefused = (change: Change, saved: Reading | undefined): ReadingStart | undefined => {
  const key = keyOfReading(change.id);
  if (!key) return undefined;
  const before = saved && valuesOf('reading', saved);
  const shown = recordOf('reading', { ...before, ...change.values, ...key, [CREATED]: true, [DELETED]: null });
  if (!shown) return undefined;
  return { ...startOn(key.agency, key.period, saved), form: readingFormOf(shown) };
};

const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one, index) => one === b[index]);

const isSame = (a: unknown, b: unknown): boolean =>
  Array.isArray(a) && Array.isArray(b) ? sameList(a.map(String), b.map(String)) : a === b;

/** What was typed over what was loaded; the period is chosen, not typed. */
export const typedSince = (loaded: ReadingForm, form: ReadingForm): Partial<ReadingForm> => {
  const before = new Map<string, unknown>(Object.entries(loaded));
  const typed = Object.entries(form).filter(([name, value]) => name !== 'period' && !isSame(before.get(name), value));
  return Object.fromEntries(typed);
};

/** Another period shows what it already has. One that has nothing takes over what was typed, and no figure that was loaded. */
export const atPeriod = (
  { agency, loaded, form }: ReadingStart,
  period: string,
  kept: Reading | undefined,
): ReadingStart => {
  const next = startOn(agency, period, kept);
  if (kept) return next;
  return { ...next, form: { ...next.form, ...typedSince(loaded, form) } };
};

/** What a refused mutation wrote is written again, as it stands in the form now; the rest only where it differs. */
export const readingValues = (before: Reading | undefined, after: Reading, refused: Values | undefined): Values => {
  const changed = changedValues('reading', before, after);
  if (!refused) return changed;
  const now = valuesOf('reading', after);
  const again = Object.keys(refused)
    .filter((register) => !register.startsWith('$'))
    .map((register) => [register, now[register] ?? null] as const);
  return { ...Object.fromEntries(again), ...(refused[CREATED] ? { [CREATED]: true } : {}), ...changed };
};

export const draftOf = (start: ReadingStart): Readonly<Record<string, Value>> => ({
  agency: start.agency,
  before: start.before ? valuesOf('reading', start.before) : null,
  loaded: { ...start.loaded },
  form: { ...start.form },
});

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isWords = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((word) => typeof word === 'string');

/** Field by field: another version may have written it, with fewer fields or with more. */
const parseForm = (value: unknown): ReadingForm | undefined => {
  if (!isObject(value)) return undefined;
  const { period } = value;
  const known = Object.entries(emptyReading(typeof period === 'string' ? period : '')).flatMap(([name, empty]) => {
    const kept = value[name];
    if (Array.isArray(empty)) return isWords(kept) ? [[name, kept] as const] : [];
    if (name === 'done') return kept === 'yes' || kept === 'no' ? [[name, kept] as const] : [];
    return typeof kept === typeof empty ? [[name, kept] as const] : [];
  });
  return { ...emptyReading(''), ...Object.fromEntries(known) };
};

/** The draft that came back; `undefined` when it is none that this version can go on with. */
export const parseReadingDraft = (draft: unknown): ReadingStart | undefined => {
  if (!isObject(draft)) return undefined;
  const { agency } = draft;
  const [loaded, form] = [parseForm(draft['loaded']), parseForm(draft['form'])];
  if (typeof agency !== 'string' || !loaded || !form) return undefined;
  return { agency, before: recordInDraft('reading', draft['before']), loaded, form };
};
