/**
 * Unsent work in a database that could not be brought up to this version of the app: read as it stands, sealed, so that it
 * can be handed out. Fetched when that has happened.
 */
import Dexie from 'dexie';
import { sealedAsText } from '#client/vault/key-file.ts';
import { slotDatabaseName, type JournalRow, type PositionRow } from './database.ts';
import type { KeptRow } from './lifeboat.ts';

export const strandedRows = async (slot: string): Promise<readonly KeptRow[]> => {
  // Without a version of our own it is opened as the older app left it.
  const dexie = new Dexie(slotDatabaseName(slot));
  await dexie.open();
  try {
    const positions: readonly PositionRow[] = await dexie.table('positions').toArray();
    const rows: readonly JournalRow[] = await dexie.table('journal').toArray();
    const names = new Map(positions.map(({ s, name }) => [s, sealedAsText(name)]));
    return rows.flatMap(({ s, n, state, sealed }) => {
      const name = names.get(s);
      return name === undefined || state === 'sent' ? [] : [{ s, n, name, sealed: sealedAsText(sealed) }];
    });
  } finally {
    dexie.close();
  }
};
