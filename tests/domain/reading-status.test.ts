/** A check of a reading: of which figures it speaks, and who may make one. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkChecked, figuresAsText, mayCheck, readingStatus } from '#domain/reading-status.ts';
import { readings } from './arbitraries.ts';
import { aReading } from './samples.ts';

const counted = aReading({ numerator: 9, denominator: 10, female: { numerator: 4, denominator: 5 } });
const checked = { ...counted, checked: figuresAsText(counted) };

describe('A reading', () => {
  test('is a draft until somebody has checked it', () => {
    expect(readingStatus(counted)).toBe('draft');
    expect(readingStatus(checked)).toBe('checked');
  });

  test.each([
    { numerator: 8 },
    { denominator: 11 },
    { female: { numerator: 3, denominator: 5 } },
    { female: { numerator: 4 } },
    { minority: { numerator: 1, denominator: 2 } },
    { conditions: [9, 9] },
    { bodies: ['Trạm Y tế'] },
    { nothing: true },
    { done: true },
  ])('that was checked is a draft again when it says %j', (change) => {
    expect(readingStatus({ ...checked, ...change })).toBe('changed');
  });

  test('stays checked when its source, evidence, reason or note is completed', () => {
    const told = { source: 'Sổ hộ tịch', evidence: 'Biên bản 12', outlier: 'Sáp nhập thôn', note: 'Ước' };
    const linked = { activities: { a1: true as const }, documents: { d1: true as const } };
    expect(readingStatus({ ...checked, ...told, ...linked })).toBe('checked');
  });

  test('is checked whatever order its fields came in, and only by just what it says', () => {
    fc.assert(
      fc.property(readings, readings, (one, other) => {
        const reordered = Object.fromEntries(Object.entries(one).toReversed());
        expect(figuresAsText(reordered)).toBe(figuresAsText(one));
        const crossed = readingStatus({ ...one, checked: figuresAsText(other) });
        expect(crossed).toBe(figuresAsText(one) === figuresAsText(other) ? 'checked' : 'changed');
      }),
    );
  });
});

describe('A check', () => {
  test('is made by who enters for the whole unit, never by the agency that counted', () => {
    expect((['officer', 'supervisor'] as const).every(mayCheck)).toBe(true);
    expect((['recorder', 'leader', 'administrator', 'auditor'] as const).some(mayCheck)).toBe(false);
    expect(checkChecked('recorder', undefined, '{}')).toEqual({ code: 'rights/forbidden' });
    expect(checkChecked('recorder', '{"numerator":1}', '{"numerator":2}')).toEqual({ code: 'rights/forbidden' });
    expect(checkChecked('officer', undefined, '{}')).toBeUndefined();
  });

  test('does not keep an agency from changing its reading, nor from taking the check away', () => {
    expect(checkChecked('recorder', '{}', '{}')).toBeUndefined();
    expect(checkChecked('recorder', '{}', null)).toBeUndefined();
    expect(checkChecked('recorder', undefined, undefined)).toBeUndefined();
  });
});
