/** `npm start` as a process, in a copy of the program whose app counts as built: what is built is not asked here. */
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashOfSources } from '#commands/build-app.ts';
import { ROOT } from '#commands/program.ts';
import { DATABASE_FILE } from '#server/database/open-database.ts';
import { freePort } from '#tests/support/free-port.ts';
import { runProgram, type RunningProgram } from './process.ts';

const CODE = /Mã thiết lập \/ set-up code: (?<code>\S+)/u;
const copied = ['src', 'public', 'index.html', 'package.json', 'package-lock.json', 'vite.config.ts', 'tsconfig.json'];

let root: string;
const running = new Set<RunningProgram>();

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'so-tay-start-'));
  for (const path of copied) await cp(join(ROOT, path), join(root, path), { recursive: true });
  await symlink(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  await mkdir(join(root, 'dist'));
  await writeFile(join(root, 'dist/index.html'), '<!doctype html><title>Sổ tay</title>');
  await writeFile(join(root, 'dist/.build-hash'), await hashOfSources(root));
});
afterAll(async () => {
  await Promise.all([...running].map((program) => program.terminate()));
  await rm(root, { recursive: true, force: true });
});

const startAt = (port: number, dataDir: string): RunningProgram => {
  const program = runProgram(root, ['start'], { PORT: String(port), DATA_DIR: join(root, dataDir) });
  running.add(program);
  return program;
};

const stop = (program: RunningProgram) => {
  running.delete(program);
  return program.terminate();
};

describe('npm start', () => {
  test('prints its address and a set-up code until somebody has set up, answers, and ends cleanly when asked', async () => {
    const port = await freePort();
    const url = `http://localhost:${String(port)}`;
    const at = `http://127.0.0.1:${String(port)}`;

    const first = startAt(port, 'data');
    await first.printed(CODE);
    expect(await first.printed(/address: \S+/u)).toBe(`address: ${url}`);
    expect(await first.printed(/data: +\S+/u)).toContain(join(root, 'data'));
    const health = await fetch(`${at}/api/health`);
    expect(await health.json()).toMatchObject({ ok: true });
    expect(await (await fetch(at)).text()).toContain('<title>Sổ tay</title>');
    expect(await stop(first)).toMatchObject({ status: 0, err: '' });

    const second = startAt(port, 'data');
    const code = (await second.printed(CODE)).split(' ').at(-1);
    const setUp = await fetch(`${at}/api/set-up`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ code, sample: true }),
    });
    expect(setUp.status).toBe(201);
    expect((await stop(second)).status).toBe(0);

    const third = startAt(port, 'data');
    await third.printed(/address: \S+/u);
    expect((await fetch(`${at}/api/health`)).status).toBe(200);
    const { status, out } = await stop(third);
    expect(status).toBe(0);
    expect(out).not.toMatch(CODE);
    expect(out).not.toContain(code);
  }, 60_000);

  test('says that its port is taken, and ends', async () => {
    const other = createServer();
    const port = await freePort();
    await new Promise<void>((resolve) => {
      other.listen(port, '127.0.0.1', resolve);
    });
    const { status, err } = await startAt(port, 'data-of-another').ended;
    await new Promise((resolve) => {
      other.close(resolve);
    });
    expect(status).toBe(1);
    expect(err).toContain(`Cổng ${String(port)} đang được chương trình khác dùng.`);
    expect(err).toContain(`Port ${String(port)} is in use by another program.`);
  });

  test('leaves a file alone that is no database, says which, and ends', async () => {
    const dataDir = join(root, 'data-of-a-stranger');
    const file = join(dataDir, DATABASE_FILE);
    const text = 'a diary, and no database';
    await mkdir(dataDir);
    await writeFile(file, text);
    const { status, out, err } = await startAt(await freePort(), 'data-of-a-stranger').ended;
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err).toContain(`${file} không phải là một cơ sở dữ liệu.`);
    expect(err).toContain(`${file} is no database.`);
    expect(await readFile(file, 'utf8')).toBe(text);
  });
});
