/** The protocol as a whole: what holds whatever happens to the links, the clocks and the server. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { edit } from './device.ts';
import { breachesAtRest, breachesNow, noteStamps, type Stamps } from './laws.ts';
import { createWorld, type Faults, happen, type Happening, happenings, heal, scopes } from './world.ts';

/** Lives through all of it, then heals; the first breach of a law, or none. */
const live = (story: readonly Happening[], faults?: Faults): readonly string[] => {
  const world = createWorld(faults);
  const stamps: Stamps = new Map();
  for (const what of story) {
    happen(world, what);
    noteStamps(world, stamps);
    const breaches = breachesNow(world, stamps);
    if (breaches.length > 0) return breaches;
  }
  if (!heal(world)) return ['the exchange did not come to an end'];
  noteStamps(world, stamps);
  return [...breachesNow(world, stamps), ...breachesAtRest(world)];
};

describe('devices and a server', () => {
  test('agree once the link heals, and no edit is lost, doubled or hidden on the way', () => {
    fc.assert(
      fc.property(happenings, (story) => {
        expect(live(story)).toEqual([]);
      }),
      { numRuns: 250 },
    );
  });

  test('come to an end over a link that dies every 4 KB', () => {
    const text = fc.nat({ max: 7_000 }).map((length) => 'ế"\n'.repeat(Math.ceil(length / 3)));
    const narratives = fc.array(
      fc.record({ who: fc.nat(1), scope: fc.nat(1), texts: fc.array(text, { minLength: 1, maxLength: 3 }) }),
      {
        minLength: 1,
        maxLength: 5,
      },
    );
    fc.assert(
      fc.property(narratives, (stories) => {
        const world = createWorld({}, [0, 0]);
        for (const { who, scope, texts } of stories) {
          const device = world.devices[who];
          const operations = texts.map((narrative, index) => ({
            table: 'activity',
            id: `sample-${index}`,
            values: { $c: true, narrative },
          }));
          if (device !== undefined) edit(device, scopes[scope] ?? scopes[0], operations, world.now);
        }
        expect(heal(world, 4_096, 400)).toBe(true);
        expect(breachesAtRest(world)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the check', () => {
  test.each<Faults>([
    { device: 'drops its overlay at the acknowledgement' },
    { device: 'has one cursor' },
    { device: 'shows rows before their mark' },
    { device: 'keeps its overlay' },
    { device: 'forgets what is unsent when the server was restored' },
    { server: 'applies a mutation twice' },
    { server: 'writes the loser' },
    { server: 'joins slices without looking' },
    { server: 'stops at a refused mutation' },
    { server: 'numbers what changed nothing' },
    { server: 'lets the digest rot' },
    { server: 'ends a group at every row' },
  ])('notices an engine that has a fault: %j', (faults) => {
    const { failed } = fc.check(
      fc.property(happenings, (story) => live(story, faults).length === 0),
      { numRuns: 1_500, endOnFailure: true, seed: 20_241_115 },
    );
    expect(failed).toBe(true);
  });

  test('notices an engine that takes an answer to a question of the past', () => {
    const story: readonly Happening[] = [
      { type: 'edit', who: 1, scope: 0, writes: [0, 1, 2].map((record) => ({ record, writing: 'title' })) },
      { type: 'exchange', who: 1, bytes: Infinity },
      { type: 'ask', who: 0 },
      { type: 'deliver', flight: 0 },
      { type: 'read', flight: 0, lines: 2 },
      { type: 'edit', who: 0, scope: 0, writes: [{ record: 1, writing: 'title' }] },
      { type: 'exchange', who: 0, bytes: Infinity },
      { type: 'read', flight: 0, lines: 40 },
    ];
    expect(live(story)).toEqual([]);
    expect(live(story, { device: 'takes answers to questions of the past' })).not.toEqual([]);
  });
});
