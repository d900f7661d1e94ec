/**
 * What the actions need of the world: the stores that `server/database` keeps, secrets and a clock.
 * An action asks for the part that it uses.
 */
import type { Role } from '#domain/records/unit.ts';
import type { Problem } from '#domain/problem.ts';
import type { Value } from '#domain/change.ts';
import type { Scope } from '#domain/scope.ts';
import type { StoredRecord } from '#sync/merge.ts';
import type { Stamp } from '#sync/stamp.ts';

/** Milliseconds since 1970. */
export type Clock = () => number;

/** Where a scope stands. */
export interface Head {
  readonly seq: number;
  readonly epoch: string;
  readonly gcSeq: number;
  /** The latest stamp that the scope holds. */
  readonly clock: Stamp;
  readonly digest: number;
}

/** Device × person in one scope. */
export interface Replica {
  readonly alias: number;
  readonly lastN: number;
  readonly lastH: number;
}

export interface Owner {
  readonly device: string;
  readonly person: string;
}

export interface RecordKey {
  readonly table: string;
  readonly id: string;
}

export interface HistoryEntry extends RecordKey {
  readonly seq: number;
  readonly field: string;
  readonly before: Value | undefined;
  readonly after: Value;
  readonly person: string;
  readonly alias: number;
  readonly n: number;
  readonly at: number;
}

export interface HeldMutation {
  readonly alias: number;
  readonly n: number;
  readonly problem: Problem;
  /** The line as it came. */
  readonly text: string;
  readonly at: number;
}

/** The first characters of a mutation's line. */
export interface StagedText {
  readonly n: number;
  readonly total: number;
  readonly text: string;
}

/** A scope whose head row is locked until the transaction ends. */
export interface LockedScope {
  readonly head: Head;
  readonly replica: (owner: Owner) => Promise<Replica | undefined>;
  /** Gives the next alias. */
  readonly addReplica: (owner: Owner, at: number) => Promise<Replica>;
  readonly saveReplica: (replica: Replica, at: number) => Promise<void>;
  readonly records: (keys: readonly RecordKey[]) => Promise<readonly StoredRecord[]>;
  readonly saveRecord: (record: StoredRecord) => Promise<void>;
  readonly keepHistory: (entries: readonly HistoryEntry[]) => Promise<void>;
  readonly hold: (held: HeldMutation) => Promise<void>;
  readonly staged: (alias: number) => Promise<StagedText | undefined>;
  readonly saveStaged: (alias: number, staged: StagedText | undefined) => Promise<void>;
  readonly saveHead: (head: Head) => Promise<void>;
}

export interface Ledger {
  /** Locks the scope first: writers of one scope stand in line, so its sequence has no gap and commit order. */
  readonly change: <T>(scope: Scope, work: (locked: LockedScope) => Promise<T>) => Promise<T>;
  readonly head: (scope: Scope) => Promise<Head | undefined>;
  /** Records after `seq` in their order, at most `limit`, and the head in the same snapshot. */
  readonly page: (
    scope: Scope,
    seq: number,
    limit: number,
  ) => Promise<{ readonly head: Head | undefined; readonly records: readonly StoredRecord[] }>;
  readonly record: (scope: Scope, key: RecordKey) => Promise<StoredRecord | undefined>;
  readonly recordsOf: (scope: Scope, table: string) => Promise<readonly StoredRecord[]>;
  readonly replica: (scope: Scope, owner: Owner) => Promise<Replica | undefined>;
  readonly refusals: (
    scope: Scope,
    alias: number,
    afterN: number,
  ) => Promise<readonly { readonly n: number; readonly problem: Problem }[]>;
  readonly staged: (scope: Scope, alias: number) => Promise<StagedText | undefined>;
  readonly history: (scope: Scope, key: RecordKey) => Promise<readonly HistoryEntry[]>;
}

export interface Account {
  readonly person: string;
  /** Folded. */
  readonly signIn: string;
  readonly name: string;
  readonly title: string;
  readonly passwordHash: string;
  readonly unit: string;
  /** "" for none. */
  readonly agency: string;
  readonly role: Role;
  readonly closed: boolean;
}

export interface Accounts {
  readonly byPerson: (person: string) => Promise<Account | undefined>;
  readonly bySignIn: (signIn: string) => Promise<Account | undefined>;
  readonly all: () => Promise<readonly Account[]>;
  /** Whether anyone may administrate: until then the set-up code opens the door. */
  readonly anyAdministrator: () => Promise<boolean>;
  readonly add: (account: Account) => Promise<void>;
  readonly setPassword: (person: string, passwordHash: string) => Promise<void>;
  readonly setRole: (person: string, role: Role) => Promise<void>;
}

export interface Session {
  readonly tokenHash: string;
  readonly person: string;
  readonly device: string;
  readonly slot: string;
  readonly created: number;
  readonly lastSeen: number;
  readonly expires: number;
}

export interface Sessions {
  readonly find: (tokenHash: string) => Promise<Session | undefined>;
  readonly add: (session: Session) => Promise<void>;
  readonly touch: (tokenHash: string, lastSeen: number) => Promise<void>;
  readonly end: (tokenHash: string) => Promise<void>;
  readonly endOfPerson: (person: string) => Promise<void>;
  /** Drops those that ended by themselves. */
  readonly sweep: (now: number, idleSince: number) => Promise<void>;
}

export interface DeviceKeys {
  /** Keeps `secret` and gives it back, if this person had none on this device; otherwise `undefined`. */
  readonly giveSecretOnce: (owner: Owner, secret: string) => Promise<string | undefined>;
  readonly recoveryKey: (owner: Owner) => Promise<string | undefined>;
  readonly saveRecoveryKey: (owner: Owner, key: string) => Promise<void>;
}

/** Failures by key (an account, an address, a device), and until when the next try must wait. */
export interface Tries {
  readonly count: number;
  readonly until: number;
}
export interface SlowDowns {
  /** Reads, decides and writes as one step, so that parallel tries are counted one by one. */
  readonly change: (
    keys: readonly string[],
    decide: (tries: ReadonlyMap<string, Tries>) => ReadonlyMap<string, Tries>,
  ) => Promise<void>;
  /** Drops what has rested since before that moment. */
  readonly sweep: (restedSince: number) => Promise<void>;
}

export interface AuditEntry {
  readonly at: number;
  readonly person: string;
  readonly device: string;
  /** The verb, such as "sign-in". */
  readonly what: string;
  /** Ids and codes, never a name or a figure. */
  readonly object: string;
  readonly result: 'done' | 'refused';
}

export interface AuditTrail {
  readonly append: (scope: Scope, entry: AuditEntry) => Promise<void>;
}

export interface Stores {
  readonly ledger: Ledger;
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly deviceKeys: DeviceKeys;
  readonly slowDowns: SlowDowns;
  readonly audit: AuditTrail;
}

export interface Storage extends Stores {
  /** All that `work` writes is committed together, or nothing is: also when it answers with a problem. */
  readonly together: <T>(work: (stores: Stores) => Promise<T>) => Promise<T>;
}

export interface Secrets {
  /** 96 random bits, base64url. */
  readonly newId: () => string;
  /** 256 random bits, base64url. */
  readonly newToken: () => string;
  /** Four groups of unambiguous letters and digits. */
  readonly newPassword: () => string;
  readonly hashToken: (token: string) => string;
  readonly hashPassword: (password: string) => Promise<string>;
  readonly verifyPassword: (hash: string, password: string) => Promise<boolean>;
  /** Compares in a time that does not depend on where two texts differ. */
  readonly isSame: (a: string, b: string) => boolean;
}

export interface Deps {
  readonly storage: Storage;
  readonly secrets: Secrets;
  readonly now: Clock;
}
