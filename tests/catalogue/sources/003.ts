import type { SourceLines } from './source-lines.ts';

export const source003: SourceLines = {
  count: 75,
  written: [
    [3, 5, 1],
    [7, 8, 1],
    [10, 12, 1],
    [14, 18, 2],
    [19, 19, 1],
    [21, 65, 2],
    [66, 71, 1],
    [73, 75, 2],
  ],
  // Part 2 is its own heading; line 61 closes the letter and stands with part 5.
  bullets: {
    '1': [25, 27, 31],
    '2': [33],
    '3': [37, 39, 41, 43],
    '4': [47, 49],
    '5': [53, 55, 57, 59, 61],
  },
  continued: { 29: 27 },
  silent: {
    heading: [3, 5, 7, 8, 12, 16, 35, 45, 51, 63],
    signature: [75],
  },
};
