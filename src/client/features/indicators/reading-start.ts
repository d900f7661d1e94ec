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

const withField = <K extends keyof ReadingForm>(form: ReadingForm, name: K, value: ReadingForm[K]): ReadingForm => ({
  ...form,
  [name]: value,
});

const fieldsOfForm = [
  'numerator',
  'denominator',
  'femaleNumerator',
  'femaleDenominator',
  'maleNumerator',
  'maleDenominator',
  'done',
  'nothing',
  'source',
  'note',
] as const;

/** Another period shows what it already has. One that has nothing takes over what was typed, and no figure that was loaded. */
export const atPeriod = (
  { agency, loaded, form }: ReadingStart,
  period: string,
  kept: Reading | undefined,
): ReadingStart => {
  const next = startOn(agency, period, kept);
  if (kept) return next;
  const typed = fieldsOfForm.reduce(
    (taken, name) => (form[name] === loaded[name] ? taken : withField(taken, name, form[name])),
    next.form,
  );
  return { ...next, form: typed };
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

const parseForm = (value: unknown): ReadingForm | undefined => {
  if (!isObject(value)) return undefined;
  const text = (name: string): string => {
    const kept = value[name];
    return typeof kept === 'string' ? kept : '';
  };
  const done = text('done');
  return {
    period: text('period'),
    numerator: text('numerator'),
    denominator: text('denominator'),
    femaleNumerator: text('femaleNumerator'),
    femaleDenominator: text('femaleDenominator'),
    maleNumerator: text('maleNumerator'),
    maleDenominator: text('maleDenominator'),
    done: done === 'yes' || done === 'no' ? done : '',
    nothing: value['nothing'] === true,
    source: text('source'),
    note: text('note'),
  };
};

/** The draft that came back; `undefined` when it is none that this version can go on with. */
export const parseReadingDraft = (draft: unknown): ReadingStart | undefined => {
  if (!isObject(draft)) return undefined;
  const { agency } = draft;
  const [loaded, form] = [parseForm(draft['loaded']), parseForm(draft['form'])];
  if (typeof agency !== 'string' || !loaded || !form) return undefined;
  return { agency, before: recordInDraft('reading', draft['before']), loaded, form };
};
