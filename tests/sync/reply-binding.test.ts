import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Scope } from '#domain/scope.ts';
import type { StoredRecord } from '#sync/merge.ts';
import { receiveLine, startReceiving, type ReceivedRow } from '#sync/receiver.ts';
import { bindReply, timeOfReply, type AskedScope, type Bound, type StandingNow } from '#sync/reply-binding.ts';
import { createRowWriter } from '#sync/rows.ts';

const WORK: Scope = 'sample-unit/work';

const asked = (over: Partial<AskedScope> = {}): AskedScope => ({
  scope: WORK,
  replica: 'token-aaaaaa',
  epoch: 'first',
  done: 10,
  at: 10,
  inner: null,
  gs: 0,
  firstN: 4,
  lastN: 6,
  ...over,
});
const standing = (over: Partial<StandingNow> = {}): StandingNow => {
  const { firstN: _first, lastN: _last, ...rest } = asked();
  return { ...rest, ackN: 3, waiting: [4, 5, 6], ...over };
};

interface Said {
  readonly epoch?: string;
  readonly ackN?: number;
  readonly forkN?: number;
  readonly fresh?: 0 | 1;
  readonly seq?: number;
}
const header = ({ epoch = 'first', ackN = 6, forkN = 0, fresh = 0, seq = 12 }: Said = {}): string =>
  JSON.stringify(['h', WORK, 3, epoch, 0, ackN, 99, 1_000, 0, forkN, fresh, 0, seq]);
const refusal = JSON.stringify(['x', 5, { code: 'rights/forbidden' }]);
const row = (dSeq: number, groups: readonly unknown[] = [[7, 0, 500, { title: 'Một' }]]): string =>
  JSON.stringify(['r', 'activity', `a-${String(dSeq)}`, dSeq, 0, groups]);
const end = (seq = 12): string => JSON.stringify(['e', seq, 1]);

const bind = (lines: readonly string[], now = standing(), then = asked()): Bound =>
  bindReply({ lines, asked: [then], now: [now], timeOf: (serverMs) => serverMs + 5 });
const kinds = ({ lines }: Bound): string => lines.map((line) => line.slice(2, 3)).join('');

describe('A reply', () => {
  test('is taken whole by a device that stands where it stood, with the time moved', () => {
    const bound = bind([header(), refusal, row(11), row(1), end()]);
    expect(bound.lines.slice(1)).toEqual([refusal, row(11), row(1), end()]);
    expect(JSON.parse(bound.lines[0] ?? '')).toEqual(['h', WORK, 3, 'first', 0, 6, 99, 1_005, 0, 0, 0, 0, 12]);
    expect(bound).toMatchObject({ acknowledged: 3, isStale: false, isNewer: false });
  });

  test.each<readonly [why: string, now: StandingNow, lines: readonly string[]]>([
    ['of another life of the replica', standing({ replica: 'token-bbbbbb' }), [header(), end()]],
    ['of an epoch that the device has left', standing({ epoch: 'second' }), [header(), end()]],
    ['that acknowledges less than the device knows', standing({ ackN: 7, waiting: [] }), [header(), end()]],
    ['that begins anew what the device has read on', standing({ done: 11, at: 11 }), [header({ fresh: 1 }), end()]],
    ['of a new epoch, read on since', standing({ done: 11, at: 11 }), [header({ epoch: 'second' }), end()]],
  ])('%s is left out, and what was acknowledged is counted nevertheless', (_why, now, lines) => {
    expect(bind(lines, now)).toMatchObject({ lines: [], isStale: true });
  });

  test('of a new epoch is taken by a device that stands where it stood, though it acknowledges less', () => {
    expect(kinds(bind([header({ epoch: 'second', ackN: 1 }), end()]))).toBe('he');
  });

  test('gives what it acknowledges and refuses, and no row, to a device that is half-way through other rows', () => {
    const lines = [header(), refusal, row(11), end()];
    expect(kinds(bind(lines, standing({ done: 10, at: 11 })))).toBe('hx');
    expect(kinds(bind(lines, standing({ inner: [11, 512] })))).toBe('hx');
    expect(kinds(bind(lines, standing({ done: 13, at: 13 })))).toBe('hx');
  });

  test('leaves out rows from one on that names a mutation which is no longer here', () => {
    const named = row(1, [[5, ['title']]]);
    const lines = [header(), row(11), named, end()];
    expect(kinds(bind(lines))).toBe('hrre');
    const readOn = { done: 10, at: 10, gs: 1 };
    expect(kinds(bind(lines, standing({ ...readOn, waiting: [5, 6] })))).toBe('hrre');
    expect(kinds(bind(lines, standing({ ...readOn, ackN: 5, waiting: [6] })))).toBe('hr');
  });

  test('counts the mutations of its own file alone, up to a fork', () => {
    expect(bind([header({ ackN: 5 }), end()]).acknowledged).toBe(2);
    expect(bind([header({ ackN: 9 }), end()]).acknowledged).toBe(3);
    expect(bind([header({ ackN: 3 }), end()]).acknowledged).toBe(0);
    expect(bind([header({ ackN: 6, forkN: 5 }), end()]).acknowledged).toBe(1);
    expect(bind([header(), end()], standing(), asked({ firstN: 0, lastN: 0 })).acknowledged).toBe(0);
  });

  test('about a scope of which nothing was asked, or which is gone, is left out', () => {
    const lines = [header(), end()];
    const timeOf = (ms: number) => ms;
    expect(bindReply({ lines, asked: [], now: [standing()], timeOf })).toMatchObject({ lines: [], isStale: true });
    expect(bindReply({ lines, asked: [asked()], now: [], timeOf })).toMatchObject({ lines: [], isStale: true });
  });

  test('says that a scope is gone to the replica that asked, and to no later one', () => {
    const gone = JSON.stringify(['g', WORK, 'rights/not-found']);
    expect(kinds(bind([header(), gone]))).toBe('hg');
    expect(bind([gone], standing({ replica: 'token-bbbbbb' }))).toMatchObject({ lines: [], isStale: true });
  });

  test('says so to no device that has read on, or knows more than the header that was left out', () => {
    const gone = JSON.stringify(['g', WORK, 'rights/not-found']);
    const readOn = bind([header(), gone], standing({ done: 11, at: 11 }));
    expect([kinds(readOn), readOn.isStale]).toEqual(['h', true]);
    expect(bind([header(), gone], standing({ ackN: 7, waiting: [] }))).toMatchObject({ lines: [], isStale: true });
  });

  test('to a file that is not remembered names no scopes', () => {
    const timeOf = (ms: number) => ms;
    const list = JSON.stringify(['l', [[WORK, 12]]]);
    expect(bindReply({ lines: [list], asked: [], now: [standing()], timeOf }).lines).toEqual([]);
  });

  test('names the scopes of today only to a device that stands where it stood', () => {
    const list = JSON.stringify(['l', [[WORK, 12]]]);
    const pauseAndReceipt = [JSON.stringify(['z']), JSON.stringify(['k', 'AB12-CD34', 5, 1, 0])];
    expect(kinds(bind([list, header(), end(), ...pauseAndReceipt]))).toBe('lhezk');
    expect(kinds(bind([list, header(), end(), ...pauseAndReceipt], standing({ done: 11, at: 11 })))).toBe('hezk');
  });

  test('that an app of tomorrow would understand is taken up to the first line that this one does not', () => {
    const bound = bind([header(), row(11), '["w","what?"]', end()]);
    expect(kinds(bound)).toBe('hr');
    expect(bound.isNewer).toBe(true);
  });
});

/** Records in the order of their seq, with several registers and stamps each. */
const records = fc
  .array(
    fc.record({
      gap: fc.integer({ min: 1, max: 3 }),
      fields: fc.array(fc.tuple(fc.constantFrom('title', 'place', 'female'), fc.integer({ min: 0, max: 9 })), {
        minLength: 1,
        maxLength: 3,
      }),
      long: fc.boolean(),
    }),
    { maxLength: 12 },
  )
  .map((all) => {
    let seq = 0;
    return all.map(({ gap, fields, long }, index): StoredRecord => {
      seq += gap;
      const text = long ? 'dài '.repeat(400) : 'ngắn';
      return {
        table: 'activity',
        id: `a-${String(index)}`,
        seq,
        inc: 1,
        grp: seq,
        deleted: false,
        registers: Object.fromEntries(
          fields.map(([field, at]) => [field, [text, 1_000 + at, at % 2, 2 + (at % 3), seq]] as const),
        ),
      };
    });
  });

const received = (lines: readonly string[]): readonly ReceivedRow[] => {
  let state = startReceiving();
  const rows: ReceivedRow[] = [];
  for (const line of lines) {
    const [next, instruction] = receiveLine(state, line);
    state = next;
    if (instruction.do === 'stage') rows.push(instruction.row);
    if (instruction.do === 'break') throw new Error(`broken at ${line}`);
  }
  return rows;
};

test('A device that has read on to any later place takes exactly the rows that it lacks, as they were sent', () => {
  fc.assert(
    fc.property(records, fc.nat({ max: 30 }), fc.nat({ max: 30 }), (all, from, further) => {
      const head = all.at(-1)?.seq ?? 0;
      const then = asked({ done: Math.min(from, head), at: Math.min(from, head) });
      const place = Math.min(then.done + further, head);
      const writer = createRowWriter({ done: then.done, at: then.at, inner: null });
      const body = all.filter(({ seq }) => seq > then.done).flatMap((record) => writer.row(record));
      const lines = [header({ seq: head }), ...body, ...writer.end(head, 1)];

      const bound = bind(lines, standing({ done: place, at: place }), then);
      const expected = received(lines).filter(({ seq }) => seq > place);
      expect(received(bound.lines)).toEqual(expected);
      expect(bound.lines.at(-1)).toBe(lines.at(-1));
    }),
  );
});

describe('The time in a reply', () => {
  const HOUR = 60 * 60_000;
  const server = 1_000 * HOUR;
  test('says nothing new to a device whose clock could be right', () => {
    const clock = { madeAt: server - HOUR, now: server + 50 * HOUR };
    expect(timeOfReply(server, { ...clock, estimate: clock.now })).toBe(clock.now);
    expect(timeOfReply(server, { ...clock, estimate: clock.now + 7 })).toBe(clock.now + 7);
  });

  test('moves a clock that is behind the answer, or was ahead of it when the file was made', () => {
    const behind = { madeAt: server - 30 * HOUR, now: server - 20 * HOUR };
    expect(timeOfReply(server, { ...behind, estimate: behind.now })).toBe(server);
    const ahead = { madeAt: server + 90 * HOUR, now: server + 95 * HOUR };
    expect(timeOfReply(server, { ...ahead, estimate: ahead.now })).toBe(server + 5 * HOUR);
  });

  test('stands at the answer’s for a clock that was set back while the file was on its way', () => {
    const clock = { madeAt: server + HOUR, now: server - HOUR };
    expect(timeOfReply(server, { ...clock, estimate: clock.now })).toBe(server);
  });
});
