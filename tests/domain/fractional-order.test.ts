/** Keys between keys: there is always room, on both sides, for ever. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byOrder, orderAt, orderAtPlace, orderBetween } from '#domain/fractional-order.ts';

const sibling = (id: string, order: string) => ({ id, fields: { order } });

describe('a key between two others', () => {
  test('sorts between them, however often one is put at the same place', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { minLength: 1, maxLength: 60 }), (places) => {
        const keys: string[] = [];
        for (const place of places) {
          const at = place % (keys.length + 1);
          keys.splice(at, 0, orderBetween(keys[at - 1], keys[at]));
        }
        expect([...keys].sort()).toEqual(keys);
        expect(new Set(keys).size).toBe(keys.length);
        expect(keys.every((key) => /^[0-9A-Za-z]*[1-9A-Za-z]$/u.test(key))).toBe(true);
      }),
    );
  });

  test.each([
    ['001V', '002V'],
    ['001V', '001W'],
    [undefined, '001V'],
    [undefined, '00001'],
    ['zzz', undefined],
    ['001', '0010V'],
  ])('%s < new < %s', (before, after) => {
    const key = orderBetween(before, after);
    expect(key > (before ?? '')).toBe(true);
    expect(after === undefined || key < after).toBe(true);
  });

  test('comes after the first when the two are equal or the wrong way round', () => {
    expect(orderBetween('002V', '002V') > '002V').toBe(true);
    expect(orderBetween('005V', '002V') > '005V').toBe(true);
  });

  test('stays short where a list only grows at its end', () => {
    let key = orderAt(0);
    for (let n = 0; n < 100; n += 1) key = orderBetween(key, undefined);
    expect(key.length).toBeLessThanOrEqual(30);
  });
});

describe('moving a sibling', () => {
  const list = ['a', 'b', 'c', 'd'].map((id, index) => sibling(id, orderAt(index)));
  const moved = (id: string, place: number) => {
    const order = orderAtPlace(list, id, place);
    const after = list.map((one) => (one.id === id && order !== undefined ? sibling(id, order) : one));
    return [...after].sort(byOrder).map((one) => one.id);
  };

  test('brings it to its place and leaves the others as they stood', () => {
    expect(moved('a', 2)).toEqual(['b', 'c', 'a', 'd']);
    expect(moved('d', 0)).toEqual(['d', 'a', 'b', 'c']);
    expect(moved('b', 3)).toEqual(['a', 'c', 'd', 'b']);
  });

  test('changes nothing where it is already there, or beyond the ends', () => {
    expect(orderAtPlace(list, 'b', 1)).toBeUndefined();
    expect(orderAtPlace(list, 'a', -1)).toBeUndefined();
    expect(orderAtPlace(list, 'a', 4)).toBeUndefined();
    expect(orderAtPlace(list, 'nobody', 1)).toBeUndefined();
  });

  test('two of equal keys stand by their ids, the same way on every phone', () => {
    expect([sibling('b', '1V'), sibling('a', '1V')].sort(byOrder).map((one) => one.id)).toEqual(['a', 'b']);
  });
});
