/** The bytes of a file that somebody chose; one that is far too large is not even read. */
import { ok, type Result } from '#domain/result.ts';
import { MAX_FILE_BYTES, unfit } from '#sync/exchange-file.ts';

export const bytesOf = async (file: File): Promise<Result<Uint8Array<ArrayBuffer>>> => {
  if (file.size > MAX_FILE_BYTES) return unfit('too-large');
  // A stick that was pulled out, or a file that a cloud has not fetched yet.
  const read = await file.arrayBuffer().catch(() => undefined);
  return read === undefined ? unfit('damaged') : ok(new Uint8Array(read));
};
