import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import Dexie from 'dexie';
import { beforeEach, describe, expect, test } from 'vitest';
import { created, must } from '#tests/client/store/world.ts';
import { apiOf, createOffice, openDoor, openWorkbook, PASSWORD, SECRET, until, type Office } from './world.ts';

let office: Office;
beforeEach(() => {
  office = createOffice();
  Dexie.dependencies.indexedDB = new IDBFactory();
});

const NEW_SECRET = 'nương ngô mùa mưa';

describe('Another unlock secret', () => {
  test('is chosen offline with the present one, and then it alone opens the workbook, with all that was unsent', async () => {
    const { door } = openDoor(office);
    const workbook = await openWorkbook(door);
    office.online = false;
    must(await workbook.save([created('a1')]));

    expect(await door.changeSecret('not the one', NEW_SECRET)).toMatchObject({
      problem: { code: 'vault/wrong-secret' },
    });
    expect(await door.changeSecret(SECRET, '123456')).toMatchObject({ problem: { code: 'vault/secret-too-plain' } });
    must(await door.changeSecret(SECRET, NEW_SECRET));
    expect(door.phase()).toBe('open');

    const again = openDoor(office).door;
    await until(() => again.phase() === 'locked');
    const [slot = ''] = again.slots();
    expect(await again.unlock(slot, SECRET)).toMatchObject({ problem: { code: 'vault/wrong-secret' } });
    must(await again.unlock(slot, NEW_SECRET));
    expect((await until(() => again.workbook())).sync().waiting).toBe(1);
  });

  test('is refused for a while when the present one is guessed', async () => {
    const { door } = openDoor(office);
    await openWorkbook(door);
    for (let n = 0; n < 5; n += 1) await door.changeSecret(`guess ${String(n)}`, NEW_SECRET);
    expect(await door.changeSecret(SECRET, NEW_SECRET)).toMatchObject({ problem: { code: 'vault/slow-down' } });
  });
});

describe('Leaving a phone', () => {
  const names = async () => (await Dexie.getDatabaseNames()).length;

  test('is refused while anything is unsent, and nothing is lost by having asked', async () => {
    const { door } = openDoor(office);
    const workbook = await openWorkbook(door);
    office.online = false;
    must(await workbook.save([created('a1')]));
    expect(await door.leavePhone()).toEqual({ ok: false, problem: { code: 'account/unsent', count: 1 } });
    expect(door.phase()).toBe('open');
    expect(door.workbook()?.sync().waiting).toBe(1);
  });

  test('takes the workbook away for good: its key, its database, and its place; others keep theirs', async () => {
    const { door } = openDoor(office);
    await openWorkbook(door);
    door.addPerson();
    must(await door.signIn('hoa.mau', PASSWORD));
    must(await door.chooseSecret(NEW_SECRET));
    const hers = await until(() => door.workbook());
    await until(() => hers.sync().lastAt);
    const [his = '', her = ''] = door.slots();
    const before = await names();

    must(await door.leavePhone());
    expect(door.phase()).toBe('locked');
    expect(door.workbook()).toBeUndefined();
    expect(door.slots()).toEqual([his]);
    expect(await names()).toBe(before - 1);
    expect(await door.unlock(her, NEW_SECRET)).toMatchObject({ ok: false });

    const again = openDoor(office).door;
    await until(() => again.phase() === 'locked');
    expect(again.slots()).toEqual([his]);
    must(await again.unlock(his, SECRET));
  });

  test('of the last person leads to the sign-in, and is no loss', async () => {
    const { door } = openDoor(office);
    const workbook = await openWorkbook(door);
    await until(() => workbook.sync().lastAt);
    must(await door.leavePhone());
    expect(door.phase()).toBe('signed-out');
    const again = openDoor(office).door;
    await until(() => again.phase() === 'signed-out');
    expect(again.loss()).toBeUndefined();
  });

  test('ends the session on the server too, if that can be reached', async () => {
    const ended: string[] = [];
    const api = apiOf(office);
    const { door } = openDoor(office, {
      api: {
        ...api,
        signOut: (caller) => {
          ended.push(caller.person);
          return api.signOut(caller);
        },
      },
    });
    const workbook = await openWorkbook(door);
    await until(() => workbook.sync().lastAt);
    must(await door.leavePhone());
    expect(ended).toEqual(['lan-mau']);
  });
});

describe('An answer that comes late', () => {
  const slowly = (api: ReturnType<typeof apiOf>) => {
    let answer = (): void => undefined;
    const held = new Promise<void>((resolve) => (answer = resolve));
    const ended: string[] = [];
    return {
      ended,
      answer: () => answer(),
      api: {
        ...api,
        signIn: async (body: Parameters<typeof api.signIn>[0]) => {
          await held;
          return api.signIn(body);
        },
        signOut: (caller: Parameters<typeof api.signOut>[0]) => {
          ended.push(caller.person);
          return api.signOut(caller);
        },
      },
    };
  };

  test('to a sign-in that was given up neither hides nor takes over the workbook that is open by then', async () => {
    must(await openWorkbook(openDoor(office).door).then(() => ({ ok: true, value: undefined }) as const));
    const slow = slowly(apiOf(office));
    const { door } = openDoor(office, { api: slow.api });
    await until(() => door.phase() === 'locked');
    const [his = ''] = door.slots();
    door.addPerson();
    const hers = door.signIn('hoa.mau', PASSWORD);
    door.cancelAddPerson();
    must(await door.unlock(his, SECRET));
    slow.answer();
    expect(await hers).toEqual({ ok: false, problem: { code: 'session/required' } });
    expect(door.phase()).toBe('open');
    expect(door.workbook()?.me().name).toBe('Lan Mẫu');
    expect(slow.ended).toEqual(['hoa-mau']);
  });
});

test('A sign-in with a code goes by the door of invitations', async () => {
  const asked: unknown[] = [];
  const api = apiOf(office);
  const { door } = openDoor(office, {
    api: {
      ...api,
      signIn: (body) => {
        asked.push(body);
        return api.signIn(body);
      },
    },
  });
  await until(() => door.phase() === 'signed-out');
  must(await door.signIn('lan.mau', PASSWORD, 'K7MP-3XQA'));
  expect(asked).toEqual([expect.objectContaining({ signIn: 'lan.mau', code: 'K7MP-3XQA' })]);
  expect(door.phase()).toBe('choosing-secret');
});
