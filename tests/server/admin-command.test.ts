import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { admin as runAdmin } from '#commands/admin.ts';
import { DATABASE_FILE } from '#server/database/open-database.ts';
import { databases, type OpenedDatabase } from '#tests/support/databases.ts';

const root = new URL('../..', import.meta.url).pathname;

interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

type Variables = Readonly<Record<string, string>>;

/** As npm runs it. */
const spawned = (environment: Variables, args: readonly string[], input = ''): Promise<Ended> =>
  new Promise((resolve) => {
    const env = { ...process.env, ...environment };
    const command = ['src/commands/run.mjs', 'admin', ...args];
    const child = execFile(process.execPath, command, { cwd: root, env }, (error, stdout, stderr) => {
      resolve({ status: error === null ? 0 : Number(error.code), stdout, stderr });
    });
    child.stdin?.end(input);
  });

/** The same without a process of its own. */
const admin = async (environment: Variables, args: readonly string[], ...input: readonly string[]): Promise<Ended> => {
  let stdout = '';
  let stderr = '';
  const status = await runAdmin(args, {
    print: (text) => (stdout += text),
    complain: (text) => (stderr += text),
    input: Readable.from(input),
    environment,
    workingDir: root,
  });
  return { status, stdout, stderr };
};

describe.each(databases)('npm run admin on $name', (database) => {
  let opened: OpenedDatabase;
  beforeAll(async () => {
    // It stays open: the command works beside a running server.
    opened = await database.open();
  });
  afterAll(() => opened.close());

  const environment = () => ({
    DATA_DIR: opened.settings.dataDir,
    DATABASE_URL: opened.settings.databaseUrl ?? '',
  });
  const run = (args: readonly string[], ...input: readonly string[]) => admin(environment(), args, ...input);

  test('sample --json prints the accounts as JSON and nothing else, once', async () => {
    const { status, stdout, stderr } = await spawned(environment(), ['sample', '--json']);
    expect([status, stderr]).toEqual([0, '']);
    const { accounts }: { accounts: Record<string, string>[] } = JSON.parse(stdout);
    expect(accounts).toHaveLength(6);
    for (const account of accounts)
      expect(Object.keys(account)).toEqual(['role', 'unit', 'agency', 'name', 'signIn', 'password']);
    expect(accounts[0]).toMatchObject({ role: 'officer', unit: 'Xã Đồng Tuyển', signIn: 'lan.mau' });

    const again = await run(['sample', '--json']);
    expect([again.status, again.stdout]).toEqual([2, '']);
    expect(again.stderr).toContain('Đã có không gian mẫu');
  });

  test('adds a unit, an agency and a person, sets password and role, and lists them', async () => {
    const unit = await run(['add-unit', '--name', 'Xã Thử', '--kind', 'xã', '--parent', 'sample-city', '--json']);
    const { id }: { id: string } = JSON.parse(unit.stdout);
    const agency = await run(['add-agency', '--unit', id, '--name', 'Trạm Y tế', '--json']);
    const { id: agencyId }: { id: string } = JSON.parse(agency.stdout);
    const person = ['--name', 'Mai Mẫu', '--role', 'recorder', '--sign-in', 'mai.mau'];
    const added = await run(['add-person', '--unit', id, '--agency', agencyId, ...person]);
    expect(added.status).toBe(0);
    expect(added.stdout).toMatch(/Mật khẩu \/ password: +(?:\w{4}-){3}\w{4}/u);

    const taken = await run(['add-person', '--unit', id, ...person]);
    expect([taken.status, taken.stdout]).toEqual([2, '']);
    expect(taken.stderr).toContain('đã có người dùng');

    expect((await run(['set-password', '--sign-in', 'mai.mau', '--stdin'], 'ngắn\n')).status).toBe(2);
    expect((await run(['set-password', '--sign-in', 'mai.mau', '--stdin'], 'bốn con trâu đen\n')).status).toBe(0);
    expect((await run(['set-role', '--sign-in', 'mai.mau', '--role', 'officer'])).status).toBe(0);
    const { units }: { units: { id: string; people: object[] }[] } = JSON.parse((await run(['list', '--json'])).stdout);
    expect(units.find((one) => one.id === id)?.people).toEqual([
      expect.objectContaining({ name: 'Mai Mẫu', role: 'officer', signIn: 'mai.mau' }),
    ]);
  });

  test('imports a list, merges, ends and renames units, and moves a person', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'so-tay-list-'));
    const file = join(directory, 'danh-muc.csv');
    await writeFile(
      file,
      '\uFEFFmã;tên;cấp trên\r\n97;Tỉnh Mẫu;\r\n970;Huyện Mẫu;97\r\n97001;Xã Một;970\r\n97002;Xã Hai;970\r\n',
    );
    const list = ['import-units', file, '--source', 'Danh mục mẫu', '--dated', '2024-01-01', '--json'];
    const trial = await run([...list, '--trial']);
    const imported = await run(list);
    expect([trial, imported].map(({ status, stdout }) => [status, JSON.parse(stdout)])).toEqual(
      [0, 0].map((status) => [status, { added: 4, changed: 0, unchanged: 0, notNamed: 0 }]),
    );
    expect(JSON.parse((await run(list)).stdout)).toEqual({ added: 0, changed: 0, unchanged: 4, notNamed: 0 });
    await writeFile(file, 'mã,tên\n97003,Xã Ba\n9700,Xã Bốn\n');
    const faulty = await run(list);
    expect([faulty.status, faulty.stdout]).toEqual([2, '']);
    expect(faulty.stderr).toContain('dòng / line 3: mã phải gồm 2, 3 hoặc 5 chữ số');
    await rm(directory, { recursive: true });

    const { units }: { units: { id: string; name: string }[] } = JSON.parse((await run(['list', '--json'])).stdout);
    const idOf = (name: string) => units.find((one) => one.name === name)?.id ?? '';
    const [one, two] = [idOf('Xã Một'), idOf('Xã Hai')];
    const done = await run([
      'end-unit',
      '--unit',
      idOf('Huyện Mẫu'),
      '--last-day',
      '2025-06-30',
      '--below-to',
      idOf('Tỉnh Mẫu'),
    ]);
    expect([done.status, done.stderr]).toEqual([0, '']);
    const merged = await run([
      'merge-units',
      '--units',
      `${one},${two}`,
      '--name',
      'Phường Mẫu',
      '--kind',
      'phường',
      '--from',
      '2025-08-01',
      '--json',
    ]);
    expect([merged.status, merged.stderr]).toEqual([0, '']);
    const { id }: { id: string } = JSON.parse(merged.stdout);
    const renamed = await run(['change-unit', '--unit', id, '--name', 'Phường Mới', '--from', '2025-09-01']);
    const agency = await run(['add-agency', '--unit', id, '--name', 'UBND phường Mẫu', '--json']);
    const { id: agencyId }: { id: string } = JSON.parse(agency.stdout);
    const office = await run([
      'change-agency',
      '--unit',
      id,
      '--agency',
      agencyId,
      '--name',
      'UBND phường Mới',
      '--from',
      '2025-09-01',
    ]);
    const moved = await run(['move-person', '--sign-in', 'hoa.mau', '--unit', id, '--agency', agencyId]);
    expect([renamed, office, moved].map(({ status, stderr }) => [status, stderr])).toEqual([
      [0, ''],
      [0, ''],
      [0, ''],
    ]);
    const late = await run(['change-unit', '--unit', id, '--name', 'Phường Cũ', '--from', '2025-08-15']);
    expect([late.status, late.stderr.includes('ngày muộn hơn')]).toEqual([2, true]);
  });

  test.each([
    ['no command', []],
    ['an unknown command', ['nonsense']],
    ['an unknown option', ['list', '--nonsense']],
    ['a missing option', ['add-unit', '--name', 'x']],
    ['an option that stands twice', ['add-unit', '--name', 'x', '--name', 'y', '--kind', 'xã']],
    ['a role that is none', ['set-role', '--sign-in', 'lan.mau', '--role', 'root']],
    ['a list that is not there', ['import-units', '/nonexistent/x.json', '--source', 'x', '--dated', '2026-01-01']],
    ['a list of an unknown kind', ['import-units', '/nonexistent/x.xlsx', '--source', 'x', '--dated', '2026-01-01']],
    ['a merger into nothing', ['merge-units', '--units', 'sample-commune', '--from', '2026-01-01']],
    ['a merger into two', ['merge-units', '--units', 'x', '--into', 'y', '--name', 'z', '--from', '2026-01-01']],
    [
      'a merger on a day that is none',
      ['merge-units', '--units', 'sample-commune', '--into', 'sample-city', '--from', '1/7/2025'],
    ],
    ['a change of nothing', ['change-unit', '--unit', 'sample-commune', '--from', '2026-01-01']],
    ['a person who is not there', ['move-person', '--sign-in', 'nobody', '--unit', 'sample-commune']],
    ['a unit that is not there', ['add-agency', '--unit', 'nowhere', '--name', 'x']],
    ['a name that is too long', ['add-unit', '--name', 'x'.repeat(200), '--kind', 'xã']],
  ])('refuses %s with words and a status', async (_what, args) => {
    const { status, stdout, stderr } = await run(args);
    expect(status).toBe(2);
    expect((stdout + stderr).length).toBeGreaterThan(20);
  });
});

describe('npm run admin', () => {
  test.each([
    'sample',
    'add-unit',
    'add-agency',
    'add-person',
    'set-password',
    'set-role',
    'receipt',
    'list',
    'import-units',
    'merge-units',
    'end-unit',
    'change-unit',
    'change-agency',
    'move-person',
  ])('%s --help says how, and touches no data', async (command) => {
    const { status, stdout } = await admin({ DATA_DIR: '/nonexistent/so-tay' }, [command, '--help']);
    expect(status).toBe(0);
    expect(stdout).toContain(`npm run admin -- ${command}`);
  });

  test('explains in both languages why a foreign data directory is refused', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'so-tay-foreign-'));
    await writeFile(join(dataDir, DATABASE_FILE), 'x'.repeat(5_000));
    const { status, stderr } = await admin({ DATA_DIR: dataDir, DATABASE_URL: '' }, ['list']);
    expect(status).toBe(1);
    expect(stderr).toContain('không phải là một cơ sở dữ liệu');
    expect(stderr).toContain('is no database');
    await rm(dataDir, { recursive: true, force: true });
  });
});
