/** The statements that reach a database, as SQL: noted past all code of ours. */
import SqliteDatabase from 'better-sqlite3';
import pg from 'pg';
import { vi } from 'vitest';

const textOf = (asked: unknown): string => {
  if (typeof asked === 'string') return asked;
  return typeof asked === 'object' && asked !== null && 'text' in asked ? String(asked.text) : '';
};

interface Noting {
  readonly statements: () => readonly string[];
  readonly forget: () => void;
  readonly stop: () => void;
}

/** All that is asked from now on, until `stop`, of databases that are opened from now on: a connection keeps how it asks. */
export const noteStatements = (): Noting => {
  const spies = [vi.spyOn(SqliteDatabase.prototype, 'prepare'), vi.spyOn(pg.Client.prototype, 'query')];
  return {
    statements: () => spies.flatMap(({ mock }) => mock.calls.map(([asked]: readonly unknown[]) => textOf(asked))),
    forget: () => {
      for (const spy of spies) spy.mockClear();
    },
    stop: () => {
      for (const spy of spies) spy.mockRestore();
    },
  };
};
