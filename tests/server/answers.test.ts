import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isScope, type Scope } from '#domain/scope.ts';
import { createExchange } from '#server/actions/exchange.ts';
import { databases } from '#tests/support/databases.ts';
import { createPhone, type Phone, type QuestionOptions } from './phone.ts';
import {
  anActivity,
  anEdit,
  askSync,
  openSampleServer,
  signInRole,
  WORK,
  type SampleServer,
  type SignedPerson,
} from './test-server.ts';

const work: Scope = 'sample-commune/work';
const DAY_MS = 86_400_000;

describe.each(databases)('An answer on $name', (database) => {
  let server: SampleServer;
  beforeAll(async () => {
    server = await openSampleServer(database);
  });
  afterAll(() => server.close());

  /** The lines of an answer, unread. */
  const ask = async (person: SignedPerson, lines: readonly string[]): Promise<readonly string[]> => {
    const response = await askSync(server, person, lines.map((line) => `${line}\n`).join(''));
    expect(response.status).toBe(200);
    return (await response.text()).split('\n').slice(0, -1);
  };

  const aPhone = async (role = 'officer') => {
    const person = await signInRole(server, role);
    const phone = createPhone(server.clock, person);
    /** Sends standings and mutations of some scopes and takes the answer. */
    const sync = async (
      parts: readonly (readonly [scope: Scope, ...mutations: readonly string[]])[],
      options?: QuestionOptions,
    ) => {
      const lines = parts.flatMap(([scope, ...mutations]) => [phone.standing(scope), ...mutations]);
      return phone.receive(await ask(person, [phone.question(options), ...lines]));
    };
    const kept = person.answer.me.scopes.filter(isScope);
    const syncAll = (options?: QuestionOptions) =>
      sync(
        kept.map((scope) => [scope]),
        options,
      );
    return { person, phone, sync, syncAll, kept };
  };

  const kinds = (instructions: readonly { readonly do: string }[]): readonly string[] =>
    instructions.map((instruction) => instruction.do);
  const storedIn = async (phone: Phone, scope: Scope) => {
    const { records } = await server.deps.storage.ledger.page(scope, 0, 100_000);
    return { stored: records.length, held: phone.in(scope).base.size };
  };

  describe('to the sum of all positions', () => {
    const told = async (person: SignedPerson, phone: Phone, sum: number) =>
      (await ask(person, [phone.question({ sum })])).map((line) => line.slice(0, 4));

    test('is one short line, when all is as the phone says', async () => {
      const { person, phone, syncAll } = await aPhone();
      await syncAll();
      const line = `${phone.question({ sum: phone.sum() })}\n`;
      const response = await askSync(server, person, line);
      const answer = await response.text();
      expect(answer).toBe(`["u",${String(server.clock.now)}]\n`);
      expect(line.length + answer.length).toBeLessThanOrEqual(200);
    });

    test('says that something differs, when somebody wrote or the phone has another replica', async () => {
      const { person, phone, sync, syncAll } = await aPhone();
      await syncAll();
      const other = await aPhone();
      await other.sync([[work]]);
      await other.sync([[work, other.phone.make(work, [anActivity('differs')])]]);
      expect(await told(person, phone, phone.sum())).toEqual(['["d"']);
      await sync([[work]]);
      expect(await told(person, phone, phone.sum())).toEqual(['["u"']);
      phone.in(work).token = 'another-life';
      expect(await told(person, phone, phone.sum())).toEqual(['["d"']);
    });

    test('counts what was refused, and a life that began anew', async () => {
      const { person, phone, sync, syncAll } = await aPhone();
      await syncAll();
      await sync([[work, phone.make(work, [['activity', 'refused', 0, { $c: true, title: 5 }]])]]);
      expect(phone.in(work).xSeen).toBe(1);
      expect(await told(person, phone, phone.sum())).toEqual(['["u"']);
      phone.in(work).xSeen = 0;
      expect(await told(person, phone, phone.sum())).toEqual(['["d"']);
      phone.in(work).xSeen = 1;
      const { epoch } = phone.in(work);
      phone.in(work).epoch = 'of before';
      expect(await told(person, phone, phone.sum())).toEqual(['["d"']);
      phone.in(work).epoch = epoch;
    });

    test('says that something differs to a phone that lacks a scope', async () => {
      const { person, phone } = await aPhone();
      expect(await told(person, phone, phone.sum())).toEqual(['["d"']);
    });

    test('notes once a day that the phone was there', async () => {
      const { person, phone, syncAll } = await aPhone();
      await syncAll();
      const owner = { device: person.device, person: person.id };
      const seen = async () => (await server.deps.storage.footings.latest(work, owner)).replica?.seenAt;
      const first = await seen();
      server.clock.now += DAY_MS / 2;
      await told(person, phone, phone.sum());
      expect(await seen()).toBe(first);
      server.clock.now += DAY_MS / 2;
      await told(person, phone, phone.sum());
      expect(await seen()).toBe(server.clock.now);
    });
  });

  describe('begins the rows from nothing', () => {
    const fresh = (instructions: Awaited<ReturnType<Awaited<ReturnType<typeof aPhone>>['sync']>>) =>
      instructions.flatMap((instruction) => (instruction.do === 'acknowledge' ? [instruction.fresh] : []));

    test('for a new phone, and never again while nothing happens', async () => {
      const { sync, phone } = await aPhone();
      expect(fresh(await sync([[work]]))).toEqual([true]);
      expect(fresh(await sync([[work]]))).toEqual([false]);
      expect(await storedIn(phone, work)).toEqual({ stored: phone.in(work).base.size, held: phone.in(work).base.size });
    });

    test('when the phone knows another epoch, and takes nothing from it', async () => {
      const { sync, phone } = await aPhone();
      await sync([[work]]);
      phone.in(work).epoch = 'of-before';
      const answer = await sync([[work, phone.make(work, [anActivity('of-another-life')])]]);
      expect(fresh(answer)).toEqual([true]);
      expect(phone.in(work).ackN).toBe(0);
      expect(phone.shows(work, 'activity', 'of-another-life')).toBeUndefined();
    });

    test('when the phone stands where the scope has never been', async () => {
      const { sync, phone } = await aPhone();
      await sync([[work]]);
      phone.in(work).done += 1_000;
      phone.in(work).at += 1_000;
      expect(fresh(await sync([[work]]))).toEqual([true]);
    });

    test('when tombstones were swept that the phone never saw, but not when it began to read after that', async () => {
      const [early, late] = [await aPhone(), await aPhone()];
      await early.sync([[work]]);
      const writer = await aPhone();
      await writer.sync([[work]]);
      await writer.sync([[work, writer.phone.make(work, [anActivity('swept')])]]);
      await writer.sync([[work, writer.phone.make(work, [anEdit('swept', { $d: true })])]]);
      const { database: opened } = server.opened;
      const gone = await server.deps.storage.ledger.record(WORK, { table: 'activity', id: 'swept' });
      const dig = Object.entries(gone?.registers ?? {});
      expect(dig.length).toBeGreaterThan(3);
      await server.deps.storage.ledger.change(WORK, async (locked) => {
        await locked.forget([{ table: 'activity', id: 'swept' }]);
      });
      const digest = await digestOfStored();
      await opened
        .updateTable('scope_head')
        .set({ gc_seq: gone?.seq ?? 0, dig: digest })
        .where('scope', '=', WORK)
        .execute();

      expect(fresh(await early.sync([[work]]))).toEqual([true]);
      expect(early.phone.shows(work, 'activity', 'swept')).toBeUndefined();
      expect(fresh(await early.sync([[work]]))).toEqual([false]);
      // This one has seen the tombstone, and drops it now.
      expect(fresh(await writer.sync([[work]]))).toEqual([false]);
      expect(writer.phone.in(work).base.has('activity|swept')).toBe(false);
      await late.sync([[work]], { maxBytes: 3_000 });
      expect(late.phone.in(work).done).toBe(0);
      expect(late.phone.in(work).at).toBeGreaterThan(0);
      expect(fresh(await late.sync([[work]]))).toEqual([false]);
      expect(late.phone.in(work).done).toBeGreaterThan(0);
    });

    const digestOfStored = async (): Promise<number> => {
      const reader = createPhone(server.clock, { device: 'd'.repeat(20) });
      const { records } = await server.deps.storage.ledger.page(WORK, 0, 100_000);
      for (const record of records)
        reader.in(work).base.set(`${record.table}|${record.id}`, {
          seq: record.seq,
          registers: Object.fromEntries(
            Object.entries(record.registers).map(([field, [value, ms, ctr, alias]]) => [
              field,
              [value, ms, ctr, alias] as const,
            ]),
          ),
        });
      return reader.digest(work);
    };
  });

  describe('does not send back what the phone has just sent', () => {
    test('but names it, and the phone comes to the same registers', async () => {
      const { sync, phone } = await aPhone();
      await sync([[work]]);
      await sync([[work, phone.make(work, [anActivity('echoed', { title: 'Mít tinh', 'tasks/t1': true })])]]);
      expect(phone.in(work).echoed).toBeGreaterThanOrEqual(7);
      expect(phone.shows(work, 'activity', 'echoed')).toMatchObject({ title: 'Mít tinh', 'tasks/t1': true });
      phone.in(work).echoed = 0;
      await sync([[work]]);
      expect(phone.in(work).echoed).toBe(0);
    });

    test('but sends what the server stamped anew or composed anew', async () => {
      const { sync, phone } = await aPhone();
      await sync([[work]]);
      await sync([[work, phone.make(work, [anActivity('ahead')], server.clock.now + DAY_MS)]]);
      expect(phone.in(work).echoed).toBe(0);
      expect(phone.shows(work, 'activity', 'ahead')).toMatchObject({ $c: true });
      const old = phone.make(work, [anActivity('decomposed', { title: 'Lễ phát động'.normalize('NFD') })]);
      await sync([[work, old.replace(/,\d\]$/u, ',1]')]]);
      expect(phone.shows(work, 'activity', 'decomposed')?.['title']).toBe('Lễ phát động'.normalize('NFC'));
    });

    test('whatever it sends, beside whatever others send', async () => {
      const { sync, phone } = await aPhone();
      const other = await aPhone();
      await sync([[work]]);
      await other.sync([[work]]);
      const field = fc.constantFrom('title', 'place', 'narrative', 'female', 'tasks/t1', '$d');
      const valueOf = (name: string, chosen: number) => {
        if (name === 'female') return chosen;
        if (name === '$d' || name.includes('/')) return chosen % 2 === 0;
        return name === 'narrative' ? 'Tuyên truyền lưu động. '.repeat(chosen) : `Tên ${String(chosen)}`;
      };
      const edits = fc.array(fc.tuple(fc.constantFrom('a', 'b'), field, fc.nat(90)), { minLength: 1, maxLength: 8 });
      await sync([[work, phone.make(work, [anActivity('mix-a'), anActivity('mix-b')])]]);
      await fc.assert(
        fc.asyncProperty(edits, edits, fc.boolean(), async (mine, theirs, first) => {
          const lines = (of: Phone, made: typeof mine) =>
            made.map(([id, name, chosen]) => of.make(work, [anEdit(`mix-${id}`, { [name]: valueOf(name, chosen) })]));
          const sends = [
            () => sync([[work, ...lines(phone, mine)]]),
            () => other.sync([[work, ...lines(other.phone, theirs)]]),
          ];
          for (const send of first ? sends : sends.toReversed()) await send();
          await sync([[work]]);
          // The phone checks the digest of all that it holds at the end of every answer.
          expect(phone.in(work).ackN).toBe(phone.in(work).made.size);
        }),
        { numRuns: 25 },
      );
      expect(phone.in(work).echoed).toBeGreaterThan(10);
    });
  });

  describe('as long as the phone asked for', () => {
    test('pauses at the end of a line, and each one brings the phone on', async () => {
      const { sync, phone } = await aPhone();
      let rounds = 0;
      for (; phone.in(work).done === 0 && rounds < 500; rounds += 1) {
        const before = { at: phone.in(work).at, part: phone.in(work).part?.text.length ?? 0 };
        const answer = kinds(await sync([[work]], { maxBytes: 1_000 }));
        const { at, part } = phone.in(work);
        expect(at > before.at || (part?.text.length ?? 0) > before.part).toBe(true);
        expect(answer.includes('pause')).toBe(!answer.includes('finish'));
      }
      expect(rounds).toBeGreaterThan(20);
      expect(phone.in(work).done).toBe(phone.in(work).headSeq);
    });

    test('sends one line of a row, however little was asked for', async () => {
      const { sync, phone } = await aPhone();
      for (let round = 1; round <= 5; round += 1) {
        const answer = kinds(await sync([[work]], { maxBytes: 0 }));
        expect(answer.filter((kind) => kind === 'stage' || kind === 'stage-part')).toHaveLength(1);
        expect(answer.at(-1)).toBe('pause');
      }
      expect(phone.in(work).at + (phone.in(work).part?.text.length ?? 0)).toBeGreaterThan(0);
    });

    test('still says of every other scope what became of its mutations', async () => {
      const { sync, phone } = await aPhone('supervisor');
      const province: Scope = 'sample-province/issued';
      const own: Scope = 'sample-city/work';
      await sync([[own]]);
      const made = phone.make(own, [anActivity('in-city', { agency: 'sample-agency-city' })]);
      const answer = await sync([[province], [own, made]], { maxBytes: 1_000 });
      expect(kinds(answer).at(-2)).toBe('pause');
      expect(phone.in(own).ackN).toBe(1);
      expect(phone.in(province).done).toBe(0);
    });
  });

  test.each([
    ['begins a new life', { epoch: 'anew' }],
    ['is swept', { gcSeq: 7 }],
  ])('pauses when the scope %s while it is read, and sends no end', async (_what, moved) => {
    const { person, phone } = await aPhone();
    const { storage } = server.deps;
    const ledger: typeof storage.ledger = {
      ...storage.ledger,
      page: async (...asked) => {
        const { head, records } = await storage.ledger.page(...asked);
        return { head: head && { ...head, ...moved }, records };
      },
    };
    const sender = {
      device: person.device,
      person: person.id,
      actor: { unit: 'sample-commune', role: 'officer' as const },
    };
    const exchange = createExchange({ ...server.deps, storage: { ...storage, ledger } }, sender);
    expect(await exchange.take([phone.question(), phone.standing(work)])).toBeUndefined();
    const kindsOfLines: unknown[] = [];
    for await (const lines of exchange.answer()) kindsOfLines.push(...lines.map((line) => line.slice(2, 3)));
    expect(kindsOfLines).toEqual(['l', 'h', 'z']);
  });

  test('is not given to who has not asked', async () => {
    const { person } = await aPhone();
    const sender = {
      device: person.device,
      person: person.id,
      actor: { unit: 'sample-commune', role: 'officer' as const },
    };
    const exchange = createExchange(server.deps, sender);
    expect(exchange.unasked()).toEqual({ code: 'sync/malformed' });
    expect((await exchange.answer().next()).done).toBe(true);
  });

  test('reads the small scopes first of those that the phone has nothing of, and after those that it has begun', async () => {
    const { person, phone, sync, kept } = await aPhone();
    await sync([[work]]);
    const asked = [work, ...kept.filter((scope) => scope !== work)].reverse();
    const lines = await ask(person, [phone.question(), ...asked.map((scope) => phone.standing(scope))]);
    const order = lines.flatMap((line) => {
      const scope: unknown = line.startsWith('["h"') ? JSON.parse(line)[1] : undefined;
      return typeof scope === 'string' && isScope(scope) ? [scope] : [];
    });
    const sizes = await Promise.all(
      order.slice(1).map(async (scope) => (await server.deps.storage.ledger.head(scope))?.seq ?? 0),
    );
    expect(order[0]).toBe(work);
    expect(new Set(order)).toEqual(new Set(kept));
    expect(sizes).toEqual(sizes.toSorted((one, other) => one - other));
    expect(new Set(sizes).size).toBeGreaterThan(1);
  });

  describe('lists the scopes that the phone keeps now', () => {
    const listed = (instructions: Awaited<ReturnType<Awaited<ReturnType<typeof aPhone>>['sync']>>) =>
      instructions.flatMap((instruction) => (instruction.do === 'scopes' ? [instruction.scopes] : []));

    test('with the size of each, when the standings are not just those', async () => {
      const { sync, syncAll, kept } = await aPhone();
      const [scopes = []] = listed(await sync([[work]]));
      expect(scopes.map(([scope]) => scope)).toEqual(kept);
      const head = await server.deps.storage.ledger.head(WORK);
      expect(scopes.find(([scope]) => scope === work)?.[1]).toBe(head?.seq);
      expect(listed(await syncAll())).toEqual([]);
      expect(listed(await sync([]))).toHaveLength(1);
    });

    test('not while it brings work and names some of them, but then with the next request', async () => {
      const { sync, phone } = await aPhone();
      await sync([[work]]);
      expect(listed(await sync([[work, phone.make(work, [anActivity('unlisted')])]]))).toEqual([]);
      expect(listed(await sync([[work]]))).toHaveLength(1);
    });

    test('when one of the standings is of a scope that is none of them', async () => {
      const { sync, kept } = await aPhone();
      const others = kept.map((scope) => [scope === work ? 'sample-city/work' : scope] as const);
      const answer = await sync(others);
      expect(listed(answer)).toHaveLength(1);
      expect(kinds(answer)).toContain('gone');
    });
  });
});
