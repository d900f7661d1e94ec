/**
 * The real server, killed without warning again and again while twenty devices push. `KILLS=50` for the full run; the
 * times of each start are printed.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { parseResponseLine, type ResponseLine } from '#sync/messages.ts';
import { lineOfMutation, type Mutation } from '#sync/mutation.ts';
import { databases } from '#tests/support/databases.ts';
import { freePort } from '#tests/support/free-port.ts';
import { fieldsOfHistory } from '#tests/support/history.ts';
import { createServerProcess, sampleAccounts, type SampleAccount } from '#tests/support/server-process.ts';
import { aDevice, anActivity, aSlot, createNumbering, WORK, type SignedPerson } from './test-server.ts';

const KILLS = Number(process.env['KILLS'] ?? 6);
const DEVICES = 20;
const BUNDLE = 3;

/** What a device knows of its own work: all that it made, and up to which number the server said it has it. */
interface Worker {
  readonly id: string;
  readonly made: readonly Mutation[];
  readonly acknowledged: () => number;
  readonly work: () => Promise<void>;
}

const signIn = async (url: string, { signIn: name, password }: SampleAccount): Promise<SignedPerson> => {
  const device = aDevice();
  const slot = aSlot();
  const response = await fetch(`${url}/api/sign-in`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ signIn: name, password, device, slot }),
  });
  const answer: SignedPerson['answer'] = await response.json();
  const cookie = response.headers.get('Set-Cookie')?.split(';', 1)[0] ?? '';
  return {
    id: answer.me.id,
    device,
    slot,
    answer,
    headers: { Cookie: cookie, 'X-Slot': slot, 'X-Person': answer.me.id },
  };
};

const sync = async (url: string, person: SignedPerson, lines: readonly string[]): Promise<readonly ResponseLine[]> => {
  const response = await fetch(`${url}/api/sync`, {
    method: 'POST',
    headers: { ...person.headers, 'Content-Type': 'application/x-ndjson' },
    body: lines.map((line) => `${line}\n`).join(''),
  });
  if (!response.ok) throw new Error(`answered ${String(response.status)}`);
  const answered = (await response.text()).split('\n').map(parseResponseLine);
  return answered.filter((line) => line !== undefined);
};

const createWorker = (url: string, person: SignedPerson, name: string, isOver: () => boolean): Worker => {
  const told = { epoch: '', head: 0, acknowledged: 0 };
  const made: Mutation[] = [];
  const numbering = createNumbering({ now: Date.now() }, person, { epoch: () => told.epoch });

  const ask = async (): Promise<void> => {
    const waiting = made.slice(told.acknowledged);
    const answer = await sync(url, person, [
      numbering.question(),
      numbering.standing({ done: told.head }),
      ...waiting.map(lineOfMutation),
    ]);
    for (const line of answer) {
      if (line[0] === 'h') {
        told.epoch = line[3];
        told.acknowledged = line[5];
      }
      if (line[0] === 'e') told.head = line[1];
    }
  };

  const work = async (): Promise<void> => {
    // The epoch is told first; a server that is gone is asked again.
    while (told.epoch === '' && !isOver()) await ask().catch(() => pause(250));
    while (!isOver()) {
      for (let i = 0; i < BUNDLE; i += 1)
        made.push(numbering.mutation([anActivity(`${name}-${String(made.length + 1)}`)]));
      while (told.acknowledged < made.length && !isOver())
        // What it acknowledged is not sent again.
        await ask().catch(() => pause(250));
    }
  };
  return { id: name, made, acknowledged: () => told.acknowledged, work };
};

describe.each(databases)('A server on $name that is killed while twenty devices push', (database) => {
  test('loses nothing that it acknowledged, keeps nothing twice, and starts again by itself', async () => {
    const opened = await database.open();
    const dataDir = await mkdtemp(join(tmpdir(), 'so-tay-killed-'));
    const port = await freePort();
    const { databaseUrl } = opened.settings;
    const place = databaseUrl === undefined ? { dataDir: opened.settings.dataDir } : { dataDir, databaseUrl };
    const url = `http://127.0.0.1:${String(port)}`;
    const server = createServerProcess({ ...place, port, publicUrl: url, distDir: dataDir });
    const starts: number[] = [];
    const start = async (): Promise<void> => {
      const before = performance.now();
      await server.start();
      starts.push(performance.now() - before);
    };

    const officer = sampleAccounts(server).find(({ role }) => role === 'officer');
    if (officer === undefined) throw new Error('unreachable');
    await start();
    let isOver = false;
    const workers: Worker[] = [];
    for (let i = 0; i < DEVICES; i += 1)
      workers.push(createWorker(url, await signIn(url, officer), `device-${String(i)}`, () => isOver));
    const total = () => workers.reduce((sum, { acknowledged }) => sum + acknowledged(), 0);
    const working = Promise.all(workers.map(({ work }) => work()));
    try {
      for (let kill = 0; kill < KILLS; kill += 1) {
        const before = total();
        await expect.poll(total, { timeout: 120_000, interval: 5 }).toBeGreaterThan(before + DEVICES);
        await pause(Math.random() * 100);
        await server.kill();
        await start();
      }
      isOver = true;
      await working;
      await server.stop();
    } finally {
      isOver = true;
      await server.kill();
    }

    const times = new Map<string, number>();
    for (const { scope, field, id } of await fieldsOfHistory(opened.database))
      if (scope === WORK && field === 'title') times.set(id, (times.get(id) ?? 0) + 1);
    const wrong = workers.flatMap(({ id, made, acknowledged }) =>
      made.flatMap((_mutation, at) => {
        const found = times.get(`${id}-${String(at + 1)}`) ?? 0;
        return found === 1 || (found === 0 && at >= acknowledged())
          ? []
          : [`${id}-${String(at + 1)}: ${String(found)}`];
      }),
    );
    expect(wrong).toEqual([]);
    expect(total()).toBeGreaterThan(KILLS * DEVICES);
    expect(JSON.parse(server.admin('verify', '--json'))).toMatchObject({ ok: true });
    if (process.env['KILLS'] !== undefined) {
      const sorted = starts.toSorted((a, b) => a - b).map(Math.round);
      process.stdout.write(
        `${database.name}: ${String(KILLS)} kills, ${String(total())} acknowledged, starts (ms) median ${String(sorted.at(Math.floor(sorted.length / 2)))}, longest ${String(sorted.at(-1))}\n`,
      );
    }
    await rm(dataDir, { recursive: true, force: true });
    await opened.close();
  }, 2_400_000);
});
