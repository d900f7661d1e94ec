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

/** A copy of a scope that is being fetched anew while the old one stays in use. */
export interface ShadowRow {
  readonly area: number;
  readonly at: number;
  readonly gs: number;
  readonly digest: number;
  /** It belongs to another life of the scope than the base: what the base says of seqs means nothing there. */
  readonly otherEpoch: boolean;
}

/** Where this replica stands in one scope. Own mutations are counted by their local numbers, which are never used twice. */
export interface PositionRow {
  /** The scope's number on this device; its name is sealed. */
  readonly s: number;
  readonly name: Sealed;
  /** Under which number the scope's rows stand; a copy that takes the old one's place has its own. */
  readonly area: number;
  /** How many areas the scope has had. */
  readonly areas: number;
  readonly shadow: ShadowRow | null;
  /** Chosen here; makes this life of the replica another than any before or of a copied profile. */
  readonly replica: string;
  readonly alias: number;
  readonly epoch: string;
  readonly done: number;
  readonly at: number;
  /** The scope's gcSeq when reading from `done` began. */
  readonly gs: number;
  readonly gcSeq: number;
  readonly digest: number;
  /** The server has stored, or holds, every own mutation up to here. */
  readonly ackN: number;
  readonly ackH: number;
  readonly lastN: number;
  readonly lastH: number;
  /** On the wire a mutation's number is its local one less this. */
  readonly shift: number;
  /** Refused mutations up to here are known, by their number on the wire. */
  readonly xSeen: number;
  /** A receipt covers every own mutation up to here. */
  readonly receiptN: number;
  /** The scope's last change, as the server said last. */
  readonly size: number;
  /** The replica's clock. */
  readonly ms: number;
  readonly ctr: number;
  /** The latest stamp that the base holds. */
  readonly seenMs: number;
  readonly seenCtr: number;
  /** How often in a row a copy did not have the server's digest. */
  readonly differs: number;
  /** Why the scope may no longer be read; "" while it may. What is unsent stays until the server has it. */
  readonly gone: string;
  /** Grows with every write to the scope: what compare-and-set compares. */
  readonly version: number;
}

export interface RecordRow {
  /** The area. */
  readonly s: number;
  readonly t: string;
  /** HMAC of the id. */
  readonly k: string;
  readonly seq: number;
  /** `<area>|2024-11` for every month that an activity touches. */
  readonly m: readonly string[];
  readonly sealed: Sealed;
}

/** Records of one table (bundles.ts). */
export interface BundleRow {
  /** The area. */
  readonly s: number;
  readonly t: string;
  /** The seq of its first record when it was made. */
  readonly n: number;
  readonly sealed: Sealed;
}

export interface DirectoryRow {
  /** The area. */
  readonly s: number;
  readonly n: number;
  readonly sealed: Sealed;
}

export interface JournalRow {
  readonly s: number;
  readonly n: number;
  /** `sent`: acknowledged and in the base, kept because a server that is restored from a backup may ask for it again. */
  readonly state: 'waiting' | 'held' | 'sent';
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
  readonly bundles: Table<BundleRow, [number, string, number]>;
  readonly directories: Table<DirectoryRow, [number, number]>;
  readonly journal: Table<JournalRow, [number, number]>;
  readonly staged: Table<StagedRow, [number, number]>;
  readonly parts: Table<PartRow, number>;
  readonly summaries: Table<SummaryRow, [number, string]>;
  readonly drafts: Table<NamedRow, string>;
  readonly facts: Table<NamedRow, string>;
}

const strict = { chromeTransactionDurability: 'strict' } as const;

export const slotDatabaseName = (slot: string): string => `so-tay-${slot}`;

/** A position of the first version, which had no token: the server gave its replicas the same one. */
const widen = (position: Record<string, unknown>): void => {
  Object.assign(position, {
    area: position['s'],
    areas: 0,
    shadow: null,
    replica: '000000000000',
    gs: position['gcSeq'],
    ackH: 0,
    shift: 0,
    receiptN: position['ackN'],
    size: position['done'],
    seenMs: position['ms'],
    seenCtr: position['ctr'],
    differs: 0,
    gone: '',
  });
};

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
  dexie
    .version(2)
    .stores({ journal: '[s+n], s, [s+state]', records: '[s+t+k], *m' })
    .upgrade((transaction) => transaction.table('positions').toCollection().modify(widen));
  dexie.version(3).stores({ bundles: '[s+t+n]', directories: '[s+n]' });
  return {
    dexie,
    positions: dexie.table('positions'),
    records: dexie.table('records'),
    bundles: dexie.table('bundles'),
    directories: dexie.table('directories'),
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
