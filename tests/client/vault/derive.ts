/** Argon2id where the test stands, with parameters that cost little. */
import { argon2id } from 'hash-wasm';
import type { Derive } from '#client/vault/argon.ts';

export const deriveCheaply: Derive = async (secret, salt) =>
  new Uint8Array(
    await argon2id({
      password: secret,
      salt,
      memorySize: 64,
      iterations: 1,
      parallelism: 1,
      hashLength: 32,
      outputType: 'binary',
    }),
  );
