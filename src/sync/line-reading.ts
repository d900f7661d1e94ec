/**
 * A scope's rows as lines, a page at a time: pages go in, in their order, and lines come out. Whoever reads the pages decides where
 * this runs; a long reading is work that nobody else should wait behind.
 */
import type { StoredRecord } from './merge.ts';
import type { EchoOf } from './row-form.ts';
import { createRowWriter, type Standpoint } from './rows.ts';

/** Records after `seq` in their order, at most `limit`, and the head in the same snapshot. */
export type ReadPage<Head> = (
  seq: number,
  limit: number,
) => Promise<{ readonly head: Head | undefined; readonly records: readonly StoredRecord[] }>;

export interface LinePage<Head> {
  readonly head: Head | undefined;
  readonly lines: readonly string[];
  /** How many records they are. */
  readonly records: number;
  /** The lines after the last record; `undefined` while there are more. */
  readonly closing: readonly string[] | undefined;
}

export interface LineReading<Head> {
  readonly next: (limit: number) => Promise<LinePage<Head>>;
  readonly close: () => void;
}

interface SequencedHead {
  readonly seq: number;
  readonly digest: number;
}

export const createLineReading = <Head extends SequencedHead>(
  page: ReadPage<Head>,
  from: Standpoint,
  echoOf?: EchoOf,
): LineReading<Head> => {
  const writer = createRowWriter(from, echoOf);
  let { at } = from;
  return {
    next: async (limit) => {
      const { head, records } = await page(at, limit);
      at = records.at(-1)?.seq ?? at;
      const lines = records.flatMap((record) => writer.row(record));
      const closing = records.length < limit ? writer.end(head?.seq ?? 0, head?.digest ?? 0) : undefined;
      return { head, lines, records: records.length, closing };
    },
    close: () => undefined,
  };
};
