import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { openDevice } from '#client/store/device.ts';
import { deriveCheaply } from '#tests/client/vault/derive.ts';
import {
  created,
  ENDS_BEFORE,
  exchangeOver,
  freshSlot,
  lanMau,
  must,
  createSyncServer,
  storeDeps,
  WORK,
} from './world.ts';

const planted = [
  'Tuyên truyền ở thôn Ví Dụ',
  'Lan Mẫu',
  'lan-mau',
  '7654321',
  'activity-planted-id',
  WORK,
  'leaflet-planted',
  'sign-in-planted',
  'draft-planted',
  'held-planted',
  'chờ duyệt',
];

/** Every byte of every row of every database, strings as UTF-8. */
const everyByte = async (): Promise<Buffer> => {
  const pieces: Buffer[] = [];
  const gather = (value: unknown): void => {
    if (value instanceof Uint8Array) pieces.push(Buffer.from(value));
    else if (typeof value === 'string' || typeof value === 'number') pieces.push(Buffer.from(`${value}\n`));
    else if (Array.isArray(value)) for (const item of value) gather(item);
    else if (typeof value === 'object' && value !== null) gather(Object.entries(value));
  };
  for (const { name } of await indexedDB.databases()) {
    gather(name);
    const database = await request(indexedDB.open(name ?? ''));
    for (const table of database.objectStoreNames) {
      const rows = database.transaction(table).objectStore(table);
      gather(await request(rows.getAllKeys()));
      gather(await request(rows.getAll()));
    }
    database.close();
  }
  return Buffer.concat(pieces);
};

const request = <T>(asked: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    asked.addEventListener('success', () => {
      resolve(asked.result);
    });
    asked.addEventListener('error', () => {
      reject(asked.error ?? new Error('no answer'));
    });
  });

const device = async () => must(await openDevice({ ...storeDeps(), derive: deriveCheaply }));
const SECRET = 'ruộng bậc thang';

describe('What stands on the device', () => {
  test('holds nothing that a person wrote, nor who they are, and shows all of it again once unlocked', async () => {
    const slot = freshSlot();
    const person = { slot, me: lanMau, signIn: 'sign-in-planted', replicaSecret: 'c2VjcmV0' };
    const store = must(await (await device()).create(person, SECRET));
    const server = await createSyncServer();
    const title = 'Tuyên truyền ở thôn Ví Dụ';
    must(
      await store.save([created('activity-planted-id', { title, cost: 7654321, outputs: { 'leaflet-planted': 3 } })]),
    );
    must(await store.save([created('a2', { title: 'held-planted', ...ENDS_BEFORE })]));
    await store.drafts.write('draft-planted', { place: 'chờ duyệt' });
    await exchangeOver(server, store, { down: 600 });
    await exchangeOver(server, store);
    must(await store.save([{ table: 'activity', id: 'activity-planted-id', values: { narrative: 'chờ duyệt' } }]));
    await store.months();
    await store.list('plan');
    await store.close();

    const bytes = await everyByte();
    expect(bytes.length).toBeGreaterThan(2_000);
    for (const text of planted) {
      for (const encoding of ['utf8', 'utf16le'] as const) {
        expect(bytes.includes(Buffer.from(text, encoding)), `${text} in ${encoding}`).toBe(false);
      }
      expect(bytes.includes(Buffer.from(text).toString('base64url')), `${text} in base64`).toBe(false);
    }

    const opened = must(await (await device()).unlock(slot, SECRET));
    expect(opened.me()).toEqual(lanMau);
    expect((await opened.activity('activity-planted-id'))?.fields).toMatchObject({ title, cost: 7654321 });
    expect(await opened.drafts.read('draft-planted')).toEqual({ place: 'chờ duyệt' });
    expect(opened.refused().map((refused) => refused.problem.code)).toEqual(['sync/bad-value']);
    await opened.close();
  });

  test('belongs to one person: another slot opens with its own secret alone, and shows nothing of the first', async () => {
    const [first, second] = [freshSlot(), freshSlot()];
    const here = await device();
    const hoa = { ...lanMau, id: 'hoa-mau', name: 'Hoa Mẫu' };
    const one = must(await here.create({ slot: first, me: lanMau, signIn: 'lan', replicaSecret: undefined }, SECRET));
    must(await one.save([created('a1')]));
    const two = must(
      await here.create({ slot: second, me: hoa, signIn: 'hoa', replicaSecret: undefined }, 'suối và nương'),
    );
    expect(await two.months()).toEqual([]);
    expect((await here.unlock(second, SECRET)).ok).toBe(false);
    // In the order in which they were made, whatever their random names: "Sổ tay 1" stays the first person's.
    expect(must(await here.slots()).filter((slot) => slot === first || slot === second)).toEqual([first, second]);
    expect(here.nameOf(first)).toMatch(/^[\w-]{16,64}$/u);
    expect(here.nameOf(first)).not.toBe(here.nameOf(second));
    await one.close();
    await two.close();
  });

  test('opens with the recovery key that the server was given, and loses no unsent work by a new secret', async () => {
    const slot = freshSlot();
    const here = await device();
    const store = must(await here.create({ slot, me: lanMau, signIn: 'lan', replicaSecret: undefined }, SECRET));
    const recovery = await store.facts.read('recovery-to-send');
    must(await store.save([created('a1')]));
    await store.close();

    const recovered = must(await here.recover(slot, String(recovery)));
    expect(recovered.person).toBe(lanMau.id);
    expect((await recovered.chooseSecret('123456')).ok).toBe(false);
    const again = must(await recovered.chooseSecret('mùa lúa chín'));
    expect(again.waiting()).toBe(1);
    await again.close();
    expect((await here.unlock(slot, SECRET)).ok).toBe(false);
    await must(await here.unlock(slot, 'mùa lúa chín')).close();
  });
});
