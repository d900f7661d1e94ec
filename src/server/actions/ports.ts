/**
 * What the actions need of the world: the stores that `server/database` keeps, secrets and a clock.
 * An action asks for the part that it uses. It is long because all stores are declared here once: here the two folders meet.
 */
import type { Role } from '#domain/records/unit.ts';
import type { Problem, ProblemCode } from '#domain/problem.ts';
import type { Change, Value } from '#domain/change.ts';
import type { Scope } from '#domain/scope.ts';
import type { StoredRecord } from '#sync/merge.ts';
import type { Mutation } from '#sync/mutation.ts';
import type { ReceivingCipher } from '#sync/sealed-file.ts';
import type { Stamp } from '#sync/stamp.ts';

/** Milliseconds since 1970. */
export type Clock = () => number;

/** Where a scope stands. */
export interface Head {
  readonly seq: number;
  readonly epoch: string;
  readonly gcSeq: number;
  /** When tombstones were last swept; 0 for never. */
  readonly gcAt: number;
  /** The latest stamp that the scope holds. */
  readonly clock: Stamp;
  readonly digest: number;
}

/** Device × person × token in one scope. */
export interface Replica {
  readonly alias: number;
  readonly lastN: number;
  readonly lastH: number;
  /** Up to where the device has said to have everything. */
  readonly done: number;
  /** Mutations up to here are covered by a receipt. */
  readonly toldN: number;
  /** Its person lost the scope. */
  readonly closed: boolean;
}

export interface Owner {
  readonly device: string;
  readonly person: string;
}

/** Whose replica: `replica` is the token that the device chose for this life of it in the scope. */
export interface ReplicaOwner extends Owner {
  readonly replica: string;
}

/** What one bundle of a replica's mutations came to. */
export interface Received {
  /** 0 when the scope knows no such replica. */
  readonly alias: number;
  /** Mutations up to here were covered by a receipt before. */
  readonly toldN: number;
  /** All up to here is stored or held. */
  readonly lastN: number;
  /** How many of those that no receipt covers are held, where the bundle brought all of them; else it must be asked. */
  readonly held?: number;
  /** The mutation at which the server knows another life of the replica; 0 for none. */
  readonly forkN: number;
  /** The mutations of the bundle, as they came, that the scope now holds: their registers need not be sent back. */
  readonly echoes: readonly Mutation[];
}

/** A scope and one replica in it, as a request finds them, read at one moment. */
export interface Footing {
  readonly head: Head | undefined;
  readonly replica: FootingReplica | undefined;
}

export interface FootingReplica extends Replica {
  readonly token: string;
  /** Mutations up to here are in a finished backup. */
  readonly safeN: number;
  readonly seenAt: number;
  /** The last mutation that was ever refused; 0 for none. */
  readonly lastRefused: number;
  /** The number of the mutation of which a part is here, and how many characters; 0 for none. */
  readonly stagedN: number;
  readonly stagedChars: number;
}

export interface Footings {
  readonly of: (scope: Scope, owner: ReplicaOwner) => Promise<Footing>;
  /** The same of the replica under which this person's device was seen last, of those that are not closed. */
  readonly latest: (scope: Scope, owner: Owner) => Promise<Footing>;
  /** The device was there and has everything up to `done`: never less than was said before. */
  readonly note: (
    scope: Scope,
    alias: number,
    seen: { readonly done: number; readonly at: number; readonly reopen: boolean },
  ) => Promise<void>;
  /** Its person lost the scope. */
  readonly close: (scope: Scope, alias: number) => Promise<void>;
}

/** A part of what a receipt covers: mutations `from` … `to` of one replica. */
export interface Covered {
  readonly scope: Scope;
  readonly alias: number;
  readonly epoch: string;
  readonly from: number;
  readonly to: number;
  readonly taken: number;
  readonly held: number;
}

export interface StoredReceipt extends Owner {
  readonly code: string;
  readonly at: number;
  readonly taken: number;
  readonly held: number;
  readonly covers: readonly Covered[];
}

export interface Receipts {
  readonly add: (receipt: StoredReceipt) => Promise<void>;
  readonly find: (code: string) => Promise<StoredReceipt | undefined>;
  /** The one that this person's device was given last. */
  readonly last: (owner: Owner) => Promise<StoredReceipt | undefined>;
  /** How many of these mutations are held. */
  readonly heldOf: (scope: Scope, alias: number, from: number, to: number) => Promise<number>;
  /** Notes that a receipt covers the replica's mutations up to `to`, if it covered them up to `from` − 1 until now. */
  readonly tell: (scope: Scope, alias: number, from: number, to: number) => Promise<boolean>;
  /** How many of these mutations the scope knows to have taken. */
  readonly presentOf: (scope: Scope, alias: number, from: number, to: number) => Promise<number>;
}

/** What a change of one scope says to another. */
export interface Parcel {
  readonly id: string;
  readonly target: Scope;
  readonly changes: readonly Change[];
  /** In whose name; "" for nobody's. */
  readonly person: string;
  readonly at: number;
}

export interface Outbox {
  /**
   * Parcels of a scope that were posted after that moment and are not known to have arrived, oldest first, about `limit`.
   * `last` is where to go on; `undefined` when there are no more. `unreadable` are for no scope that there can be.
   */
  readonly waiting: (
    source: Scope,
    after: number,
    limit: number,
  ) => Promise<{
    readonly parcels: readonly Parcel[];
    readonly unreadable: readonly string[];
    readonly last: number | undefined;
  }>;
  /** Scopes in which a parcel waits. */
  readonly sources: () => Promise<readonly Scope[]>;
  readonly sent: (source: Scope, id: string) => Promise<void>;
}

export interface RecordKey {
  readonly table: string;
  readonly id: string;
}

export interface HistoryEntry extends RecordKey {
  /** Of a value that was not used, the number of the change that it lost to. */
  readonly seq: number;
  readonly field: string;
  readonly isUsed: boolean;
  /** Of a value that was not used, what stands instead. */
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
  /** Who wrote it. */
  readonly person: string;
  readonly problem: Problem;
  /** The line as it came; "" when it speaks of guarded figures, which stay on the device. */
  readonly text: string;
  readonly at: number;
}

export type HeldState = 'waiting' | 'released' | 'dropped';

export interface HeldEntry extends HeldMutation {
  readonly state: HeldState;
}

/** A mutation that was taken, applied or held, with the chain up to it. */
export interface TakenMutation {
  readonly n: number;
  readonly h: number;
  /** What it says, whatever its number (`contentHash`); 0 for what could not be read. */
  readonly c: number;
}

/** A replica under the scope's lock. */
export interface LockedReplica extends Replica {
  /** Whether its person's device had other lives in this scope. */
  readonly hasOthers: boolean;
}

/** A record's change, by its number; what it wrote, one mutation wrote. */
export interface WrittenChange extends RecordKey {
  readonly seq: number;
}

/** The first characters of a mutation's line. */
export interface StagedText {
  readonly n: number;
  /** The chain that its slices name. */
  readonly h: number;
  readonly total: number;
  readonly text: string;
}

/** A scope whose head row is locked until the transaction ends. */
export interface LockedScope {
  readonly head: Head;
  readonly replica: (owner: ReplicaOwner) => Promise<LockedReplica | undefined>;
  /** Gives the next alias. */
  readonly addReplica: (owner: ReplicaOwner, at: number) => Promise<LockedReplica>;
  readonly saveReplica: (replica: Replica, at: number) => Promise<void>;
  /** Who writes under these aliases. */
  readonly authors: (aliases: readonly number[]) => Promise<ReadonlyMap<number, string>>;
  /** The chain at the mutations `from` … `to` of a replica; those taken by the first version are not in it. */
  readonly taken: (alias: number, from: number, to: number) => Promise<ReadonlyMap<number, number>>;
  /** Which of these contents were taken from another life of the same person's device, and as what. */
  readonly takenElsewhere: (
    owner: Owner,
    alias: number,
    contents: readonly number[],
  ) => Promise<ReadonlyMap<number, { readonly alias: number; readonly n: number }>>;
  /** What the mutations said that wrote these. */
  readonly contentsOf: (written: readonly WrittenChange[]) => Promise<readonly number[]>;
  /** Whether one of these contents was taken from the replica. */
  readonly tookAny: (alias: number, contents: readonly number[]) => Promise<boolean>;
  readonly noteTaken: (alias: number, taken: readonly TakenMutation[], at: number) => Promise<void>;
  readonly records: (keys: readonly RecordKey[]) => Promise<readonly StoredRecord[]>;
  readonly saveRecords: (records: readonly StoredRecord[]) => Promise<void>;
  readonly keepHistory: (entries: readonly HistoryEntry[]) => Promise<void>;
  readonly hold: (held: HeldMutation) => Promise<void>;
  readonly held: (alias: number, n: number) => Promise<HeldEntry | undefined>;
  /** What waits no longer stays as it is. */
  readonly settleHeld: (alias: number, n: number, state: Exclude<HeldState, 'waiting'>) => Promise<void>;
  /** Deleted records whose last change is not after `seq`. */
  readonly tombstones: (seq: number, limit: number) => Promise<readonly StoredRecord[]>;
  readonly forget: (keys: readonly RecordKey[]) => Promise<void>;
  /** The least that an open replica seen since then has of the scope; `undefined` if there is none. */
  readonly slowestDone: (seenSince: number) => Promise<number | undefined>;
  readonly staged: (alias: number) => Promise<StagedText | undefined>;
  readonly saveStaged: (alias: number, staged: StagedText | undefined) => Promise<void>;
  readonly saveHead: (head: Head) => Promise<void>;
  /** To another scope, by the outbox (deliver-outbox.ts). */
  readonly post: (parcel: Parcel) => Promise<void>;
  /** Notes that a parcel arrived; `false` if it had arrived before. */
  readonly accept: (source: Scope, id: string, at: number) => Promise<boolean>;
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
  readonly replica: (scope: Scope, owner: ReplicaOwner) => Promise<Replica | undefined>;
  /** Whether the person's device ever had a replica there, under whatever token. */
  readonly knows: (scope: Scope, owner: Owner) => Promise<boolean>;
  /** Mutations that wait for a human for one of these reasons, oldest first. */
  readonly waitingHeld: (
    scope: Scope,
    codes: readonly ProblemCode[],
  ) => Promise<readonly { readonly alias: number; readonly n: number }[]>;
  readonly refusals: (
    scope: Scope,
    alias: number,
    afterN: number,
  ) => Promise<readonly { readonly n: number; readonly problem: Problem }[]>;
  /** Changes of a record before that number, newest first: about `limit`, but those of one number together. */
  readonly history: (
    scope: Scope,
    key: RecordKey,
    before: number,
    limit: number,
  ) => Promise<{ readonly entries: readonly HistoryEntry[]; readonly hasMore: boolean }>;
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
  /** By sign-in name. */
  readonly ofUnit: (unit: string) => Promise<readonly Account[]>;
  readonly all: () => Promise<readonly Account[]>;
  /** Whether anyone may administrate: until then the set-up code opens the door. */
  readonly anyAdministrator: () => Promise<boolean>;
  /** `false` if somebody has that sign-in name. */
  readonly add: (account: Account) => Promise<boolean>;
  readonly setPassword: (person: string, passwordHash: string) => Promise<void>;
  readonly setRole: (person: string, role: Role) => Promise<void>;
  readonly setClosed: (person: string, closed: boolean) => Promise<void>;
  /** `agency` "" for none. */
  readonly setUnit: (person: string, unit: string, agency: string) => Promise<void>;
}

export interface Session {
  readonly tokenHash: string;
  readonly person: string;
  readonly device: string;
  readonly slot: string;
  readonly created: number;
  readonly lastSeen: number;
  readonly expires: number;
  /** What the browser called itself (http/browser-label.ts); "" when nothing is known. */
  readonly label: string;
}

export interface Signed {
  readonly account: Account;
  readonly session: Session;
}

export interface Sessions {
  /** With the account of its person as it is now. */
  readonly find: (tokenHash: string) => Promise<Signed | undefined>;
  readonly add: (session: Session) => Promise<void>;
  readonly touch: (tokenHash: string, lastSeen: number) => Promise<void>;
  readonly end: (tokenHash: string) => Promise<void>;
  /** The one that was used last comes first. */
  readonly ofPerson: (person: string) => Promise<readonly Session[]>;
  readonly endOfPerson: (person: string) => Promise<void>;
  readonly endOfDevice: (owner: Owner) => Promise<void>;
  /** All of the person but this one. */
  readonly endOthers: (person: string, tokenHash: string) => Promise<void>;
  /** Drops those that ended by themselves. */
  readonly sweep: (now: number, idleSince: number) => Promise<void>;
}

/** By a code that is used once the person chooses a password. */
export interface Invitation {
  readonly person: string;
  readonly codeHash: string;
  readonly expires: number;
}

export interface Invitations {
  readonly find: (person: string) => Promise<Invitation | undefined>;
  /** Replaces the person's earlier one. */
  readonly put: (invitation: Invitation) => Promise<void>;
  /** `false` if it is not there any more: of two who hold a code one is let in. */
  readonly take: (invitation: Pick<Invitation, 'person' | 'codeHash'>) => Promise<boolean>;
  readonly drop: (person: string) => Promise<void>;
}

export interface DeviceKeys {
  /** Keeps `secret` and gives it back, if this person had none on this device; otherwise `undefined`. */
  readonly giveSecretOnce: (owner: Owner, secret: string) => Promise<string | undefined>;
  readonly recoveryKey: (owner: Owner) => Promise<string | undefined>;
  readonly saveRecoveryKey: (owner: Owner, key: string) => Promise<void>;
  /** What this person's files from this device are proved by. */
  readonly secretOf: (owner: Owner) => Promise<string | undefined>;
  /** The server's pair for exchange files: the one that was kept first, by whichever process; `made` if there is none. */
  readonly firstFileKey: (made: FileKey) => Promise<FileKey>;
  readonly fileKey: () => Promise<FileKey | undefined>;
}

/** The pair to which exchange files are sealed; both halves base64url. */
export interface FileKey {
  readonly publicKey: string;
  readonly privateKey: string;
  readonly at: number;
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

/** As it is read; `n` counts in its scope, from 1. */
export interface StoredAuditEntry {
  readonly n: number;
  readonly at: number;
  readonly person: string;
  readonly device: string;
  readonly what: string;
  readonly object: string;
  readonly result: string;
}

export interface AuditTrail {
  /** Entries before that number, newest first. */
  readonly page: (scope: Scope, before: number, limit: number) => Promise<readonly StoredAuditEntry[]>;
  readonly append: (scope: Scope, entry: AuditEntry) => Promise<void>;
}

export interface Stores {
  readonly ledger: Ledger;
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly invitations: Invitations;
  readonly deviceKeys: DeviceKeys;
  readonly slowDowns: SlowDowns;
  readonly audit: AuditTrail;
  readonly footings: Footings;
  readonly receipts: Receipts;
  readonly outbox: Outbox;
}

export interface Storage extends Stores {
  /**
   * All that `work` writes is committed together, or nothing is: also when it answers with a problem. `work` may run more
   * than once. It is 'harmless' if even a commit of which nobody knows whether it was kept may be repeated.
   */
  readonly together: <T>(work: (stores: Stores) => Promise<T>, way?: 'harmless' | 'transaction') => Promise<T>;
}

/** Thrown by a store when not the question but the database is at fault: busy, out of reach or full. */
export interface StorageFault extends Error {
  readonly problem: Extract<Problem, { readonly code: 'server/busy' | 'server/full' }>;
}

export const isStorageFault = (error: unknown): error is StorageFault => error instanceof Error && 'problem' in error;

export interface Secrets {
  /** Seals and opens exchange files. */
  readonly files: ReceivingCipher;
  /** 96 random bits, base64url. */
  readonly newId: () => string;
  /** 256 random bits, base64url. */
  readonly newToken: () => string;
  /** Two groups of four unambiguous letters and digits, as a receipt bears. */
  readonly newCode: () => string;
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
