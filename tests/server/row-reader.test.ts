import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DATABASE_FILE } from '#server/database/open-database.ts';
import { createPersist } from '#server/database/patience.ts';
import { createRowReader, type RowReader } from '#server/database/row-reader.ts';
import { createLineReading, type LineReading } from '#sync/line-reading.ts';
import { databases } from '#tests/support/databases.ts';
import { anActivity, createReplica, openSampleServer, signInRole, WORK, type SampleServer } from './test-server.ts';

const FROM_NOTHING = { done: 0, at: 0, inner: null };

describe('Rows that another thread reads', () => {
  let server: SampleServer;
  let reader: RowReader;
  beforeAll(async () => {
    const sqlite = databases.find(({ name }) => name === 'SQLite');
    if (sqlite === undefined) throw new Error('unreachable');
    server = await openSampleServer(sqlite);
    const persist = createPersist({ chance: () => 0, wait: () => Promise.resolve() });
    reader = createRowReader(join(server.opened.settings.dataDir, DATABASE_FILE), persist);
  });
  afterAll(async () => {
    await reader.close();
    await server.close();
  });

  const readAll = async (reading: LineReading<{ readonly seq: number; readonly digest: number }>, limit: number) => {
    const lines: string[] = [];
    for (;;) {
      const page = await reading.next(limit);
      lines.push(...page.lines);
      if (page.closing === undefined) continue;
      reading.close();
      return [...lines, ...page.closing];
    }
  };
  const here = () => createLineReading((seq, limit) => server.deps.storage.ledger.page(WORK, seq, limit), FROM_NOTHING);

  test.each([1, 7, 1_000])('are the same lines as here, %i at a time', async (limit) => {
    const lines = await readAll(reader.open(WORK, FROM_NOTHING), limit);
    expect(lines.length).toBeGreaterThan(10);
    expect(lines).toEqual(await readAll(here(), limit));
  });

  test('hold what was committed before they were asked for', async () => {
    const replica = createReplica(server, await signInRole(server, 'officer'));
    for (let push = 1; push <= 5; push += 1) {
      await replica.push(replica.mutation([anActivity(`committed-${String(push)}`)]));
      const lines = await readAll(reader.open(WORK, FROM_NOTHING), 50);
      expect(lines.some((line) => line.includes(`committed-${String(push)}`))).toBe(true);
      expect(lines).toEqual(await readAll(here(), 50));
    }
  });

  test('are read for many at once, each from its own place', async () => {
    const expected = await readAll(here(), 3);
    const all = await Promise.all(Array.from({ length: 8 }, () => readAll(reader.open(WORK, FROM_NOTHING), 3)));
    for (const lines of all) expect(lines).toEqual(expected);
  });

  test('are refused to a reading that was closed', async () => {
    const reading = reader.open(WORK, FROM_NOTHING);
    await reading.next(1);
    reading.close();
    await expect(reading.next(1)).rejects.toThrow('never opened');
  });

  test('are read again by a new thread when the old one has ended', async () => {
    await reader.close();
    expect(await readAll(reader.open(WORK, FROM_NOTHING), 50)).toEqual(await readAll(here(), 50));
  });
});
