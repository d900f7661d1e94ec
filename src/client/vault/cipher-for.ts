/** The cipher of this build. The condition is a constant of the build, so the app that people use holds no plain one. */
import type { Bytes } from './bytes.ts';
import { createCipher, type Cipher } from './cipher.ts';

export const cipherFor = async (dataKey: Bytes, person: string): Promise<Cipher> => {
  if (import.meta.env.VITE_PLAIN_STORE === 'yes') return (await import('./plain-cipher.ts')).plainCipher;
  return createCipher(dataKey, person);
};
