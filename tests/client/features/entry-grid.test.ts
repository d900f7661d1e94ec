/** The grid of a period: which measures it asks, what a copy takes along, which cell a key leads to, and which page an address is. */
import { describe, expect, test } from 'vitest';
import type { Measure, Reading } from '#domain/records/measure.ts';
import type { Plan } from '#domain/records/plan.ts';
import {
  copied,
  draftOfRows,
  earlierOf,
  isTyped,
  mayCopy,
  measuresEntered,
  plansInPeriod,
  rowsInDraft,
  startOfRow,
} from '#client/features/indicators/entry-rows.ts';
import { cellAfter, type Cell } from '#client/features/indicators/grid-keys.ts';
import { placeAt, whyHref } from '#client/features/indicators/place.ts';
import { startOn } from '#client/features/indicators/reading-start.ts';
import { aMeasure, aReading } from '#tests/domain/samples.ts';

const scope = 'u/work' as const;
const aPlan = (id: string, from: string, to: string, more: Partial<Plan> = {}) =>
  ({
    scope,
    table: 'plan',
    id,
    state: 'sent',
    fields: {
      kind: 'plan',
      title: id,
      issuer: 'UBND xã',
      from,
      to,
      complete: true,
      parents: {},
      governing: {},
      ...more,
    },
  }) as const;
const saved = (id: string, fields: Partial<Measure> = {}) =>
  ({ scope, table: 'measure', id, state: 'sent', fields: aMeasure({ plan: 'now', ...fields }) }) as const;
const never = () => false;

describe('The measures of a period', () => {
  const now = aPlan('now', '2024-01-01', '2024-12-31');
  const next = aPlan('next', '2025-01-01', '2025-12-31');
  const old = aPlan('old', '2022-01-01', '2022-12-31');
  const half = aPlan('half', '2024-01-01', '2024-12-31', { complete: false });
  const idsOf = (plans: readonly { readonly id: string }[]) => plans.map(({ id }) => id);

  test('are those of whole plans that are in force, and of what next year will be compared with it', () => {
    expect(idsOf(plansInPeriod([now, next, old, half], '2024', 'u', never))).toEqual(['now', 'next']);
    expect(idsOf(plansInPeriod([now, old], '2024', 'u', (plan) => plan.id === 'now'))).toEqual([]);
    const all = [saved('a'), saved('b', { plan: 'next' }), saved('c', { plan: 'next', kind: 'direction' })];
    expect(idsOf(measuresEntered(all, [now, next], '2024'))).toEqual(['a', 'c']);
  });

  test('are without what is counted from the log, comes from above, is guarded or stands elsewhere', () => {
    const all = [
      saved('log', { kind: 'cadence' }),
      saved('above', { source: 'from-above' }),
      saved('none', { source: 'not-applicable' }),
      saved('guarded', { guarded: true }),
      saved('pointer', { kind: 'pointer' }),
      saved('own'),
    ];
    expect(idsOf(measuresEntered(all, [now], '2024'))).toEqual(['own']);
  });

  test('that answer one above are asked once, as the own ones', () => {
    const all = [saved('above'), saved('own', { parents: { [`${scope}~above`]: 1 } })];
    expect(idsOf(measuresEntered(all, [now], '2024'))).toEqual(['own']);
  });
});

describe('A row', () => {
  const before = aReading({ period: '2023', numerator: 9, denominator: 10, source: 'Sổ hộ tịch', evidence: 'Trang 3' });
  const empty = startOn('a1', '2024', undefined);

  test('takes over last time’s figures and their source, and no evidence or reason', () => {
    const row = copied(empty, { ...before, outlier: 'Sáp nhập' });
    expect(row.form).toMatchObject({ period: '2024', numerator: '9', denominator: '10', source: 'Sổ hộ tịch' });
    expect(row.form).toMatchObject({ evidence: '', outlier: '' });
    expect(isTyped(row)).toBe(true);
  });

  test('is copied into only while nothing stands in it', () => {
    expect(mayCopy(empty, before)).toBe(true);
    expect(mayCopy(empty, undefined)).toBe(false);
    expect(mayCopy({ ...empty, form: { ...empty.form, numerator: '0' } }, before)).toBe(false);
    expect(mayCopy({ ...empty, form: { ...empty.form, nothing: true } }, before)).toBe(false);
    expect(mayCopy(startOn('a1', '2024', aReading({ nothing: true })), before)).toBe(false);
  });

  test('stands beside the last period of its length and the same one a year before', () => {
    const periods = ['2023-Q4', '2023-Q1', '2023', '2024-Q3'].map((period) => aReading({ period }));
    const told = (period: string) => {
      const { last, lastYear } = earlierOf(periods, period);
      return [last?.period, lastYear?.period];
    };
    expect(told('2024-Q4')).toEqual(['2024-Q3', '2023-Q4']);
    expect(told('2024')).toEqual(['2023', '2023']);
    expect(told('2022')).toEqual([undefined, undefined]);
  });

  test('shows what was typed, then what was just saved, then what is saved', () => {
    const typed = { ...empty, form: { ...empty.form, numerator: '5' } };
    const after: Reading = aReading({ numerator: 5 });
    const held = { start: startOn('a1', '2024', after), over: undefined };
    const parts = { agency: 'a1', period: '2024' };
    expect(startOfRow({ ...parts, typed, held, saved: undefined })).toBe(typed);
    expect(startOfRow({ ...parts, typed: undefined, held, saved: undefined })).toBe(held.start);
    const arrived = aReading({ numerator: 6 });
    expect(startOfRow({ ...parts, typed: undefined, held, saved: arrived }).form.numerator).toBe('6');
  });

  test('comes back from a draft as it was typed, and an untouched one is not in it', () => {
    const typed = { ...empty, form: { ...empty.form, numerator: 'chín' } };
    const draft: unknown = JSON.parse(
      JSON.stringify(
        draftOfRows(
          new Map([
            ['a', typed],
            ['b', empty],
          ]),
        ),
      ),
    );
    expect(rowsInDraft(draft)).toEqual(new Map([['a', typed]]));
    expect(rowsInDraft(undefined).size).toBe(0);
    expect(rowsInDraft({ rows: { a: 7, b: null } }).size).toBe(0);
  });
});

describe('A key', () => {
  // Two rows of two cells, and one of a single cell between them.
  const cells: readonly Cell[] = [
    { row: 0, column: 0 },
    { row: 0, column: 1 },
    { row: 1, column: 0 },
    { row: 3, column: 0 },
    { row: 3, column: 1 },
  ];
  const inside = { atStart: false, atEnd: false };
  const ends = { atStart: true, atEnd: true };

  test('leads on by Enter, and past the last cell out of the grid', () => {
    expect(cellAfter(cells, 0, 'Enter', inside)).toBe(1);
    expect(cellAfter(cells, 4, 'Enter', inside)).toBe(cells.length);
  });

  test('leads up and down in its column, or to the last one of a shorter row', () => {
    expect(cellAfter(cells, 1, 'ArrowDown', inside)).toBe(2);
    expect(cellAfter(cells, 2, 'ArrowDown', inside)).toBe(3);
    expect(cellAfter(cells, 4, 'ArrowUp', inside)).toBe(2);
    expect(cellAfter(cells, 0, 'ArrowUp', inside)).toBeUndefined();
    expect(cellAfter(cells, 4, 'ArrowDown', inside)).toBeUndefined();
  });

  test('leaves a number to the side only from its end', () => {
    expect(cellAfter(cells, 0, 'ArrowRight', inside)).toBeUndefined();
    expect(cellAfter(cells, 0, 'ArrowRight', ends)).toBe(1);
    expect(cellAfter(cells, 1, 'ArrowLeft', ends)).toBe(0);
    expect(cellAfter(cells, 0, 'ArrowLeft', ends)).toBeUndefined();
    expect(cellAfter(cells, 4, 'ArrowRight', ends)).toBeUndefined();
    expect(cellAfter(cells, 0, 'a', ends)).toBeUndefined();
  });
});

test('An address is the list, the grid, a measure, why its figure is so, or nothing', () => {
  expect(placeAt('')).toEqual({ shows: 'list' });
  expect(placeAt('nhap')).toEqual({ shows: 'entry' });
  expect(placeAt('parent.measure.1')).toEqual({ shows: 'measure', id: 'parent.measure.1' });
  expect(placeAt('parent.measure.1/vi-sao')).toEqual({ shows: 'why', id: 'parent.measure.1' });
  for (const rest of ['m/sua', 'm/vi-sao/x', 'nhap/x']) expect(placeAt(rest)).toEqual({ shows: 'nothing' });
  expect(whyHref('m', '?nam=2023', '2024-Q1')).toBe('/chi-tieu/m/vi-sao?nam=2023#period-2024-Q1');
});
