/**
 * Seals and opens exchange files, over a cipher that is handed in: the phone and the server each have their own.
 *
 * - An outgoing file is sealed to the server's public key with a pair made for this file alone, and inside the seal it
 *   bears a MAC under the replica secret: only the server can read it, and only the device can have made it.
 * - A reply is sealed under a key from the replica secret, fresh for each reply and bound to the file that it answers.
 * - Every key seals one message, so the nonce is always zero and never repeats under a key.
 */
import { ok, type Result } from '#domain/result.ts';
import {
  contentOf,
  FINGERPRINT_BYTES,
  ID_BYTES,
  joinBytes,
  MAC_BYTES,
  MAX_FILE_BYTES,
  MAX_UNPACKED_BYTES,
  readContent,
  replyHeader,
  requestHeader,
  SALT_BYTES,
  unfit,
  type Bytes,
  type ReplyFile,
  type RequestFile,
  type Sender,
} from './exchange-file.ts';

/** What both ends need of cryptography. Nothing rejects on bad input: what does not open is `undefined`. */
export interface FileCipher {
  readonly randomBytes: (length: number) => Bytes;
  readonly sha256: (bytes: Bytes) => Promise<Bytes>;
  /** HKDF-SHA-256, 32 bytes. */
  readonly derive: (secret: Bytes, salt: Bytes, info: string) => Promise<Bytes>;
  /** HMAC-SHA-256. */
  readonly mac: (key: Bytes, bytes: Bytes) => Promise<Bytes>;
  /** In a time that does not depend on where they differ. */
  readonly isMac: (key: Bytes, bytes: Bytes, mac: Bytes) => Promise<boolean>;
  /** AES-256-GCM with a nonce of zeros; `header` is authenticated with it. */
  readonly seal: (key: Bytes, header: Bytes, plain: Bytes) => Promise<Bytes>;
  readonly open: (key: Bytes, header: Bytes, sealed: Bytes) => Promise<Bytes | undefined>;
  /** gzip of UTF-8. */
  readonly pack: (text: string) => Promise<Bytes>;
  readonly unpack: (packed: Bytes, maxBytes: number) => Promise<string | undefined>;
  /** How keys are kept and told: base64url without padding. */
  readonly toText: (bytes: Bytes) => string;
  readonly fromText: (text: string) => Bytes | undefined;
}

/** The device's half of P-256 ECDH: a pair made anew, and what it agrees on with the server's key. */
export interface SendingCipher extends FileCipher {
  readonly agree: (publicKey: Bytes) => Promise<{ readonly ephemeral: Bytes; readonly shared: Bytes } | undefined>;
}

/** The server's half. */
export interface ReceivingCipher extends FileCipher {
  readonly newPair: () => Promise<{ readonly publicKey: Bytes; readonly privateKey: Bytes }>;
  readonly agreeAs: (privateKey: Bytes, ephemeral: Bytes) => Promise<Bytes | undefined>;
}

const SEAL = 'so-tay/file/seal/1';
const MAC = 'so-tay/file/mac/1';
const REPLY = 'so-tay/file/reply/1';

export const fingerprintOf = async (cipher: FileCipher, publicKey: Bytes): Promise<Bytes> => {
  const hash = await cipher.sha256(publicKey);
  return hash.slice(0, FINGERPRINT_BYTES);
};

/** The salt ties the key to both public halves. */
const sealingKey = (cipher: FileCipher, shared: Bytes, ephemeral: Bytes, fingerprint: Bytes): Promise<Bytes> =>
  cipher.derive(shared, joinBytes(ephemeral, fingerprint), SEAL);

export interface SealedRequest {
  readonly id: Bytes;
  readonly bytes: Bytes;
}

export const sealRequest = async (
  cipher: SendingCipher,
  keys: { readonly server: Bytes; readonly secret: Bytes },
  sender: Sender,
  text: string,
): Promise<Result<SealedRequest>> => {
  const agreed = await cipher.agree(keys.server);
  if (agreed === undefined) return unfit('no-key');
  const id = cipher.randomBytes(ID_BYTES);
  const fingerprint = await fingerprintOf(cipher, keys.server);
  const { ephemeral, shared } = agreed;
  const content = contentOf(sender, await cipher.pack(text));
  const header = requestHeader({ id, fingerprint, ephemeral }, MAC_BYTES + content.length);
  const mac = await cipher.mac(await cipher.derive(keys.secret, id, MAC), joinBytes(header, content));
  const key = await sealingKey(cipher, shared, ephemeral, fingerprint);
  const bytes = joinBytes(header, await cipher.seal(key, header, joinBytes(mac, content)));
  return bytes.length > MAX_FILE_BYTES ? unfit('too-large') : ok({ id, bytes });
};

/** A file that opened. Whose it claims to be is proved by `isBy` alone; until then nothing of it is unpacked. */
export interface OpenedRequest {
  readonly sender: Sender;
  readonly isBy: (secret: Bytes) => Promise<boolean>;
  readonly lines: () => Promise<string | undefined>;
}

export const openRequest = async (
  cipher: ReceivingCipher,
  { id, header, ephemeral, fingerprint, sealed }: RequestFile,
  privateKey: Bytes,
): Promise<OpenedRequest | undefined> => {
  const shared = await cipher.agreeAs(privateKey, ephemeral);
  if (shared === undefined) return undefined;
  const plain = await cipher.open(await sealingKey(cipher, shared, ephemeral, fingerprint), header, sealed);
  if (plain === undefined || plain.length < MAC_BYTES) return undefined;
  const mac = plain.slice(0, MAC_BYTES);
  const content = plain.slice(MAC_BYTES);
  const read = readContent(content);
  return (
    read && {
      sender: read.sender,
      isBy: async (secret) => cipher.isMac(await cipher.derive(secret, id, MAC), joinBytes(header, content), mac),
      lines: () => cipher.unpack(read.packed, MAX_UNPACKED_BYTES),
    }
  );
};

export const sealReply = async (cipher: FileCipher, secret: Bytes, id: Bytes, text: string): Promise<Result<Bytes>> => {
  const packed = await cipher.pack(text);
  const salt = cipher.randomBytes(SALT_BYTES);
  const header = replyHeader({ id, salt }, packed.length);
  const key = await cipher.derive(secret, joinBytes(salt, id), REPLY);
  const bytes = joinBytes(header, await cipher.seal(key, header, packed));
  return bytes.length > MAX_FILE_BYTES ? unfit('too-large') : ok(bytes);
};

/** The lines of the answer; `undefined` when it was changed, or is for another device. */
export const openReply = async (
  cipher: FileCipher,
  secret: Bytes,
  { id, salt, header, sealed }: ReplyFile,
): Promise<string | undefined> => {
  const packed = await cipher.open(await cipher.derive(secret, joinBytes(salt, id), REPLY), header, sealed);
  return packed && cipher.unpack(packed, MAX_UNPACKED_BYTES);
};
