import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { APPLICATION_ID } from '#server/database/dialects.ts';
import { createLedger } from '#server/database/ledger.ts';
import { DATABASE_FILE, openDatabase, type DatabaseRefusal } from '#server/database/open-database.ts';
import { databases } from '#tests/support/databases.ts';
import { WORK } from './test-server.ts';

describe('A data directory', () => {
  let dataDir: string;
  let path: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'so-tay-data-'));
    path = join(dataDir, DATABASE_FILE);
  });
  afterEach(() => rm(dataDir, { recursive: true, force: true }));

  /** Every file there, with a hash of what it holds; whoever reads a database in WAL mode leaves two empty ones beside it. */
  const contents = async () =>
    Promise.all(
      (await readdir(dataDir))
        .filter((name) => !/-(?:shm|wal)$/u.test(name))
        .map(async (name) => {
          const bytes = await readFile(join(dataDir, name)).catch(() => 'a folder');
          return [name, createHash('sha256').update(bytes).digest('hex')];
        }),
    );

  const expectRefused = async (reason: DatabaseRefusal['is']) => {
    const before = await contents();
    const opened = await openDatabase({ dataDir, databaseUrl: undefined });
    expect(opened).toMatchObject({ ok: false, problem: { is: reason, where: path } });
    expect(await contents()).toEqual(before);
  };

  const openOurs = async () => {
    const opened = await openDatabase({ dataDir, databaseUrl: undefined });
    if (!opened.ok) throw new Error(opened.problem.detail);
    return opened.value;
  };

  test('is made when it is not there, durable and marked as ours', async () => {
    dataDir = join(dataDir, 'deep', 'er');
    path = join(dataDir, DATABASE_FILE);
    await (await openOurs()).destroy();
    const file = new SqliteDatabase(path, { readonly: true });
    expect(file.pragma('application_id', { simple: true })).toBe(APPLICATION_ID);
    expect(file.pragma('journal_mode', { simple: true })).toBe('wal');
    file.close();
  });

  test('syncs each commit, keeps foreign keys, and stands still for a lock only for a moment', async () => {
    const database = await openOurs();
    const pragma = async (name: string) =>
      Object.values((await sql`PRAGMA ${sql.raw(name)}`.execute(database)).rows[0] ?? {});
    expect(await pragma('synchronous')).toEqual([2]);
    expect(await pragma('foreign_keys')).toEqual([1]);
    // The rest of five seconds it waits without stopping everybody else (database-trouble.test.ts).
    expect(await pragma('busy_timeout')).toEqual([50]);
    await database.destroy();
  });

  test('is opened again with what it held', async () => {
    const first = await openOurs();
    await createLedger(first).change(WORK, ({ head }) => Promise.resolve(head));
    const heads = await first.selectFrom('scope_head').selectAll().execute();
    await first.destroy();
    const second = await openOurs();
    expect(heads.length).toBe(1);
    expect(await second.selectFrom('scope_head').selectAll().execute()).toEqual(heads);
    await second.destroy();
  });

  test('is known as ours by the file itself, even if the process died before its log was written back', async () => {
    const database = await openOurs();
    const header = (await readFile(path)).subarray(0, 100);
    expect(header.readUInt32BE(68)).toBe(APPLICATION_ID);
    await database.destroy();
  });

  test('with a file that is no database is refused and left as it is', async () => {
    await writeFile(path, 'Danh sách 2024\n'.repeat(100));
    await expectRefused('not-a-database');
  });

  test('with a folder in place of the file is refused', async () => {
    await mkdir(path);
    await expectRefused('not-a-database');
  });

  test("with another program's database is refused and left as it is", async () => {
    const foreign = new SqliteDatabase(path);
    foreign.exec('CREATE TABLE account (id INTEGER); INSERT INTO account VALUES (1)');
    foreign.close();
    await expectRefused('foreign');
  });

  test("with another program's database in WAL mode is refused, and not a file is laid beside it", async () => {
    const foreign = new SqliteDatabase(path);
    foreign.pragma('journal_mode = WAL');
    foreign.exec('CREATE TABLE account (id INTEGER); INSERT INTO account VALUES (1)');
    foreign.close();
    const before = await readdir(dataDir);
    await expectRefused('foreign');
    expect(before).toEqual([DATABASE_FILE]);
    expect(await readdir(dataDir)).toEqual(before);
  });

  test('with a damaged database is refused and left as it is', async () => {
    const database = await openOurs();
    await sql`CREATE TABLE filler AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) SELECT i, hex(randomblob(50)) AS t FROM n`.execute(
      database,
    );
    await database.destroy();
    const bytes = await readFile(path);
    bytes.fill(0xab, 40_000, 60_000);
    await writeFile(path, bytes);
    await expectRefused('damaged');
  });

  test('with a database that was cut short is refused and left as it is', async () => {
    await (await openOurs()).destroy();
    await writeFile(path, (await readFile(path)).subarray(0, 9_000));
    await expectRefused('damaged');
  });

  test('used by a newer version is refused and left as it is', async () => {
    const database = await openOurs();
    await sql`INSERT INTO kysely_migration (name, timestamp) VALUES ('29991231-unknown', '')`.execute(database);
    await database.destroy();
    const opened = await openDatabase({ dataDir, databaseUrl: undefined });
    expect(opened).toMatchObject({ ok: false, problem: { is: 'newer', detail: '29991231-unknown' } });
  });

  test('that is a file is refused', async () => {
    await writeFile(path, 'x');
    const opened = await openDatabase({ dataDir: path, databaseUrl: undefined });
    expect(opened).toMatchObject({ ok: false, problem: { is: 'not-writable' } });
  });
});

describe('A PostgreSQL', () => {
  const open = async () => {
    const postgres = databases.find(({ name }) => name === 'PostgreSQL');
    if (postgres === undefined) throw new Error('unreachable');
    return postgres.open();
  };

  test("with another program's tables is refused and left as it is", async () => {
    const opened = await open();
    await sql`DROP TABLE kysely_migration`.execute(opened.database);
    const again = await openDatabase(opened.settings);
    expect(again).toMatchObject({ ok: false, problem: { is: 'foreign' } });
    await opened.close();
  });

  test('that cannot be reached is named without its password', async () => {
    const opened = await openDatabase({ dataDir: '', databaseUrl: 'postgres://user:secret@127.0.0.1:1/name' });
    expect(opened).toMatchObject({ ok: false, problem: { is: 'unreachable', where: '127.0.0.1:1' } });
    expect(JSON.stringify(opened)).not.toContain('secret');
  });

  test('gives whole numbers as numbers', async () => {
    const opened = await open();
    const { rows } = await sql<{ big: unknown }>`SELECT 4503599627370495::bigint AS big`.execute(opened.database);
    expect(rows).toEqual([{ big: 4_503_599_627_370_495 }]);
    await opened.close();
  });
});
