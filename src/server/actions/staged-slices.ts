/** A mutation whose line is too long for a bad link arrives in slices; what is here is kept until it is whole. */
import { MAX_LINE_BYTES } from '#sync/version.ts';
import type { StagedText } from './ports.ts';

export interface Slice {
  readonly n: number;
  readonly h: number;
  readonly offset: number;
  readonly total: number;
  readonly chars: string;
}

/** A sliced mutation that is longer than a mutation may be is held when it is whole. */
const MAX_CHARS = MAX_LINE_BYTES;

/** What is held with the slice behind it; `undefined` if it does not fit there, and the device must look again. */
export const addSlice = (held: StagedText | undefined, slice: Slice): StagedText | undefined => {
  const { n, h, offset, total, chars } = slice;
  const before = held !== undefined && isOfSame(held, slice) ? held.text : '';
  // A slice from the start begins anew: the device may have changed its mind about the text's length.
  const text = offset === 0 ? chars : offset === before.length ? before + chars : undefined;
  return text === undefined || text.length > total || total > MAX_CHARS ? undefined : { n, h, total, text };
};

/** Two lives of one replica each send a mutation n of their own: what is held of one is no beginning of the other. */
export const isOfSame = (held: StagedText, { n, h, total }: Slice): boolean =>
  held.n === n && held.h === h && held.total === total;

export const isComplete = ({ text, total }: StagedText): boolean => text.length === total;
