/** The limit of a server's writes: the same rows, each push in one transaction of its own, and nothing else. */
import { rm, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import pg from 'pg';
import type { Change } from '#domain/change.ts';

/** `push` ends when its rows are on disk. */
export interface RawRows {
  readonly push: (scope: string, changes: readonly Change[]) => Promise<void> | void;
  readonly close: () => Promise<void>;
}

const COLUMNS = 'scope TEXT, tbl TEXT, id TEXT, seq BIGINT, regs TEXT, PRIMARY KEY (scope, tbl, id)';
const INDEX = 'CREATE UNIQUE INDEX limit_rows_seq ON limit_rows (scope, seq)';

const rowsOf = (scope: string, changes: readonly Change[], from: number) =>
  changes.map(({ table, id, values }, index) => {
    const seq = from + index;
    const registers = Object.entries(values).map(([field, value]) => [field, [value, Date.now(), 0, 1, seq]] as const);
    return [scope, table, id, seq, JSON.stringify(Object.fromEntries(registers))] as const;
  });

const createCounter = () => {
  const last = new Map<string, number>();
  return (scope: string, count: number): number => {
    const from = (last.get(scope) ?? 0) + 1;
    last.set(scope, from + count - 1);
    return from;
  };
};

export const openRawSqlite = async (): Promise<RawRows> => {
  const directory = await mkdtemp(join(tmpdir(), 'so-tay-bench-raw-'));
  const file = new SqliteDatabase(join(directory, 'raw.sqlite'));
  file.pragma('journal_mode = WAL');
  file.pragma('synchronous = FULL');
  file.exec(`CREATE TABLE limit_rows (${COLUMNS}) WITHOUT ROWID; ${INDEX}`);
  const insert = file.prepare('INSERT INTO limit_rows VALUES (?, ?, ?, ?, ?)');
  const take = createCounter();
  const push = file.transaction((scope: string, changes: readonly Change[]) => {
    for (const row of rowsOf(scope, changes, take(scope, changes.length))) insert.run(...row);
  });
  return {
    push: (scope, changes) => {
      push.immediate(scope, changes);
    },
    close: async () => {
      file.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
};

export const openRawPostgres = async (url: string): Promise<RawRows> => {
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  await pool.query('DROP TABLE IF EXISTS limit_rows');
  await pool.query(`CREATE TABLE limit_rows (${COLUMNS})`);
  await pool.query(INDEX);
  const take = createCounter();
  return {
    push: async (scope, changes) => {
      const rows = rowsOf(scope, changes, take(scope, changes.length));
      const places = rows.map((_, row) => `(${[1, 2, 3, 4, 5].map((at) => `$${String(row * 5 + at)}`).join(', ')})`);
      const client = await pool.connect();
      try {
        await client.query('BEGIN');
        await client.query(`INSERT INTO limit_rows VALUES ${places.join(', ')}`, rows.flat());
        await client.query('COMMIT');
      } finally {
        client.release();
      }
    },
    close: async () => {
      await pool.end();
    },
  };
};
