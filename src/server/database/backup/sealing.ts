/**
 * Seals a stream under a pass phrase: AES-256-GCM in pieces of 64 KB, each bound to the beginning of the file, to its place
 * and to whether it is the last, so that no piece can be changed, moved, left out or cut off unnoticed.
 *
 * A sealed file begins with its mark, the cost of the key derivation, a salt and the nonces' first bytes.
 */
import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';

const MARK = Buffer.from('STBGSEAL\u0001', 'latin1');
const COST_LOG2 = 15;
const SALT_BYTES = 16;
const NONCE_START_BYTES = 7;
const HEAD_BYTES = MARK.length + 1 + SALT_BYTES + NONCE_START_BYTES;
const PIECE_BYTES = 65_536;
const TAG_BYTES = 16;
const MAX_COST_LOG2 = 20;

type Bytes = AsyncIterable<Uint8Array>;

const keyFrom = (passPhrase: string, salt: Uint8Array, costLog2: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const options = { N: 2 ** costLog2, r: 8, p: 1, maxmem: 2 ** (costLog2 + 11) };
    scrypt(passPhrase.normalize('NFC'), salt, 32, options, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });

const nonceOf = (start: Uint8Array, piece: number, isLast: boolean): Buffer => {
  const nonce = Buffer.alloc(12);
  nonce.set(start);
  nonce.writeUInt32BE(piece, NONCE_START_BYTES);
  nonce.writeUInt8(isLast ? 1 : 0, 11);
  return nonce;
};

/** The same bytes in pieces of one size; only the last may be shorter, and there always is one. */
async function* inPieces(source: Bytes, size: number): AsyncGenerator<{ bytes: Buffer; isLast: boolean }> {
  let waiting: Buffer[] = [];
  let held = 0;
  for await (const chunk of source) {
    waiting.push(Buffer.from(chunk));
    held += chunk.length;
    if (held <= size) continue;
    let rest = Buffer.concat(waiting);
    // A piece is given away only when something follows it.
    for (; rest.length > size; rest = rest.subarray(size)) yield { bytes: rest.subarray(0, size), isLast: false };
    waiting = [rest];
    held = rest.length;
  }
  yield { bytes: Buffer.concat(waiting), isLast: true };
}

export const isSealed = (start: Uint8Array): boolean => Buffer.from(start).subarray(0, MARK.length).equals(MARK);

export const seal = (passPhrase: string) =>
  async function* (source: Bytes): AsyncGenerator<Buffer, void, undefined> {
    const salt = randomBytes(SALT_BYTES);
    const start = randomBytes(NONCE_START_BYTES);
    const head = Buffer.concat([MARK, Buffer.of(COST_LOG2), salt, start]);
    const key = await keyFrom(passPhrase, salt, COST_LOG2);
    yield head;
    let piece = 0;
    for await (const { bytes, isLast } of inPieces(source, PIECE_BYTES)) {
      const cipher = createCipheriv('aes-256-gcm', key, nonceOf(start, piece, isLast)).setAAD(head);
      yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
      piece += 1;
    }
  };

/** Ends early, without its last piece, when anything is not as it was sealed: what is inside has its own end mark. */
export const unseal = (passPhrase: string) =>
  async function* (source: Bytes): AsyncGenerator<Buffer, void, undefined> {
    let head: Buffer | undefined;
    let key: Buffer | undefined;
    let piece = 0;
    for await (const { bytes, isLast } of inPieces(
      afterHead(source, (found) => (head = found)),
      PIECE_BYTES + TAG_BYTES,
    )) {
      if (head === undefined || bytes.length < TAG_BYTES) return;
      const costLog2 = head.readUInt8(MARK.length);
      if (costLog2 > MAX_COST_LOG2) return;
      const salt = head.subarray(MARK.length + 1, MARK.length + 1 + SALT_BYTES);
      const start = head.subarray(-NONCE_START_BYTES);
      key ??= await keyFrom(passPhrase, salt, costLog2);
      const opened = open(key, nonceOf(start, piece, isLast), head, bytes);
      if (opened === undefined) return;
      yield opened;
      piece += 1;
    }
  };

const open = (key: Buffer, nonce: Buffer, head: Buffer, bytes: Buffer): Buffer | undefined => {
  const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(head).setAuthTag(bytes.subarray(-TAG_BYTES));
  const clear = decipher.update(bytes.subarray(0, -TAG_BYTES));
  try {
    decipher.final();
    return clear;
  } catch {
    return undefined;
  }
};

async function* afterHead(source: Bytes, take: (head: Buffer) => void): AsyncGenerator<Buffer, void, undefined> {
  let start: Buffer | undefined = Buffer.alloc(0);
  for await (const chunk of source) {
    if (start === undefined) {
      yield Buffer.from(chunk);
      continue;
    }
    start = Buffer.concat([start, chunk]);
    if (start.length < HEAD_BYTES) continue;
    take(start.subarray(0, HEAD_BYTES));
    yield start.subarray(HEAD_BYTES);
    start = undefined;
  }
}
