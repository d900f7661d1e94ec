/**
 * What an error of a database means. An error that is none of these is a bug, or the database's answer to the question
 * (a name that is taken), and passes through as it is.
 */
import type { Problem } from '#domain/problem.ts';

export type Fault =
  /** Another transaction was in the way, and the database undid this one: nothing was written. */
  | 'conflict'
  /** The connection broke or could not be made. */
  | 'lost'
  /** Somebody holds the lock for longer than we wait; nothing was written. */
  | 'locked'
  /** No room is left on the disk; the transaction was undone. */
  | 'full'
  /** The disk or the file fails. */
  | 'broken';

const byCode: readonly (readonly [RegExp, Fault])[] = [
  // Serialization failure, deadlock.
  [/^40(?:001|P01)$/u, 'conflict'],
  [/^(?:55P03|SQLITE_(?:BUSY|LOCKED)\w*)$/u, 'locked'],
  [/^(?:53100|SQLITE_FULL|ENOSPC)$/u, 'full'],
  [/^(?:58030|XX00[12]|SQLITE_(?:IOERR|READONLY|CANTOPEN|CORRUPT|NOTADB)\w*)$/u, 'broken'],
  // Connection exceptions; a server that stops, starts or has no place; one that became read-only in a failover.
  [/^(?:08\w{3}|57P0[1235]|53300|25P03|25006)$/u, 'lost'],
  [/^E(?:CONN\w+|PIPE|TIMEDOUT|HOSTUNREACH|NETUNREACH|NOTFOUND|AI_AGAIN)$/u, 'lost'],
];

/** pg names these by their words alone. */
const byWords: readonly (readonly [RegExp, Fault])[] = [
  [/^timeout exceeded when trying to connect/u, 'locked'],
  [/^(?:Connection terminated|Client has encountered a connection error|Client was closed)/u, 'lost'],
  [/connection has been discarded$/u, 'lost'],
];

const firstMatch = (table: readonly (readonly [RegExp, Fault])[], text: string): Fault | undefined =>
  table.find(([pattern]) => pattern.test(text))?.[1];

export const faultOf = (error: unknown): Fault | undefined => {
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return firstMatch(byCode, code) ?? firstMatch(byWords, error.message);
};

/** What is thrown in place of the driver's error: the door answers with the problem, the log gets the cause. */
export const storageFault = (fault: Fault, cause: unknown, seconds: number): Error => {
  const problem: Problem = fault === 'full' ? { code: 'server/full' } : { code: 'server/busy', seconds };
  return Object.assign(new Error(`database: ${fault}`, { cause }), { problem });
};
