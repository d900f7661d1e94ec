/**
 * Opens and closes one person's keys on this device.
 *
 * - The data key is 32 random bytes, made once, never stored in clear and never sent.
 * - It is wrapped by the unlock secret (Argon2id) and by a recovery key that only the server keeps.
 * - A try is counted, and the count stored, before the secret is looked at: closing the tab does not win a free one.
 */
import * as v from 'valibot';
import type { Problem } from '#domain/problem.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { DEFAULT_ARGON, type Derive } from './argon.ts';
import { fromBase64url, randomBytes, toBase64url, type Bytes } from './bytes.ts';
import type { Cipher } from './cipher.ts';
import { cipherFor } from './cipher-for.ts';
import { sealedAsText, sealedFromText, type KeyFile, type Wrap } from './key-file.ts';
import { checkSecret } from './secret-rules.ts';
import { openBytes, sealBytes } from './sealed-bytes.ts';
import { afterTry, NO_TRIES, secondsToWait } from './tries.ts';

/** A vault that is open; whoever drops it has locked it. */
export interface OpenVault {
  readonly slot: string;
  readonly person: string;
  readonly dataKey: Bytes;
  readonly cipher: Cipher;
}

export interface VaultDeps {
  readonly derive: Derive;
  readonly now: () => number;
  /** Keeps the key file; resolves when it is on disk. */
  readonly keep: (file: KeyFile) => Promise<void>;
}

const Inside = v.object({ person: v.string(), inboundPrivate: v.string() });

export const damaged = (): Result<never> => fail<Problem>({ code: 'vault/damaged' });
export const wrapPlace = (slot: string, kind: Wrap['kind']) => `wrap|${kind}|${slot}|1`;
const insidePlace = (slot: string) => `key-file|${slot}|1`;

export const unlockWrap = async (derive: Derive, slot: string, secret: string, dataKey: Bytes): Promise<Wrap> => {
  const salt = randomBytes(16);
  const key = await derive(secret, salt, DEFAULT_ARGON);
  return {
    kind: 'unlock',
    salt: toBase64url(salt),
    params: DEFAULT_ARGON,
    wrapped: sealedAsText(await sealBytes(key, wrapPlace(slot, 'unlock'), dataKey)),
  };
};

export const openInside = async (file: KeyFile, dataKey: Bytes): Promise<Result<OpenVault>> => {
  const opened = await openBytes(dataKey, insidePlace(file.slot), sealedFromText(file.sealed));
  if (opened === undefined) return damaged();
  const inside = v.safeParse(v.pipe(v.string(), v.parseJson(), Inside), new TextDecoder().decode(opened));
  if (!inside.success) return damaged();
  const { person } = inside.output;
  return ok({ slot: file.slot, person, dataKey, cipher: await cipherFor(dataKey, person) });
};

export interface NewVault {
  readonly vault: OpenVault;
  /** To be sent to the server, which alone keeps it. */
  readonly recoveryKey: Bytes;
  /** Keeps the key file: called last, so that a slot that is listed is one that opens. */
  readonly keep: () => Promise<void>;
}

/** Makes a person's keys on this device, with the unlock secret just chosen. */
export const createVault = async (
  deps: VaultDeps,
  made: { readonly slot: string; readonly person: string; readonly secret: string },
): Promise<Result<NewVault>> => {
  const secret = checkSecret(made.secret);
  if (!secret.ok) return secret;
  const { slot, person } = made;
  const dataKey = randomBytes(32);
  const recoveryKey = randomBytes(32);
  const pair = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits']);
  const inboundPublic = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const inboundPrivate = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey));
  const inside = JSON.stringify({ person, inboundPrivate: toBase64url(inboundPrivate) });
  const file: KeyFile = {
    version: 1,
    slot,
    wraps: [
      await unlockWrap(deps.derive, slot, secret.value, dataKey),
      { kind: 'recovery', wrapped: sealedAsText(await sealBytes(recoveryKey, wrapPlace(slot, 'recovery'), dataKey)) },
    ],
    inboundPublic: toBase64url(inboundPublic),
    sealed: sealedAsText(await sealBytes(dataKey, insidePlace(slot), new Uint8Array(new TextEncoder().encode(inside)))),
    tries: NO_TRIES,
  };
  const cipher = await cipherFor(dataKey, person);
  return ok({ vault: { slot, person, dataKey, cipher }, recoveryKey, keep: () => deps.keep(file) });
};

export const unlockVault = async (deps: VaultDeps, file: KeyFile, secret: string): Promise<Result<OpenVault>> => {
  const seconds = secondsToWait(file.tries, deps.now());
  if (seconds > 0) return fail<Problem>({ code: 'vault/slow-down', seconds });
  const wrap = file.wraps.find((one) => one.kind === 'unlock');
  const salt = wrap && fromBase64url(wrap.salt);
  if (wrap === undefined || salt === undefined) return damaged();

  const tried = { ...file, tries: afterTry(file.tries, deps.now()) };
  await deps.keep(tried);
  const key = await deps.derive(secret.normalize('NFC'), salt, wrap.params);
  const dataKey = await openBytes(key, wrapPlace(file.slot, 'unlock'), sealedFromText(wrap.wrapped));
  if (dataKey === undefined) {
    return fail<Problem>({ code: 'vault/wrong-secret', waitSeconds: secondsToWait(tried.tries, deps.now()) });
  }
  await deps.keep({ ...file, tries: NO_TRIES });
  return openInside(file, dataKey);
};
