/** Chance, hashing and comparing: the only place that makes secrets. */
import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import type { Secrets } from './actions/ports.ts';
import { fileCipher } from './file-cipher.ts';

/** Without 0/O, 1/I: what is read aloud or copied by hand must have one reading. */
const CODE_LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const PASSWORD_LETTERS = '23456789abcdefghjkmnpqrstuvwxyz';

/** Argon2id is the library's default. */
const argon2id = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 };

const groupsOf = (letters: string, groups: number): string =>
  Array.from({ length: groups }, () =>
    Array.from({ length: 4 }, () => letters.charAt(randomInt(letters.length))).join(''),
  ).join('-');

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Never begins with a hyphen: on a command line that would be an option. */
const newId = (): string => {
  const id = randomBytes(12).toString('base64url');
  return id.startsWith('-') ? newId() : id;
};

export const secrets: Secrets = {
  files: fileCipher,
  newId,
  newToken: () => randomBytes(32).toString('base64url'),
  newCode: () => groupsOf(CODE_LETTERS, 2),
  newPassword: () => groupsOf(PASSWORD_LETTERS, 4),
  hashToken: (token) => sha256(token).toString('base64url'),
  hashPassword: (password) => hash(password.normalize('NFC'), argon2id),
  verifyPassword: (hashed, password) => verify(hashed, password.normalize('NFC')),
  isSame: (a, b) => timingSafeEqual(sha256(a), sha256(b)),
};

/** 40 bits, shown once on the console of whoever starts the server. */
export const newSetUpCode = (): string => groupsOf(CODE_LETTERS, 2);
