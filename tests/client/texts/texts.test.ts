/** Both languages say the same things: the same keys, the same questions, and nothing empty. */
import { describe, expect, test } from 'vitest';
import { readProblem } from '#domain/read-problem.ts';
import { en } from '#client/texts/en.ts';
import { problemsEn } from '#client/texts/problems-en.ts';
import { problemsVi } from '#client/texts/problems-later-vi.ts';
import { sentenceOf } from '#client/texts/problems.ts';
import { screensEn } from '#client/texts/screens-en.ts';
import { screensVi } from '#client/texts/screens-vi.ts';
import { vi } from '#client/texts/vi.ts';

interface Leaf {
  readonly path: string;
  readonly value: unknown;
}

const leaves = (value: unknown, path = ''): readonly Leaf[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, part]) => leaves(part, `${path}.${key}`))
    : [{ path, value }];

const paths = (texts: unknown) => leaves(texts).map((leaf) => leaf.path);

describe.each([
  { name: 'the first screens', vietnamese: vi, english: en },
  { name: 'the other screens', vietnamese: screensVi, english: screensEn },
])('the texts of $name', ({ vietnamese, english }) => {
  test('have the same keys in both languages, in the same order', () => {
    expect(paths(english)).toEqual(paths(vietnamese));
  });

  test.each([
    { language: 'Vietnamese', texts: vietnamese },
    { language: 'English', texts: english },
  ])('are never empty in $language', ({ texts }) => {
    expect(leaves(texts).filter(({ value }) => typeof value !== 'function' && value === '')).toEqual([]);
  });

  test('are in composed Unicode, as everything that is stored', () => {
    const decomposed = leaves(vietnamese).filter(
      ({ value }) => typeof value === 'string' && value !== value.normalize('NFC'),
    );
    expect(decomposed).toEqual([]);
  });
});

describe('the sentence of a problem', () => {
  test('carries its data', () => {
    expect(sentenceOf(problemsVi, { code: 'field/too-long', max: 1200 })).toContain('1.200');
    expect(sentenceOf(problemsEn, { code: 'field/too-long', max: 1200 })).toContain('1.200');
  });

  test('names the field of a refused value by the word on the screen, and says what is wrong with it', () => {
    const problem = { code: 'sync/bad-value', field: 'to', problem: { code: 'activity/ends-before-start' } } as const;
    expect(sentenceOf(problemsVi, problem)).toBe(
      'Mục “Đến ngày” chưa đúng. Ngày kết thúc trước ngày bắt đầu. Sửa một trong hai ngày.',
    );
    expect(sentenceOf(problemsEn, problem)).toMatch(/^“To” is not right\./u);
  });

  test('that this app does not know tells its code, also inside another', () => {
    const told = readProblem({ code: 'sync/of-tomorrow', level: 3 });
    const inside = readProblem({ code: 'sync/bad-value', field: 'to', problem: { code: 'field/of-tomorrow' } });
    for (const texts of [problemsVi, problemsEn]) {
      expect(sentenceOf(texts, told)).toContain('sync/of-tomorrow');
      expect(sentenceOf(texts, inside)).toContain('field/of-tomorrow');
      expect(sentenceOf(texts, readProblem('?'))).toContain('?');
    }
  });

  test('offers both readings of a number that can be read in two ways', () => {
    expect(sentenceOf(problemsVi, { code: 'field/ambiguous-number', readings: [1234, 1.234] })).toContain(
      '1.234 hoặc 1,234',
    );
  });

  test('is there in both languages for the same codes', () => {
    expect(new Set(Object.keys(problemsEn))).toEqual(new Set(Object.keys(problemsVi)));
  });
});
