/** The list of a register: by year, in order, by folded words; and what a row still asks for. */
import { describe, expect, test } from 'vitest';
import { registerOf, registers, type Register } from '#catalogue/registers.ts';
import { CREATED, type Values } from '#domain/change.ts';
import type { RegisterName } from '#domain/register-names.ts';
import { recordOf } from '#domain/values.ts';
import { foundIn, given, isOver, openOf, yearsIn, type RegisterRow } from '#client/features/registers/rows.ts';
import { aboutShown, daysShown, foldedRow, namesOfTime } from '#client/features/registers/shown.ts';

const TODAY = '2024-11-21';

const row = (table: RegisterName, id: string, values: Values): RegisterRow => {
  const fields = recordOf(table, { [CREATED]: true, agency: 'a1', kind: 'club', title: id, ...values });
  if (!fields) throw new Error(`not a row: ${id}`);
  return { scope: 'u1/work', table, id, fields, state: 'sent' };
};
const of = (table: RegisterName): Register => {
  const found = registerOf(table);
  if (!found) throw new Error(table);
  return found;
};
const nameOf = (id: string) => ({ a1: 'Hội Liên hiệp Phụ nữ xã' })[id];
const idsOf = (register: Register, rows: readonly RegisterRow[], query: string, year?: number) =>
  foundIn(register, rows, { query, year }, (one) => foldedRow(register, one, nameOf)).map(({ id }) => id);

describe('What stays', () => {
  const clubs = [
    row('model', 'Tổ truyền thông', { founded: '2023' }),
    row('model', 'CLB đã ngừng', { founded: '2020', ended: '2022-06' }),
    row('model', 'Đội tuyên truyền', {}),
    row('model', 'Ân tình', { founded: '2024-05-01' }),
  ];

  test('stands in every year from its first to its last, in the order of Vietnamese letters', () => {
    expect(idsOf(of('model'), clubs, '')).toEqual(['Ân tình', 'CLB đã ngừng', 'Đội tuyên truyền', 'Tổ truyền thông']);
    expect(idsOf(of('model'), clubs, '', 2022)).toEqual(['CLB đã ngừng', 'Đội tuyên truyền']);
    expect(idsOf(of('model'), clubs, '', 2023)).toEqual(['Đội tuyên truyền', 'Tổ truyền thông']);
    expect(yearsIn(of('model'), clubs, 2024)).toEqual([2024, 2023, 2022, 2021, 2020]);
    expect(yearsIn(of('model'), [], 2024)).toEqual([]);
  });

  test('is over when its last day, as far as it is known, is past', () => {
    const over = (ended: string) => isOver(of('model'), given(row('model', 'x', { ended })), TODAY);
    expect(['2022', '2024-10', '2024-11-20'].map(over)).toEqual([true, true, true]);
    expect(['2024', '2024-11', '2024-11-21', '2025'].map(over)).toEqual([false, false, false, false]);
  });

  test('says since when, and until when', () => {
    expect(clubs.map((club) => daysShown(of('model'), given(club)))).toEqual([
      'từ 2023',
      'từ 2020 đến 06/2022',
      undefined,
      'từ 01/05/2024',
    ]);
  });
});

describe('What happened', () => {
  const checks = [
    row('inspection', 'cũ', { from: '2023-12-30', to: '2024-01-02' }),
    row('inspection', 'mới', { from: '2024-09-12', to: '2024-09-12' }),
  ];

  test('stands in the years that it touches, newest first', () => {
    expect(idsOf(of('inspection'), checks, '')).toEqual(['mới', 'cũ']);
    expect(idsOf(of('inspection'), checks, '', 2023)).toEqual(['cũ']);
    expect(idsOf(of('inspection'), checks, '', 2024)).toEqual(['mới', 'cũ']);
  });

  test('without any day is left out of no year, and asks for its day on top', () => {
    const papers = [
      row('document', 'a', { kind: 'ruling', subject: 'Có ngày', date: '2024-02' }),
      row('document', 'b', { kind: 'ruling', subject: 'Chưa có ngày' }),
    ];
    expect(idsOf(of('document'), papers, '')).toEqual(['b', 'a']);
    expect(idsOf(of('document'), papers, '', 2021)).toEqual(['b']);
  });

  test('still asks for what was not answered or put right', () => {
    const open = (table: RegisterName, values: Values) => openOf(of(table), given(row(table, 'x', values)), TODAY);
    const days = { from: '2024-09-12', to: '2024-09-12' };
    expect(open('inspection', days)).toBeUndefined();
    expect(open('inspection', { ...days, followUp: 'Bảng tin' })).toBe('to-fix');
    expect(open('inspection', { ...days, followUp: 'Bảng tin', followUpBy: TODAY })).toBe('to-fix');
    expect(open('inspection', { ...days, followUp: 'Bảng tin', followUpBy: '2024-11-20' })).toBe('overdue');
    expect(
      open('inspection', { ...days, followUp: 'Bảng tin', followUpBy: '2024-11-20', followedUpOn: TODAY }),
    ).toBeUndefined();
    const raised = { difficulty: 'Thiếu tài liệu', raisedOn: '2024-05-20' };
    expect(open('difficulty', raised)).toBe('waits-for-answer');
    expect(open('difficulty', { ...raised, answer: 'Đã cấp' })).toBeUndefined();
  });
});

test('A row is found by what is typed, by what its codes say, by its agency, its telephone: without accents', () => {
  const refuge = row('refuge', 'Nhà văn hoá thôn 3', {
    kind: 'trusted-address',
    phone: '0214 384 0034',
    'services/stay': true,
  });
  for (const query of ['nha van hoa', 'DIA CHI tin', 'tam lanh', 'lien hiep phu nu', '384 0034'])
    expect([query, idsOf(of('refuge'), [refuge], query)]).toEqual([query, [refuge.id]]);
  expect(idsOf(of('refuge'), [refuge], 'benh vien')).toEqual([]);
});

test('A list tells a row apart by its days, its kind and its people, and says nothing that is not there', () => {
  const club = row('model', 'CLB', { founded: '2022-03', place: 'Thôn 3', female: 18, male: 12 });
  expect(aboutShown(of('model'), given(club), nameOf)).toBe('từ 03/2022 · Câu lạc bộ · Thôn 3 · 30 người, nữ 18');
  for (const register of registers) {
    const least = { difficulty: 'x', raisedOn: TODAY, from: TODAY, to: TODAY, subject: 'x', office: 'x', role: 'head' };
    const more = { year: 2024, fund: 'community', phone: '113' };
    const known = Object.fromEntries(
      Object.entries({ ...least, ...more }).filter(([field]) =>
        [...register.main, ...register.more].flat().some(({ name }) => name === field),
      ),
    );
    expect(aboutShown(register, given(row(register.table, 'x', known)), nameOf)).not.toMatch(/undefined|· ·|^ ·|· $/u);
  }
});

describe('An agency in a register', () => {
  const names = (id: string, day = TODAY) =>
    id === 'a1' ? (day <= '2024-06-30' ? 'Phòng Văn hoá' : 'Phòng Văn hoá – Xã hội') : undefined;
  const called = (table: RegisterName, values: Values) =>
    namesOfTime(names, of(table), given(row(table, 'x', values)))('a1');

  test('is called as it was when it happened, or when what it kept ended', () => {
    expect(called('training', { from: '2024-05-10', to: '2024-05-12' })).toBe('Phòng Văn hoá');
    expect(called('training', { from: '2024-06-30', to: '2024-07-01' })).toBe('Phòng Văn hoá – Xã hội');
    expect(called('model', { founded: '2020', ended: '2022-06' })).toBe('Phòng Văn hoá');
    expect(called('model', { founded: '2020', ended: '2024' })).toBe('Phòng Văn hoá – Xã hội');
  });

  test('is called as it is today where what it keeps is still there, or no day is known', () => {
    expect(called('model', { founded: '2020' })).toBe('Phòng Văn hoá – Xã hội');
    expect(called('document', { kind: 'ruling', subject: 'Chưa có ngày' })).toBe('Phòng Văn hoá – Xã hội');
  });
});
