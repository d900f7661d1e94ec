import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isScope } from '#domain/scope.ts';
import { actorOf } from '#server/actions/describe-me.ts';
import { receiveMutations, type Sender } from '#server/actions/receive-mutations.ts';
import { visible } from '#server/actions/units.ts';
import { addDigests, digestOfRegister } from '#sync/digest.ts';
import { lineOfMutation, type Mutation, type Operation } from '#sync/mutation.ts';
import { databases } from '#tests/support/databases.ts';
import { conflictsAbout } from './kept-conflicts.ts';
import {
  aDevice,
  anActivity,
  anEdit,
  createReplica,
  openSampleServer,
  signInRole,
  WORK,
  type SampleServer,
} from './test-server.ts';

/** What one phone does: a field, an addition, or something that is refused. */
type Deed =
  | { readonly is: 'write'; readonly field: 'place' | 'female'; readonly value: number; readonly after: number }
  | { readonly is: 'add'; readonly by: number }
  | { readonly is: 'nonsense' };

const deeds: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({
    is: fc.constant('write' as const),
    field: fc.constantFrom('place', 'female'),
    value: fc.nat(2),
    // A phone never stamps two mutations alike.
    after: fc.integer({ min: 1, max: 50 }),
  }),
  fc.record({ is: fc.constant('add' as const), by: fc.integer({ min: -5, max: 9 }) }),
  fc.record({ is: fc.constant('nonsense' as const) }),
);

/** Which phone sends which of its mutations: some twice, some too early, some late. */
const story = fc.record({
  phones: fc.tuple(...[0, 1, 2].map(() => fc.array(deeds, { minLength: 1, maxLength: 5 }))),
  pushes: fc.array(fc.record({ phone: fc.nat(2), which: fc.array(fc.nat(4), { maxLength: 4 }) }), { maxLength: 8 }),
});

const operationOf = (id: string, deed: Deed): Operation => {
  switch (deed.is) {
    case 'write':
      return anEdit(id, { [deed.field]: deed.field === 'place' ? `Nơi ${String(deed.value)}` : deed.value });
    case 'add':
      return anEdit(id, { '+reached': deed.by });
    case 'nonsense':
      return anEdit(id, { female: -1 });
  }
};

interface Written {
  readonly value: unknown;
  readonly person: string;
  readonly ms: number;
  readonly alias: number;
}

describe.each(databases)('Whatever is lost, repeated or out of order, on $name', (database) => {
  let server: SampleServer;
  const senders: Sender[] = [];
  beforeAll(async () => {
    server = await openSampleServer(database);
    for (const role of ['officer', 'officer', 'recorder']) {
      const { id, device } = await signInRole(server, role, aDevice());
      const account = await server.deps.storage.accounts.byPerson(id);
      if (account === undefined) throw new Error('no account');
      senders.push({ device, person: id, actor: actorOf(account) });
    }
  });
  afterAll(() => server.close());

  let stories = 0;

  const play = async ({ phones, pushes }: typeof story extends fc.Arbitrary<infer T> ? T : never) => {
    stories += 1;
    const id = `story-${String(stories)}`;
    const officer = await signInRole(server, 'officer');
    const maker = createReplica(server, officer);
    await maker.push(maker.mutation([anActivity(id, { 'partners/sample-agency-womens-union': true })]));
    const receive = receiveMutations(server.deps);
    const { epoch } = (await server.deps.storage.ledger.head(WORK)) ?? { epoch: '' };

    const replicas = phones.map((done, index) => {
      const sender = senders[index];
      if (sender === undefined) throw new Error('no sender');
      const numbering = createReplica(server, { ...officer, id: sender.person, device: sender.device });
      let ms = server.clock.now;
      const mutations = done.map((deed) => {
        ms += deed.is === 'write' ? deed.after : 1;
        return numbering.mutation([operationOf(id, deed)], ms);
      });
      return { sender, token: numbering.token, mutations, deeds: done };
    });

    const accepted: { readonly phone: number; readonly n: number }[] = [];
    const lastN = replicas.map(() => 0);
    const push = async (phone: number, mutations: readonly Mutation[]): Promise<void> => {
      const replica = replicas[phone];
      if (replica === undefined || !isScope(WORK)) return;
      const incoming = mutations.map((mutation) => ({
        is: 'mutation' as const,
        mutation,
        text: lineOfMutation(mutation),
      }));
      const received = await receive(replica.sender, { scope: WORK, replica: replica.token, epoch, incoming });
      expect(received.forkN).toBe(0);
      for (let n = (lastN[phone] ?? 0) + 1; n <= received.lastN; n += 1) accepted.push({ phone, n });
      lastN[phone] = received.lastN;
    };
    for (const { phone, which } of pushes)
      await push(
        phone,
        which.flatMap((n) => replicas[phone]?.mutations[n] ?? []),
      );
    for (const phone of replicas.keys()) await push(phone, replicas[phone]?.mutations ?? []);
    return { id, replicas, accepted, lastN };
  };

  test('each mutation is applied once or held, and every concurrent write is one conflict', async () => {
    await fc.assert(
      fc.asyncProperty(story, async (drawn) => {
        const { id, replicas, accepted, lastN } = await play(drawn);
        expect(lastN).toEqual(replicas.map(({ mutations }) => mutations.length));

        const aliases = await Promise.all(
          replicas.map(async ({ sender, token }) => {
            const owner = { device: sender.device, person: sender.person, replica: token };
            return (await server.deps.storage.ledger.replica(WORK, owner))?.alias ?? 0;
          }),
        );
        const fields = new Map<string, Written>();
        const conflicts: string[] = [];
        let reached = 0;
        for (const { phone, n } of accepted) {
          const [deed, mutation] = [replicas[phone]?.deeds[n - 1], replicas[phone]?.mutations[n - 1]];
          const [alias = 0, person = ''] = [aliases[phone], replicas[phone]?.sender.person];
          if (deed?.is === 'add') reached += deed.by;
          if (deed?.is !== 'write' || mutation === undefined) continue;
          const value = mutation.operations[0]?.[3][deed.field];
          const before = fields.get(deed.field);
          if (before !== undefined && before.person !== person && before.value !== value)
            conflicts.push(`c.${String(alias)}.${String(n)}.0.${deed.field}`);
          const isLater =
            before === undefined || mutation.ms > before.ms || (mutation.ms === before.ms && alias > before.alias);
          // Its own earlier write it always follows, also when both were made within a millisecond.
          if (isLater || before.alias === alias) fields.set(deed.field, { value, person, ms: mutation.ms, alias });
        }

        const stored = await server.deps.storage.ledger.record(WORK, { table: 'activity', id });
        const shown = visible('activity', stored);
        expect([shown?.place, shown?.female]).toEqual([fields.get('place')?.value, fields.get('female')?.value]);
        expect(shown?.reached ?? 0).toBe(reached);
        const told = await conflictsAbout(server, id);
        const isField = (kind: string) => kind === 'field';
        expect(
          told
            .filter(({ kind }) => isField(kind))
            .map((one) => one.id)
            .sort(),
        ).toEqual(conflicts.sort());
        expect(told.filter(({ kind }) => kind === 'held')).toHaveLength(
          drawn.phones.flat().filter(({ is }) => is === 'nonsense').length,
        );
      }),
      { numRuns: 25 },
    );
  });

  test('the sequence has no gap and the digest is that of the records', async () => {
    const { head, records } = await server.deps.storage.ledger.page(WORK, 0, 100_000);
    const digest = records
      .flatMap(({ table, id, registers }) =>
        Object.entries(registers).map(([field, [value, ms, ctr, alias]]) =>
          digestOfRegister(table, id, field, [value, ms, ctr, alias]),
        ),
      )
      .reduce(addDigests, 0);
    expect(head?.digest).toBe(digest);
    expect(records.at(-1)?.seq).toBe(head?.seq);
    const numbers = new Set(records.map(({ seq }) => seq));
    expect(numbers.size).toBe(records.length);
  });
});
