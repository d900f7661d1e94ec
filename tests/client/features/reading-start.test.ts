/** What the form of a reading opens on, and what it writes: nothing that another phone changed meanwhile is put back. */
import { describe, expect, test } from 'vitest';
import { changedValues } from '#domain/values.ts';
import { readReading, recordOfReading, type ReadingForm } from '#client/features/indicators/reading-form.ts';
import {
  atPeriod,
  draftOf,
  keyOfReading,
  parseReadingDraft,
  readingValues,
  startOn,
  startOnRefused,
  type ReadingStart,
} from '#client/features/indicators/reading-start.ts';
import type { Measure } from '#domain/records/measure.ts';

const measure: Measure = {
  plan: 'p',
  indicator: 'i',
  title: 'Số đo',
  kind: 'share',
  better: 'higher',
  source: 'own-register',
  order: '1',
  parents: {},
};
const key = { measure: 'm', unit: 'u', agency: 'a', period: '2023-Q2' };
const id = 'm~u~a~2023-Q2';
const saved = { ...key, numerator: 9, denominator: 10, source: 'Sổ hộ tịch', activities: {}, documents: {} };

const typedInto = (start: ReadingStart, change: Partial<ReadingForm>): ReadingStart => ({
  ...start,
  form: { ...start.form, ...change },
});
const written = (start: ReadingStart) =>
  readingValues(start.before, recordOfReading(readReading(measure, start.form).fields, key), undefined);

describe('a reading that is corrected', () => {
  test('writes only what was typed, whatever arrived from another phone meanwhile', () => {
    expect(written(typedInto(startOn('a', '2023-Q2', saved), { note: 'Ước tính' }))).toEqual({ note: 'Ước tính' });
  });

  test('writes everything when there was none', () => {
    const start = typedInto(startOn('a', '2023-Q2', undefined), { numerator: '9', denominator: '10' });
    expect(written(start)).toEqual({ $c: true, ...key, numerator: 9, denominator: 10 });
  });
});

describe('another period', () => {
  const typed = typedInto(startOn('a', '2023-Q2', saved), { note: 'Ước tính' });

  test('takes over what was typed and no figure that was loaded', () => {
    const next = atPeriod(typed, '2023-Q3', undefined);
    expect(next.form).toEqual({ ...startOn('a', '2023-Q3', undefined).form, note: 'Ước tính' });
    expect(next.before).toBeUndefined();
  });

  test('takes it over once more when yet another is chosen', () => {
    const next = atPeriod(atPeriod(typed, '2023-Q3', undefined), '2023-Q4', undefined);
    expect(next.form).toMatchObject({ period: '2023-Q4', note: 'Ước tính', numerator: '' });
  });

  test('shows what it already has', () => {
    const kept = { ...saved, period: '2023-Q3', numerator: 7 };
    expect(atPeriod(typed, '2023-Q3', kept)).toEqual(startOn('a', '2023-Q3', kept));
  });
});

describe('a refused reading', () => {
  test('that was an edit opens on its own period, with the refused values over what is saved', () => {
    const start = startOnRefused({ table: 'reading', id, values: { numerator: 11 } }, saved);
    expect(start?.form).toMatchObject({ period: '2023-Q2', numerator: '11', denominator: '10', source: 'Sổ hộ tịch' });
    expect(start).toMatchObject({ agency: 'a', before: saved });
  });

  test('that was made new opens on what it said', () => {
    const values = changedValues('reading', undefined, saved);
    expect(startOnRefused({ table: 'reading', id, values }, undefined)?.form).toMatchObject({ numerator: '9' });
  });

  test('writes again what was refused, as it stands now, and nothing else', () => {
    const after = { ...saved, numerator: 8 };
    expect(readingValues({ ...saved, numerator: 11 }, after, { numerator: 11 })).toEqual({ numerator: 8 });
    expect(readingValues(saved, saved, { source: 'Sổ hộ tịch' })).toEqual({ source: 'Sổ hộ tịch' });
  });

  test('cannot be opened under an id that is no key', () => {
    expect(keyOfReading('m~u~a')).toBeUndefined();
    expect(startOnRefused({ table: 'reading', id: 'm~u', values: {} }, undefined)).toBeUndefined();
  });
});

describe('a draft of a reading', () => {
  test('comes back with what was typed and what it began from', () => {
    const start = typedInto(startOn('a', '2023-Q2', saved), { numerator: '12', nothing: true });
    expect(parseReadingDraft(JSON.parse(JSON.stringify(draftOf(start))))).toEqual(start);
    const fresh = startOn('a', '2024', undefined);
    expect(parseReadingDraft(JSON.parse(JSON.stringify(draftOf(fresh))))).toEqual(fresh);
  });

  test.each([undefined, null, [], { agency: 'a' }, { agency: 1, loaded: {}, form: {} }])(
    'is none when it is %j',
    (draft) => {
      expect(parseReadingDraft(draft)).toBeUndefined();
    },
  );
});
