import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asOn, changedFrom, formerNames } from '#domain/held.ts';
import { addDays } from '#domain/dates.ts';

const dongTuyen = { name: 'Xã Đồng Tuyển', kind: 'xã' };

describe('What a unit is called', () => {
  test('changes on the day, not before it', () => {
    const ward = changedFrom(dongTuyen, { name: 'Phường Mẫu', kind: 'phường' }, '2025-07-01');
    expect(ward && asOn(ward, '2025-06-30')).toMatchObject(dongTuyen);
    expect(ward && asOn(ward, '2025-07-01')).toMatchObject({ name: 'Phường Mẫu', kind: 'phường' });
    expect(ward && formerNames(ward, '2025-07-01')).toEqual(['Xã Đồng Tuyển']);
    expect(ward && formerNames(ward, '2025-06-30')).toEqual([]);
  });

  test('may be corrected for the same day, and is refused behind a later change', () => {
    const once = changedFrom(dongTuyen, { name: 'Phường Nhầm' }, '2025-07-01');
    const mended = once && changedFrom(once, { name: 'Phường Mẫu' }, '2025-07-01');
    expect(mended).toEqual({
      ...dongTuyen,
      name: 'Phường Mẫu',
      former: [{ until: '2025-06-30', name: 'Xã Đồng Tuyển' }],
    });
    expect(mended && changedFrom(mended, { name: 'Xã Khác' }, '2025-06-01')).toBeUndefined();
  });

  test('keeps nothing of a code that was not known before', () => {
    expect(changedFrom(dongTuyen, { officialCode: '02650' }, '2025-07-01')).toEqual({
      ...dongTuyen,
      officialCode: '02650',
      former: [],
    });
  });

  const word = fc.constantFrom('A', 'B', 'C', 'D');
  const step = fc.record({
    days: fc.integer({ min: 0, max: 400 }),
    change: fc.record({ name: word, kind: word, officialCode: word }, { requiredKeys: [] }),
  });
  const start = { name: 'A', kind: 'A', officialCode: 'A' };

  test('reads on every day as it did before any later change, whatever changes follow', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), fc.integer({ min: -10, max: 3_000 }), (steps, at) => {
        const day = addDays('2020-01-01', at);
        let from = '2020-01-01';
        let record: Parameters<typeof changedFrom>[0] & typeof start = start;
        let expected = start;
        for (const { days, change } of steps) {
          from = addDays(from, days);
          const next = changedFrom(record, change, from);
          if (next === undefined) throw new Error('a change after all others was refused');
          record = next;
          if (from <= day) expected = { ...expected, ...change };
        }
        expect(asOn(record, day)).toMatchObject(expected);
      }),
    );
  });
});
