/** `npm run admin -- export-json`: what units hold, as a JSON document that anyone can read. */
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { admin } from '#commands/admin.ts';
import { CREATED, type Change } from '#domain/change.ts';
import { writeAsServer } from '#server/actions/write-as-server.ts';
import { databases } from '#tests/support/databases.ts';
import { openSampleServer, signInAs, accountOf, WORK, type SampleServer } from './test-server.ts';

interface Exported {
  readonly format: string;
  readonly version: number;
  readonly made: string;
  readonly unit: string | null;
  readonly records: readonly {
    readonly scope: string;
    readonly table: string;
    readonly id: string;
    readonly fields: Readonly<Record<string, unknown>>;
  }[];
}

const activity = (id: string, title: string): Change => ({
  table: 'activity',
  id,
  values: {
    [CREATED]: true,
    title,
    type: 'radio',
    from: '2024-03-08',
    to: '2024-03-08',
    agency: 'sample-agency-commune',
    female: 12,
    'outputs/news-item': 2,
    'tasks/001.task.II.1-3': true,
  },
});

describe.each(databases)('export-json on $name', (database) => {
  let server: SampleServer;
  let directory: string;
  beforeAll(async () => {
    server = await openSampleServer(database);
    directory = await mkdtemp(join(tmpdir(), 'so-tay-export-'));
  });
  afterAll(async () => {
    await server.close();
    await rm(directory, { recursive: true });
  });

  const run = async (...args: readonly string[]) => {
    const { dataDir, databaseUrl } = server.opened.settings;
    const printed: string[] = [];
    let said = '';
    let running = 0;
    const status = await admin(['export-json', ...args], {
      // A reader who takes its time: whoever does not wait for it is noticed.
      print: async (text) => {
        running += 1;
        if (running > 1) throw new Error('it was not waited for');
        await new Promise((resolve) => setImmediate(resolve));
        running -= 1;
        printed.push(text);
      },
      complain: (text) => (said += text),
      input: Readable.from([]),
      environment: { DATA_DIR: dataDir, DATABASE_URL: databaseUrl ?? '' },
      workingDir: '/',
    });
    return { status, said, printed };
  };
  const exported = async (...args: readonly string[]): Promise<Exported> => {
    const { status, said, printed } = await run(...args);
    expect([status, said]).toEqual([0, '']);
    return JSON.parse(printed.join('\n'));
  };
  const write = (changes: readonly Change[]) =>
    writeAsServer(server.deps.storage.ledger, { scope: WORK, changes, person: '', at: server.clock.now });

  test('holds every record of every unit as the rules see it, sets by element', async () => {
    await write([activity('one', 'Tin về 8/3')]);
    const { format, version, unit, records } = await exported();
    expect({ format, version, unit }).toEqual({ format: 'so-tay-binh-dang-gioi', version: 1, unit: null });
    expect(new Set(records.map(({ scope }) => scope.split('/')[1]))).toEqual(
      new Set(['units', 'directory', 'issued', 'work']),
    );
    expect(records.find(({ table, id }) => table === 'activity' && id === 'one')).toEqual({
      scope: WORK,
      table: 'activity',
      id: 'one',
      fields: {
        title: 'Tin về 8/3',
        type: 'radio',
        from: '2024-03-08',
        to: '2024-03-08',
        agency: 'sample-agency-commune',
        female: 12,
        outputs: { 'news-item': 2 },
        topics: {},
        partners: {},
        tasks: { '001.task.II.1-3': true },
        measures: {},
        campaigns: {},
        attachments: {},
      },
    });
    const keys = records.map(({ scope, table, id }) => `${scope} ${table} ${id}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('leaves out what was deleted', async () => {
    await write([activity('gone', 'Nhầm')]);
    await write([{ table: 'activity', id: 'gone', values: { $d: true } }]);
    const { records } = await exported();
    expect(records.filter(({ id }) => id === 'gone')).toEqual([]);
  });

  test('gives one unit alone, with its own row and lines of the tree', async () => {
    const { unit, records } = await exported('--unit', 'sample-commune');
    expect(unit).toBe('sample-commune');
    expect(new Set(records.map(({ scope }) => scope))).toEqual(
      new Set(['root/units', 'sample-commune/directory', 'sample-commune/work']),
    );
    const tree = records.filter(({ scope }) => scope === 'root/units').map(({ id }) => id);
    expect(new Set(tree)).toEqual(new Set(['sample-commune', 'sample-line-commune']));
  });

  test('holds no password, sign-in name, session, key or token', async () => {
    const officer = await signInAs(server, accountOf(server, 'officer'));
    const { printed } = await run();
    const { rows } = { rows: await server.opened.database.selectFrom('account').selectAll().execute() };
    const sessions = await server.opened.database.selectFrom('session').selectAll().execute();
    expect(sessions.length).toBeGreaterThan(0);
    const secrets = [
      ...rows.flatMap((row) => [row.password_hash, row.sign_in]),
      ...sessions.map((row) => row.token_hash),
      officer.answer.replicaSecret ?? '',
    ];
    for (const secret of secrets) expect(printed.join('\n')).not.toContain(secret);
  });

  test('is written into a file that only its owner reads, and never over another one', async () => {
    const file = join(directory, 'xuat.json');
    const { status, printed } = await run(file);
    expect(status).toBe(0);
    const { records }: Exported = JSON.parse(await readFile(file, 'utf8'));
    expect(printed.join('\n')).toContain(`Exported ${String(records.length)} records`);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const again = await run(file);
    expect([again.status, again.printed]).toEqual([2, []]);
    expect(again.said).toContain('Đã có tệp mang tên này');
  });

  test('says that there is no such unit', async () => {
    const { status, said, printed } = await run('--unit', 'nowhere');
    expect([status, printed]).toEqual([2, []]);
    expect(said).toContain('Không có đơn vị mang mã này');
  });

  test('is in the audit trail, without a figure', async () => {
    await exported('--unit', 'sample-commune');
    const entries = await server.opened.database
      .selectFrom('audit')
      .select(['what', 'object', 'device', 'result'])
      .where('scope', '=', 'sample-commune/directory')
      .where('what', '=', 'export')
      .execute();
    expect(entries).toContainEqual({
      what: 'export',
      object: 'sample-commune',
      device: 'command-line',
      result: 'done',
    });
  });

  test('hands ten thousand activities over piece by piece, each once', async () => {
    for (let first = 0; first < 10_000; first += 2_000)
      await write(
        Array.from({ length: 2_000 }, (_, index) =>
          activity(`many-${String(first + index)}`, `Buổi ${String(first + index)}`),
        ),
      );
    const { printed } = await run('--unit', 'sample-commune');
    const { records }: Exported = JSON.parse(printed.join('\n'));
    expect(new Set(records.flatMap(({ id }) => (id.startsWith('many-') ? [id] : []))).size).toBe(10_000);
    expect(Math.max(...printed.map((text) => text.length))).toBeLessThan(1_000_000);
  });
});
