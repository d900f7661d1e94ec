import { existsSync, statSync, truncateSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { admin as runAdmin } from '#commands/admin.ts';
import { writeFileSafely } from '#server/database/backup/backup-file.ts';
import { linesOfSnapshot } from '#server/database/backup/backup-lines.ts';
import { restoreBackup } from '#server/database/backup/restore-backup.ts';
import { readSnapshot } from '#server/database/backup/snapshot.ts';
import { tableOrders } from '#server/database/backup/tables.ts';
import type { Database } from '#server/database/dialects.ts';
import { DATABASE_FILE } from '#server/database/open-database.ts';
import { replicasOf } from '#server/database/replicas.ts';
import { createStorage } from '#server/database/storage.ts';
import { fieldsOfHistory } from '#tests/support/history.ts';
import { databases, type OpenedDatabase, type TestDatabase } from '#tests/support/databases.ts';
import { noteStatements } from '#tests/support/statements.ts';
import { anActivity, createReplica, openSampleServer, signInRole, WORK, type SampleServer } from './test-server.ts';

const KEY = 'chìa khoá để thử';

const run = async ({ settings }: Pick<OpenedDatabase, 'settings'>, args: readonly string[], backupKey = '') => {
  let stdout = '';
  let stderr = '';
  const status = await runAdmin(args, {
    print: (text) => (stdout += text),
    complain: (text) => (stderr += text),
    input: (async function* () {})(),
    environment: { DATA_DIR: settings.dataDir, DATABASE_URL: settings.databaseUrl ?? '', BACKUP_KEY: backupKey },
    workingDir: settings.dataDir,
  });
  return { status, stdout, stderr };
};

/** Everything that is kept, table by table, in one order. */
const contentOf = async (database: Database) => {
  const content: Record<string, unknown[]> = {};
  for (const [table, order] of tableOrders) {
    const { rows } = await sql<object>`SELECT * FROM ${sql.table(table)}
      ORDER BY ${sql.join(order.map((column) => sql.ref(column)))}`.execute(database);
    content[table] = rows;
  }
  return content;
};

/** A few people at work: records, history, a held mutation, sessions, an audit trail. */
const openBusy = async (database: TestDatabase): Promise<SampleServer> => {
  const server = await openSampleServer(database);
  for (const role of ['officer', 'recorder']) {
    const replica = createReplica(server, await signInRole(server, role));
    await replica.push(
      ...Array.from({ length: 5 }, (_, at) =>
        replica.mutation([anActivity(`${role}-${String(at)}`, { title: `Họp thôn\u2028 số ${String(at)} “nhóm”` })]),
      ),
      replica.mutation([anActivity(`${role}-held`, { title: 7 })]),
    );
  }
  return server;
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'so-tay-backup-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each(databases)('A backup of $name', (database) => {
  let server: SampleServer;
  let file: string;
  let count = 0;
  beforeAll(async () => {
    server = await openBusy(database);
  });
  afterAll(() => server.close());
  beforeEach(() => {
    count += 1;
    file = join(folder, `${database.name}-${String(count)}.backup`);
  });

  test.each(databases.map((other) => [other.name, other] as const))('comes back whole on %s', async (_name, other) => {
    expect(await run(server.opened, ['backup', file], KEY)).toMatchObject({ status: 0, stderr: '' });
    const before = await contentOf(server.opened.database);
    const opened = await other.open();
    const restored = await run(opened, ['restore', file], KEY);
    expect(restored).toMatchObject({ status: 0, stderr: '' });

    const after = await contentOf(opened.database);
    for (const table of tableOrders.keys()) {
      // A new life of each scope, a row that says who restored, and what the backup says of itself.
      if (['scope_head', 'audit', 'dev'].includes(table)) continue;
      expect(after[table], table).toEqual(before[table]);
    }
    expect(after['account']).not.toEqual([]);
    expect(after['rec']).not.toEqual([]);
    expect(after['held']).not.toEqual([]);
    expect(await run(opened, ['verify'])).toMatchObject({ status: 0, stderr: '' });
    await opened.close();
  });

  test('begins a new life of every scope, and keeps its sequence and its digest', async () => {
    await run(server.opened, ['backup', file]);
    const opened = await database.open();
    await run(opened, ['restore', file]);
    const heads = ({ database: kept }: OpenedDatabase) =>
      kept.selectFrom('scope_head').select(['scope', 'epoch', 'seq', 'dig']).orderBy('scope').execute();
    const before = await heads(server.opened);
    const after = await heads(opened);
    expect(after.map(({ scope, seq, dig }) => ({ scope, seq, dig }))).toEqual(
      before.map(({ scope, seq, dig }) => ({ scope, seq, dig })),
    );
    const epochs = new Set([...before, ...after].map(({ epoch }) => epoch));
    expect(epochs.size).toBe(before.length + after.length);
    await opened.close();
  });

  test('gives no alias again that a lost life may have given', async () => {
    const aliasOf = async ({ database: kept }: OpenedDatabase, device: string): Promise<number> => {
      const owner = { device, person: 'sample-officer', replica: device };
      const added = await kept.transaction().execute((inside) => replicasOf(inside, WORK).addReplica(owner, 0));
      return added.alias;
    };
    await run(server.opened, ['backup', file]);
    const lost = await aliasOf(server.opened, 'after-backup');
    const opened = await database.open();
    await run(opened, ['restore', file]);
    const first = await aliasOf(opened, 'after-restore');
    expect(first).toBeGreaterThan(lost);
    expect(await aliasOf(opened, 'and-the-next')).toBe(first + 1);
    await opened.close();
  });

  test('says of every replica which mutations it holds, once it is on the disk', async () => {
    await server.opened.database.updateTable('dev').set({ safe_n: 0 }).execute();
    await run(server.opened, ['backup', file]);
    const rows = await server.opened.database.selectFrom('dev').select(['last_n', 'safe_n']).execute();
    expect(rows.some(({ last_n: lastN }) => lastN > 0)).toBe(true);
    for (const { last_n: lastN, safe_n: safeN } of rows) expect(safeN).toBe(lastN);
  });

  test('says nothing of the kind when it could not be written', async () => {
    await server.opened.database.updateTable('dev').set({ safe_n: 0 }).execute();
    await writeFile(file, 'somebody else’s');
    expect(await run(server.opened, ['backup', file])).toMatchObject({ status: 2, stdout: '' });
    expect(await readFile(file, 'utf8')).toBe('somebody else’s');
    const rows = await server.opened.database.selectFrom('dev').select('safe_n').execute();
    for (const { safe_n: safeN } of rows) expect(safeN).toBe(0);
  });

  test('is for its owner alone, and leaves nothing half-made beside it', async () => {
    await run(server.opened, ['backup', file]);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test('sealed under a key shows nothing, and opens with no other', async () => {
    await run(server.opened, ['backup', file], KEY);
    expect((await readFile(file)).subarray(0, 8).toString('latin1')).toBe('STBGSEAL');
    const opened = await database.open();
    for (const [key, words] of [
      ['', 'BACKUP_KEY'],
      ['một chìa khoá khác', 'khoá khác'],
    ] as const) {
      const { status, stderr } = await run(opened, ['restore', file], key);
      expect(status).toBe(2);
      expect(stderr).toContain(words);
    }
    expect((await contentOf(opened.database))['account']).toEqual([]);
    await opened.close();
  });

  test('without a key says so', async () => {
    const { stdout } = await run(server.opened, ['backup', file]);
    expect(stdout).toContain('Chưa niêm phong');
    expect(stdout).toContain('Set BACKUP_KEY');
  });

  describe('that is not as it was written', () => {
    let opened: OpenedDatabase;
    beforeEach(async () => {
      opened = await database.open();
    });
    afterEach(() => opened.close());

    const damages: readonly (readonly [string, (path: string) => Promise<void>])[] = [
      [
        'a byte was changed',
        async (path) => {
          const bytes = await readFile(path);
          const middle = Math.floor(bytes.length / 2);
          bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
          await writeFile(path, bytes);
        },
      ],
      ['its end is missing', async (path) => truncate(path, (await stat(path)).size - 200)],
      ['it is empty', (path) => truncate(path, 0)],
      ['it is something else', (path) => writeFile(path, 'Danh sách 2024\n'.repeat(100))],
    ];
    test.each(
      damages.flatMap(([what, damage]) =>
        [KEY, ''].map((key) => [what, key === '' ? 'plain' : 'sealed', key, damage] as const),
      ),
    )('because %s (%s) is refused in words, and changes nothing', async (_what, _how, key, damage) => {
      await run(server.opened, ['backup', file], key);
      await damage(file);
      await createStorage(opened.database).ledger.change('a/work', ({ head }) => Promise.resolve(head));
      const before = await contentOf(opened.database);
      const { status, stderr } = await run(opened, ['restore', file, '--replace'], key);
      expect(status).toBe(2);
      expect(stderr).toContain('hỏng');
      expect(await contentOf(opened.database)).toEqual(before);
      expect((await run(opened, ['verify', file], key)).status).toBe(2);
    });
  });

  test('that is cut while its rows are put back changes nothing, either', async () => {
    await run(server.opened, ['backup', file]);
    const opened = await database.open();
    await run(opened, ['sample']);
    const before = await contentOf(opened.database);
    // The file was read through by now: its medium fails at the second reading.
    const failing = new Proxy(opened.database, {
      get: (target, name) => {
        if (name === 'transaction') truncateSync(file, Math.floor(statSync(file).size / 2));
        const found: unknown = Reflect.get(target, name, target);
        return typeof found === 'function'
          ? (...args: readonly unknown[]): unknown => Reflect.apply(found, target, args)
          : found;
      },
    });
    const restored = await restoreBackup({ database: failing, path: file, key: undefined }, true, Date.now());
    expect(restored).toEqual({ is: 'refused', why: 'damaged' });
    expect(await contentOf(opened.database)).toEqual(before);
    await opened.close();
  });

  test('takes the place of what is there only when it is told to', async () => {
    await run(server.opened, ['backup', file]);
    const opened = await database.open();
    await run(opened, ['sample']);
    const before = await contentOf(opened.database);
    const refused = await run(opened, ['restore', file]);
    expect(refused).toMatchObject({ status: 2, stdout: '' });
    expect(refused.stderr).toContain('--replace');
    expect(await contentOf(opened.database)).toEqual(before);

    expect((await run(opened, ['restore', file, '--replace'])).status).toBe(0);
    expect((await contentOf(opened.database))['account']).toEqual((await contentOf(server.opened.database))['account']);
    await opened.close();
  });

  test('says so when it is not the newest, whose work phones have let go', async () => {
    await run(server.opened, ['backup', file]);
    const alone = await run(server.opened, ['restore', file, '--replace']);
    expect(alone.stdout).not.toContain('Careful');
    await run(server.opened, ['backup', `${file}.newer`]);
    const { stdout } = await run(server.opened, ['restore', file, '--replace', '--json']);
    const { made, newest }: { made: string; newest: string } = JSON.parse(stdout);
    expect(newest > made).toBe(true);
    await run(server.opened, ['backup', `${file}.newest`]);
    expect((await run(server.opened, ['restore', file, '--replace'])).stdout).toContain(
      'Careful: the newest backup is',
    );
    await run(server.opened, ['restore', `${file}.newest`, '--replace']);
  });

  test('is made while people write, and holds one moment of it', async () => {
    const replica = createReplica(server, await signInRole(server, 'officer'));
    const day = { isOver: false };
    let pushed = 0;
    const writing = (async () => {
      while (!day.isOver) {
        pushed += 1;
        await replica.push(replica.mutation([anActivity(`while-${String(pushed)}`)]));
        // SQLite answers without a pause in which others could go on.
        await nextTurn();
      }
    })();
    await expect.poll(() => pushed).toBeGreaterThan(3);
    const { status } = await run(server.opened, ['backup', file]);
    day.isOver = true;
    await writing;
    expect(status).toBe(0);
    expect(await run(server.opened, ['verify', file])).toMatchObject({ status: 0, stderr: '' });
  });

  test('of an older version is brought up to date as it is restored', async () => {
    await run(server.opened, ['backup', file]);
    const { gunzipSync, gzipSync } = await import('node:zlib');
    const { createHash } = await import('node:crypto');
    const lines = gunzipSync(await readFile(file))
      .toString()
      .trimEnd()
      .split('\n');
    // As the first version wrote it: without the tables and columns that came later.
    const later = new Set(['taken', 'outbox', 'delivered', 'receipt', 'server_key', 'invitation']);
    const added: Readonly<Record<string, readonly string[]>> = {
      scope_head: ['gc_at', 'alias_floor'],
      dev: ['replica', 'safe_n', 'told_n'],
      held: ['usr'],
      staged_slice: ['h'],
      session: ['label'],
    };
    const rows: Record<string, number> = {};
    let table = '';
    let columns: readonly string[] = [];
    let kept: readonly number[] = [];
    const old = lines.slice(0, -1).flatMap((line) => {
      const found: unknown = JSON.parse(line);
      if (Array.isArray(found)) {
        if (later.has(table)) return [];
        if (table === 'history') {
          const byField = fieldsOfRow(Object.fromEntries(columns.map((name, at) => [name, found[at]])));
          rows[table] = (rows[table] ?? 0) + byField.length;
          return byField.map((row) => JSON.stringify(Object.values(row)));
        }
        rows[table] = (rows[table] ?? 0) + 1;
        return [JSON.stringify(kept.map((at): unknown => found[at]))];
      }
      const item = found as { table?: string; columns?: string[]; migrations?: string[] };
      if (item.migrations !== undefined) return [JSON.stringify({ ...item, migrations: item.migrations.slice(0, 1) })];
      table = item.table ?? '';
      if (later.has(table)) return [];
      rows[table] = 0;
      columns = item.columns ?? [];
      if (table === 'history') {
        const aChange = Object.fromEntries(columns.map((name) => [name, '[["title",1]]']));
        return [JSON.stringify({ table, columns: Object.keys(fieldsOfRow(aChange)[0] ?? {}) })];
      }
      kept = columns.flatMap((column, at) => ((added[table] ?? []).includes(column) ? [] : [at]));
      return [JSON.stringify({ table, columns: kept.map((at) => columns[at]) })];
    });
    const text = `${old.join('\n')}\n`;
    const sha256 = createHash('sha256').update(text).digest('hex');
    await writeFile(`${file}.old`, gzipSync(`${text}${JSON.stringify({ rows, sha256 })}\n`));

    const opened = await database.open();
    expect(await run(opened, ['restore', `${file}.old`])).toMatchObject({ status: 0, stderr: '' });
    const after = await contentOf(opened.database);
    expect(after['rec']).toEqual((await contentOf(server.opened.database))['rec']);
    expect(after['taken']).toEqual([]);
    expect(await fieldsOfHistory(opened.database)).toEqual(await fieldsOfHistory(server.opened.database));
    await opened.close();
  });
});

/** A change as the first version kept it: a row for each field. */
const fieldsOfRow = ({ fields, ...row }: Readonly<Record<string, unknown>>): readonly Record<string, unknown>[] => {
  const change = Object.fromEntries(Object.entries(row).filter(([name]) => name !== 'used'));
  const changed: readonly (readonly [string, unknown, unknown?])[] = JSON.parse(String(fields));
  return changed.map(([field, after, ...before]) => ({
    ...change,
    field,
    before: before.length === 0 ? null : JSON.stringify(before[0]),
    after: JSON.stringify(after),
  }));
};

describe('The file of a backup', () => {
  const nothing = { migrations: [], faults: [], tables: (async function* () {})() };

  test('is looked through and takes its name when the snapshot is over, which may not wait that long', async () => {
    const file = join(folder, 'named.backup');
    let named: boolean | undefined;
    const why = await writeFileSafely(file, undefined, async (write) => {
      await write(linesOfSnapshot(nothing, { made: '', from: 'SQLite' }, () => undefined));
      named = existsSync(file);
    });
    expect({ named, why, after: existsSync(file) }).toEqual({ named: false, why: undefined, after: true });
  });

  test('takes none when the snapshot did not end well', async () => {
    const file = join(folder, 'unnamed.backup');
    const writing = writeFileSafely(file, undefined, async (write) => {
      await write(linesOfSnapshot(nothing, { made: '', from: 'SQLite' }, () => undefined));
      throw new Error('the connection broke');
    });
    await expect(writing).rejects.toThrow('the connection broke');
    expect((await readdir(folder)).filter((name) => name.startsWith('unnamed'))).toEqual([]);
  });

  const servers = databases.filter(({ name }) => name !== 'SQLite');
  test.each(servers)('may be written as slowly as a disk is: $name does not end the snapshot', async ({ open }) => {
    // A connection is asked as it was when it was opened.
    const noting = noteStatements();
    const opened = await open();
    await readSnapshot(opened.settings, opened.database, () => Promise.resolve());
    const noted = noting.statements();
    noting.stop();
    expect(noted).toContain('SET LOCAL idle_in_transaction_session_timeout = 0');
    await opened.close();
  });
});

describe('npm run admin -- verify', () => {
  test('finds a damaged SQLite file', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'so-tay-verify-'));
    const settings = { dataDir, databaseUrl: undefined };
    await run({ settings }, ['sample']);
    expect(await run({ settings }, ['verify'])).toMatchObject({ status: 0, stderr: '' });
    const path = join(dataDir, DATABASE_FILE);
    const bytes = await readFile(path);
    await writeFile(path, bytes.fill(0xab, 40_000, 60_000));
    const { status, stderr } = await run({ settings }, ['verify']);
    expect(status).toBe(2);
    expect(stderr).toContain('is damaged');
    await rm(dataDir, { recursive: true, force: true });
  });
});

describe.each(databases)('npm run admin -- verify on $name', (database) => {
  const harms: readonly (readonly [string, string, (harmed: Database) => Promise<unknown>])[] = [
    [
      'a register that was changed',
      'digest-differs',
      (harmed) =>
        harmed
          .updateTable('rec')
          .set((row) => ({ regs: sql`replace(${row.ref('regs')}, 'Họp thôn', 'Họp bản')` }))
          .where('scope', '=', WORK)
          .execute(),
    ],
    [
      'a record that is missing',
      'digest-differs',
      (harmed) => harmed.deleteFrom('rec').where('scope', '=', WORK).where('id', '=', 'officer-1').execute(),
    ],
    [
      'a number past the head',
      'sequence-past-head',
      (harmed) =>
        harmed.updateTable('rec').set({ seq: 9_999 }).where('scope', '=', WORK).where('id', '=', 'officer-1').execute(),
    ],
    [
      'registers that cannot be read',
      'not-readable',
      (harmed) =>
        harmed.updateTable('rec').set({ regs: '{' }).where('scope', '=', WORK).where('id', '=', 'officer-1').execute(),
    ],
    [
      'a gap in what was taken',
      'taken-gap',
      (harmed) => harmed.deleteFrom('taken').where('scope', '=', WORK).where('n', '=', 2).execute(),
    ],
    [
      'an end of what was taken that is missing',
      'taken-end',
      (harmed) => harmed.deleteFrom('taken').where('scope', '=', WORK).where('n', '=', 6).execute(),
    ],
    [
      'an audit entry that was changed',
      'audit-broken',
      (harmed) => harmed.updateTable('audit').set({ result: 'refused' }).where('n', '=', 1).execute(),
    ],
    [
      'an audit entry that was taken out',
      'audit-broken',
      (harmed) => harmed.deleteFrom('audit').where('n', '=', 1).execute(),
    ],
    [
      'a scope without its head',
      'no-head',
      (harmed) => harmed.deleteFrom('scope_head').where('scope', '=', WORK).execute(),
    ],
  ];

  let server: SampleServer;
  let file: string;
  beforeAll(async () => {
    server = await openBusy(database);
    file = join(folder, `${database.name}-unharmed.backup`);
    await run(server.opened, ['backup', file]);
  });
  afterAll(() => server.close());

  test.each(harms)('finds %s (%s)', async (_what, expected, harm) => {
    await run(server.opened, ['restore', file, '--replace']);
    expect(await run(server.opened, ['verify'])).toMatchObject({ status: 0, stderr: '' });
    await harm(server.opened.database);
    const { status, stderr } = await run(server.opened, ['verify', '--json']);
    expect(status).toBe(2);
    const report: { ok: boolean; faults: { is: string }[] } = JSON.parse(stderr);
    expect(report.ok).toBe(false);
    expect(report.faults.map(({ is }) => is)).toContain(expected);
  });
});
