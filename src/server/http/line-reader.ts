/**
 * The lines of a request body as they arrive, in bundles of what is there.
 *
 * - A line or a body over its limit ends the reading; lines before it have been given.
 * - When the link breaks, the complete lines have been given and the last bundle says `cut`. A last line without a line feed
 *   counts only if the body ended properly: half a line is none.
 */
import { MAX_BODY_BYTES, MAX_LINE_BYTES } from '#sync/version.ts';

export type Reading =
  | { readonly is: 'lines'; readonly lines: readonly string[] }
  | { readonly is: 'too-large'; readonly max: number }
  | { readonly is: 'not-text' }
  | { readonly is: 'cut' };

const LINE_FEED = 10;

export async function* readLines(body: AsyncIterable<Uint8Array>): AsyncGenerator<Reading, void, undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest: Uint8Array = new Uint8Array();
  let total = 0;

  const decode = (bytes: Uint8Array): string | undefined => {
    try {
      return decoder.decode(bytes);
    } catch {
      return undefined;
    }
  };

  try {
    for await (const chunk of body) {
      total += chunk.length;
      if (total > MAX_BODY_BYTES) return yield { is: 'too-large', max: MAX_BODY_BYTES };
      const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      const end = bytes.lastIndexOf(LINE_FEED);
      rest = bytes.subarray(end + 1);
      if (end >= 0) {
        const text = decode(bytes.subarray(0, end));
        if (text === undefined) return yield { is: 'not-text' };
        const lines = text.split('\n');
        if (lines.some((line) => Buffer.byteLength(line) > MAX_LINE_BYTES))
          return yield { is: 'too-large', max: MAX_LINE_BYTES };
        yield { is: 'lines', lines };
      }
      if (rest.length > MAX_LINE_BYTES) return yield { is: 'too-large', max: MAX_LINE_BYTES };
    }
  } catch {
    return yield { is: 'cut' };
  }
  if (rest.length === 0) return;
  const last = decode(rest);
  yield last === undefined ? { is: 'not-text' } : { is: 'lines', lines: [last] };
}
