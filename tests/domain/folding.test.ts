import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, matchesQuery } from '#domain/folding.ts';

describe('Folding', () => {
  test.each([
    ['Lễ phát động', 'le phat dong'],
    ['ĐỒNG TUYỂN', 'dong tuyen'],
    ['  phòng,  chống – bạo lực;; ', 'phong chong bao luc'],
    ['Kế hoạch 82/KH-UBND', 'ke hoach 82 kh ubnd'],
    ['tư vấn, ưu tiên, ứng phó', 'tu van uu tien ung pho'],
    ['…', ''],
  ])('writes %j as %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test('is the same for composed and decomposed spellings, and twice is once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')));
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});

describe('A query', () => {
  const folded = fold('Lễ phát động Tháng hành động vì bình đẳng giới, xã Đồng Tuyển');

  test.each(['le phat dong', 'Lễ Phát', 'tuyển đồng', 'binh dang', 'tuy', '', '  '])('%j matches', (query) => {
    expect(matchesQuery(folded, query)).toBe(true);
  });

  test.each(['le phat thanh', 'tuyến quang', 'xyz'])('%j does not', (query) => {
    expect(matchesQuery(folded, query)).toBe(false);
  });

  test('finds every text by each of its own words', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (words) => {
        const text = fold(words.join(' '));
        for (const word of words) expect(matchesQuery(text, word)).toBe(true);
      }),
    );
  });
});
