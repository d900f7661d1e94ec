/**
 * What the screens know of the store and the courier: signals to read, and a few verbs.
 *
 * - A screen reads `Saved` records; whether a field comes from the server or from an edit still on the phone is not its business.
 * - `save` resolves after the strict transaction has completed: only then may a screen say "Đã lưu trên máy".
 * - Accessors are `undefined` while their first answer is being read.
 */
import type { Accessor } from 'solid-js';
import type { Change } from '#domain/change.ts';
import type { Problem } from '#domain/problem.ts';
import type { Result } from '#domain/result.ts';
import type { Role } from '#domain/records/unit.ts';
import type { TableName } from '#domain/tables.ts';
import type { ActivitySummary, Me, RecordState, Refused, Saved } from '#client/store/shown.ts';

export type { ActivitySummary, Me, RecordState, Refused, Saved };

export interface SyncStatus {
  /** Mutations that the server has not acknowledged. */
  readonly waiting: number;
  readonly refused: number;
  readonly busy: boolean;
  readonly online: boolean;
  /** When the last exchange completed (ms since 1970), if ever. */
  readonly lastAt: number | undefined;
  /** Why the last exchange did not, if it did not. `session/required` asks for a sign-in. */
  readonly problem: Problem | undefined;
}

export interface Workbook {
  readonly me: Accessor<Me>;
  /** The business day: Asia/Ho_Chi_Minh, or the sample's stored day. */
  readonly today: Accessor<string>;
  /** The sample workspace's ribbon stands on every page. */
  readonly isSample: Accessor<boolean>;

  /** Every visible record of a table in the scopes this person reads. Not for activities. */
  readonly list: <T extends Exclude<TableName, 'activity'>>(table: T) => Accessor<readonly Saved<T>[] | undefined>;
  /** Activities that touch a day from `from` to `to`, both inclusive, newest first. */
  readonly activitiesBetween: (
    range: Accessor<{ readonly from: string; readonly to: string } | undefined>,
  ) => Accessor<readonly ActivitySummary[] | undefined>;
  /** `null` when there is none. */
  readonly activity: (id: Accessor<string>) => Accessor<Saved<'activity'> | null | undefined>;
  /** The months (`2024-11`) that have activities, newest first. */
  readonly months: Accessor<readonly string[] | undefined>;
  /** All activities whose folded words contain every folded word of the query. */
  readonly search: (query: Accessor<string>) => Accessor<readonly ActivitySummary[] | undefined>;

  /** One mutation, in the own unit's `work`. The problem is the store's (full, closed); rules were checked by the form. */
  readonly save: (changes: readonly Change[]) => Promise<Result<void>>;
  /** 96 random bits, base64url. */
  readonly newId: () => string;

  readonly sync: Accessor<SyncStatus>;
  readonly syncNow: () => void;
  readonly refused: Accessor<readonly Refused[] | undefined>;
  /** The person has settled it: it was saved anew, or is no longer wanted. */
  readonly settle: (refused: Refused) => Promise<Result<void>>;
  /** Moves the sample's day; online only. */
  readonly moveSampleDay: (today: string) => Promise<Result<void>>;

  /** A form being typed, sealed on this device and never sent. */
  readonly drafts: {
    readonly read: (key: string) => Promise<unknown>;
    readonly write: (key: string, value: unknown) => Promise<void>;
    readonly drop: (key: string) => Promise<void>;
  };
}

export type Phase = 'starting' | 'set-up' | 'signed-out' | 'choosing-secret' | 'locked' | 'open' | 'unusable';

/** The door: from a closed phone to an open workbook. */
export interface Door {
  readonly phase: Accessor<Phase>;
  /** Why the phase is `unusable`. */
  readonly problem: Accessor<Problem | undefined>;
  /** Slots of the people who have a workbook on this phone; who they are is sealed. */
  readonly slots: Accessor<readonly string[]>;
  readonly workbook: Accessor<Workbook | undefined>;
  readonly signIn: (signIn: string, password: string) => Promise<Result<void>>;
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
  readonly setUp: (request: SetUpRequest) => Promise<Result<readonly NewAccount[]>>;
  readonly leaveSetUp: () => void;
}

export type SetUpRequest =
  | { readonly code: string; readonly sample: true }
  | {
      readonly code: string;
      readonly unit: { readonly name: string; readonly kind: string };
      readonly person: { readonly name: string; readonly signIn: string };
    };

/** An account just made; its password is shown once and stored nowhere in clear. */
export interface NewAccount {
  readonly role: Role;
  readonly unit: string;
  readonly agency: string;
  readonly name: string;
  readonly signIn: string;
  readonly password: string;
}
