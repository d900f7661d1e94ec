/**
 * SQLite as Kysely asks for it, with four differences.
 *
 * - A statement is prepared once.
 * - A transaction takes the write lock when it begins: one that read first and wrote later would fail if another process
 *   wrote in between.
 * - Who finds the file locked by another process waits without stopping everybody else, and gives up after five seconds.
 * - Migrations run in a transaction. SQLite can undo a change of tables; Kysely does not count on it.
 */
import type SqliteDatabase from 'better-sqlite3';
import {
  SqliteAdapter,
  SqliteDialect,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type SqliteDatabase as SqliteSource,
} from 'kysely';
import { faultOf } from './faults.ts';
import type { Patience } from './patience.ts';

const MAX_PREPARED = 500;
const LOCKED_TRIES = 50;
const LOCKED_WAIT_MS = 50;

export const sqliteDialect = (file: SqliteDatabase.Database, patience: Patience): Dialect => {
  const dialect = new SqliteDialect({ database: preparingOnce(file) });
  return {
    createAdapter: () => Object.defineProperty(new SqliteAdapter(), 'supportsTransactionalDdl', { value: true }),
    createDriver: () => waiting(dialect.createDriver(), patience),
    createIntrospector: (database) => dialect.createIntrospector(database),
    createQueryCompiler: () => dialect.createQueryCompiler(),
  };
};

const preparingOnce = (file: SqliteDatabase.Database): SqliteSource => {
  const prepared = new Map<string, SqliteDatabase.Statement>();
  const prepare = (text: string): SqliteDatabase.Statement => {
    const known = prepared.get(text);
    if (known !== undefined) return known;
    if (prepared.size >= MAX_PREPARED) prepared.clear();
    const statement = file.prepare(text === 'begin' ? 'begin immediate' : text);
    prepared.set(text, statement);
    return statement;
  };
  return {
    close: () => {
      file.close();
    },
    prepare: (text) => {
      const statement = prepare(text);
      return {
        reader: statement.reader,
        all: (parameters) => statement.all(...parameters),
        run: (parameters) => {
          // A full or failing disk ends the transaction by itself; there is nothing left to undo then.
          if (text === 'rollback' && !file.inTransaction) return { changes: 0, lastInsertRowid: 0 };
          return statement.run(...parameters);
        },
        iterate: (parameters) => statement.iterate(...parameters),
      };
    },
  };
};

/** Each try itself waits as long as the file's own busy_timeout; together they are five seconds. */
const waiting = (driver: Driver, { wait }: Patience): Driver => {
  const connections = new WeakMap<DatabaseConnection, DatabaseConnection>();
  const waitingConnection = (connection: DatabaseConnection): DatabaseConnection => ({
    executeQuery: async (query, options) => {
      for (let tries = 1; ; tries += 1) {
        try {
          return await connection.executeQuery(query, options);
        } catch (error) {
          if (faultOf(error) !== 'locked' || tries === LOCKED_TRIES) throw error;
        }
        await wait(LOCKED_WAIT_MS);
      }
    },
    streamQuery: (query, chunkSize, options) => connection.streamQuery(query, chunkSize, options),
  });
  return {
    init: (options) => driver.init(options),
    acquireConnection: async (options) => {
      const connection = await driver.acquireConnection(options);
      const known = connections.get(connection) ?? waitingConnection(connection);
      connections.set(connection, known);
      return known;
    },
    beginTransaction: (connection, settings) => driver.beginTransaction(connection, settings),
    commitTransaction: (connection) => driver.commitTransaction(connection),
    rollbackTransaction: (connection) => driver.rollbackTransaction(connection),
    releaseConnection: (connection, options) => driver.releaseConnection(connection, options),
    destroy: (options) => driver.destroy(options),
  };
};
