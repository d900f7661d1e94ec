/**
 * The cryptography of exchange files as the phone has it: WebCrypto and the browser's own gzip, in the shape that the
 * protocol asks for (sync/sealed-file.ts).
 */
import { fromBase64url, randomBytes, toBase64url, utf8, type Bytes } from './bytes.ts';

const CURVE = { name: 'ECDH', namedCurve: 'P-256' };
const HMAC = { name: 'HMAC', hash: 'SHA-256' };
const ZERO_NONCE = new Uint8Array(12);

const aesKey = (key: Bytes) => crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt', 'decrypt']);
const settings = (header: Bytes) => ({ name: 'AES-GCM', iv: ZERO_NONCE, additionalData: header });
const hmacKey = (key: Bytes) => crypto.subtle.importKey('raw', key, HMAC, false, ['sign', 'verify']);
/** Bad bytes are an answer here, not a failure. */
const orNothing = <T>(work: Promise<T>): Promise<T | undefined> => work.catch(() => undefined);

const agree = async (publicKey: Bytes) => {
  const theirs = await crypto.subtle.importKey('raw', publicKey, CURVE, false, []);
  const pair = await crypto.subtle.generateKey(CURVE, true, ['deriveBits']);
  return {
    ephemeral: new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)),
    shared: new Uint8Array(await crypto.subtle.deriveBits({ name: 'ECDH', public: theirs }, pair.privateKey, 256)),
  };
};

const open = async (key: Bytes, header: Bytes, sealed: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.decrypt(settings(header), await aesKey(key), sealed));

const streamOf = (bytes: Bytes): ReadableStream<BufferSource> => new Blob([bytes]).stream();

/** Stops as soon as there is more than `maxBytes`: what unpacks without end is not unpacked. */
const unpack = async (packed: Bytes, maxBytes: number): Promise<string | undefined> => {
  const reader = streamOf(packed).pipeThrough(new DecompressionStream('gzip')).getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    length += value.length;
    if (length > maxBytes) {
      await reader.cancel();
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
};

export const fileCipher = {
  randomBytes,
  sha256: async (bytes: Bytes): Promise<Bytes> => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)),
  derive: async (secret: Bytes, salt: Bytes, info: string): Promise<Bytes> => {
    const root = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
    const how = { name: 'HKDF', hash: 'SHA-256', salt, info: utf8(info) };
    return new Uint8Array(await crypto.subtle.deriveBits(how, root, 256));
  },
  mac: async (key: Bytes, bytes: Bytes): Promise<Bytes> =>
    new Uint8Array(await crypto.subtle.sign('HMAC', await hmacKey(key), bytes)),
  isMac: async (key: Bytes, bytes: Bytes, mac: Bytes): Promise<boolean> =>
    crypto.subtle.verify('HMAC', await hmacKey(key), mac, bytes),
  seal: async (key: Bytes, header: Bytes, plain: Bytes): Promise<Bytes> =>
    new Uint8Array(await crypto.subtle.encrypt(settings(header), await aesKey(key), plain)),
  open: (key: Bytes, header: Bytes, sealed: Bytes) => orNothing(open(key, header, sealed)),
  pack: async (text: string): Promise<Bytes> => {
    const packed = streamOf(utf8(text)).pipeThrough(new CompressionStream('gzip'));
    return new Uint8Array(await new Response(packed).arrayBuffer());
  },
  unpack: (packed: Bytes, maxBytes: number) => orNothing(unpack(packed, maxBytes)),
  toText: toBase64url,
  fromText: fromBase64url,
  agree: (publicKey: Bytes) => orNothing(agree(publicKey)),
};
