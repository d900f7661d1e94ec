import type { SourceLines } from './source-lines.ts';

export const source001: SourceLines = {
  count: 133,
  written: [
    [3, 121, 2],
    [123, 127, 1],
    [129, 131, 1],
    [133, 133, 1],
  ],
  // IV.2.3 to IV.7 are paragraphs of one bullet each.
  bullets: {
    'II.1': [31, 33, 37, 39, 41],
    'II.2': [43],
    'II.3': [51, 53],
    'II.4': [57, 59, 61],
    'II.5': [65, 67, 69],
    'IV.1': [77, 79, 81],
    'IV.2.1': [87, 89, 91, 93, 95],
    'IV.2.2': [99, 101, 103],
    'IV.2.3': [105],
    'IV.2.4': [107],
    'IV.5': [109],
    'IV.6': [111],
    'IV.7': [113],
  },
  silent: {
    heading: [7, 13, 15, 21, 27, 29, 45, 49, 55, 63, 73, 75, 83, 85, 97, 115, 121],
    signature: [130, 131, 133],
  },
};
