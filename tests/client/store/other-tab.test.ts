import 'fake-indexeddb/auto';
import { describe, expect, test, vi } from 'vitest';
import type { Store, StoreDeps } from '#client/store/store.ts';
import type { Me } from '#client/store/shown.ts';
import { created, createHub, freshSlot, lanMau, must, openTestStore, storeDeps } from './world.ts';

describe('Another tab', () => {
  const tabs = async (over: Partial<StoreDeps>) => {
    const slot = freshSlot();
    const channel = createHub();
    return [
      await openTestStore(slot, storeDeps({ channel })),
      await openTestStore(slot, storeDeps({ channel, ...over })),
    ] as const;
  };

  test('reads what was saved at once, and then twice a second at most, however often one saves', async () => {
    const waits: { readonly ms: number; readonly over: () => void }[] = [];
    const wait = (ms: number) =>
      new Promise<void>((resolve) => {
        if (ms === 500) waits.push({ ms, over: resolve });
      });
    const [one, two] = await tabs({ wait });
    let heard = 0;
    two.onChange(() => (heard += 1));
    for (let i = 0; i < 6; i += 1) must(await one.save([created(`a${i}`)]));
    await vi.waitFor(() => {
      expect(waits.length).toBe(1);
    });
    expect(heard).toBe(1);
    waits[0]?.over();
    await vi.waitFor(() => {
      expect(waits.length).toBe(2);
    });
    expect(heard).toBe(2);
    expect(two.waiting()).toBe(6);
    for (const store of [one, two]) await store.close();
  });

  test('reports that it could not read, and reads again at the next word', async () => {
    const reported: unknown[] = [];
    const [one, two] = await tabs({ report: (error) => reported.push(error) });
    const getAll: IDBObjectStore['getAll'] = Reflect.get(IDBObjectStore.prototype, 'getAll');
    const stopped = vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(function (
      this: IDBObjectStore,
      ...given: Parameters<typeof getAll>
    ) {
      if (this.name === 'positions') throw new TypeError('a bug');
      return getAll.apply(this, given);
    });
    must(await one.save([created('a1')]));
    await vi.waitFor(() => {
      expect(reported.length).toBe(1);
    });
    stopped.mockRestore();
    must(await one.save([created('a2')]));
    await vi.waitFor(() => {
      expect(two.waiting()).toBe(2);
    });
    for (const store of [one, two]) await store.close();
  });

  test('keeps its own receipts and notes beside those of this one', async () => {
    const [one, two] = await tabs({});
    const take = async (store: Store, code: string) => {
      const { receipt } = must(await store.beginExchange());
      must(await receipt.take([JSON.stringify(['k', code, 1_000, 1, 0])]));
    };
    await Promise.all([take(one, 'AAAA-1111'), take(two, 'BBBB-2222')]);
    await take(one, 'CCCC-3333');
    for (const store of [one, two])
      await vi.waitFor(() => {
        expect(store.receipts().map(({ code }) => code)).toEqual(
          expect.arrayContaining(['AAAA-1111', 'BBBB-2222', 'CCCC-3333']),
        );
      });
    const add = (id: number) => (before: unknown) => [...(Array.isArray(before) ? (before as number[]) : []), id];
    await Promise.all([1, 2, 3, 4].map((id) => (id % 2 === 0 ? one : two).facts.change('notes', add(id))));
    expect(await one.facts.read('notes')).toHaveLength(4);
    for (const store of [one, two]) await store.close();
  });

  test('is believed about the person, also by one that had no room to keep what it was told itself', async () => {
    const [one, two] = await tabs({});
    const elsewhere: Me = { ...lanMau, unit: 'other-unit', scopes: ['root/units'] };
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('the disk is full', 'QuotaExceededError');
    });
    expect(await one.setMe(elsewhere)).toEqual({ ok: false, problem: { code: 'store/full' } });
    full.mockRestore();
    expect(one.me()).toEqual(elsewhere);
    // The post was changed back meanwhile: in the other tab's exchanges nothing had changed.
    must(await two.save([created('a1')]));
    await vi.waitFor(() => {
      expect(one.me()).toEqual(lanMau);
    });
    expect((await one.list('activity')).map(({ id }) => id)).toEqual(['a1']);
    for (const store of [one, two]) await store.close();
  });
});
