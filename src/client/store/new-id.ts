/** The name of a new record: 96 random bits, base64url. */
import { randomBytes, toBase64url } from '#client/vault/bytes.ts';

export const newId = (): string => toBase64url(randomBytes(12));

/** 72 random bits, base64url: what a replica is told apart by. */
export const newToken = (): string => toBase64url(randomBytes(9));
