/** Sealed values by name: drafts of forms, and facts about the person and this replica. */
import * as v from 'valibot';
import type { NamedRow, SlotDatabase } from './database.ts';
import type { Sealer } from './sealing.ts';

export interface Named {
  readonly read: (name: string) => Promise<unknown>;
  readonly write: (name: string, value: unknown) => Promise<void>;
  /** Writes what follows from what stands there, whatever other tabs write meanwhile. */
  readonly change: (name: string, change: (value: unknown) => unknown) => Promise<void>;
  readonly drop: (name: string) => Promise<void>;
}

export const createNamed = (database: SlotDatabase, sealer: Sealer, kind: 'drafts' | 'facts'): Named => {
  const { dexie, [kind]: rows } = database;
  const isAsRead = (found: NamedRow | undefined, row: NamedRow | undefined): boolean =>
    String(found?.sealed.nonce) === String(row?.sealed.nonce);
  return {
    change: async (name, change) => {
      const k = await sealer.keyOf(`${kind}|${name}`);
      for (let isWritten = false; !isWritten;) {
        // Opening and sealing would end a transaction.
        const row = await rows.get(k);
        const value = row && (await sealer.open(kind, k, row.sealed, v.unknown()));
        const next: NamedRow = { k, sealed: await sealer.seal(kind, k, change(value)) };
        isWritten = await dexie.transaction('rw', rows, async () => {
          if (!isAsRead(await rows.get(k), row)) return false;
          await rows.put(next);
          return true;
        });
      }
    },
    read: async (name) => {
      const k = await sealer.keyOf(`${kind}|${name}`);
      const row = await rows.get(k);
      return row && sealer.open(kind, k, row.sealed, v.unknown());
    },
    write: async (name, value) => {
      const k = await sealer.keyOf(`${kind}|${name}`);
      const row: NamedRow = { k, sealed: await sealer.seal(kind, k, value) };
      await dexie.transaction('rw', rows, () => rows.put(row));
    },
    drop: async (name) => rows.delete(await sealer.keyOf(`${kind}|${name}`)),
  };
};
