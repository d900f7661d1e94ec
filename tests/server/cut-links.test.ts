import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ResponseLine } from '#sync/messages.ts';
import { SLICE_CHARS } from '#sync/version.ts';
import { lineOfMutation } from '#sync/mutation.ts';
import { databases } from '#tests/support/databases.ts';
import {
  acknowledged,
  anActivity,
  askSync,
  createNumbering,
  createReplica,
  exchange,
  forkedAt,
  linesOf,
  openSampleServer,
  rowsOf,
  signInRole,
  sliceLines,
  WORK,
  type SampleServer,
} from './test-server.ts';

describe.each(databases)('A cut link to the sync door on $name', (database) => {
  let server: SampleServer;
  beforeAll(async () => {
    server = await openSampleServer(database);
  });
  afterAll(() => server.close());

  const stored = async (id: string) => server.deps.storage.ledger.record(WORK, { table: 'activity', id });
  const valueOf = async (id: string, field: string) => (await stored(id))?.registers[field]?.[0];

  test('puts slices together, says how much it holds, and takes the rest later', async () => {
    const officer = await signInRole(server, 'officer');
    const replica = createReplica(server, officer);
    // A slice ends between the two halves of each of these.
    const mutation = replica.mutation([anActivity('sliced', { narrative: '😀'.repeat(1_500) })]);
    const slices = sliceLines(mutation, lineOfMutation(mutation));
    const [header] = linesOf(await exchange(server, officer, [...replica.lines(), ...slices.slice(0, 2)]), 'h');
    expect(header?.slice(5, 9)).toEqual([0, 0, server.clock.now, 2 * SLICE_CHARS]);

    const gap = await exchange(server, officer, [...replica.lines(), ...slices.slice(3)]);
    expect(linesOf(gap, 'h')[0]?.[8]).toBe(2 * SLICE_CHARS);

    const rest = await exchange(server, officer, [...replica.lines(), ...slices.slice(2)]);
    expect(acknowledged(rest)).toBe(1);
    expect(linesOf(rest, 'x')).toEqual([]);
    expect(await valueOf('sliced', 'narrative')).toBe('😀'.repeat(1_500));
  });

  test('resumes a long row inside', async () => {
    const officer = await signInRole(server, 'officer');
    const replica = createReplica(server, officer);
    const [end] = linesOf(await replica.push(), 'e');
    const done = end?.[1] ?? 0;
    await replica.push(replica.mutation([anActivity('long', { narrative: 'dài '.repeat(1_500) })]));
    const ask = (inner: readonly [number, number] | null) =>
      exchange(server, officer, [replica.question(), replica.standing({ done, inner })]);
    const whole = linesOf(await ask(null), 't');
    expect(whole.length).toBeGreaterThan(3);
    expect(linesOf(await ask([done + 1, 2 * SLICE_CHARS]), 't')).toEqual(whole.slice(2));
  });

  test('does not send back what a cut request brought, to a device that still holds it', async () => {
    const officer = await signInRole(server, 'officer');
    const replica = createReplica(server, officer);
    const [end] = linesOf(await replica.push(), 'e');
    const done = end?.[1] ?? 0;
    const mutations = ['held-1', 'held-2', 'held-3'].map((id) => replica.mutation([anActivity(id)]));
    const lines = mutations.map(lineOfMutation);
    const asked = [replica.question(), replica.standing({ done })];
    // It never hears what became of this one.
    await exchange(server, officer, [...asked, ...lines]);

    const echoed = (answer: readonly ResponseLine[]) =>
      rowsOf(answer).map(({ id, registers, echoes }) => [
        id,
        Object.keys(registers).length === 0,
        echoes.map(([n]) => n),
      ]);
    const [first = '', second = ''] = lines;
    expect(echoed(await exchange(server, officer, [...asked, first]))).toEqual([
      ['held-1', true, [1]],
      ['held-2', true, [2]],
      ['held-3', true, [3]],
    ]);
    // It was told of the first, and has let it go.
    expect(echoed(await exchange(server, officer, [...asked, second]))).toEqual([
      ['held-1', false, []],
      ['held-2', true, [2]],
      ['held-3', true, [3]],
    ]);
    // One that brings nothing may hold nothing.
    expect(echoed(await exchange(server, officer, asked)).map(([, , echoes]) => echoes)).toEqual([[], [], []]);
  });

  test('names nothing to another life of the replica, which holds other mutations under the same numbers', async () => {
    const officer = await signInRole(server, 'officer');
    const replica = createReplica(server, officer);
    const [end] = linesOf(await replica.push(), 'e');
    const asked = [replica.question(), replica.standing({ done: end?.[1] ?? 0 })];
    const copy = createNumbering(server.clock, officer, { token: replica.token });
    await exchange(server, officer, [
      ...asked,
      ...[1, 2].map((n) => lineOfMutation(replica.mutation([anActivity(`twin-${String(n)}`)]))),
    ]);
    const other = copy.mutation([anActivity('twin-other')]);
    const answer = await exchange(server, officer, [...asked, lineOfMutation(other)]);
    expect(forkedAt(answer)).toBe(1);
    expect(rowsOf(answer).flatMap(({ echoes }) => echoes)).toEqual([]);
  });

  test('commits the complete lines of a body that is cut', async () => {
    const officer = await signInRole(server, 'officer');
    const replica = createReplica(server, officer);
    const lines = replica.lines(replica.mutation([anActivity('cut-1')]), replica.mutation([anActivity('cut-2')]));
    const text = lines.join('\n');
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        controller.enqueue(new TextEncoder().encode(text.slice(0, -20)));
      },
      pull: (controller) => {
        controller.error(new Error('the link broke'));
      },
    });
    await askSync(server, officer, body);
    expect(await stored('cut-1')).toBeDefined();
    expect(await stored('cut-2')).toBeUndefined();
    expect(acknowledged(await replica.push())).toBe(1);
  });
});
