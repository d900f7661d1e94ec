/** "10:05 22/11/2026", on the business clock. */
import { formatDate, todayAt } from '#domain/dates.ts';
import { clockWords } from '#client/texts/words.ts';

export const momentWords = (ms: number): string => `${clockWords(ms)} ${formatDate(todayAt(ms))}`;
