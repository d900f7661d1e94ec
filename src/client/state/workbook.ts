/**
 * What the screens know of the store and the courier: signals to read, and a few verbs.
 *
 * - A screen reads `Saved` records; whether a field comes from the server or from an edit still on the phone is not its business.
 * - `save` resolves after the strict transaction has completed: only then may a screen say "Đã lưu trên máy".
 * - Accessors are `undefined` while their first answer is being read.
 */
import type { Accessor, JSX } from 'solid-js';
import type { Change } from '#domain/change.ts';
import type { Problem } from '#domain/problem.ts';
import type { Result } from '#domain/result.ts';
import type { Scope } from '#domain/scope.ts';
import type { TableName } from '#domain/tables.ts';
import type { Accounts } from '#client/courier/account-doors.ts';
import type { Administration } from '#client/courier/administration-doors.ts';
import type { FileExchange, MadeFile, MadeFiles, TakenReply } from '#client/courier/file-exchange.ts';
import type { FileNote } from '#client/courier/file-notes.ts';
import type {
  CheckedReceipt,
  HeldContents,
  HistoryEntry,
  HistoryPage,
  HistoryQuestion,
} from '#client/courier/online-doors.ts';
import type { OpenedWork } from '#client/courier/opened-work.ts';
import type { SealedCopy } from '#client/store/rescue.ts';
import type { Restored } from '#client/store/restore.ts';
import type { Loss } from '#client/store/sentinel.ts';
import type {
  ActivitySummary,
  Me,
  NearUnits,
  ReceiptShown,
  RecordState,
  Refused,
  Saved,
  Waiting,
} from '#client/store/shown.ts';
import type { NewAccount, SetUpRequest } from './set-up-request.ts';

export type { NewAccount, SetUpRequest } from './set-up-request.ts';
export type { AccountSeen, AuditSeen, Invited } from '#client/courier/account-doors.ts';
export type {
  ActivitySummary,
  CheckedReceipt,
  FileExchange,
  FileNote,
  HistoryEntry,
  HistoryPage,
  HistoryQuestion,
  Loss,
  MadeFile,
  MadeFiles,
  Me,
  NearUnits,
  OpenedWork,
  ReceiptShown,
  RecordState,
  Refused,
  Restored,
  Saved,
  SealedCopy,
  TakenReply,
  Waiting,
};

export interface SyncStatus {
  /** Mutations that the server has not acknowledged. */
  readonly waiting: number;
  readonly refused: number;
  /** Where two people wrote at once, or something is held, and this person is asked. */
  readonly conflicts: number;
  readonly busy: boolean;
  readonly online: boolean;
  /** When the last exchange completed (ms since 1970), if ever. */
  readonly lastAt: number | undefined;
  /** Why the last exchange did not, if it did not. `session/required` asks for a sign-in. */
  readonly problem: Problem | undefined;
  /** The server's clock less the phone's; `undefined` before the first exchange. */
  readonly clockAheadMs?: number | undefined;
  /** Of the running exchange; `toReceive` is 0 while nobody knows. */
  readonly progress?: Progress | undefined;
}

export interface Progress {
  readonly sent: number;
  readonly toSend: number;
  readonly received: number;
  readonly toReceive: number;
  readonly startedAt: number;
}

/** A mutation of another person that the server holds. */
export interface HeldMutation {
  readonly scope: Scope;
  readonly alias: number;
  readonly n: number;
}

/** What only the server can tell or do; each is asked for when it is wanted, and says why when it cannot be. */
export interface Online {
  /** Every change of a record that the server accepted, newest first. */
  readonly history: (question: HistoryQuestion) => Promise<Result<HistoryPage>>;
  /** What the server says of a code that somebody shows. */
  readonly checkReceipt: (code: string) => Promise<Result<CheckedReceipt>>;
  /** All that a unit below has; `undefined` when nothing has changed since `known`, which is "" at first. Kept nowhere. */
  readonly work: (unit: string, known: string) => Promise<Result<OpenedWork | undefined>>;
  /** What a held mutation says, for whoever may release it. */
  readonly held: (held: HeldMutation) => Promise<Result<HeldContents>>;
  readonly release: (held: HeldMutation) => Promise<Result<void>>;
  readonly refuse: (held: HeldMutation) => Promise<Result<void>>;
  readonly accounts: Accounts;
  /** Of units, by an administrator. */
  readonly administration: Administration;
}

/** What the browser does for what is stored here. */
export interface StorageFacts {
  /** It has promised not to throw it away; `undefined` until it has said so or not. */
  readonly persisted: boolean | undefined;
  /** Unsent work could not be written a second time: it stands in the database alone. */
  readonly onlyOnce: boolean;
}

export interface Workbook {
  readonly me: Accessor<Me>;
  /** The business day: Asia/Ho_Chi_Minh, or the sample's stored day. */
  readonly today: Accessor<string>;
  /** Of another unit's work, opened to be read: the own workbook behind it, and what stands on top of every page. */
  readonly opened?: { readonly own: Workbook; readonly strip: () => JSX.Element };
  /** The sample workspace's ribbon stands on every page. */
  readonly isSample: Accessor<boolean>;

  /** Every visible record of a table in the scopes this person reads; of issued plans the newest version. Not for activities. */
  readonly list: <T extends Exclude<TableName, 'activity'>>(table: T) => Accessor<readonly Saved<T>[] | undefined>;
  /** The own unit, those above it and those whose work it carries on, with their lines; `list('unit')` has the whole country. */
  readonly near: Accessor<NearUnits>;
  /** Also what was issued in other versions, by the own unit as well; ids have their version there. */
  readonly everyVersion: <T extends TableName>(table: T) => Promise<readonly Saved<T>[]>;
  /** Activities that touch a day from `from` to `to`, both inclusive, newest first. */
  readonly activitiesBetween: (
    range: Accessor<{ readonly from: string; readonly to: string } | undefined>,
  ) => Accessor<readonly ActivitySummary[] | undefined>;
  /** `null` when there is none. */
  readonly activity: (id: Accessor<string>) => Accessor<Saved<'activity'> | null | undefined>;
  /** The months (`2024-11`) that have activities, newest first; not more than are asked for, because each is opened. */
  readonly months: (atMost: Accessor<number>) => Accessor<readonly string[] | undefined>;
  /** All activities whose folded words contain every folded word of the query. */
  readonly search: (query: Accessor<string>) => Accessor<readonly ActivitySummary[] | undefined>;

  /** One mutation, in the own unit's `work` if no scope is named. The problem is the store's (full, closed); rules were checked by the form. */
  readonly save: (changes: readonly Change[], scope?: Scope) => Promise<Result<void>>;
  /** 96 random bits, base64url. */
  readonly newId: () => string;

  readonly sync: Accessor<SyncStatus>;
  readonly syncNow: () => void;
  /** What the server has not acknowledged, oldest first. */
  readonly waiting: Accessor<readonly Waiting[]>;
  /** The last ones, newest first. */
  readonly receipts: Accessor<readonly ReceiptShown[]>;
  readonly online: () => Promise<Online>;
  readonly refused: Accessor<readonly Refused[] | undefined>;
  /** The person has settled it: it was saved anew, or is no longer wanted. */
  readonly settle: (refused: Refused) => Promise<Result<void>>;
  /** Moves the sample's day; online only. */
  readonly moveSampleDay: (today: string) => Promise<Result<void>>;

  /** An exchange without a network; its code is fetched when it is asked for. */
  readonly files: () => Promise<FileExchange>;
  readonly storage: Accessor<StorageFacts>;

  /** A form being typed, sealed on this device and never sent. */
  readonly drafts: {
    readonly read: (key: string) => Promise<unknown>;
    readonly write: (key: string, value: unknown) => Promise<void>;
    readonly drop: (key: string) => Promise<void>;
  };
}

/** `lost`: a database that held something is gone, and the person has not gone on from it. */
export type Phase = 'starting' | 'set-up' | 'signed-out' | 'choosing-secret' | 'locked' | 'open' | 'unusable' | 'lost';

/** Sealed copies of unsent work: what there is, and the ways to hand them out and to put their work back. */
export interface Recovery {
  /** Looks again; `undefined` before the first answer. */
  readonly copies: Accessor<readonly SealedCopy[] | undefined>;
  readonly look: () => Promise<void>;
  /** The text of a sealed file to keep elsewhere; `undefined` when the copy is gone. */
  readonly fileOf: (slot: string) => Promise<string | undefined>;
  /** Opens a copy with its unlock secret. With its person's workbook open its work is put back at once, else as soon as they are in. */
  readonly open: (slot: string, secret: string) => Promise<Result<void>>;
  readonly openFile: (text: string, secret: string) => Promise<Result<void>>;
  /** How many mutations were opened and wait for their person to come in. */
  readonly aboard: Accessor<number>;
  /** What was put back last. */
  readonly restored: Accessor<Restored | undefined>;
}

/** The door: from a closed phone to an open workbook. */
export interface Door {
  readonly phase: Accessor<Phase>;
  /** Why the phase is `unusable`. */
  readonly problem: Accessor<Problem | undefined>;
  /** Slots of the people who have a workbook on this phone; who they are is sealed. */
  readonly slots: Accessor<readonly string[]>;
  readonly workbook: Accessor<Workbook | undefined>;
  /** Shows another unit's work in the place of the own workbook, or the own one again. It goes when that is locked, and never stands in another's place. */
  readonly show: (opened: Workbook | undefined) => void;
  /** What is gone from this device, while the phase is `lost`. */
  readonly loss: Accessor<Loss | undefined>;
  /** The person goes on from a loss: whoever is left unlocks, the others sign in anew. */
  readonly leaveLoss: () => Promise<void>;
  /** The page has lost its storage for good, or must give way to a newer version: only loading it anew helps. */
  readonly stuck: Accessor<Problem | undefined>;
  /** Another tab keeps the database from being opened. */
  readonly heldUp: Accessor<boolean>;
  readonly recovery: () => Promise<Recovery>;
  /** With an invitation's code the password is the one that the person chooses now. */
  readonly signIn: (signIn: string, password: string, code?: string) => Promise<Result<void>>;
  readonly chooseSecret: (secret: string) => Promise<Result<void>>;
  readonly unlock: (slot: string, secret: string) => Promise<Result<void>>;
  /** Forgotten secret: an online sign-in gives the recovery key back, then a new secret is chosen. */
  readonly recover: (slot: string, signIn: string, password: string) => Promise<Result<void>>;
  readonly lock: () => void;
  /** Another person signs in on this phone; the others' unsent work stays. */
  readonly addPerson: () => void;
  readonly cancelAddPerson: () => void;
  /** The session ended on the server: sign in again without losing anything. */
  readonly renew: (password: string) => Promise<Result<void>>;
  /** Another unlock secret for the open workbook; works offline. */
  readonly changeSecret: (current: string, chosen: string) => Promise<Result<void>>;
  /** Takes the open workbook off this phone for good; refused while anything is unsent. */
  readonly leavePhone: () => Promise<Result<void>>;
  readonly setUp: (request: SetUpRequest) => Promise<Result<readonly NewAccount[]>>;
  readonly leaveSetUp: () => void;
}
