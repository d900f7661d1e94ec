import 'fake-indexeddb/auto';
import { describe, expect, test, vi } from 'vitest';
import type { StoreDeps } from '#client/store/store.ts';
import { created, createHub, freshSlot, must, openTestStore, storeDeps } from './world.ts';

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
});
