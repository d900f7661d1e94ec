/** A receipt as it is shared: how much, when, which code, and nothing of what it was. */
import type { ReceiptShown } from '#client/state/workbook.ts';
import { s } from '#client/texts/screens.ts';
import { momentWords } from './moment-words.ts';

export const receiptWords = ({ code, at, taken, held }: ReceiptShown): string =>
  s().receipts.words(taken, held, momentWords(at), code);
