/**
 * Text as it is searched: no accents, no case, no punctuation; đ is d. "Lễ phát động" folds to "le phat dong".
 * Folding twice is folding once, and composed and decomposed spellings fold alike.
 */

export const fold = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    // H'Mông is one word, however the mark is typed.
    .replace(/['’ʼ`]/gu, '')
    .replaceAll('đ', 'd')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Whether every word of the query stands somewhere in the folded text. An empty query matches all. */
export const matchesQuery = (folded: string, query: string): boolean =>
  fold(query)
    .split(' ')
    .every((word) => folded.includes(word));
