/** What the page offers to whoever measures. */
import type { TableName } from '#domain/tables.ts';

export interface Account {
  readonly signIn: string;
  readonly password: string;
}

export interface Exchanged {
  readonly ms: number;
}
export interface Listed {
  readonly count: number;
  readonly ms: number;
}

export interface BenchPage {
  /** Signs in and opens a new sealed store; nothing of this is measured. */
  readonly open: (account: Account) => Promise<void>;
  /** From asking until the courier rests. */
  readonly exchange: () => Promise<Exchanged>;
  /** The same over a link that breaks: goes on until everything is here and there. */
  readonly exchangeUntilDone: () => Promise<Exchanged>;
  /** The activities between two days; all, if none are named. */
  readonly list: (from?: string, to?: string) => Promise<Listed>;
  readonly count: (table: TableName) => Promise<number>;
  /** Units and lines, from the store as it is after the page has forgotten what it opened. */
  readonly readUnits: () => Promise<Listed>;
  /** The index is made once; the slowest of the queries. */
  readonly searchUnits: (
    queries: readonly string[],
  ) => Promise<{ readonly indexMs: number; readonly slowestMs: number }>;
  readonly waiting: () => number;
  readonly refused: () => number;
  /** A JSON list of lists of changes: each inner list is saved at once. */
  readonly save: (saves: string) => Promise<Exchanged>;
}

declare global {
  var bench: BenchPage;
}
