import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editableNumber, formatCount, formatNumber, formatPercent, paddedCount } from '#domain/numbers.ts';
import { parseCount, parseFigure } from '#domain/typed-numbers.ts';

const notACount = { ok: false, problem: { code: 'field/not-a-count' } };
const negative = { ok: false, problem: { code: 'field/negative' } };
const meant = (reading: number) => ({ ok: false, problem: { code: 'field/number-meant', reading } });
const notANumber = { ok: false, problem: { code: 'field/not-a-number' } };

describe('A typed count', () => {
  test.each([
    ['0', 0],
    ['04', 4],
    ['1234', 1234],
    ['1.234', 1234],
    ['1.234.567', 1234567],
    ['1 234 567', 1234567],
    [' 12\u00A0345 ', 12345],
  ])('reads %j as %d', (typed, value) => {
    expect(parseCount(typed)).toEqual({ ok: true, value });
  });

  test.each(['12,5', '12.5', '1.2345', '1.23', '12 5', '0.234', '1e3', '1e309', 'NaN', 'năm', '3 và 4'])(
    'refuses %j',
    (typed) => {
      expect(parseCount(typed)).toEqual(notACount);
    },
  );

  test.each([
    ['1O', 10],
    ['l2', 12],
    ['１２', 12],
    ['1,234', 1234],
    ['5 người', 5],
    ['khoảng 1.200 người', 1200],
  ])('does not take %j, and says that it seems to mean %d', (typed, reading) => {
    expect(parseCount(typed)).toEqual(meant(reading));
  });

  test.each(['-3', '− 3', '-0'])('refuses %j as negative', (typed) => {
    expect(parseCount(typed)).toEqual(negative);
  });

  test('asks for one where nothing was typed', () => {
    expect(parseCount('\u00A0')).toEqual({ ok: false, problem: { code: 'field/required' } });
  });

  test('has an upper bound', () => {
    expect(parseCount('10.000.000.000.000')).toEqual({ ok: true, value: 1e13 });
    expect(parseCount('10.000.000.000.001')).toEqual({ ok: false, problem: { code: 'field/too-large', max: 1e13 } });
  });

  test('reads back every count as it is printed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e13 }), (n) => {
        expect(parseCount(formatCount(n))).toEqual({ ok: true, value: n });
        expect(parseCount(paddedCount(n))).toEqual({ ok: true, value: n });
      }),
    );
  });
});

describe('A typed figure', () => {
  test.each([
    ['1234', 1234],
    ['12,5', 12.5],
    ['12.5', 12.5],
    ['12.55', 12.55],
    ['1.2345', 1.2345],
    ['0.234', 0.234],
    ['1234.567', 1234.567],
    ['99,6', 99.6],
    ['1.234,5', 1234.5],
    ['1 234,5', 1234.5],
    ['1.234.567', 1234567],
    ['1,234', 1.234],
  ])('reads %j as %d', (typed, value) => {
    expect(parseFigure(typed)).toEqual({ ok: true, value });
  });

  test('is not guessed when it could be thousands or decimals', () => {
    expect(parseFigure('1.234')).toEqual({
      ok: false,
      problem: { code: 'field/ambiguous-number', readings: [1234, 1.234] },
    });
  });

  test.each(['1,2,3', '1.23.4', '12 5', 'NaN', '1e309', '12e3', '3 trong 4', 'khoảng 1.500 giờ'])(
    'refuses %j',
    (typed) => {
      expect(parseFigure(typed)).toEqual(notANumber);
    },
  );

  test.each([
    ['1,234.5', 1234.5],
    ['l2', 12],
    ['1O', 10],
    ['１２', 12],
    ['12%', 12],
    ['99,6 %', 99.6],
    ['12,', 12],
  ])('does not take %j, and says that it seems to mean %d', (typed, reading) => {
    expect(parseFigure(typed)).toEqual(meant(reading));
  });

  test.each(['-1', '–1,5'])('refuses %j as negative', (typed) => {
    expect(parseFigure(typed)).toEqual(negative);
  });

  test.each(['0,12345678901234567890', '1,00000000000000000001', '123456789012,12345'])(
    'refuses %j, which would be rounded',
    (typed) => {
      expect(parseFigure(typed)).toEqual({ ok: false, problem: { code: 'field/too-precise', max: 15 } });
    },
  );

  test('of up to fifteen digits is held as it was typed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), fc.stringMatching(/^[0-9]{1,6}$/u), (whole, decimals) => {
        const parsed = parseFigure(`${whole},${decimals}`);
        const fraction = decimals.replace(/0+$/u, '');
        expect(parsed.ok && editableNumber(parsed.value)).toBe(
          fraction === '' ? String(whole) : `${whole},${fraction}`,
        );
      }),
    );
  });

  test('reads back every figure as it stands in a field being edited', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e13, noNaN: true }), (n) => {
        expect(parseFigure(editableNumber(n))).toEqual({ ok: true, value: n });
      }),
    );
  });

  test('reads back every figure as it is printed, or offers it among the readings', () => {
    fc.assert(
      fc.property(fc.oneof(fc.double({ min: 0, max: 1e13, noNaN: true }), fc.integer({ min: 0, max: 2000 })), (n) => {
        const parsed = parseFigure(formatNumber(n));
        const ambiguous = { code: 'field/ambiguous-number', readings: [n, n / 1000] };
        expect(parsed).toEqual(parsed.ok ? { ok: true, value: n } : { ok: false, problem: ambiguous });
      }),
    );
  });
});

describe('A printed number', () => {
  test.each<[number, number | undefined, string]>([
    [1234.5, undefined, '1.234,5'],
    [1234567, undefined, '1.234.567'],
    [999, undefined, '999'],
    [0.0000001, undefined, '0,0000001'],
    [33.333333, 2, '33,33'],
    [60, 2, '60'],
    [-0.001, 2, '0'],
    [-1234.5, 1, '-1.234,5'],
  ])('writes %d with %s decimals as %s', (value, decimals, text) => {
    expect(formatNumber(value, decimals)).toBe(text);
  });

  test('writes percents without a space', () => {
    expect(formatPercent(99.6)).toBe('99,6%');
    expect(formatPercent(200 / 3)).toBe('66,67%');
    expect(formatPercent(200 / 3, 0)).toBe('67%');
  });

  test('writes small counts with a leading zero where the documents do', () => {
    expect(paddedCount(4)).toBe('04');
    expect(paddedCount(9)).toBe('09');
    expect(paddedCount(10)).toBe('10');
  });
});
