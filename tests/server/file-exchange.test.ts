/** A phone without a network, whoever carries its files, and the server: all three are the real ones. */
// Before anything that knows IndexedDB.
import 'fake-indexeddb/auto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createFileExchange, type FileExchange, type TakenReply } from '#client/courier/file-exchange.ts';
import { createFileNotes } from '#client/courier/file-notes.ts';
import { FACT } from '#client/store/device.ts';
import { createFileSeals } from '#client/store/file-seals.ts';
import type { Me } from '#client/store/shown.ts';
import type { Store } from '#client/store/store.ts';
import type { Problem } from '#domain/problem.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { Bytes } from '#sync/exchange-file.ts';
import { requestLines } from '#sync/outgoing.ts';
import { anActivity, must, openTestStore, storeDeps } from '#tests/client/store/world.ts';
import { valuesOf } from '#domain/values.ts';
import { databases } from '#tests/support/databases.ts';
import {
  aDevice,
  askSync,
  openSampleServer,
  signInRole,
  WORK,
  type SampleServer,
  type SignedPerson,
} from './test-server.ts';

interface Phone {
  readonly person: SignedPerson;
  readonly store: Store;
  readonly files: FileExchange;
  readonly deliver: (bytes: Bytes) => Promise<Result<Response>>;
}

describe.each(databases)('Work carried as a file, on $name,', (database) => {
  let server: SampleServer;
  let other: SampleServer;
  let lan: Phone;
  let carrier: Phone;
  let serial = 0;
  beforeAll(async () => {
    server = await openSampleServer(database);
    other = await openSampleServer(database);
  });
  afterAll(async () => {
    await server.close();
    await other.close();
  });
  beforeEach(async () => {
    serial += 1;
    server.clock.now += 60_000;
    lan = await openPhone('officer');
    carrier = await openPhone('leader');
  });

  const deliverTo =
    (at: SampleServer, person: SignedPerson) =>
    async (bytes: Bytes): Promise<Result<Response>> => {
      const headers = { 'Content-Type': 'application/octet-stream', ...person.headers };
      const response = await at.app.request('/api/files', { method: 'POST', headers, body: bytes }, {});
      if (response.status === 200) return ok(response);
      const problem: Problem = await response.json();
      return fail(problem);
    };

  const openPhone = async (role: string, at = server, fileChars = 1_000_000): Promise<Phone> => {
    const device = aDevice();
    const person = await signInRole(at, role, device);
    const response = await at.app.request('/api/me', { headers: person.headers }, {});
    const { me, fileKey }: { me: Me; fileKey: string } = await response.json();
    const now = () => at.clock.now;
    const store = await openTestStore(person.slot, storeDeps({ now }), me);
    await store.facts.write(FACT.replicaSecret, person.answer.replicaSecret);
    await store.facts.write(FACT.fileKey, fileKey);
    const deliver = deliverTo(at, person);
    const seals = createFileSeals(store, device);
    const files = createFileExchange({ store, device, now, deliver, seals, fileChars, notes: createFileNotes(store) });
    return { person, store, files, deliver };
  };

  /** One exchange over the network, to the end. */
  const meetNetwork = async ({ store, person }: Phone): Promise<void> => {
    const { scopes, receipt } = must(await store.beginExchange());
    const question = { device: person.device, now: server.clock.now, maxBytes: 1e6, budget: 1e6, wantsReceipt: false };
    const { lines, sending } = requestLines({ ...question, scopes });
    store.markSending(sending);
    const response = await askSync(server, person, lines.map((line) => `${line}\n`).join(''));
    must(await receipt.take((await response.text()).split('\n').filter((line) => line !== '')));
    must(await receipt.end());
    store.markSending({});
    expect(receipt.problem()).toBeUndefined();
  };

  const idOf = (name: string) => `${name}-${String(serial)}`;
  const record = async ({ store }: Phone, name: string, title = 'Ghi khi không có mạng'): Promise<void> => {
    server.clock.now += 1_000;
    const fields = anActivity({ title, agency: 'sample-agency-commune' });
    must(
      await store.save([{ table: 'activity', id: idOf(name), values: { $c: true, ...valuesOf('activity', fields) } }]),
    );
  };
  const edit = async ({ store }: Phone, name: string, title: string): Promise<void> => {
    server.clock.now += 1_000;
    must(await store.save([{ table: 'activity', id: idOf(name), values: { title } }]));
  };
  const shown = async ({ store }: Phone, name: string) => {
    const found = await store.activity(idOf(name));
    return found && { title: found.fields.title, state: found.state };
  };

  const make = async (phone: Phone): Promise<Bytes> => {
    const { files } = must(await phone.files.make());
    expect(files).toHaveLength(1);
    return files[0]?.bytes ?? new Uint8Array();
  };
  const carry = async (bytes: Bytes): Promise<Bytes> => must(await carrier.files.carry(bytes));
  const take = async (phone: Phone, bytes: Bytes): Promise<TakenReply> => {
    const taken = must(await phone.files.takeReply(bytes));
    expect(taken.problem).toBeUndefined();
    return taken;
  };
  const stateOf = async () => {
    const { database: tables } = server.opened;
    const head = await tables.selectFrom('scope_head').select(['seq', 'dig']).where('scope', '=', WORK).execute();
    const lives = await tables.selectFrom('dev').select(['alias', 'last_n']).where('scope', '=', WORK).execute();
    return { head, lives };
  };

  test('is sent once the reply is taken, and brings what others wrote meanwhile', async () => {
    await meetNetwork(lan);
    const hoa = await openPhone('officer');
    await meetNetwork(hoa);
    await record(hoa, 'theirs', 'Của người khác');
    await meetNetwork(hoa);

    await record(lan, 'mine');
    const file = await make(lan);
    expect(await shown(lan, 'mine')).toEqual({ title: 'Ghi khi không có mạng', state: 'on-device' });
    const reply = await carry(file);
    expect(await take(lan, reply)).toMatchObject({ changes: 1, acknowledged: 1, isComplete: true, isStale: false });
    expect(await shown(lan, 'mine')).toEqual({ title: 'Ghi khi không có mạng', state: 'sent' });
    expect(await shown(lan, 'theirs')).toEqual({ title: 'Của người khác', state: 'sent' });
    expect(lan.store.waiting()).toBe(0);
    expect(lan.store.receipts()).toHaveLength(1);
  });

  test('changes nothing when it is delivered, and its reply taken, a second time', async () => {
    await meetNetwork(lan);
    await record(lan, 'mine');
    const file = await make(lan);
    await take(lan, await carry(file));
    const before = await stateOf();
    const again = await carry(file);
    expect(await stateOf()).toEqual(before);
    expect(await take(lan, again)).toMatchObject({ acknowledged: 1 });
    expect(await shown(lan, 'mine')).toMatchObject({ state: 'sent' });
    await meetNetwork(lan);
    expect(await stateOf()).toEqual(before);
  });

  test('and then by the network is taken once, and a late reply changes nothing', async () => {
    await meetNetwork(lan);
    await record(lan, 'mine');
    const file = await make(lan);
    const reply = await carry(file);
    await meetNetwork(lan);
    await edit(lan, 'mine', 'Sửa sau đó');
    await meetNetwork(lan);
    const before = await stateOf();

    await take(lan, reply);
    expect(await shown(lan, 'mine')).toEqual({ title: 'Sửa sau đó', state: 'sent' });
    expect(lan.store.waiting()).toBe(0);
    await meetNetwork(lan);
    expect(await stateOf()).toEqual(before);
  });

  test('after the network is taken once', async () => {
    await meetNetwork(lan);
    await record(lan, 'mine');
    const file = await make(lan);
    await meetNetwork(lan);
    const before = await stateOf();
    const reply = await carry(file);
    expect(await stateOf()).toEqual(before);
    expect(await take(lan, reply)).toMatchObject({ changes: 1, acknowledged: 1 });
    expect(await shown(lan, 'mine')).toMatchObject({ state: 'sent' });
    await meetNetwork(lan);
    expect(await stateOf()).toEqual(before);
  });

  test.each(['in order', 'the other way round'])('in two files is taken once, their replies read %s', async (order) => {
    await meetNetwork(lan);
    await record(lan, 'first');
    const one = await make(lan);
    await record(lan, 'second');
    const two = await make(lan);
    const replies = [await carry(one), await carry(two)];
    const before = await stateOf();
    for (const reply of order === 'in order' ? replies : replies.toReversed()) await take(lan, reply);
    expect(await shown(lan, 'first')).toMatchObject({ state: 'sent' });
    expect(await shown(lan, 'second')).toMatchObject({ state: 'sent' });
    expect(lan.store.waiting()).toBe(0);
    await meetNetwork(lan);
    expect(await stateOf()).toEqual(before);
  });

  test('in two files that were delivered the other way round is taken once as well', async () => {
    await meetNetwork(lan);
    await record(lan, 'first');
    const one = await make(lan);
    await record(lan, 'second');
    const two = await make(lan);
    const [later, earlier] = [await carry(two), await carry(one)];
    const before = await stateOf();
    await take(lan, earlier);
    await take(lan, later);
    expect(lan.store.waiting()).toBe(0);
    await meetNetwork(lan);
    expect(await stateOf()).toEqual(before);
  });

  test('never goes back behind what the network brought', async () => {
    await meetNetwork(lan);
    await record(lan, 'mine');
    await meetNetwork(lan);
    const hoa = await openPhone('officer');
    await meetNetwork(hoa);
    const asked = await make(lan);
    await edit(hoa, 'mine', 'Lần một');
    await meetNetwork(hoa);
    const reply = await carry(asked);
    await edit(hoa, 'mine', 'Lần hai');
    await record(hoa, 'theirs');
    await meetNetwork(hoa);
    await meetNetwork(lan);
    await take(lan, reply);
    expect(await shown(lan, 'mine')).toEqual({ title: 'Lần hai', state: 'sent' });
    await meetNetwork(lan);
    expect(await shown(lan, 'theirs')).toBeDefined();
  });

  test('that is too much for one file goes in several, each of which needs the one before it', async () => {
    const phone = await openPhone('officer', server, 500);
    await meetNetwork(phone);
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) await record(phone, name);
    const { files } = must(await phone.files.make());
    expect(files.length).toBeGreaterThan(2);
    expect(files.reduce((sum, { changes }) => sum + changes, 0)).toBe(6);

    const [first, second] = files;
    const early = await carry(second?.bytes ?? new Uint8Array());
    expect(await take(phone, early)).toMatchObject({ acknowledged: 0 });
    expect(phone.store.waiting()).toBe(6);
    await take(phone, await carry(first?.bytes ?? new Uint8Array()));
    for (const { bytes } of files.slice(1)) {
      const taken = await take(phone, await carry(bytes));
      expect(taken.acknowledged).toBe(taken.changes);
    }
    expect(phone.store.waiting()).toBe(0);
    const before = await stateOf();
    await meetNetwork(phone);
    expect(await stateOf()).toEqual(before);
  });

  test('of a phone that never met the server waits for the first reply, and goes with the next file', async () => {
    await record(lan, 'mine');
    const made = must(await lan.files.make());
    expect(made).toMatchObject({ notYet: 1, files: [{ changes: 0 }] });
    await take(lan, await carry(made.files[0]?.bytes ?? new Uint8Array()));
    expect(await shown(lan, 'mine')).toMatchObject({ state: 'on-device' });
    expect(await take(lan, await carry(await make(lan)))).toMatchObject({ changes: 1, acknowledged: 1 });
    expect(await shown(lan, 'mine')).toMatchObject({ state: 'sent' });
  });

  test('that is refused comes back with its reason, and blocks nothing', async () => {
    await meetNetwork(lan);
    await record(lan, 'mine');
    await server.deps.storage.accounts.setRole(lan.person.id, 'leader');
    try {
      expect(await take(lan, await carry(await make(lan)))).toMatchObject({ acknowledged: 1 });
      expect(await shown(lan, 'mine')).toMatchObject({ state: 'to-fix' });
      expect(lan.store.refused().map(({ problem }) => problem.code)).toEqual(['rights/forbidden']);
    } finally {
      await server.deps.storage.accounts.setRole(lan.person.id, 'officer');
    }
  });

  test('is not sent by taking a reply that was changed, is another’s, or is none', async () => {
    await meetNetwork(lan);
    await record(lan, 'mine');
    const file = await make(lan);
    const reply = await carry(file);
    const changed = new Uint8Array(reply);
    changed[reply.length - 1] = (changed[reply.length - 1] ?? 0) ^ 1;
    const hoa = await openPhone('officer');
    const faultOf = async (phone: Phone, bytes: Bytes): Promise<string> => {
      const taken = await phone.files.takeReply(bytes);
      return taken.ok || taken.problem.code !== 'file/unfit' ? 'none' : taken.problem.why;
    };
    expect(await faultOf(lan, changed)).toBe('damaged');
    expect(await faultOf(lan, reply.slice(0, -1))).toBe('damaged');
    expect(await faultOf(hoa, reply)).toBe('other-workbook');
    expect(await faultOf(lan, file)).toBe('is-request');
    expect(await faultOf(lan, new Uint8Array())).toBe('empty');
    expect(await shown(lan, 'mine')).toMatchObject({ state: 'on-device' });
    expect(await take(lan, reply)).toMatchObject({ acknowledged: 1 });
  });

  test('is not given to another server, not even by a carrier whose phone does not know better', async () => {
    await record(lan, 'mine');
    const file = await make(lan);
    const stranger = await openPhone('officer', other);
    const refused = { ok: false, problem: { code: 'file/unfit', why: 'other-server' } };
    expect(await stranger.files.carry(file)).toEqual(refused);
    expect(await stranger.deliver(file)).toEqual(refused);
    await stranger.store.facts.drop(FACT.fileKey);
    expect(await stranger.files.carry(file)).toEqual(refused);
  });

  test('is not made without the keys, and nothing is lost by that', async () => {
    await record(lan, 'mine');
    await lan.store.facts.drop(FACT.fileKey);
    expect(await lan.files.make()).toEqual({ ok: false, problem: { code: 'file/unfit', why: 'no-key' } });
    expect(lan.store.waiting()).toBe(1);
  });

  test('does not move the phone’s idea of the time by the days of its journey', async () => {
    await meetNetwork(lan);
    await record(lan, 'mine');
    const reply = await carry(await make(lan));
    server.clock.now += 5 * 24 * 60 * 60_000;
    await take(lan, reply);
    expect(lan.store.clockAheadMs()).toBe(0);
  });

  test('is remembered until its reply has come', async () => {
    await meetNetwork(lan);
    await record(lan, 'mine');
    const reply = await carry(await make(lan));
    expect(await lan.files.made()).toMatchObject([{ changes: 1, answeredAt: null }]);
    await take(lan, reply);
    expect(await lan.files.made()).toMatchObject([{ changes: 1, answeredAt: server.clock.now }]);
  });

  test('whose answer was no reply was not delivered', async () => {
    const file = await make(lan);
    const behindPortal = createFileExchange({
      store: carrier.store,
      device: carrier.person.device,
      now: () => server.clock.now,
      deliver: async () => ok(new Response('<html>Please sign in to this network</html>')),
      seals: createFileSeals(carrier.store, carrier.person.device),
      fileChars: 1_000_000,
      notes: createFileNotes(carrier.store),
    });
    expect(await behindPortal.carry(file)).toEqual({ ok: false, problem: { code: 'courier/unreachable' } });
  });
});
