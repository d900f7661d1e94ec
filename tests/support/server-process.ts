/**
 * The real server, as `npm start` starts it, on a port and a data directory of its own. It can be stopped and
 * started again on the same port and data, which is how a test goes offline.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import * as v from 'valibot';

const root = new URL('../..', import.meta.url).pathname;
const STARTING_MS = 60_000;
const STOPPING_MS = 15_000;

const NewAccounts = v.object({
  accounts: v.array(
    v.object({
      role: v.string(),
      unit: v.string(),
      agency: v.string(),
      name: v.string(),
      signIn: v.string(),
      password: v.string(),
    }),
  ),
});
export type SampleAccount = v.InferOutput<typeof NewAccounts>['accounts'][number];

export interface ServerPlace {
  readonly port: number;
  readonly dataDir: string;
  /** Where browsers reach it, if not directly. */
  readonly publicUrl?: string;
  /** Another build than ./dist. */
  readonly distDir?: string;
  /** A PostgreSQL instead of a file in dataDir. */
  readonly databaseUrl?: string;
}

export interface ServerProcess {
  readonly url: string;
  readonly start: () => Promise<void>;
  /** SIGTERM, and waits for a clean end. */
  readonly stop: () => Promise<void>;
  /** SIGKILL: nothing is said, closed or written any more. */
  readonly kill: () => Promise<void>;
  /** All that it printed since it was first started. */
  readonly output: () => string;
  /** Runs `admin …` on the same data; returns what it printed. */
  readonly admin: (...args: readonly string[]) => string;
}

const environmentOf = (place: ServerPlace): NodeJS.ProcessEnv => {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    PORT: String(place.port),
    HOST: '127.0.0.1',
    DATA_DIR: place.dataDir,
    PUBLIC_URL: place.publicUrl ?? `http://localhost:${String(place.port)}`,
    ...(place.distDir === undefined ? {} : { DIST_DIR: place.distDir }),
  };
  if (place.databaseUrl === undefined) delete env['DATABASE_URL'];
  else env['DATABASE_URL'] = place.databaseUrl;
  return env;
};

export const createServerProcess = (place: ServerPlace): ServerProcess => {
  const env = environmentOf(place);
  let child: ChildProcess | undefined;
  let printed = '';

  const isHealthy = async (): Promise<boolean> => {
    try {
      return (await fetch(`http://127.0.0.1:${String(place.port)}/api/health`)).ok;
    } catch {
      return false;
    }
  };

  const start = async (): Promise<void> => {
    const command = place.distDir === undefined ? ['src/commands/run.mjs', 'start'] : ['tests/support/serve-dist.ts'];
    const started = spawn(process.execPath, command, { cwd: root, env });
    child = started;
    for (const stream of [started.stdout, started.stderr]) {
      stream.on('data', (data: Buffer) => {
        printed += data.toString();
      });
    }
    const until = performance.now() + STARTING_MS;
    while (!(await isHealthy())) {
      if (started.exitCode !== null || performance.now() > until) {
        throw new Error(`the server did not start:\n${printed}`);
      }
      await pause(50);
    }
  };

  const stop = async (): Promise<void> => {
    const running = child;
    child = undefined;
    if (running === undefined || running.exitCode !== null) return;
    const ended = once(running, 'exit', { signal: AbortSignal.timeout(STOPPING_MS) });
    running.kill('SIGTERM');
    const [status] = await ended;
    if (status !== 0) throw new Error(`the server ended with ${String(status)}:\n${printed}`);
  };

  const kill = async (): Promise<void> => {
    const running = child;
    if (running === undefined || running.exitCode !== null) return;
    const ended = once(running, 'exit');
    running.kill('SIGKILL');
    await ended;
  };

  const admin = (...args: readonly string[]): string => {
    const result = spawnSync(process.execPath, ['src/commands/run.mjs', 'admin', ...args], {
      cwd: root,
      env,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    if (result.status !== 0) throw new Error(`admin ${args.join(' ')} failed:\n${result.stdout}\n${result.stderr}`);
    return result.stdout;
  };

  return { url: env['PUBLIC_URL'] ?? '', start, stop, kill, output: () => printed, admin };
};

export const sampleAccounts = (server: ServerProcess, ...options: readonly string[]): readonly SampleAccount[] =>
  v.parse(NewAccounts, JSON.parse(server.admin('sample', '--json', ...options))).accounts;
