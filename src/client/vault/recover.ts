/** The way back into a vault whose unlock secret was forgotten. Fetched when somebody has signed in for it. */
import { ok, type Result } from '#domain/result.ts';
import type { Bytes } from './bytes.ts';
import { sealedFromText, type KeyFile } from './key-file.ts';
import { openBytes } from './sealed-bytes.ts';
import { checkSecret } from './secret-rules.ts';
import { NO_TRIES } from './tries.ts';
import { damaged, openInside, unlockWrap, wrapPlace, type OpenVault, type VaultDeps } from './vault.ts';

/** Opens with the key that the server gave back after a sign-in; a new secret must be chosen next. */
export const recoverVault = async (file: KeyFile, recoveryKey: Bytes): Promise<Result<OpenVault>> => {
  const wrap = file.wraps.find((one) => one.kind === 'recovery');
  if (wrap === undefined) return damaged();
  const dataKey = await openBytes(recoveryKey, wrapPlace(file.slot, 'recovery'), sealedFromText(wrap.wrapped));
  return dataKey === undefined ? damaged() : openInside(file, dataKey);
};

/** Replaces the unlock secret; the data key and all other wraps stay. */
export const changeSecret = async (
  deps: VaultDeps,
  file: KeyFile,
  vault: OpenVault,
  chosen: string,
): Promise<Result<void>> => {
  const secret = checkSecret(chosen);
  if (!secret.ok) return secret;
  const wrap = await unlockWrap(deps.derive, file.slot, secret.value, vault.dataKey);
  await deps.keep({ ...file, wraps: [wrap, ...file.wraps.filter((one) => one.kind !== 'unlock')], tries: NO_TRIES });
  return ok(undefined);
};
