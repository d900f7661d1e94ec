import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Change } from '#domain/change.ts';
import type { Scope } from '#domain/scope.ts';
import { deliverAll, deliverFrom } from '#server/actions/deliver-outbox.ts';
import type { Parcel, Storage, Stores } from '#server/actions/ports.ts';
import { writeLocked } from '#server/actions/write-as-server.ts';
import { databases } from '#tests/support/databases.ts';
import { openServer, type TestServer } from './test-server.ts';

const source: Scope = 'commune-1/work';
const target: Scope = 'city-1/inbox';
const other: Scope = 'city-2/inbox';

const aChange = (id: string, title = 'Báo cáo quý'): Change => ({
  table: 'activity',
  id,
  values: { $c: true, title },
});
const aParcel = (id: string, to: Scope = target, change = aChange(id)): Parcel => ({
  id,
  target: to,
  changes: [change],
  person: 'sample-lan',
  at: 1_000,
});

/** The storage as it is, until a step of a delivery fails. */
const failing = (storage: Storage, step: 'before' | 'within' | 'commit' | 'after'): Storage => {
  const broken = new Error('the server died');
  const fails = (): Promise<never> => Promise.reject(broken);
  return {
    ...storage,
    together: async (work, way) => {
      if (step === 'before') throw broken;
      const done = await storage.together(async (stores: Stores) => {
        const within = await work(stores);
        if (step === 'within') throw broken;
        return within;
      }, way);
      if (step === 'commit') throw broken;
      return done;
    },
    outbox: { ...storage.outbox, ...(step === 'after' ? { sent: fails } : {}) },
  };
};

describe.each(databases)('The outbox between scopes on $name', (database) => {
  let server: TestServer;
  beforeEach(async () => {
    server = await openServer(database);
  });
  afterEach(() => server.close());

  const failures: unknown[] = [];
  const deps = (storage: Storage = server.deps.storage) => ({
    storage,
    now: server.deps.now,
    onFailure: (error: unknown) => failures.push(error),
  });
  const post = (...parcels: readonly Parcel[]) =>
    server.deps.storage.ledger.change(source, async (locked) => {
      await writeLocked(locked, { changes: [aChange('report')], person: 'sample-lan', at: 1_000 });
      for (const parcel of parcels) await locked.post(parcel);
    });
  const arrived = async (scope: Scope = target) =>
    (await server.deps.storage.ledger.page(scope, 0, 100)).records.map(({ id }) => id);
  const waiting = async () => (await server.deps.storage.outbox.waiting(source, -1, 1_000)).parcels.map(({ id }) => id);

  test('writes what was posted into the other scope, by the server and in the name of the person', async () => {
    await post(aParcel('r1'));
    await deliverFrom(deps())(source);
    const [record] = (await server.deps.storage.ledger.page(target, 0, 10)).records;
    expect(record?.registers['title']).toEqual(['Báo cáo quý', expect.any(Number), 0, 0, 1]);
    const { entries } = await server.deps.storage.ledger.history(target, { table: 'activity', id: 'r1' }, 100, 10);
    expect(entries[0]).toMatchObject({ person: 'sample-lan', alias: 0, n: 0 });
    expect(await waiting()).toEqual([]);
    expect(await server.deps.storage.outbox.sources()).toEqual([]);
  });

  test('keeps nothing of what its transaction does not commit', async () => {
    const posting = server.deps.storage.ledger.change(source, async (locked) => {
      await locked.post(aParcel('undone'));
      throw new Error('the report was not complete');
    });
    await expect(posting).rejects.toThrow('the report was not complete');
    expect(await waiting()).toEqual([]);
  });

  test.each(['before', 'within', 'commit', 'after'] as const)(
    'loses and doubles nothing when the server dies %s the delivery',
    async (step) => {
      await post(aParcel('r1'), aParcel('r2'), aParcel('r3', other));
      const broken = deliverFrom(deps(failing(server.deps.storage, step)));
      await broken(source);
      await broken(source);
      await deliverAll(deps())(AbortSignal.abort());
      expect((await waiting()).length).toBeGreaterThan(0);
      await deliverAll(deps())();
      expect(await arrived()).toEqual(['r1', 'r2']);
      expect(await arrived(other)).toEqual(['r3']);
      expect((await server.deps.storage.ledger.head(target))?.seq).toBe(2);
      expect(await waiting()).toEqual([]);
      await deliverAll(deps())();
      expect((await server.deps.storage.ledger.head(target))?.seq).toBe(2);
    },
  );

  test('arrives once when several processes deliver at the same time, in the order of posting', async () => {
    const titles = Array.from({ length: 12 }, (_, i) => `lần ${String(i)}`);
    await post(...titles.map((title, i) => aParcel(`p${String(i)}`, target, aChange('same', title))));
    await Promise.all(Array.from({ length: 4 }, () => deliverAll(deps())()));
    const { entries } = await server.deps.storage.ledger.history(
      target,
      { table: 'activity', id: 'same' },
      1_000,
      1_000,
    );
    const written = entries.filter(({ field }) => field === 'title').map(({ after }) => after);
    expect(written).toEqual(titles.toReversed());
    expect(await waiting()).toEqual([]);
  });

  /** The storage, in which the target cannot be written. */
  const outOfReach = (): Storage => {
    const { storage } = server.deps;
    return {
      ...storage,
      together: (work, way) =>
        storage.together((stores: Stores) => {
          const change: Stores['ledger']['change'] = (scope, write) =>
            scope === target ? Promise.reject(new Error('out of reach')) : stores.ledger.change(scope, write);
          return work({ ...stores, ledger: { ...stores.ledger, change } });
        }, way),
    };
  };

  test('goes past any number of those that cannot be delivered, and tells of one that is for nowhere', async () => {
    const stuck = Array.from({ length: 120 }, (_, i) => aParcel(`stuck-${String(i)}`));
    await post(...stuck, aParcel('nowhere'), aParcel('free', other));
    await server.opened.database
      .updateTable('outbox')
      .set({ target: 'nonsense' })
      .where('scope', '=', source)
      .where('id', '=', 'nowhere')
      .execute();
    failures.length = 0;
    await deliverAll(deps(outOfReach()))();
    expect(failures.map(String)).toEqual(['Error: out of reach', 'Error: a parcel for nowhere: nowhere']);
    expect(await arrived(other)).toEqual(['free']);
    expect(await waiting()).toHaveLength(120);
  });

  test('keeps back only those behind one that cannot be delivered, and tells of it', async () => {
    await post(aParcel('stuck-1'), aParcel('stuck-2'), aParcel('free', other));
    failures.length = 0;
    await deliverAll(deps(outOfReach()))();
    expect(failures).toHaveLength(1);
    expect(await arrived(other)).toEqual(['free']);
    expect(await waiting()).toEqual(['stuck-1', 'stuck-2']);
    await deliverAll(deps())();
    expect(await arrived()).toEqual(['stuck-1', 'stuck-2']);
  });

  test('takes a parcel of one id once, also when it is posted again after its arrival', async () => {
    await post(aParcel('issue-7'), aParcel('issue-7'));
    await deliverAll(deps())();
    await post(aParcel('issue-7'));
    await deliverAll(deps())();
    expect((await server.deps.storage.ledger.head(target))?.seq).toBe(1);
    expect(await waiting()).toEqual([]);
  });
});
