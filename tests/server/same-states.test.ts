/** The two databases are two homes of one server: the same commands lead to the same answers and to the same state. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lineOfMutation, type Mutation, type Operation } from '#sync/mutation.ts';
import { databases } from '#tests/support/databases.ts';
import {
  aDevice,
  anActivity,
  anEdit,
  aToken,
  createNumbering,
  exchange,
  openSampleServer,
  signInRole,
  sliceLines,
  WORK,
  type SampleServer,
  type SignedPerson,
} from './test-server.ts';

const ROLES = ['officer', 'officer', 'recorder'] as const;

/** One device's share of a request: how much it writes, and which of its mutations it sends, in that order. */
const writesMuch = (id: string): Operation => anEdit(id, { narrative: 'Diễn biến dài. '.repeat(300) });
const writesNonsense = (id: string): Operation => anEdit(id, { from: 'xyz' });
const operations: fc.Arbitrary<(id: string) => Operation> = fc.oneof(
  fc
    .record({ place: fc.constantFrom('Nhà văn hoá', 'Trụ sở', null) })
    .map((values) => (id: string) => anEdit(id, values)),
  fc.record({ female: fc.integer({ min: -1, max: 3 }) }).map((values) => (id: string) => anEdit(id, values)),
  fc.integer({ min: -2, max: 5 }).map((by) => (id: string) => anEdit(id, { '+reached': by })),
  fc.boolean().map((gone) => (id: string) => anEdit(id, { $d: gone ? true : null })),
  fc.constantFrom('news-item', 'leaflet').map((kind) => (id: string) => anEdit(id, { [`outputs/${kind}`]: 2 })),
  fc.constant(writesMuch),
  fc.constant(writesNonsense),
);
const request = fc.record({
  device: fc.nat(ROLES.length - 1),
  writes: fc.array(operations, { maxLength: 3 }),
  sends: fc.array(fc.nat(6), { maxLength: 6 }),
  /** Whether it has read all before it wrote. */
  isFresh: fc.boolean(),
  minutesLater: fc.integer({ min: 0, max: 20 }),
});

type Drawn = typeof request extends fc.Arbitrary<infer T> ? T : never;
/** Longer ones go in slices. */
const LONG = 2_000;

/** Something is taken, something refused, and something is too long for one line; then somebody else reads it. */
const long: Drawn = { device: 1, writes: [writesMuch, writesNonsense], sends: [0, 1], isFresh: true, minutesLater: 0 };
const read: Drawn = { device: 2, writes: [], sends: [], isFresh: true, minutesLater: 0 };

interface Home {
  readonly server: SampleServer;
  readonly people: readonly SignedPerson[];
}

/** Names that each home draws for itself, by what they stand for. */
const inCommonWords = ({ server, people }: Home, text: string): string =>
  [
    ...people.map(({ id }, nth) => [id, `person ${ROLES[nth] ?? ''}`] as const),
    ...[...server.epochs].map(([scope, epoch]) => [epoch, `epoch of ${scope}`] as const),
  ]
    .reduce((said, [drawn, name]) => said.replaceAll(drawn, name), text)
    .replaceAll(/"k","[^"]+"/gu, '"k","code"');

describe('SQLite and PostgreSQL', () => {
  const homes: Home[] = [];
  beforeAll(async () => {
    const devices = ROLES.map(() => aDevice());
    for (const database of databases) {
      const server = await openSampleServer(database);
      const people: SignedPerson[] = [];
      for (const [nth, role] of ROLES.entries()) people.push(await signInRole(server, role, devices[nth]));
      homes.push({ server, people });
    }
  });
  afterAll(() => Promise.all(homes.map(({ server }) => server.close())));

  const headSeq = async ({ server }: Home) => (await server.deps.storage.ledger.head(WORK))?.seq ?? 0;
  const stateOf = async (home: Home) => {
    const { records } = await home.server.deps.storage.ledger.page(WORK, 0, 100_000);
    const head = await home.server.deps.storage.ledger.head(WORK);
    return { records: inCommonWords(home, JSON.stringify(records)), seq: head?.seq, digest: head?.digest };
  };

  /** A device as both homes know it: what it made so far, under one token. */
  const createDevice = (nth: number, person: SignedPerson) => {
    const token = aToken();
    const numbering = createNumbering({ now: 0 }, person, { token });
    const made: Mutation[] = [];
    return {
      nth,
      token,
      write: (operation: Operation, now: number) => made.push(numbering.mutation([operation], now)),
      linesOf: (which: readonly number[]) =>
        which.flatMap((n) => {
          const mutation = made[n];
          if (mutation === undefined) return [];
          const text = lineOfMutation(mutation);
          return text.length < LONG ? [text] : sliceLines(mutation, text);
        }),
    };
  };

  const kinds = new Set<string>();
  const ask = async (
    home: Home,
    { nth, token }: ReturnType<typeof createDevice>,
    done: number,
    lines: readonly string[],
  ): Promise<string> => {
    const person = home.people[nth];
    if (person === undefined) throw new Error('a device without a person');
    const epoch = home.server.epochs.get(WORK) ?? '';
    const { question, standing } = createNumbering(home.server.clock, person, { token, epoch: () => epoch });
    const answer = await exchange(home.server, person, [question(), standing({ done }), ...lines]);
    for (const [kind] of answer) kinds.add(kind);
    return inCommonWords(home, answer.map((line) => JSON.stringify(line)).join('\n'));
  };

  let stories = 0;
  const play = async (drawn: readonly Drawn[]): Promise<void> => {
    stories += 1;
    const id = `story-${String(stories)}`;
    const [first] = homes;
    if (first === undefined) throw new Error('nobody is at home');
    const devices = first.people.map((person, nth) => createDevice(nth, person));
    let { now } = first.server.clock;
    const done = await headSeq(first);
    devices[0]?.write(anActivity(id), now);
    const begin: Drawn = { device: 0, writes: [], sends: [0], isFresh: true, minutesLater: 0 };
    for (const { device: nth, writes, sends, isFresh, minutesLater } of [begin, ...drawn]) {
      const device = devices[nth];
      if (device === undefined) continue;
      now += minutesLater * 60_000;
      const seen = isFresh ? await headSeq(first) : 0;
      for (const write of writes) {
        const [table, record, , values] = write(id);
        device.write([table, record, seen, values], now);
      }
      const answers: string[] = [];
      for (const home of homes) {
        home.server.clock.now = now;
        answers.push(await ask(home, device, done, device.linesOf(sends)));
      }
      expect(answers[1]).toBe(answers[0]);
    }
  };

  test('answer the same requests with the same lines, and hold the same records afterwards', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(request, { minLength: 1, maxLength: 6 }), async (drawn) => {
        await play(drawn);
        const [one, other] = await Promise.all(homes.map(stateOf));
        expect(other).toEqual(one);
      }),
      { numRuns: 25, examples: [[[long, read]]] },
    );
    expect([...kinds]).toEqual(expect.arrayContaining(['h', 'r', 't', 'x', 'e']));
  }, 120_000);
});
