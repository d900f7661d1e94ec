/**
 * The same port without any sealing: the counter-example that shows that a search of the disk would find what is
 * stored in clear. It exists only in a build made with VITE_PLAIN_STORE=yes.
 */
import { textOf, utf8 } from './bytes.ts';
import type { Cipher } from './cipher.ts';

export const plainCipher: Cipher = {
  seal: (_place, value) => Promise.resolve({ nonce: new Uint8Array(12), bytes: utf8(JSON.stringify(value)) }),
  open: (_place, sealed) => {
    const value: unknown = JSON.parse(textOf(sealed.bytes));
    return Promise.resolve(value);
  },
  keyOf: (id) => Promise.resolve(id),
};
