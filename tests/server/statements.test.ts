import { describe, expect, test } from 'vitest';
import { createStorage } from '#server/database/storage.ts';
import { databases, type TestDatabase } from '#tests/support/databases.ts';
import { fieldsOfHistory } from '#tests/support/history.ts';

const SCOPE = 'a/work';
const owner = { device: 'device', person: 'person', replica: 'replica' };
const first = { n: 1, h: 1, c: 1 };

const opened = async ({ open }: TestDatabase) => {
  const { database, close } = await open();
  const { ledger } = createStorage(database);
  await ledger.change(SCOPE, async (locked) => {
    const { alias } = await locked.addReplica(owner, 1);
    await locked.noteTaken(alias, [first], 1);
  });
  return { database, ledger, close };
};

const again = /unique/iu;

describe.each(databases)('A write that nobody waits for, on $name', (kind) => {
  test('fails the commit with its own reason, and nothing of the transaction stays', async () => {
    const { ledger, close } = await opened(kind);
    const failing = ledger.change(SCOPE, async (locked) => {
      await locked.saveHead({ ...locked.head, seq: 5 });
      await locked.noteTaken(1, [first], 2);
    });
    await expect(failing).rejects.toThrow(again);
    expect((await ledger.head(SCOPE))?.seq).toBe(0);
    await close();
  });

  test('fails what is asked next in the transaction, and the connection goes on afterwards', async () => {
    const { ledger, close } = await opened(kind);
    const failing = ledger.change(SCOPE, async (locked) => {
      await locked.noteTaken(1, [first], 2);
      return locked.replica(owner);
    });
    await expect(failing).rejects.toThrow(again);
    await ledger.change(SCOPE, (locked) => locked.saveHead({ ...locked.head, seq: 7 }));
    expect((await ledger.head(SCOPE))?.seq).toBe(7);
    await close();
  });

  test('is undone with work that fails by itself', async () => {
    const { ledger, close } = await opened(kind);
    const failing = ledger.change(SCOPE, async (locked) => {
      await locked.saveHead({ ...locked.head, seq: 5 });
      throw new Error('a bug');
    });
    await expect(failing).rejects.toThrow('a bug');
    expect((await ledger.head(SCOPE))?.seq).toBe(0);
    await close();
  });

  test('may be more rows than one statement takes', async () => {
    const { database, ledger, close } = await opened(kind);
    const entry = {
      table: 'activity',
      field: 'title',
      before: undefined,
      after: 'Họp',
      person: 'person',
      alias: 1,
      at: 1,
      isUsed: true,
    };
    const entries = Array.from({ length: 777 }, (_, at) => ({
      ...entry,
      id: `r${String(at)}`,
      seq: at + 1,
      n: at + 1,
    }));
    await ledger.change(SCOPE, (locked) => locked.keepHistory(entries));
    expect((await fieldsOfHistory(database)).map(({ id }) => id)).toEqual(entries.map(({ id }) => id));
    await close();
  });
});

describe.each(databases.filter(({ name }) => !name.includes('Citus')))('A statement that is kept, on $name', (kind) => {
  test('goes on being answered when a newer server adds a column', async () => {
    const { database, ledger, close } = await opened(kind);
    const { footings } = createStorage(database);
    const ask = async () => ({
      head: await ledger.change(SCOPE, (locked) => Promise.resolve(locked.head)),
      page: await ledger.page(SCOPE, 0, 1),
      footing: await footings.of(SCOPE, owner),
    });
    const before = await ask();
    for (const table of ['scope_head', 'rec', 'dev', 'held'] as const)
      await database.schema.alterTable(table).addColumn('later', 'text').execute();
    expect(await ask()).toEqual(before);
    await close();
  });
});
