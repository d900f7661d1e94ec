/** A mutation whose line is too long for a bad link arrives in slices; what is here is kept until it is whole. */
import type { StagedText } from './ports.ts';

export interface Slice {
  readonly n: number;
  readonly offset: number;
  readonly total: number;
  readonly chars: string;
}

/** As long as a line may be; a sliced mutation that is longer than a mutation may be is held when it is whole. */
const MAX_CHARS = 64 * 1024;

/** What is held with the slice behind it; `undefined` if it does not fit there, and the device must look again. */
export const addSlice = (held: StagedText | undefined, slice: Slice): StagedText | undefined => {
  const { n, offset, total, chars } = slice;
  const before = held?.n === n && held.total === total ? held.text : '';
  // A slice from the start begins anew: the device may have changed its mind about the text's length.
  const text = offset === 0 ? chars : offset === before.length ? before + chars : undefined;
  return text === undefined || text.length > total || total > MAX_CHARS ? undefined : { n, total, text };
};

export const isComplete = ({ text, total }: StagedText): boolean => text.length === total;
