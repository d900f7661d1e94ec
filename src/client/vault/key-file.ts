/**
 * The key file of one slot: one data key, wrapped once for each way to get at it.
 *
 * - In clear it carries the slot, wraps, salts, parameters, the public half of the inbound pair and the count of tries.
 *   Whose it is stands sealed.
 * - Losing every wrap loses the data; so a wrap is only ever replaced by one that was made from the open key.
 */
import * as v from 'valibot';
import { ArgonParams } from './argon.ts';
import { fromBase64url, toBase64url, type Bytes } from './bytes.ts';
import type { Sealed } from './cipher.ts';

const Text64 = v.pipe(v.string(), v.regex(/^[\w-]*$/u));
export const SealedText = v.object({ nonce: Text64, bytes: Text64 });

const UnlockWrap = v.object({
  kind: v.literal('unlock'),
  salt: Text64,
  params: ArgonParams,
  wrapped: SealedText,
});
const RecoveryWrap = v.object({ kind: v.literal('recovery'), wrapped: SealedText });

export const Slot = v.pipe(v.string(), v.regex(/^[A-Za-z0-9]{8}$/u));

export const KeyFile = v.object({
  version: v.literal(1),
  slot: Slot,
  wraps: v.array(v.variant('kind', [UnlockWrap, RecoveryWrap])),
  inboundPublic: Text64,
  /** The person's id and the private half of the inbound pair, under the data key. */
  sealed: SealedText,
  tries: v.object({ count: v.number(), until: v.number() }),
});
export type KeyFile = v.InferOutput<typeof KeyFile>;
export type Wrap = KeyFile['wraps'][number];
export type SealedText = v.InferOutput<typeof SealedText>;

export const sealedAsText = (sealed: Sealed): SealedText => ({
  nonce: toBase64url(sealed.nonce),
  bytes: toBase64url(sealed.bytes),
});

export const sealedFromText = (text: SealedText): Sealed => ({
  nonce: fromBase64url(text.nonce) ?? new Uint8Array(12),
  bytes: fromBase64url(text.bytes) ?? new Uint8Array(0),
});

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** A slot's name from random bytes; 8 characters of 62, the bias of the remainder does no harm to a name. */
export const slotFrom = (bytes: Bytes): string =>
  Array.from(bytes.subarray(0, 8), (byte) => alphabet[byte % alphabet.length]).join('');
