/**
 * A gzip body as it was before it was packed, as far as it has come: all that arrived before a cut is given, then the cut
 * is told.
 *
 * - Nothing is unpacked ahead of the one who reads, so that he who counts what he gets can stop in time: a kilobyte may
 *   stand for a megabyte.
 */
import { constants, createGunzip, type Gunzip } from 'node:zlib';

/** Throws where `packed` does, and when it is no gzip. */
export async function* unpacked(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  // A cut leaves no proper end: what is there counts all the same.
  const gunzip = createGunzip({ finishFlush: constants.Z_SYNC_FLUSH });
  const fed = feed(packed, gunzip);
  for await (const bytes of gunzip) yield bytes as Uint8Array;
  const problem = await fed;
  if (problem !== undefined) throw problem;
}

/** Ends when all is fed, or when nobody unpacks any more; what went wrong before it is given, not thrown. */
const feed = async (packed: AsyncIterable<Uint8Array>, gunzip: Gunzip): Promise<Error | undefined> => {
  try {
    for await (const chunk of packed) {
      await new Promise((resolve) => gunzip.write(chunk, resolve));
      if (gunzip.destroyed) return undefined;
    }
    return undefined;
  } catch (error) {
    return new Error('the body was cut', { cause: error });
  } finally {
    gunzip.end();
  }
};
