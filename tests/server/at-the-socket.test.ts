import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { constants, gunzipSync, gzipSync } from 'node:zlib';
import { createAdaptorServer } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Scope } from '#domain/scope.ts';
import { createLineReading } from '#sync/line-reading.ts';
import type { StoredRecord } from '#sync/merge.ts';
import type { ReadRowsDeps } from '#server/actions/read-rows.ts';
import { buildApp } from '#server/http/app.ts';
import { databases } from '#tests/support/databases.ts';
import { createPhone } from './phone.ts';
import { anEdit, openSampleServer, signInRole, WORK, type SampleServer, type SignedPerson } from './test-server.ts';

const work: Scope = 'sample-commune/work';

/** What can be read of the first bytes of a packed text. */
const textOfPart = (part: Buffer): Buffer => gunzipSync(part, { finishFlush: constants.Z_SYNC_FLUSH });

describe.each(databases)('A broken or slow connection to a real server on $name', (database) => {
  let server: SampleServer;
  let officer: SignedPerson;
  let http: ReturnType<typeof createAdaptorServer>;
  let port = 0;
  let pages = 0;
  /** Readings of rows that were begun and not ended. */
  let readings = 0;
  let transactions = 0;

  beforeAll(async () => {
    server = await openSampleServer(database);
    officer = await signInRole(server, 'officer');
    const { storage } = server.deps;
    const readElsewhere: NonNullable<ReadRowsDeps['readElsewhere']> = (scope, from) => {
      const page = (seq: number, limit: number) => {
        pages += 1;
        return storage.ledger.page(scope, seq, limit);
      };
      readings += 1;
      const close = () => {
        readings -= 1;
      };
      return { ...createLineReading(page, from), close };
    };
    const counted: typeof storage = {
      ...storage,
      together: (within, way) => {
        transactions += 1;
        return storage.together(within, way);
      },
    };
    const app = buildApp({ ...server.deps, storage: counted, readElsewhere });
    http = createAdaptorServer({ fetch: app.fetch });
    http.listen(0, '127.0.0.1');
    await once(http, 'listening');
    port = (http.address() as AddressInfo).port;
  });
  // It ends only when no statement, transaction or connection is left behind.
  afterAll(async () => {
    http.close();
    await server.close();
  });

  const request = (body: Uint8Array, more: Readonly<Record<string, string>> = {}): Buffer => {
    const kind = { Host: `127.0.0.1:${String(port)}`, 'Content-Type': 'application/x-ndjson' };
    const headers = { ...kind, ...officer.headers, ...more };
    const head = Object.entries({ ...headers, 'Content-Length': String(body.length) });
    const lines = ['POST /api/sync HTTP/1.1', ...head.map(([name, value]) => `${name}: ${value}`), '', ''];
    return Buffer.concat([Buffer.from(lines.join('\r\n')), body]);
  };
  const dial = async (): Promise<Socket> => {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    return socket;
  };
  const connections = (): Promise<number> =>
    new Promise((resolve) => {
      http.getConnections((_error, count) => {
        resolve(count);
      });
    });
  const footing = (replica: string) =>
    server.deps.storage.footings.of(work, { device: officer.device, person: officer.id, replica });

  /** The officer's phone, which knows the scope's epoch but begins a new life. */
  const aPhone = async () => {
    const phone = createPhone(server.clock, officer);
    phone.in(work).epoch = (await server.deps.storage.ledger.head(WORK))?.epoch ?? '';
    return phone;
  };

  describe.each([
    { how: 'as it is', pack: (text: Buffer) => text, textIn: (part: Buffer) => part, headers: {} },
    { how: 'packed', pack: gzipSync, textIn: textOfPart, headers: { 'Content-Encoding': 'gzip' } },
  ])('that carries a body $how', ({ pack, textIn, headers }) => {
    test('brings the complete lines into the database, wherever it is cut', async () => {
      const bodyOf = async (cut: number) => {
        const phone = await aPhone();
        const edits = ['ở xã', 'ở thôn', 'ở bản'].map((place) =>
          phone.make(work, [anEdit(`cut-${String(1_000 + cut)}`, { $c: true, title: 'x', place })]),
        );
        const lines = [phone.question(), phone.standing(work), ...edits].map((line) => `${line}\n`);
        return { token: phone.in(work).token, lines, body: pack(Buffer.from(lines.join(''))) };
      };
      const { body: sample } = await bodyOf(0);
      const taken = new Set<number>();
      const cutAt = async (cut: number): Promise<void> => {
        const { token, lines, body } = await bodyOf(cut);
        // Packed, one is a byte shorter than another.
        if (cut >= body.length) return;
        const socket = await dial();
        const seen = server.log.length;
        // Not a reset, which may take back what the other end has not read yet.
        socket.end(request(body, headers).subarray(0, cut - body.length));
        await vi.waitUntil(() => server.log.length > seen, { interval: 1, timeout: 10_000 });
        const complete = textIn(body.subarray(0, cut)).toString('latin1').split('\n').length - 1;
        const { replica } = await footing(token);
        expect([cut, replica?.lastN ?? 0]).toEqual([cut, Math.max(0, complete - 2)]);
        expect(lines).toHaveLength(5);
        taken.add(replica?.lastN ?? 0);
      };
      for (let cut = 0; cut < sample.length; cut += 1) await cutAt(cut);
      expect([...taken]).toEqual(expect.arrayContaining([0, 1, 2]));
    }, 120_000);

    test('brings twenty mutations in one transaction, though they come in several pieces', async () => {
      const phone = await aPhone();
      const edits = Array.from({ length: 20 }, (_, at) => {
        const narrative = `${String(at)} ${'tuyên truyền lưu động '.repeat(60)}`;
        return phone.make(work, [anEdit(`pieces-${String(at)}`, { $c: true, title: 'x', narrative })]);
      });
      const lines = [phone.question(), phone.standing(work), ...edits].map((line) => `${line}\n`);
      const { token } = phone.in(work);
      transactions = 0;
      const socket = await dial();
      const body = request(pack(Buffer.from(lines.join(''))), headers);
      socket.write(body.subarray(0, -100));
      socket.end(body.subarray(-100));
      await vi.waitUntil(async () => (await footing(token)).replica?.lastN === 20, { interval: 5, timeout: 10_000 });
      expect(transactions).toBe(1);
    });
  });

  test.each([
    ['is nonsense', 400, 'nonsense', {}],
    ['is too long', 413, 'x'.repeat(70_000), {}],
    ['comes without a session', 401, 'x', { Cookie: '' }],
    ['is of another kind', 400, 'x', { 'Content-Type': 'text/plain' }],
    ['is packed in a way that nobody asked for', 400, 'x', { 'Content-Encoding': 'br' }],
    ['says that it is packed and is not', 400, 'x', { 'Content-Encoding': 'gzip' }],
  ])(
    'hears why its request was refused that %s, however much of it is still to come',
    async (_why, status, first, headers) => {
      const response = await fetch(`http://127.0.0.1:${String(port)}/api/sync`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-ndjson', ...officer.headers, ...headers },
        body: `${first}\n${'x'.repeat(999)}`.padEnd(1_000_000, `\n${'x'.repeat(999)}`),
      });
      expect(response.status).toBe(status);
    },
  );

  test('is told that a small body is too large, when it is one that unpacks to a hundred megabytes', async () => {
    const response = await fetch(`http://127.0.0.1:${String(port)}/api/sync`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-ndjson', 'Content-Encoding': 'gzip', ...officer.headers },
      body: new Uint8Array(gzipSync(Buffer.alloc(100 * 1024 * 1024, ' '))),
    });
    expect(response.status).toBe(413);
  });

  describe('that reads slowly', () => {
    const rows = 400;
    beforeAll(async () => {
      await server.deps.storage.ledger.change(WORK, async (locked) => {
        const { head } = locked;
        const record = (i: number): StoredRecord => {
          const seq = head.seq + i;
          // What cannot be packed, so that no answer fits into what lies between the two ends.
          const narrative = randomBytes(40_000).toString('base64');
          const registers = { $c: [true, 1, i, 0, seq], narrative: [narrative, 1, i, 0, seq] } as const;
          return { table: 'activity', id: `long-${String(i)}`, seq, inc: seq, grp: seq, deleted: false, registers };
        };
        await locked.saveRecords(Array.from({ length: rows }, (_, i) => record(i + 1)));
        await locked.saveHead({ ...head, seq: head.seq + rows });
      });
    });

    test('is sent no more than it takes, keeps nothing open, and is forgotten when it hangs up', async () => {
      pages = 0;
      const sockets = await Promise.all(
        Array.from({ length: 12 }, async (_, i) => {
          const phone = await aPhone();
          const socket = await dial();
          socket.pause();
          const ask = [phone.question({ maxBytes: 2 ** 40 }), phone.standing(work)].map((line) => `${line}\n`);
          socket.write(request(Buffer.from(ask.join('')), i % 2 === 0 ? {} : { 'Accept-Encoding': 'br' }));
          return socket;
        }),
      );
      await vi.waitUntil(() => pages >= sockets.length, { interval: 5, timeout: 20_000 });
      // Nobody waits for them: as many writers as connections of the database come through.
      for (let i = 0; i < 12; i += 1) {
        const seen = pages;
        await server.deps.storage.ledger.change(WORK, ({ head, saveHead }) => saveHead(head));
        await vi.waitUntil(() => pages >= seen, { interval: 1 });
      }
      await vi.waitUntil(
        async () => {
          const seen = pages;
          await server.deps.storage.ledger.head(WORK);
          await setImmediate();
          return pages === seen;
        },
        { interval: 200, timeout: 20_000 },
      );
      const whole = sockets.length * (rows / 8);
      expect(pages).toBeLessThan(whole / 2);
      expect(readings).toBe(sockets.length);
      for (const socket of sockets) socket.resetAndDestroy();
      await vi.waitUntil(() => readings === 0, { interval: 5, timeout: 10_000 });
      await vi.waitUntil(async () => (await connections()) === 0, { interval: 5, timeout: 10_000 });
    }, 60_000);
  });
});
