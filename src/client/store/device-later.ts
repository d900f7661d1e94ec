/** What is seldom asked of a device: the way back in, another secret, and the way off this phone. Fetched when it is asked for. */
import Dexie from 'dexie';
import type { Problem } from '#domain/problem.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { fromBase64url } from '#client/vault/bytes.ts';
import type { KeyFile } from '#client/vault/key-file.ts';
import { changeSecret, recoverVault } from '#client/vault/recover.ts';
import { unlockVault, type OpenVault, type VaultDeps } from '#client/vault/vault.ts';
import { slotDatabaseName } from './database.ts';
import type { Device, Recovered } from './device.ts';
import { keyName, rowsName, type RescueFiles } from './lifeboat.ts';
import type { Sentinel } from './sentinel.ts';
import type { Store } from './store.ts';

/** So many are remembered to have been taken off: more tabs than anybody has open. */
const MAX_LEFT = 20;

export interface LaterDeps {
  readonly vaultDeps: VaultDeps;
  readonly keyFileOf: (slot: string) => Promise<Result<KeyFile>>;
  readonly openFor: (vault: OpenVault) => Promise<Result<Store>>;
  readonly guard: <T>(work: () => Promise<Result<T>>) => Promise<Result<T>>;
  /** The key file has changed: the lifeboat's copy of it is to follow. */
  readonly renewKey: (slot: string) => void;
  readonly sentinel: Sentinel;
  /** Drops the key file and its place in the order, in one transaction, and what is held of it in memory. */
  readonly dropKeyFile: (slot: string) => Promise<void>;
  readonly rescueFiles: (() => Promise<RescueFiles>) | undefined;
}

export const deviceLater = (deps: LaterDeps): Pick<Device, 'recover' | 'changeSecret' | 'forget'> => {
  const { vaultDeps, keyFileOf, sentinel } = deps;
  return {
    recover: async (slot, recoveryKey): Promise<Result<Recovered>> => {
      const file = await keyFileOf(slot);
      if (!file.ok) return file;
      const key = fromBase64url(recoveryKey);
      if (key === undefined) return fail<Problem>({ code: 'vault/damaged' });
      const vault = await recoverVault(file.value, key);
      if (!vault.ok) return vault;
      return ok({
        person: vault.value.person,
        chooseSecret: (secret) =>
          deps.guard(async () => {
            const changed = await changeSecret(vaultDeps, file.value, vault.value, secret);
            if (!changed.ok) return changed;
            const store = await deps.openFor(vault.value);
            deps.renewKey(slot);
            return store;
          }),
      });
    },

    changeSecret: async (slot, current, chosen) => {
      const file = await keyFileOf(slot);
      if (!file.ok) return file;
      const vault = await unlockVault(vaultDeps, file.value, current);
      if (!vault.ok) return vault;
      const changed = await changeSecret(vaultDeps, file.value, vault.value, chosen);
      deps.renewKey(slot);
      return changed;
    },

    // First what opens the workbook, then what it holds: if this is cut, what is left is noise that nothing can open.
    forget: async (slot) => {
      // Else the empty place would be taken for a loss, here and in the tabs that have it open.
      sentinel.change(({ slots, ...mark }) => {
        const { [slot]: _, ...others } = slots;
        return { ...mark, slots: others, left: [...(mark.left ?? []), slot].slice(-MAX_LEFT) };
      });
      await deps.dropKeyFile(slot);
      const files = await deps.rescueFiles?.();
      await files?.inTurn(slot, async () => {
        await files.remove(keyName(slot));
        await files.remove(rowsName(slot));
      });
      await Dexie.delete(slotDatabaseName(slot));
      return ok(undefined);
    },
  };
};
