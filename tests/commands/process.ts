/** `node src/commands/run.mjs …` as a process of its own, with an environment that the test chooses. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunningProgram {
  /** Answers the first match of what it prints; fails when it ends before. */
  readonly printed: (pattern: RegExp) => Promise<string>;
  readonly ended: Promise<Ended>;
  readonly terminate: () => Promise<Ended>;
}

const names = ['PORT', 'HOST', 'DATA_DIR', 'DATABASE_URL', 'PUBLIC_URL', 'NODE_OPTIONS'];

export const runProgram = (
  root: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  nodeOptions: readonly string[] = [],
): RunningProgram => {
  const inherited = Object.entries(process.env).filter(([name]) => !names.includes(name));
  const child = spawn(process.execPath, [...nodeOptions, join(root, 'src/commands/run.mjs'), ...args], {
    cwd: root,
    env: { ...Object.fromEntries(inherited), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  let isOver = false;
  // A letter of two or three bytes may come in two pieces: the streams put it together.
  child.stderr.setEncoding('utf8').on('data', (data: string) => {
    err += data;
  });
  child.stdout.setEncoding('utf8').on('data', (data: string) => {
    out += data;
  });

  const end = async (): Promise<Ended> => {
    await once(child, 'close');
    isOver = true;
    return { status: child.exitCode, out, err };
  };
  const ended = end();

  const printed = async (pattern: RegExp): Promise<string> => {
    for (;;) {
      const found = pattern.exec(out)?.[0];
      if (found !== undefined) return found;
      if (isOver) throw new Error(`it ended without ${String(pattern)}:\n${out}\n${err}`);
      await Promise.race([once(child.stdout, 'data'), ended]);
    }
  };

  return {
    printed,
    ended,
    terminate: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
};
