import { createServer, connect, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Stores } from '#server/actions/ports.ts';
import { openPostgres, openSqlite } from '#server/database/dialects.ts';
import { faultOf } from '#server/database/faults.ts';
import { DATABASE_FILE } from '#server/database/open-database.ts';
import { createPersist, type Way } from '#server/database/patience.ts';
import { createStorage } from '#server/database/storage.ts';
import { databases, type OpenedDatabase, type TestDatabase } from '#tests/support/databases.ts';
import { freePort } from '#tests/support/free-port.ts';
import { acknowledged, anActivity, askSync, createReplica, openSampleServer, signInRole, WORK } from './test-server.ts';

const failure = (code: string, message = ''): Error => Object.assign(new Error(message), { code });

/** Does not wait, and remembers for how long it would have. */
const createHaste = () => {
  const waits: number[] = [];
  return {
    waits,
    chance: () => 0.5,
    wait: (ms: number) => {
      waits.push(ms);
      return Promise.resolve();
    },
  };
};

const named = (name: string): TestDatabase => {
  const found = databases.find((one) => one.name === name);
  if (found === undefined) throw new Error('unreachable');
  return found;
};

describe('An error of a database', () => {
  test.each([
    ['40001', 'conflict'],
    ['40P01', 'conflict'],
    ['55P03', 'locked'],
    ['57P01', 'lost'],
    ['08006', 'lost'],
    ['53300', 'lost'],
    ['ECONNRESET', 'lost'],
    ['ECONNREFUSED', 'lost'],
    ['53100', 'full'],
    ['SQLITE_BUSY', 'locked'],
    ['SQLITE_BUSY_RECOVERY', 'locked'],
    ['SQLITE_FULL', 'full'],
    ['SQLITE_IOERR_WRITE', 'broken'],
    ['SQLITE_CORRUPT', 'broken'],
    ['23505', undefined],
    ['42P01', undefined],
    ['SQLITE_CONSTRAINT_PRIMARYKEY', undefined],
    ['', undefined],
  ])('%s means %s', (code, fault) => {
    expect(faultOf(failure(code))).toBe(fault);
  });

  test.each([
    ['Connection terminated unexpectedly', 'lost'],
    ['Client has encountered a connection error and is not queryable', 'lost'],
    ['timeout exceeded when trying to connect', 'locked'],
    ['something else', undefined],
  ])('without a code, "%s" means %s', (message, fault) => {
    expect(faultOf(failure('', message))).toBe(fault);
  });
});

describe('Patience', () => {
  const asked = async (way: Way, errors: readonly Error[]) => {
    const haste = createHaste();
    let times = 0;
    const answer = createPersist(haste)(way, () => {
      times += 1;
      const error = errors[times - 1];
      return error === undefined ? Promise.resolve('answer') : Promise.reject(error);
    });
    const result = await answer.catch((error: unknown) => error);
    return { result, times, waits: haste.waits };
  };

  test('asks again after a conflict, waiting twice as long each time', async () => {
    const { result, waits } = await asked('statement', [failure('40001'), failure('40P01'), failure('40001')]);
    expect(result).toBe('answer');
    expect(waits).toEqual([25, 50, 100]);
  });

  test('ends after six tries, and says that the database is busy and when to come again', async () => {
    const { result, times } = await asked(
      'transaction',
      Array.from({ length: 20 }, () => failure('40001')),
    );
    expect(times).toBe(6);
    expect(result).toMatchObject({ problem: { code: 'server/busy', seconds: 3 }, cause: { code: '40001' } });
  });

  test.each([
    ['harmless', 2],
    ['transaction', 2],
    ['statement', 1],
  ] as const)('asks %s %i times when a connection is lost', async (way, expected) => {
    expect((await asked(way, [failure('ECONNRESET')])).times).toBe(expected);
  });

  test.each([
    ['SQLITE_FULL', 'server/full'],
    ['SQLITE_IOERR', 'server/busy'],
    ['SQLITE_BUSY', 'server/busy'],
  ])('never asks again after %s', async (code, problem) => {
    const { result, times } = await asked('harmless', [failure(code)]);
    expect(times).toBe(1);
    expect(result).toMatchObject({ problem: { code: problem } });
  });

  test('passes a bug through as it is', async () => {
    const bug = new TypeError('a bug');
    expect(await asked('harmless', [bug])).toMatchObject({ result: bug, times: 1 });
  });
});

describe('A PostgreSQL that', () => {
  let opened: OpenedDatabase;
  let haste: ReturnType<typeof createHaste>;
  beforeEach(async () => {
    opened = await named('PostgreSQL').open();
    haste = createHaste();
  });
  afterEach(() => opened.close());

  /** Its own connection, seen from another one. */
  const endOthers = () =>
    sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()`.execute(opened.database);

  const storageOf = () => {
    const database = openPostgres(opened.settings.databaseUrl ?? '', () => undefined);
    return { database, storage: createStorage(database, haste) };
  };

  const write = async (stores: Stores, seq: number): Promise<void> => {
    await stores.ledger.change(WORK, async (locked) => {
      await locked.saveHead({ ...locked.head, seq: locked.head.seq + seq });
    });
  };
  const seqNow = async () => (await createStorage(opened.database).ledger.head(WORK))?.seq;

  test('cuts the connection inside a transaction leads to the same result', async () => {
    const { database, storage } = storageOf();
    let times = 0;
    await storage.together(async (stores) => {
      times += 1;
      await write(stores, 1);
      if (times === 1) await endOthers();
      await write(stores, 1);
    });
    expect(times).toBe(2);
    expect(await seqNow()).toBe(2);
    expect(haste.waits).toHaveLength(1);
    await database.destroy();
  });

  test('undoes a transaction for a conflict leads to the same result', async () => {
    const { database, storage } = storageOf();
    let times = 0;
    await storage.together(async (stores) => {
      times += 1;
      await write(stores, 1);
      if (times <= 3) throw failure('40001');
    });
    expect(times).toBe(4);
    expect(await seqNow()).toBe(1);
    await database.destroy();
  });

  test.each([
    { way: 'transaction', expected: 1, answer: { problem: { code: 'server/busy' } }, seq: undefined },
    { way: 'harmless', expected: 2, answer: { done: true }, seq: 1 },
  ] as const)('cuts the connection under a commit is asked by a $way $expected times', async (one) => {
    const { database, storage } = storageOf();
    let times = 0;
    const done = storage.together(async (stores) => {
      times += 1;
      await write(stores, 1);
      // The next thing that is said on this connection is the commit.
      if (times === 1) await endOthers();
      return { done: true };
    }, one.way);
    expect(await done.catch((error: unknown) => error)).toMatchObject(one.answer);
    expect(times).toBe(one.expected);
    expect(await seqNow()).toBe(one.seq);
    await database.destroy();
  });

  test('cut connections again and again is left with its pool whole', async () => {
    const { database, storage } = storageOf();
    for (let cut = 0; cut < 15; cut += 1) {
      let times = 0;
      await storage.together(async (stores) => {
        times += 1;
        await write(stores, 1);
        if (times === 1) await endOthers();
        await write(stores, 1);
      });
    }
    expect(await seqNow()).toBe(30);
    await database.destroy();
  });
});

describe('A server whose PostgreSQL', () => {
  let opened: OpenedDatabase;
  let gate: Server;
  let port: number;
  const sockets = new Set<Socket>();

  const openGate = (): Promise<void> =>
    new Promise((resolve) => {
      const to = new URL(opened.settings.databaseUrl ?? '');
      gate = createServer((near) => {
        const far = connect(Number(to.port), to.hostname);
        for (const [socket, other] of [
          [near, far],
          [far, near],
        ] as const) {
          sockets.add(socket);
          socket.on('error', () => other.destroy());
          socket.on('close', () => {
            sockets.delete(socket);
            other.destroy();
          });
          socket.pipe(other);
        }
      });
      gate.listen(port, '127.0.0.1', resolve);
    });
  const shutGate = async (): Promise<void> => {
    const closed = new Promise((resolve) => gate.close(resolve));
    for (const socket of sockets) socket.destroy();
    await closed;
  };

  test('is gone says that it is busy, and works again when it is back', async () => {
    opened = await named('PostgreSQL').open();
    port = await freePort();
    await openGate();
    const url = new URL(opened.settings.databaseUrl ?? '');
    url.port = String(port);
    const database = openPostgres(url.href, () => undefined);
    const server = await openSampleServer({
      name: 'PostgreSQL',
      open: () => Promise.resolve({ ...opened, database }),
    });
    const officer = await signInRole(server, 'officer');
    const replica = createReplica(server, officer);
    const first = replica.mutation([anActivity('before')]);
    expect(acknowledged(await replica.push(first))).toBe(1);

    await shutGate();
    const second = replica.mutation([anActivity('after')]);
    const body = replica
      .lines(first, second)
      .map((line) => `${line}\n`)
      .join('');
    const answer = await askSync(server, officer, body);
    expect(answer.status).toBe(503);
    expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect(await answer.json()).toMatchObject({ code: 'server/busy' });
    const alarm: { msg: string; code: string } = JSON.parse(
      server.log.findLast((line) => line.includes('alarm')) ?? '{}',
    );
    expect(alarm).toMatchObject({ msg: 'alarm', code: 'server/busy' });
    expect((await server.app.request('/api/health')).status).toBe(200);

    await openGate();
    expect(acknowledged(await replica.push(first, second))).toBe(2);
    await database.destroy();
    await shutGate();
    await opened.close();
  });
});

describe('An SQLite file', () => {
  let dataDir: string;
  let path: string;
  let opened: OpenedDatabase;
  beforeEach(async () => {
    opened = await named('SQLite').open();
    dataDir = opened.settings.dataDir;
    path = join(dataDir, DATABASE_FILE);
  });
  afterEach(() => opened.close());

  /** The same server over a connection of its own, which does not wait between its tries. */
  const serverOver = async (haste: ReturnType<typeof createHaste>) => {
    const database = openSqlite(path, haste);
    const server = await openSampleServer({
      name: 'SQLite',
      open: () => Promise.resolve({ ...opened, database, close: () => database.destroy() }),
    });
    const officer = await signInRole(server, 'officer');
    return { server, officer, replica: createReplica(server, officer), database };
  };

  test('that another process holds for too long is busy; nothing is lost and nothing else stands still', async () => {
    const haste = createHaste();
    const { server, officer, replica } = await serverOver(haste);
    const mutation = replica.mutation([anActivity('while-locked')]);
    const body = replica
      .lines(mutation)
      .map((line) => `${line}\n`)
      .join('');
    const other = new SqliteDatabase(path);
    other.exec('BEGIN EXCLUSIVE');
    const answer = askSync(server, officer, body);
    expect((await server.app.request('/api/health')).status).toBe(200);
    expect((await answer).status).toBe(503);
    expect(Number((await answer).headers.get('Retry-After'))).toBeGreaterThan(0);
    // Five seconds: as many waits between tries as tries that wait themselves.
    expect(haste.waits.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThan(2_000);
    other.exec('ROLLBACK');
    other.close();
    expect(acknowledged(await replica.push(mutation))).toBe(1);
    await server.close();
  });

  test('that is held for a moment is waited for', async () => {
    const other = new SqliteDatabase(path);
    let waits = 0;
    const database = openSqlite(path, {
      chance: () => 0.5,
      wait: () => {
        waits += 1;
        if (waits === 3) other.exec('ROLLBACK');
        return Promise.resolve();
      },
    });
    other.exec('BEGIN EXCLUSIVE');
    await createStorage(database).ledger.change(WORK, ({ head }) => Promise.resolve(head));
    expect(waits).toBe(3);
    other.close();
    await database.destroy();
  });

  test('on a full disk refuses the whole bundle, and takes it when there is room', async () => {
    const { server, officer, replica, database } = await serverOver(createHaste());
    const pages = async (name: string) =>
      Number(Object.values((await sql<object>`PRAGMA ${sql.raw(name)}`.execute(database)).rows[0] ?? {})[0]);
    await sql`PRAGMA max_page_count = ${sql.raw(String((await pages('page_count')) + 2))}`.execute(database);
    const mutations = Array.from({ length: 20 }, (_, at) =>
      replica.mutation([anActivity(`full-${String(at)}`, { narrative: 'Ghi chú '.repeat(120) })]),
    );
    const body = replica
      .lines(...mutations)
      .map((line) => `${line}\n`)
      .join('');
    const before = await createStorage(opened.database).ledger.head(WORK);
    const answer = await askSync(server, officer, body);
    expect(answer.status).toBe(507);
    expect(await answer.json()).toEqual({ code: 'server/full' });
    expect(server.log.some((line) => line.includes('"server/full"') && line.includes('SQLITE_FULL'))).toBe(true);
    expect(await createStorage(opened.database).ledger.head(WORK)).toEqual(before);
    expect((await sql<{ integrity_check: string }>`PRAGMA integrity_check`.execute(opened.database)).rows).toEqual([
      { integrity_check: 'ok' },
    ]);

    await sql`PRAGMA max_page_count = 100000`.execute(database);
    expect(acknowledged(await replica.push(...mutations))).toBe(20);
    await server.close();
  });
});
