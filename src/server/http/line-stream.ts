/**
 * Lines as a streamed answer, compressed where the browser takes it.
 *
 * - Each piece is flushed: a device can use each commit mark as soon as it arrives, and a cut costs the last piece at most.
 * - The first pieces are small, so that a link that dies after 4 KB brings something each time. Later ones grow with what
 *   has gone before, because every flush costs bytes; of a long answer a cut costs a twelfth of what has arrived at most.
 * - A few lines go as they are: packing them would make them longer.
 * - One piece is packed ahead while the one before it is on its way, and no more: a slow phone is answered as slowly as it
 *   reads, and holds nothing open while it does.
 */
import {
  brotliCompressSync,
  constants,
  createBrotliCompress,
  createGzip,
  type BrotliCompress,
  type Gzip,
} from 'node:zlib';

type Lines = AsyncGenerator<readonly string[], void, undefined>;
type Pieces = AsyncGenerator<string, void, undefined>;
type Bytes = AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined>;
type Encoding = 'br' | 'gzip';

const FIRST_PIECE_CHARS = 3 * 1024;
const MAX_PIECE_CHARS = 64 * 1024;
/** So many times a piece must have gone before it. */
const GROWTH = 12;
/** So much is looked at to tell whether an answer is short. */
const OPENING_CHARS = 16 * 1024;
/** Shorter answers are not packed. */
const MIN_PACKED_CHARS = 200;
/** What is no longer than this once it is packed goes through the worst of links as a whole. */
const MAX_WHOLE_BYTES = 3 * 1024;

export const streamLines = async (lines: Lines, accepted: string): Promise<Response> => {
  const pieces = piecesOf(lines);
  const { opening, isAll } = await open(pieces);
  const encoding = /\bbr\b/u.test(accepted) ? 'br' : /\bgzip\b/u.test(accepted) ? 'gzip' : undefined;
  const whole = isAll ? wholeAnswer(opening.join(''), encoding) : undefined;
  if (whole !== undefined) return whole;
  const all = startingWith(opening, pieces);
  const bytes = encoding === undefined ? encoded(all) : compressed(all, encoding);
  return answer(streamOf(bytes, pieces), encoding);
};

/** The first pieces, until it is clear whether the answer is short. */
const open = async (pieces: Pieces): Promise<{ readonly opening: readonly string[]; readonly isAll: boolean }> => {
  const opening: string[] = [];
  for (let length = 0; length < OPENING_CHARS;) {
    const piece = await pieces.next();
    if (piece.done === true) return { opening, isAll: true };
    opening.push(piece.value);
    length += piece.value.length;
  }
  return { opening, isAll: false };
};

/** To make a packer for a stream costs more than to pack some pages of text; `undefined` when they should go piece by piece. */
const wholeAnswer = (text: string, encoding: Encoding | undefined): Response | undefined => {
  if (text.length < MIN_PACKED_CHARS || encoding === undefined) return answer(text);
  if (encoding !== 'br') return undefined;
  const size = { [constants.BROTLI_PARAM_LGWIN]: 16, [constants.BROTLI_PARAM_SIZE_HINT]: text.length };
  const packed = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5, ...size } });
  return packed.length <= MAX_WHOLE_BYTES ? answer(Uint8Array.from(packed), encoding) : undefined;
};

const answer = (
  body: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array<ArrayBuffer>>,
  encoding?: Encoding,
): Response =>
  new Response(body, {
    headers: {
      'Content-Type': 'application/x-ndjson; charset=utf-8',
      ...(encoding === undefined ? {} : { 'Content-Encoding': encoding }),
      // A proxy that collects the answer would undo the streaming.
      'X-Accel-Buffering': 'no',
    },
  });

/** `pieces` have begun: what of them is open is closed also when nobody came to read, and nothing that was made of them began. */
const streamOf = (bytes: Bytes, pieces: Pieces): ReadableStream<Uint8Array<ArrayBuffer>> =>
  new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull: async (controller) => {
        const { done, value } = await bytes.next();
        if (done === true) controller.close();
        else controller.enqueue(value);
      },
      cancel: async () => {
        await bytes.return();
        await pieces.return();
      },
    },
    { highWaterMark: 1 },
  );

async function* piecesOf(lines: Lines): Pieces {
  let piece: string[] = [];
  let length = 0;
  let sent = 0;
  for await (const some of lines) {
    for (const line of some) {
      piece.push(line, '\n');
      length += line.length + 1;
      if (length < Math.min(MAX_PIECE_CHARS, FIRST_PIECE_CHARS + sent / GROWTH)) continue;
      yield piece.join('');
      sent += length;
      piece = [];
      length = 0;
    }
  }
  if (length > 0) yield piece.join('');
}

async function* startingWith(opening: readonly string[], rest: Pieces): Pieces {
  try {
    yield* opening;
    yield* rest;
  } finally {
    // Also of one who read no further than the opening.
    await rest.return();
  }
}

async function* encoded(pieces: Pieces): Bytes {
  const encoder = new TextEncoder();
  for await (const piece of pieces) yield encoder.encode(piece);
}

/** To pack well takes 8 MB for each answer that is on its way, to pack quickly 1.4 MB: when many phones come back at once. */
const well = { [constants.BROTLI_PARAM_QUALITY]: 7, [constants.BROTLI_PARAM_LGWIN]: 20 };
const quickly = { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_LGWIN]: 18 };
const MAX_WELL = 24;
let underWay = 0;

const createCompressor = (encoding: Encoding): BrotliCompress | Gzip =>
  encoding === 'br'
    ? createBrotliCompress({ flush: constants.BROTLI_OPERATION_FLUSH, params: underWay > MAX_WELL ? quickly : well })
    : createGzip({ flush: constants.Z_SYNC_FLUSH, level: 6 });

async function* compressed(pieces: Pieces, encoding: Encoding): Bytes {
  underWay += 1;
  const compressor = createCompressor(encoding);
  const out: Buffer[] = [];
  compressor.on('data', (chunk: Buffer) => out.push(chunk));
  const taken = (): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.concat(out.splice(0)));
  try {
    for await (const piece of pieces) {
      await new Promise<void>((resolve, reject) => {
        compressor.write(piece, (error) => {
          if (error) reject(error);
          else resolve();
        });
      });
      yield taken();
    }
    await new Promise<void>((resolve) => {
      compressor.once('end', resolve);
      compressor.end();
    });
    yield taken();
  } finally {
    underWay -= 1;
    compressor.destroy();
  }
}
