import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { Database } from '#server/database/dialects.ts';
import { migrateTo, migrationNames } from '#server/database/migrations.ts';
import { openDatabase, type DatabaseSettings } from '#server/database/open-database.ts';
import { databases } from '#tests/support/databases.ts';
import { fieldsOfHistory } from '#tests/support/history.ts';

const root = new URL('../..', import.meta.url).pathname;
const half = new URL('../support/half-migration.ts', import.meta.url).pathname;
const ROWS = 200_000;
const CHANGES = 2_345;
const FIRST = migrationNames[0] ?? '';

/** Back to what the first version made, with a year of its rows. */
const asInTheFirstVersion = async (database: Database): Promise<void> => {
  const tables = (await database.introspection.getTables({ withInternalKyselyTables: true })).map(({ name }) => name);
  for (const table of ['session', ...tables.filter((name) => name !== 'session')])
    await database.schema.dropTable(table).ifExists().execute();
  await migrateTo(database, FIRST);
  await sql`INSERT INTO rec (scope, tbl, id, seq, inc, grp, del, regs)
    WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${sql.lit(ROWS)})
    SELECT 'a/work', 'activity', 'record-' || n, n, n, n, 0, '{"$c":[true,1,0,1,1],"title":["Họp thôn",1,0,1,1]}' FROM numbers`.execute(
    database,
  );
  await sql`INSERT INTO dev (scope, alias, device, usr, last_n, last_h, done, ver, closed, seen_at)
    VALUES ('a/work', 1, 'device', 'person', 7, 70, 0, 1, 0, 1)`.execute(database);
  await sql`INSERT INTO history (scope, seq, tbl, id, field, before, after, person, alias, n, at)
    WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${sql.lit(CHANGES)})
    SELECT 'a/work', n, 'activity', 'record-' || n, field, before, after, 'person', 1, n, 5 FROM numbers, (
      SELECT 'place' AS field, NULL AS before, '"Họp \\"thôn\\""' AS after UNION ALL SELECT 'female', 'null', '40'
    ) AS fields`.execute(database);
};

/** Everything of the second migration was done, and nothing of it committed, when the process dies. */
const killHalfWay = async (settings: DatabaseSettings): Promise<void> => {
  const child = spawn(process.execPath, [half, JSON.stringify(settings)], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said]: unknown[] = await once(child.stdout, 'data');
  expect(String(said)).toBe('half\n');
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
};

describe.each(databases.filter(({ name }) => !name.includes('Citus')))('A migration on $name', ({ open }) => {
  test('that dies half way with a year of rows leaves them as they were, and the next start does it', async () => {
    const { database, settings, close } = await open();
    await asInTheFirstVersion(database);
    await killHalfWay(settings);

    const applied = () => sql<{ name: string }>`SELECT name FROM kysely_migration ORDER BY name`.execute(database);
    await expect.poll(async () => (await applied()).rows.map(({ name }) => name)).toEqual([FIRST]);
    const columnsOf = async (table: string) =>
      (await database.introspection.getTables()).find(({ name }) => name === table)?.columns.map(({ name }) => name);
    expect(await columnsOf('dev')).not.toContain('safe_n');
    expect(await columnsOf('taken')).toBeUndefined();

    const next = await openDatabase(settings);
    if (!next.ok) throw new Error(next.problem.detail);
    expect((await applied()).rows.map(({ name }) => name)).toEqual(migrationNames);
    const { count } = await next.value
      .selectFrom('rec')
      .select((row) => row.fn.countAll().as('count'))
      .executeTakeFirstOrThrow();
    expect(Number(count)).toBe(ROWS);
    expect(await next.value.selectFrom('dev').select(['alias', 'last_n', 'last_h', 'safe_n']).execute()).toEqual([
      { alias: 1, last_n: 7, last_h: 70, safe_n: 0 },
    ]);
    const history = await fieldsOfHistory(next.value);
    expect(history).toHaveLength(2 * CHANGES);
    expect(history.filter(({ seq }) => seq === 500)).toMatchObject([
      { tbl: 'activity', id: 'record-500', field: 'female', before: null, after: 40, person: 'person', n: 500, at: 5 },
      { tbl: 'activity', id: 'record-500', field: 'place', before: undefined, after: 'Họp "thôn"', n: 500 },
    ]);
    await next.value.destroy();
    await close();
  });

  test('is done once by those who start at once on an empty database', async () => {
    const made = await open();
    for (const { name } of await made.database.introspection.getTables({ withInternalKyselyTables: true }))
      await sql`DROP TABLE IF EXISTS ${sql.table(name)} ${made.settings.databaseUrl === undefined ? sql`` : sql`CASCADE`}`.execute(
        made.database,
      );
    const dataDir = await mkdtemp(join(tmpdir(), 'so-tay-at-once-'));
    const settings = made.settings.databaseUrl === undefined ? { dataDir, databaseUrl: undefined } : made.settings;
    const opened = await Promise.all(Array.from({ length: 4 }, () => openDatabase(settings)));
    expect(opened.map(({ ok }) => ok)).toEqual([true, true, true, true]);
    for (const one of opened) {
      if (!one.ok) continue;
      const { rows } = await sql<{ name: string }>`SELECT name FROM kysely_migration ORDER BY name`.execute(one.value);
      expect(rows.map(({ name }) => name)).toEqual(migrationNames);
      await one.value.destroy();
    }
    await rm(dataDir, { recursive: true, force: true });
    await made.close();
  });
});
