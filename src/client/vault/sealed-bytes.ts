/** Bytes sealed under a raw 32-byte key: how the data key itself is wrapped. */
import { randomBytes, utf8, type Bytes } from './bytes.ts';
import type { Sealed } from './cipher.ts';

const importKey = (key: Bytes) => crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt', 'decrypt']);
const settings = (nonce: Bytes, place: string) => ({ name: 'AES-GCM', iv: nonce, additionalData: utf8(place) });

export const sealBytes = async (key: Bytes, place: string, value: Bytes): Promise<Sealed> => {
  const nonce = randomBytes(12);
  const bytes = await crypto.subtle.encrypt(settings(nonce, place), await importKey(key), value);
  return { nonce, bytes: new Uint8Array(bytes) };
};

/** `undefined` when the key is not the one that sealed, or the bytes were changed. */
export const openBytes = async (key: Bytes, place: string, sealed: Sealed): Promise<Bytes | undefined> => {
  const imported = await importKey(key);
  return crypto.subtle.decrypt(settings(sealed.nonce, place), imported, sealed.bytes).then(
    (bytes) => new Uint8Array(bytes),
    () => undefined,
  );
};
