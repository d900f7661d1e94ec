/**
 * The tables as Kysely sees them; one schema for SQLite and PostgreSQL.
 *
 * - Whole numbers are numbers on both sides (dialects.ts); JSON is text, so that both keep it byte for byte.
 * - Tables of scopes begin their key with `scope` and are asked with it; identity tables have keys of their own.
 */
import type { Generated } from 'kysely';

export interface Schema {
  scope_head: ScopeHeadTable;
  rec: RecTable;
  dev: DevTable;
  held: HeldTable;
  staged_slice: StagedSliceTable;
  history: HistoryTable;
  audit: AuditTable;
  account: AccountTable;
  session: SessionTable;
  invitation: InvitationTable;
  replica_secret: ReplicaSecretTable;
  recovery: RecoveryTable;
  slow_down: SlowDownTable;
  taken: TakenTable;
  outbox: OutboxTable;
  delivered: DeliveredTable;
  receipt: ReceiptTable;
  server_key: ServerKeyTable;
}

/** A scope's lock, and where its sequence, clock and digest stand. */
interface ScopeHeadTable {
  scope: string;
  seq: number;
  epoch: string;
  gc_seq: number;
  hlc_ms: number;
  hlc_c: number;
  dig: number;
  /** When tombstones were last swept (ms since 1970); 0 for never. */
  gc_at: Generated<number>;
  /** Aliases are given above this one; 0 unless the scope was restored. */
  alias_floor: Generated<number>;
}

/** `regs` is `{ field: [value, ms, ctr, alias, seq] }`. */
interface RecTable {
  scope: string;
  tbl: string;
  id: string;
  seq: number;
  inc: number;
  grp: number;
  del: number;
  regs: string;
}

/**
 * A replica: device × person × scope × the token that the device chose. `safe_n` is in a finished backup, `told_n` is
 * covered by a receipt; `closed` is a replica whose person lost the scope.
 */
interface DevTable {
  scope: string;
  alias: number;
  device: string;
  usr: string;
  last_n: number;
  last_h: number;
  done: number;
  ver: number;
  closed: number;
  seen_at: number;
  replica: string;
  safe_n: Generated<number>;
  told_n: Generated<number>;
}

/** A mutation that was refused, kept for a human. `detail` is the problem, `mut` the line as it came. */
interface HeldTable {
  scope: string;
  alias: number;
  n: number;
  code: string;
  detail: string;
  mut: string;
  /** 0 waits for a human, 1 was released, 2 was dropped. */
  state: number;
  at: number;
  /** Who wrote it. */
  usr: string;
}

/** `chars` is a JSON string, because a slice may end between the two halves of a character. */
interface StagedSliceTable {
  scope: string;
  alias: number;
  n: number;
  total: number;
  length: number;
  chars: string;
  h: number;
}

/**
 * What one mutation did to one record. `fields` is JSON: `[field, after]` each, or `[field, after, before]`. `used` = 0: what
 * it would have done, had not the change of that seq been written later.
 */
interface HistoryTable {
  scope: string;
  seq: number;
  tbl: string;
  id: string;
  person: string;
  alias: number;
  n: number;
  used: number;
  at: number;
  fields: string;
}

/** Who did what to what, and when: never a figure or a name. `hash` covers the entry and the hash before it. */
interface AuditTable {
  scope: string;
  n: number;
  at: number;
  person: string;
  device: string;
  what: string;
  object: string;
  result: string;
  previous: string;
  hash: string;
}

interface AccountTable {
  person: string;
  /** Folded, so that "Lan.Mau" and "lan.mau" are one. */
  sign_in: string;
  name: string;
  title: string;
  password_hash: string;
  unit: string;
  agency: string;
  role: string;
  closed: number;
}

interface SessionTable {
  token_hash: string;
  person: string;
  device: string;
  slot: string;
  created: number;
  last_seen: number;
  expires: number;
  /** What the browser called itself: codes of our own, never its text. */
  label: Generated<string>;
}

/** By a one-time code a person chooses a password: the first one, or a new one. `code_hash` is as slow as a password's. */
interface InvitationTable {
  person: string;
  code_hash: string;
  expires: number;
}

/** Plain for now: whoever reads this table could forge an exchange file, not read a phone. */
interface ReplicaSecretTable {
  person: string;
  device: string;
  secret: string;
}

/** Opens a device's key file after an online sign-in, if its owner forgot the unlock secret. */
interface RecoveryTable {
  person: string;
  device: string;
  key: string;
}

interface SlowDownTable {
  key: string;
  count: number;
  until: number;
}

/**
 * The chain of what was taken from a replica: by it a copied profile is noticed. `c` is what the mutation says, whatever
 * its number: by it one that is sent again under another number is noticed; 0 for what could not be read.
 */
interface TakenTable {
  scope: string;
  alias: number;
  n: number;
  h: number;
  c: number;
  at: number;
}

/** What a change of one scope says to another; sent at least once, taken once. `changes` is JSON. */
interface OutboxTable {
  scope: string;
  id: string;
  target: string;
  person: string;
  changes: string;
  at: number;
}

/** What arrived in a scope from another's outbox. */
interface DeliveredTable {
  scope: string;
  source: string;
  id: string;
  at: number;
}

/** `detail` is JSON: which mutations of which replicas it covers. */
interface ReceiptTable {
  code: string;
  person: string;
  device: string;
  at: number;
  taken: number;
  held: number;
  detail: string;
}

/** The key pair to which exchange files are encrypted. */
interface ServerKeyTable {
  id: string;
  public: string;
  private: string;
  at: number;
}
