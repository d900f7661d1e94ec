/**
 * Real phones and the real server: the store, the courier's exchange and the server's app as they are shipped, with only
 * the disk of the phone and the network made up.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databases } from '#tests/support/databases.ts';
import { openServer, type TestServer } from '#tests/server/test-server.ts';
import { breachesAtRest, breachesNow } from './real-ends-laws.ts';
import { begin, happen, heal, stories, type Story } from './real-ends-story.ts';

/** Lives through all of it, then heals; the first breach of a law, or none. */
const live = async (server: TestServer, { clocks, happenings, order }: Story): Promise<readonly string[]> => {
  const world = await begin(server, clocks);
  try {
    for (const what of happenings) {
      await happen(world, what);
      const breaches = await breachesNow(world);
      if (breaches.length > 0) return breaches;
    }
    return (await heal(world, order)) ? await breachesAtRest(world) : ['the exchange did not come to an end'];
  } finally {
    for (const phone of world.phones) await phone.store().close();
  }
};

const numRuns: Readonly<Record<string, number>> = { SQLite: 25, PostgreSQL: 8 };

describe.each(databases)('phones and a server on $name', ({ name, open }) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openServer({ name, open });
  });
  afterAll(() => server.close());

  test('agree once everything was carried, and nothing is lost, doubled or hidden on the way', async () => {
    await fc.assert(
      fc.asyncProperty(stories, async (story) => {
        expect(await live(server, story)).toEqual([]);
      }),
      // A failing story is told by its seed before the test's own time is over.
      { numRuns: numRuns[name] ?? 8, interruptAfterTimeLimit: 45_000 },
    );
  }, 60_000);
});
