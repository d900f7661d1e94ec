import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import {
  created,
  exchangeOver,
  freshSlot,
  must,
  openTestStore,
  createSyncServer,
  ENDS_BEFORE,
  UNKNOWN,
} from './world.ts';

describe('An activity with a refused mutation', () => {
  test('is told apart: never accepted, or accepted with a refused edit', async () => {
    const server = await createSyncServer();
    const store = await openTestStore(freshSlot());
    must(await store.save([created('made', ENDS_BEFORE)]));
    must(await store.save([created('edited')]));
    await exchangeOver(server, store);
    must(await store.save([{ table: 'activity', id: 'edited', values: UNKNOWN }]));
    await exchangeOver(server, store);
    const found = await store.activitiesBetween('2024-11-01', '2024-11-30');
    const told = new Map(found.map(({ id, state, onlyRefused = false }) => [id, { state, onlyRefused }]));
    expect(told.get('made')).toEqual({ state: 'to-fix', onlyRefused: true });
    expect(told.get('edited')).toEqual({ state: 'to-fix', onlyRefused: false });
    await store.close();
  });
});
