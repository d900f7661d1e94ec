/**
 * The bytes of an exchange file: what stands outside the seal, and how what stands inside is laid out. README.md,
 * "Exchange files", is the letter of it; sealed-file.ts seals and opens.
 *
 * - Whoever carries a file sees its kind, its size, a random id and, on an outgoing one, which server it is for: never
 *   whose it is.
 * - Everything outside the seal is authenticated with it, and every length is exact: a file that was cut, lengthened or
 *   changed anywhere is none.
 */
import type { FileFault } from '#domain/problem.ts';
import { fail, ok, type Result } from '#domain/result.ts';

export type Bytes = Uint8Array<ArrayBuffer>;

export const unfit = (why: FileFault): Result<never> => fail({ code: 'file/unfit', why });

export const MAX_FILE_BYTES = 5 * 1024 * 1024;
/** Of the lines in a file, once they are unpacked. */
export const MAX_UNPACKED_BYTES = 16 * 1024 * 1024;
export const ID_BYTES = 16;
export const SALT_BYTES = 32;
export const FINGERPRINT_BYTES = 8;
/** An uncompressed point on P-256. */
export const POINT_BYTES = 65;
export const MAC_BYTES = 32;
/** What AES-GCM adds. */
const TAG_BYTES = 16;

const MAGIC = [0x53, 0x54, 0x42, 0x47];
const VERSION = 1;
const REQUEST = 1;
const REPLY = 2;
const START_BYTES = MAGIC.length + 2;
const LENGTH_BYTES = 4;

export interface RequestFile {
  readonly is: 'request';
  readonly id: Bytes;
  /** The first bytes of the hash of the server's public key. */
  readonly fingerprint: Bytes;
  /** The public half of the pair that was made for this file alone. */
  readonly ephemeral: Bytes;
  readonly header: Bytes;
  readonly sealed: Bytes;
}

export interface ReplyFile {
  readonly is: 'reply';
  /** Of the file that it answers. */
  readonly id: Bytes;
  readonly salt: Bytes;
  readonly header: Bytes;
  readonly sealed: Bytes;
}

/** How long what is sealed will be; it stands in the header, which is sealed with it. */
const sealedLength = (plainLength: number): number => plainLength + TAG_BYTES;

const REQUEST_PARTS = [ID_BYTES, FINGERPRINT_BYTES, POINT_BYTES] as const;
const REPLY_PARTS = [ID_BYTES, SALT_BYTES] as const;
const sum = (lengths: readonly number[]): number => lengths.reduce((total, length) => total + length, 0);
const headerLength = (parts: readonly number[]): number => START_BYTES + sum(parts) + LENGTH_BYTES;

export const joinBytes = (...parts: readonly Uint8Array[]): Bytes => {
  const joined = new Uint8Array(sum(parts.map((part) => part.length)));
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
};

const wholeOf = (value: number, length: number): Bytes =>
  Uint8Array.from({ length }, (_none, place) => Math.floor(value / 256 ** (length - 1 - place)) % 256);
const readWhole = (bytes: Uint8Array): number => bytes.reduce((value, byte) => value * 256 + byte, 0);

export const requestHeader = (
  file: Pick<RequestFile, 'id' | 'fingerprint' | 'ephemeral'>,
  plainLength: number,
): Bytes =>
  joinBytes(
    Uint8Array.from([...MAGIC, VERSION, REQUEST]),
    file.id,
    file.fingerprint,
    file.ephemeral,
    wholeOf(sealedLength(plainLength), LENGTH_BYTES),
  );

export const replyHeader = (file: Pick<ReplyFile, 'id' | 'salt'>, plainLength: number): Bytes =>
  joinBytes(
    Uint8Array.from([...MAGIC, VERSION, REPLY]),
    file.id,
    file.salt,
    wholeOf(sealedLength(plainLength), LENGTH_BYTES),
  );

/** The frame of a file, strictly: what is not exactly one is a problem that says what to do. */
export const readFile = (bytes: Uint8Array): Result<RequestFile | ReplyFile> => {
  if (bytes.length === 0) return unfit('empty');
  if (bytes.length > MAX_FILE_BYTES) return unfit('too-large');
  if (MAGIC.some((byte, place) => bytes[place] !== byte)) return unfit('not-ours');
  const version = bytes[MAGIC.length] ?? 0;
  if (version > VERSION) return unfit('newer');
  const kind = bytes[MAGIC.length + 1];
  const lengths = kind === REQUEST ? REQUEST_PARTS : kind === REPLY ? REPLY_PARTS : [];
  const start = headerLength(lengths);
  const isWhole = lengths.length > 0 && version === VERSION && bytes.length > start;
  if (!isWhole || readWhole(bytes.subarray(start - LENGTH_BYTES, start)) !== bytes.length - start)
    return unfit('damaged');

  const header = bytes.slice(0, start);
  const sealed = bytes.slice(start);
  const id = header.slice(START_BYTES, START_BYTES + ID_BYTES);
  const rest = header.slice(START_BYTES + ID_BYTES, start - LENGTH_BYTES);
  if (kind === REPLY) return ok({ is: 'reply', id, salt: rest, header, sealed });
  return ok({
    is: 'request',
    id,
    fingerprint: rest.slice(0, FINGERPRINT_BYTES),
    ephemeral: rest.slice(FINGERPRINT_BYTES),
    header,
    sealed,
  });
};

/** Who made a file; it stands inside the seal alone. */
export interface Sender {
  readonly person: string;
  readonly device: string;
}

const NAME = /^[\w.~:-]{1,100}$/u;
const DEVICE = /^[\w-]{16,64}$/u;
const NAME_LENGTH_BYTES = 1;

const bytesOfName = (name: string): Bytes => Uint8Array.from(name, (char) => char.charCodeAt(0));
const nameOfBytes = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');

/** `person length, person, device length, device, packed lines`: what the MAC is over, after the header. */
export const contentOf = ({ person, device }: Sender, packed: Bytes): Bytes =>
  joinBytes(
    wholeOf(person.length, NAME_LENGTH_BYTES),
    bytesOfName(person),
    wholeOf(device.length, NAME_LENGTH_BYTES),
    bytesOfName(device),
    packed,
  );

export const readContent = (content: Bytes): { readonly sender: Sender; readonly packed: Bytes } | undefined => {
  const personEnd = NAME_LENGTH_BYTES + (content[0] ?? 0);
  const deviceStart = personEnd + NAME_LENGTH_BYTES;
  const deviceEnd = deviceStart + (content[personEnd] ?? 0);
  const person = nameOfBytes(content.subarray(NAME_LENGTH_BYTES, personEnd));
  const device = nameOfBytes(content.subarray(deviceStart, deviceEnd));
  if (content.length <= deviceEnd || !NAME.test(person) || !DEVICE.test(device)) return undefined;
  return { sender: { person, device }, packed: content.slice(deviceEnd) };
};

/** A file's id as text, for looking it up. */
export const idText = (id: Bytes): string => Array.from(id, (byte) => byte.toString(16).padStart(2, '0')).join('');
