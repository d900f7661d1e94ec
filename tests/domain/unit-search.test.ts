import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '#domain/folding.ts';
import type { Unit } from '#domain/records/unit.ts';
import { findUnits, indexUnits } from '#domain/unit-search.ts';

const day = '2025-07-01';
const unit = (id: string, name: string, fields: Partial<Unit> = {}) => ({
  id,
  fields: { name, kind: name.split(' ')[0]?.toLowerCase() ?? '', ...fields },
});
const units = [
  unit('lau', 'Xã Bản Lầu', { officialCode: '02719' }),
  unit('ban', 'Xã Lầu Bàn', { officialCode: '02720' }),
  unit('dong', 'Xã Đồng Tuyển', { to: '2025-06-30' }),
  unit('duong', 'Phường Cam Đường', {
    officialCode: '02680',
    former: [{ until: '2025-06-30', name: 'Xã Cam Đường Cũ' }],
  }),
  unit('da', 'Thành phố Đà Nẵng', { officialCode: '48' }),
];
const found = (query: string) => findUnits(indexUnits(units, day), query, 10).map(({ id }) => id);

describe('Searching units', () => {
  test.each([
    ['without accents', 'ban lau', ['lau', 'ban']],
    ['with them', 'Bản Lầu', ['lau', 'ban']],
    ['as it is typed', 'xã bản l', ['lau', 'ban']],
    ['with d for đ', 'dong tuyen', ['dong']],
    ['with đ', 'đà n', ['da']],
    ['by its code', '027', ['lau', 'ban']],
    ['by the whole code', '48', ['da']],
    ['by a name that it had', 'duong cu', ['duong']],
    ['by words in any order', 'lau ban', ['ban', 'lau']],
    ['in the middle of a word', 'uyen', []],
    ['for nothing', '  ', []],
  ])('%s', (_how, query, ids) => {
    expect(found(query)).toEqual(ids);
  });

  test('says by which former name a unit was found, and puts what has ended last', () => {
    expect(findUnits(indexUnits(units, day), 'cam duong cu', 10)).toEqual([
      { id: 'duong', formerly: 'Xã Cam Đường Cũ' },
    ]);
    const both = indexUnits([...units, unit('new', 'Phường Đồng Tuyển')], day);
    expect(findUnits(both, 'dong tuyen', 10).map(({ id }) => id)).toEqual(['new', 'dong']);
  });

  test('finds every unit by any beginning of any word of its name, however it is written', () => {
    const word = fc.constantFrom('Đồng', 'Tuyển', 'Bản', 'Lầu', 'Hoà', 'Hòa', 'Ýên');
    const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(
        fc.array(name, { minLength: 1, maxLength: 8 }),
        fc.nat(),
        fc.nat(),
        fc.boolean(),
        (names, which, cut, isSplit) => {
          const index = indexUnits(
            names.map((one, at) => unit(String(at), `Xã ${one}`)),
            day,
          );
          const at = which % names.length;
          const words = (names[at] ?? '').split(' ');
          const chosen = words[cut % words.length] ?? '';
          const typed = chosen.slice(0, 1 + (cut % chosen.length));
          const query = isSplit ? typed.normalize('NFD') : typed;
          expect(findUnits(index, query, 100).map(({ id }) => id)).toContain(String(at));
        },
      ),
    );
  });

  test('finds what a look at every unit would find, however many words there are', () => {
    const words = fc.array(fc.constantFrom('Đồng', 'Tuyển', 'Tu', 'Bản', 'Lầu', 'La'), { minLength: 1, maxLength: 3 });
    const name = words.map((all) => all.join(' '));
    const past = fc.option(name, { nil: undefined });
    const some = fc.array(fc.tuple(name, past, fc.boolean()), { maxLength: 12 });
    const begins = (text: string, word: string) => ` ${fold(text)}`.includes(` ${fold(word)}`);
    fc.assert(
      fc.property(some, name, (made, query) => {
        const known = made.map(([now, before, hasEnded], at) =>
          unit(String(at), now, {
            ...(before !== undefined && { former: [{ until: '2020-01-01', name: before }] }),
            ...(hasEnded && { to: '2024-12-31' }),
          }),
        );
        const wanted = known.filter(({ fields }) =>
          [fields.name, ...(fields.former ?? []).flatMap((one) => one.name ?? [])].some((one) =>
            query.split(' ').every((word) => begins(one, word)),
          ),
        );
        const answer = findUnits(indexUnits(known, day), query, 100).map(({ id }) => id);
        expect(answer.toSorted()).toEqual(wanted.map(({ id }) => id).toSorted());
      }),
    );
  });
});
