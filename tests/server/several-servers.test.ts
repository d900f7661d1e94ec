import { describe, expect, test } from 'vitest';
import { openDatabase } from '#server/database/open-database.ts';
import { createStorage } from '#server/database/storage.ts';
import { createUnitsReader } from '#server/actions/units.ts';
import { buildApp } from '#server/http/app.ts';
import { databases } from '#tests/support/databases.ts';
import {
  acknowledged,
  anActivity,
  createReplica,
  openSampleServer,
  signInRole,
  WORK,
  type SignedPerson,
  type TestServer,
} from './test-server.ts';

const SERVERS = 3;
const DEVICES = 9;
const PUSHES = 8;

describe.each(databases)('Several servers over one $name', (database) => {
  test('number what devices push to one scope without a gap, in the order of their commits', async () => {
    const first = await openSampleServer(database);
    const servers: TestServer[] = [first];
    while (servers.length < SERVERS) {
      const beside = await openDatabase(first.opened.settings);
      if (!beside.ok) throw new Error(beside.problem.detail);
      const storage = createStorage(beside.value);
      const deps = { ...first.deps, storage, readUnits: createUnitsReader(storage.ledger) };
      const close = () => beside.value.destroy();
      servers.push({ ...first, app: buildApp(deps), deps, close });
    }
    const before = (await first.deps.storage.ledger.head(WORK))?.seq ?? 0;

    // Whoever reads the sequence up to a head has seen all that will ever stand below it.
    const seen = new Map<number, string>();
    const day = { isOver: false };
    const watching = (async () => {
      const watcher = servers[1]?.deps.storage.ledger ?? first.deps.storage.ledger;
      while (!day.isOver) {
        const { head, records } = await watcher.page(WORK, before, 10_000);
        expect(records.map(({ seq }) => seq)).toEqual(
          Array.from({ length: (head?.seq ?? 0) - before }, (_, at) => before + 1 + at),
        );
        for (const { seq, id } of records) {
          expect(seen.get(seq) ?? id).toBe(id);
          seen.set(seq, id);
        }
        await new Promise((resolve) => setImmediate(resolve));
      }
    })();

    // A session made at one server is good at every other.
    const people: SignedPerson[] = [];
    while (people.length < DEVICES) people.push(await signInRole(first, 'officer'));
    await Promise.all(
      people.map(async (officer, at) => {
        const server = servers[at % SERVERS] ?? first;
        const replica = createReplica(server, officer);
        for (let push = 1; push <= PUSHES; push += 1) {
          const answer = await replica.push(replica.mutation([anActivity(`device-${String(at)}-${String(push)}`)]));
          expect(acknowledged(answer)).toBe(push);
        }
      }),
    );
    day.isOver = true;
    await watching;

    const { head, records } = await first.deps.storage.ledger.page(WORK, before, 10_000);
    expect(head?.seq).toBe(before + DEVICES * PUSHES);
    expect(records.map(({ seq }) => seq)).toEqual(records.map((_, at) => before + 1 + at));
    for (const server of servers.slice(1)) await server.close();
    await first.close();
  });
});
