/**
 * The databases on this device; the only place that says what stands in them.
 *
 * - Every transaction is strict: it has ended only when it is on disk.
 * - In clear stand: HMAC of the id, table, local number of the scope, n, seq, positions, GC mark, month, sync state, nonce
 *   and size. Everything that a person wrote, and the scopes' own names, are sealed.
 */
import Dexie, { type Table } from 'dexie';
import type { Sealed } from '#client/vault/cipher.ts';
import type { KeyFile } from '#client/vault/key-file.ts';

/** Where this replica stands in one scope. */
export interface PositionRow {
  /** The scope's number on this device; its name is sealed. */
  readonly s: number;
  readonly name: Sealed;
  readonly alias: number;
  readonly epoch: string;
  readonly done: number;
  readonly at: number;
  readonly gcSeq: number;
  readonly digest: number;
  /** The server has stored, or holds, every own mutation up to here. */
  readonly ackN: number;
  readonly lastN: number;
  readonly lastH: number;
  readonly xSeen: number;
  readonly ms: number;
  readonly ctr: number;
  /** Grows with every write to the scope: what compare-and-set compares. */
  readonly version: number;
}

export interface RecordRow {
  readonly s: number;
  readonly t: string;
  /** HMAC of the id. */
  readonly k: string;
  readonly seq: number;
  /** `<s>|2024-11` for every month that an activity touches. */
  readonly m: readonly string[];
  readonly sealed: Sealed;
}

export interface JournalRow {
  readonly s: number;
  readonly n: number;
  readonly state: 'waiting' | 'held';
  readonly sealed: Sealed;
}

export interface StagedRow {
  readonly s: number;
  readonly seq: number;
  readonly sealed: Sealed;
}

export interface PartRow {
  readonly s: number;
  readonly sealed: Sealed;
}

export interface SummaryRow {
  readonly s: number;
  readonly m: string;
  readonly sealed: Sealed;
}

export interface NamedRow {
  readonly k: string;
  readonly sealed: Sealed;
}

export interface SlotDatabase {
  readonly dexie: Dexie;
  readonly positions: Table<PositionRow, number>;
  readonly records: Table<RecordRow, [number, string, string]>;
  readonly journal: Table<JournalRow, [number, number]>;
  readonly staged: Table<StagedRow, [number, number]>;
  readonly parts: Table<PartRow, number>;
  readonly summaries: Table<SummaryRow, [number, string]>;
  readonly drafts: Table<NamedRow, string>;
  readonly facts: Table<NamedRow, string>;
}

const strict = { chromeTransactionDurability: 'strict' } as const;

export const slotDatabaseName = (slot: string): string => `so-tay-${slot}`;

export const slotDatabase = (slot: string): SlotDatabase => {
  const dexie = new Dexie(slotDatabaseName(slot), strict);
  dexie.version(1).stores({
    positions: 's',
    records: '[s+t+k], t, *m',
    journal: '[s+n], s',
    staged: '[s+seq], s',
    parts: 's',
    summaries: '[s+m]',
    drafts: 'k',
    facts: 'k',
  });
  return {
    dexie,
    positions: dexie.table('positions'),
    records: dexie.table('records'),
    journal: dexie.table('journal'),
    staged: dexie.table('staged'),
    parts: dexie.table('parts'),
    summaries: dexie.table('summaries'),
    drafts: dexie.table('drafts'),
    facts: dexie.table('facts'),
  };
};

/** What all people of this device share: which slots there are, their key files, and the installation's own random name. */
export interface DeviceDatabase {
  readonly dexie: Dexie;
  readonly keyFiles: Table<KeyFile, string>;
  /** The installation's name, and the slots in the order in which they were made. */
  readonly install: Table<{ readonly k: 'install' | 'order'; readonly id: string }, string>;
}

export const deviceDatabase = (): DeviceDatabase => {
  const dexie = new Dexie('so-tay-device', strict);
  dexie.version(1).stores({ keyFiles: 'slot', install: 'k' });
  return { dexie, keyFiles: dexie.table('keyFiles'), install: dexie.table('install') };
};
