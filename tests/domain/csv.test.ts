import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCsv } from '#domain/csv.ts';

const cellsOf = (text: string) => {
  const parsed = parseCsv(text);
  return parsed.ok ? parsed.value.map(({ cells }) => cells) : parsed.problem;
};

describe('Delimited text', () => {
  test.each([
    [
      'commas',
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'semicolons, as Excel writes them here',
      'a;b\r\n1,5;2\r\n',
      [
        ['a', 'b'],
        ['1,5', '2'],
      ],
    ],
    [
      'tabs',
      'a\tb\n1\t2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a byte order mark',
      '\uFEFFa,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'quotes, separators and line ends in a cell',
      'a,b\n"x, ""y""\nz",2',
      [
        ['a', 'b'],
        ['x, "y"\nz', '2'],
      ],
    ],
    [
      'empty lines',
      'a,b\n\n,\n1,2\n\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'an empty last cell',
      'a,b\n1,',
      [
        ['a', 'b'],
        ['1', ''],
      ],
    ],
    ['nothing', '', []],
  ])('may have %s', (_what, text, rows) => {
    expect(cellsOf(text)).toEqual(rows);
  });

  test('says on which line a quoted cell never ends, or goes on behind its end', () => {
    expect(cellsOf('a,b\n1,"2\n3')).toBe(2);
    expect(cellsOf('a,b\n1,2\n"3"4,5')).toBe(3);
  });

  test('tells the line on which each row begins, also behind cells of several lines', () => {
    const parsed = parseCsv('a,b\n"x\ny",2\n\n3,4');
    expect(parsed.ok && parsed.value.map(({ line }) => line)).toEqual([1, 2, 5]);
  });

  test('gives back whatever cells were written', () => {
    const cell = fc.string({ maxLength: 8 }).map((text) => text.replaceAll('\r', '').trim());
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
        const wanted = rows.filter((row) => row.some((one) => one !== ''));
        const quoted = rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(','));
        expect(cellsOf(`"a","b"\n${quoted.join('\n')}`)).toEqual([['a', 'b'], ...wanted]);
      }),
    );
  });
});
