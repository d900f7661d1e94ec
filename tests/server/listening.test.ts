import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLog } from '#server/log.ts';
import { openWorkshop, startServer, type RunningServer } from '#server/main.ts';
import type { Settings } from '#server/settings.ts';
import { freePort } from '#tests/support/free-port.ts';
import {
  aDevice,
  anActivity,
  aSlot,
  createNumbering,
  linesOf,
  parseAnswer,
  rowsOf,
  type SignedPerson,
} from './test-server.ts';

describe('A listening server', () => {
  let settings: Settings;
  let url: string;
  const running: RunningServer[] = [];

  beforeEach(async () => {
    const port = await freePort();
    url = `http://127.0.0.1:${String(port)}`;
    const dataDir = await mkdtemp(join(tmpdir(), 'so-tay-listen-'));
    settings = { port, host: '127.0.0.1', dataDir, databaseUrl: undefined, publicUrl: url, trustedProxies: [] };
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((server) => server.stop()));
    await rm(settings.dataDir, { recursive: true, force: true });
  });

  const start = async (): Promise<RunningServer> => {
    const log = createLog({ write: () => undefined });
    const server = await startServer(settings, { version: '1.2.3', appDir: settings.dataDir, log });
    if (!server.ok) throw new Error(server.problem.is);
    running.push(server.value);
    return server.value;
  };

  const post = (path: string, body: unknown) =>
    fetch(url + path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });

  const signIn = async (code: string): Promise<SignedPerson> => {
    const { accounts }: { accounts: { role: string; signIn: string; password: string }[] } = await (
      await post('/api/set-up', { code, sample: true })
    ).json();
    const officer = accounts.find(({ role }) => role === 'officer');
    const device = aDevice();
    const slot = aSlot();
    const response = await post('/api/sign-in', { signIn: officer?.signIn, password: officer?.password, device, slot });
    const answer: SignedPerson['answer'] = await response.json();
    const cookie = response.headers.get('Set-Cookie')?.split(';', 1)[0] ?? '';
    const { id } = answer.me;
    return { id, device, slot, answer, headers: { Cookie: cookie, 'X-Slot': slot, 'X-Person': id } };
  };

  test('shows a set-up code until it was used, and is well', async () => {
    const { setUpCode = '' } = await start();
    expect(await (await fetch(`${url}/api/health`)).json()).toEqual({ ok: true, version: '1.2.3' });
    await signIn(setUpCode);
    await running.pop()?.stop();
    expect((await start()).setUpCode).toBeUndefined();
  });

  test('commits the complete lines of a body that is cut on the wire', async () => {
    const officer = await signIn((await start()).setUpCode ?? '');
    let epoch = '';
    const replica = createNumbering({ now: Date.now() }, officer, { epoch: () => epoch });
    const ask = async () => {
      const answer = await parseAnswer(
        await fetch(`${url}/api/sync`, {
          method: 'POST',
          headers: { ...officer.headers, 'Content-Type': 'application/x-ndjson' },
          body: `${replica.lines().join('\n')}\n`,
        }),
      );
      epoch = linesOf(answer, 'h')[0]?.[3] ?? '';
      return answer;
    };
    await ask();
    const text = replica
      .lines(replica.mutation([anActivity('wire-1')]), replica.mutation([anActivity('wire-2')]))
      .join('\n');
    const socket = connect(settings.port, settings.host);
    const head = Object.entries({
      Host: new URL(url).host,
      'Content-Type': 'application/x-ndjson',
      'Content-Length': String(Buffer.byteLength(text)),
      ...officer.headers,
    }).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.write(`POST /api/sync HTTP/1.1\r\n${head.join('')}\r\n${text.slice(0, -30)}`);
    // What has arrived is received before the link breaks, and stays received after.
    await expect.poll(async () => linesOf(await ask(), 'h')[0]?.[5]).toBe(1);
    socket.resetAndDestroy();
    await once(socket, 'close');
    const answer = await ask();
    expect(linesOf(answer, 'h')[0]?.[5]).toBe(1);
    const ids = rowsOf(answer).map(({ id }) => id);
    expect(ids).toContain('wire-1');
    expect(ids).not.toContain('wire-2');
  });

  test('says which port is taken', async () => {
    await start();
    const log = createLog({ write: () => undefined });
    const second = await startServer(settings, { version: '1.2.3', appDir: settings.dataDir, log });
    expect(second).toMatchObject({ ok: false, problem: { is: 'port-taken', port: settings.port } });
  });

  test('works beside another process on the same data', async () => {
    const officer = await signIn((await start()).setUpCode ?? '');
    const beside = await openWorkshop(settings);
    if (!beside.ok) throw new Error(beside.problem.is);
    await beside.value.storage.sessions.endOfPerson(officer.id);
    await beside.value.close();
    expect((await fetch(`${url}/api/me`, { headers: officer.headers })).status).toBe(401);
  });

  test('ends what it has begun when it is stopped, and takes nothing new', async () => {
    const officer = await signIn((await start()).setUpCode ?? '');
    const replica = createNumbering({ now: Date.now() }, officer);
    const answers = Array.from({ length: 5 }, () =>
      fetch(`${url}/api/sync`, {
        method: 'POST',
        headers: { ...officer.headers, 'Content-Type': 'application/x-ndjson' },
        body: replica.lines().join('\n'),
      }),
    );
    const begun = await Promise.all(answers);
    await Promise.all([
      running.pop()?.stop(),
      ...begun.map(async (answer) => {
        expect(linesOf(await parseAnswer(answer), 'e')).toHaveLength(1);
      }),
    ]);
    await expect(fetch(`${url}/api/health`)).rejects.toThrow('fetch failed');
  });
});
