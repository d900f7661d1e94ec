/**
 * Lines as a streamed answer, compressed where the browser takes it. Every piece is flushed: a device can use each commit
 * mark as soon as it arrives, and a cut costs the last piece at most.
 */
import { constants, createBrotliCompress, createGzip, type BrotliCompress, type Gzip } from 'node:zlib';

const PIECE_CHARS = 2_048;

export const streamLines = (lines: AsyncGenerator<string, void, undefined>, accepted: string): Response => {
  const encoding = /\bbr\b/u.test(accepted) ? 'br' : /\bgzip\b/u.test(accepted) ? 'gzip' : undefined;
  const pieces = encoding === undefined ? encoded(piecesOf(lines)) : compressed(piecesOf(lines), encoding);
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { done, value } = await pieces.next();
      if (done === true) controller.close();
      else controller.enqueue(value);
    },
    cancel: async () => {
      await pieces.return();
    },
  });
  return new Response(body, {
    headers: {
      'Content-Type': 'application/x-ndjson; charset=utf-8',
      ...(encoding === undefined ? {} : { 'Content-Encoding': encoding }),
      // A proxy that collects the answer would undo the streaming.
      'X-Accel-Buffering': 'no',
    },
  });
};

async function* piecesOf(lines: AsyncGenerator<string, void, undefined>): AsyncGenerator<string, void, undefined> {
  let piece = '';
  for await (const line of lines) {
    piece += `${line}\n`;
    if (piece.length < PIECE_CHARS) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}

async function* encoded(
  pieces: AsyncGenerator<string, void, undefined>,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  const encoder = new TextEncoder();
  for await (const piece of pieces) yield encoder.encode(piece);
}

const createCompressor = (encoding: 'br' | 'gzip'): BrotliCompress | Gzip =>
  encoding === 'br'
    ? createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_LGWIN]: 18 } })
    : createGzip({ level: 6 });

async function* compressed(
  pieces: AsyncGenerator<string, void, undefined>,
  encoding: 'br' | 'gzip',
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  const compressor = createCompressor(encoding);
  const out: Buffer[] = [];
  compressor.on('data', (chunk: Buffer) => out.push(chunk));
  const taken = (): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.concat(out.splice(0)));
  try {
    for await (const piece of pieces) {
      compressor.write(piece);
      await new Promise<void>((resolve) => {
        compressor.flush(resolve);
      });
      yield taken();
    }
    await new Promise<void>((resolve) => {
      compressor.once('end', resolve);
      compressor.end();
    });
    yield taken();
  } finally {
    compressor.destroy();
  }
}
