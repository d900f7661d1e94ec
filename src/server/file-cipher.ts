/** The cryptography of exchange files as the server has it: Node's WebCrypto and zlib behind the port of the protocol. */
import { gunzip, gzip } from 'node:zlib';
import { promisify } from 'node:util';
import type { Bytes } from '#sync/exchange-file.ts';
import type { ReceivingCipher } from '#sync/sealed-file.ts';

const { subtle } = globalThis.crypto;
const CURVE = { name: 'ECDH', namedCurve: 'P-256' };
const HMAC = { name: 'HMAC', hash: 'SHA-256' };
const ZERO_NONCE = new Uint8Array(12);

const bytesOf = (buffer: ArrayBuffer | Uint8Array): Bytes => new Uint8Array(buffer);
/** Bad bytes are an answer here, not a failure. */
const orNothing = <T>(work: Promise<T>): Promise<T | undefined> => work.catch(() => undefined);

const aesKey = (key: Bytes) => subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt', 'decrypt']);
const settings = (header: Bytes) => ({ name: 'AES-GCM', iv: ZERO_NONCE, additionalData: header });
const hmacKey = (key: Bytes) => subtle.importKey('raw', key, HMAC, false, ['sign', 'verify']);

const agreeAs = async (privateKey: Bytes, ephemeral: Bytes): Promise<Bytes> => {
  const ours = await subtle.importKey('pkcs8', privateKey, CURVE, false, ['deriveBits']);
  const theirs = await subtle.importKey('raw', ephemeral, CURVE, false, []);
  return bytesOf(await subtle.deriveBits({ name: 'ECDH', public: theirs }, ours, 256));
};

const open = async (key: Bytes, header: Bytes, sealed: Bytes): Promise<Bytes> =>
  bytesOf(await subtle.decrypt(settings(header), await aesKey(key), sealed));

const unpack = async (packed: Bytes, maxOutputLength: number): Promise<string> =>
  new TextDecoder('utf-8', { fatal: true }).decode(await promisify(gunzip)(packed, { maxOutputLength }));

export const fileCipher: ReceivingCipher = {
  randomBytes: (length) => globalThis.crypto.getRandomValues(new Uint8Array(length)),
  sha256: async (bytes) => bytesOf(await subtle.digest('SHA-256', bytes)),
  derive: async (secret, salt, info) => {
    const root = await subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
    const how = { name: 'HKDF', hash: 'SHA-256', salt, info: new TextEncoder().encode(info) };
    return bytesOf(await subtle.deriveBits(how, root, 256));
  },
  mac: async (key, bytes) => bytesOf(await subtle.sign('HMAC', await hmacKey(key), bytes)),
  isMac: async (key, bytes, mac) => subtle.verify('HMAC', await hmacKey(key), mac, bytes),
  seal: async (key, header, plain) => bytesOf(await subtle.encrypt(settings(header), await aesKey(key), plain)),
  open: (key, header, sealed) => orNothing(open(key, header, sealed)),
  pack: async (text) => bytesOf(await promisify(gzip)(text, { level: 9 })),
  unpack: (packed, maxBytes) => orNothing(unpack(packed, maxBytes)),
  toText: (bytes) => Buffer.from(bytes).toString('base64url'),
  fromText: (text) => (/^[\w-]*$/u.test(text) ? Uint8Array.from(Buffer.from(text, 'base64url')) : undefined),
  newPair: async () => {
    const pair = await subtle.generateKey(CURVE, true, ['deriveBits']);
    return {
      publicKey: bytesOf(await subtle.exportKey('raw', pair.publicKey)),
      privateKey: bytesOf(await subtle.exportKey('pkcs8', pair.privateKey)),
    };
  },
  agreeAs: (privateKey, ephemeral) => orNothing(agreeAs(privateKey, ephemeral)),
};
