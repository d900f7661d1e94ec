/**
 * Seals and opens what is stored on the device.
 *
 * - AES-256-GCM under a key derived from the data key; a fresh 96-bit nonce each time.
 * - The place where a value stands and the person whose it is are authenticated with it: a row moved, copied to
 *   another record or to another person's database does not open.
 * - Rows are named by an HMAC of the record's id, so that a name tells nothing about a plan, a measure or a month.
 */
import { textOf, toBase64url, utf8, type Bytes } from './bytes.ts';

export interface Place {
  readonly table: string;
  readonly id: string;
  readonly schema: number;
}

export interface Sealed {
  readonly nonce: Bytes;
  readonly bytes: Bytes;
}

export interface Cipher {
  readonly seal: (place: Place, value: unknown) => Promise<Sealed>;
  /** Rejects when the bytes were changed or belong elsewhere. */
  readonly open: (place: Place, sealed: Sealed) => Promise<unknown>;
  /** The name under which a row of this id stands. */
  readonly keyOf: (id: string) => Promise<string>;
}

const NONCE_BYTES = 12;

const derive = (root: CryptoKey, purpose: string, algorithm: AesKeyGenParams | HmacKeyGenParams, uses: KeyUsage[]) =>
  crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(32), info: utf8(`so-tay/${purpose}/1`) },
    root,
    algorithm,
    false,
    uses,
  );

export const createCipher = async (dataKey: Bytes, person: string): Promise<Cipher> => {
  const root = await crypto.subtle.importKey('raw', dataKey, 'HKDF', false, ['deriveKey']);
  const sealing = await derive(root, 'seal', { name: 'AES-GCM', length: 256 }, ['encrypt', 'decrypt']);
  const naming = await derive(root, 'id', { name: 'HMAC', hash: 'SHA-256', length: 256 }, ['sign']);
  const settings = (place: Place, nonce: Bytes) => ({
    name: 'AES-GCM',
    iv: nonce,
    additionalData: utf8(`${place.table}|${place.id}|${place.schema}|${person}`),
  });

  return {
    seal: async (place, value) => {
      const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
      const sealed = await crypto.subtle.encrypt(settings(place, nonce), sealing, utf8(JSON.stringify(value)));
      return { nonce, bytes: new Uint8Array(sealed) };
    },
    open: async (place, sealed) => {
      const opened = await crypto.subtle.decrypt(settings(place, sealed.nonce), sealing, sealed.bytes);
      const value: unknown = JSON.parse(textOf(new Uint8Array(opened)));
      return value;
    },
    keyOf: async (id) => {
      const name = await crypto.subtle.sign('HMAC', naming, utf8(id));
      return toBase64url(new Uint8Array(name, 0, 16));
    },
  };
};
