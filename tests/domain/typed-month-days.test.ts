import { describe, expect, test } from 'vitest';
import { parseMonthDay, parseYear } from '#domain/typed-dates.ts';

describe('A day of every year, as it is typed', () => {
  test.each([
    ['15/11', '11-15'],
    ['5/6', '06-05'],
    [' 08-03 ', '03-08'],
    ['29.02', '02-29'],
  ])('%s is %s', (typed, day) => {
    expect(parseMonthDay(typed)).toEqual({ ok: true, value: day });
  });

  test.each(['31/04', '30/02', '0/5', '5/13', '15/11/2024', '11', ''])('%s is none', (typed) => {
    expect(parseMonthDay(typed)).toEqual({ ok: false, problem: { code: 'field/not-a-date' } });
  });
});

test('A year has four digits', () => {
  expect(parseYear(' 2026 ')).toEqual({ ok: true, value: 2026 });
  for (const typed of ['26', '20266', 'hai', '']) expect(parseYear(typed).ok).toBe(false);
});
