/** Rows as the server writes them and as a device receives them, over a wire that may be cut after any character. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { StoredRecord } from '#sync/merge.ts';
import { SLICE_CHARS } from '#sync/version.ts';
import { receiveLine, startReceiving } from '#sync/receiver.ts';
import { slicesOf } from '#sync/rows.ts';
import { scopeRecords } from './arbitraries.ts';
import { pull, type Pulling, scope, shortened, standing, standpointOf, written } from './transfer.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });

/** Records, and a head that the device reached before. */
const pulls = fc.tuple(scopeRecords, share).map(([records, part]): readonly [readonly StoredRecord[], Pulling] => {
  const head = records.at(-1)?.seq ?? 0;
  return [records, standing(records, Math.floor(part * head))];
});

const serverBase = (records: readonly StoredRecord[]): Pulling['base'] =>
  new Map(records.map(({ id, registers }) => [id, shortened(Object.entries(registers))]));

const plain = (base: Pulling['base']): unknown =>
  [...base].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([id, registers]) => [id, registers]);

describe('a pull', () => {
  test('ends with the server’s records, wherever the device stood', () => {
    fc.assert(
      fc.property(pulls, ([records, start]) => {
        const [after] = pull(start, written(records, standpointOf(start)));
        expect(plain(after.base)).toEqual(plain(serverBase(records)));
        expect(after).toMatchObject({ at: records.length, done: records.length, staged: [], part: undefined });
      }),
      { numRuns: 300 },
    );
  });

  test('that is cut after any characters, any number of times, ends as if it had not been', () => {
    fc.assert(
      fc.property(pulls, fc.array(share, { maxLength: 12 }), ([records, start], cuts) => {
        let pulling = start;
        for (const cut of cuts) {
          if (pulling.done === records.length && records.length > 0) break;
          const text = written(records, standpointOf(pulling));
          // Whatever follows the cut is lost, with the line in which it fell.
          const [after, instructions] = pull(pulling, text.slice(0, Math.floor(cut * text.length)));
          expect(instructions.some((instruction) => instruction.do === 'break')).toBe(false);
          pulling = after;
        }
        const [after, instructions] = pull(pulling, written(records, standpointOf(pulling)));
        expect(instructions.some((instruction) => instruction.do === 'break')).toBe(false);
        expect(plain(after.base)).toEqual(plain(serverBase(records)));
        expect(after.staged).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('over a wire that carries one slice at a time never receives a character twice', () => {
    const narrative = 'ế"😀\n'.repeat(2_000);
    const record: StoredRecord = {
      table: 'activity',
      id: 'sample',
      seq: 1,
      inc: 1,
      grp: 1,
      deleted: false,
      registers: { narrative: [narrative, 1, 0, 1, 1] },
    };
    let pulling = standing([], 0);
    let carried = 0;
    for (let round = 0; round < 200 && pulling.done === 0; round += 1) {
      const lines = written([record], standpointOf(pulling)).split('\n').slice(0, 2);
      carried += lines[1]?.length ?? 0;
      [pulling] = pull(pulling, `${lines.join('\n')}\n`);
      if (pulling.at === 1) [pulling] = pull(pulling, written([record], standpointOf(pulling)));
    }
    expect(pulling.base.get('sample')?.['narrative']?.[0]).toBe(narrative);
    expect(carried).toBeLessThan(3 * JSON.stringify(narrative).length);
  });

  test('that was cut between a group and its mark begins with the mark', () => {
    const [one, two] = [1, 2].map((seq): StoredRecord => ({
      table: 'activity',
      id: `sample-${seq}`,
      seq,
      inc: seq,
      grp: seq,
      deleted: false,
      registers: { $c: [true, seq, 0, 1, seq] },
    }));
    const lines = written(one === undefined || two === undefined ? [] : [one, two], { done: 0, at: 1, inner: null });
    expect(lines.split('\n').slice(1, 5)).toEqual([
      '["c",1]',
      '["r","activity","sample-2",2,1,[[1,0,2,{"$c":true}]]]',
      '["c",2]',
      '["e",2,0]',
    ]);
  });

  test('shows nothing of a group before the group’s mark', () => {
    fc.assert(
      fc.property(pulls, share, ([records, start], cut) => {
        const text = written(records, standpointOf(start));
        const [after] = pull(start, text.slice(0, Math.floor(cut * text.length)));
        for (const first of new Set(records.map(({ grp }) => grp))) {
          const group = records.filter(({ grp }) => grp === first);
          const fresh = group.filter(({ seq }) => seq > start.done);
          // The pull replaces what it changes, and leaves the rest as it is.
          const shown = fresh.filter(({ id }) => after.base.get(id) !== start.base.get(id));
          expect([0, fresh.length]).toContain(shown.length);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('slices', () => {
  test('join to the text that they were cut from, from wherever they begin', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3_000 }), share, (text, part) => {
        const held = Math.floor(part * text.length);
        const slices = slicesOf(text, held);
        expect(text.slice(0, held) + slices.map(([, chars]) => chars).join('')).toBe(text);
        expect(slices.every(([, chars]) => chars.length > 0 && chars.length <= SLICE_CHARS)).toBe(true);
      }),
    );
  });
});

const header = JSON.stringify(['h', scope, 3, 'epoch', 0, 7, 99, 5, 0, 0, 0, 6, 12]);
const receiveAll = (lines: readonly string[]) => {
  let receiving = startReceiving();
  return lines.map((line) => {
    const [next, instruction] = receiveLine(receiving, line);
    receiving = next;
    return instruction;
  });
};

describe('the receiver', () => {
  test('acknowledges, refuses, stages, commits and finishes, in the scope of the header before', () => {
    const instructions = receiveAll([
      header,
      '["x",4,{"code":"rights/forbidden"}]',
      '["r","activity","sample",9,1,[[1,0,5,{"title":"Lễ phát động"}],[4,["place"]]]]',
      '["c",9]',
      '["e",9,123]',
      JSON.stringify(['g', scope, 'rights/not-found']),
    ]);
    expect(instructions).toEqual([
      {
        do: 'acknowledge',
        scope,
        alias: 3,
        epoch: 'epoch',
        gcSeq: 0,
        ackN: 7,
        ackH: 99,
        serverNow: 5,
        staged: 0,
        forkN: 0,
        fresh: false,
        safeN: 6,
        headSeq: 12,
      },
      { do: 'refuse', scope, n: 4, problem: { code: 'rights/forbidden' } },
      {
        do: 'stage',
        scope,
        row: {
          table: 'activity',
          id: 'sample',
          seq: 9,
          full: true,
          registers: { title: ['Lễ phát động', 5, 0, 1] },
          echoes: [[4, ['place']]],
        },
      },
      { do: 'commit', scope, seq: 9 },
      { do: 'finish', scope, seq: 9, digest: 123 },
      { do: 'gone', scope, why: 'rights/not-found' },
    ]);
  });

  test.each([
    ['is no JSON', [header, '["r",']],
    ['is of no known kind', [header, '["y",1]']],
    ['comes after a pause', [header, '["z"]', '["c",9]']],
    ['asks what only a phone asks', [header, '["q",2,2,"device-of-sample",1,1000,0,1]']],
    ['belongs to no scope', ['["c",9]']],
    ['comes after its scope is gone', [header, JSON.stringify(['g', scope, 'why']), '["c",9]']],
    ['is a slice that leaves a hole', [header, '["t",9,0,2000,"ab"]', '["t",9,5,2000,"cd"]']],
    ['joins to what is no row', [header, '["t",9,0,4,"ab"]', '["t",9,2,4,"cd"]']],
  ])('breaks at a line that %s', (_what, lines) => {
    expect(receiveAll(lines).at(-1)?.do).toBe('break');
  });

  test('starts a row anew when its slices do', () => {
    const row = '["r","activity","sample",9,1,[]]';
    const instructions = receiveAll([
      header,
      JSON.stringify(['t', 9, 0, row.length, row.slice(0, 5)]),
      JSON.stringify(['t', 9, 0, row.length, row.slice(0, 20)]),
      JSON.stringify(['t', 9, 20, row.length, row.slice(20)]),
    ]);
    expect(instructions.at(-1)?.do).toBe('stage');
  });

  test('tells of the whole exchange what belongs to no scope', () => {
    expect(
      receiveAll(['["u",5]', '["d",6]', '["l",[["commune-1/work",7]]]', '["k","ABCD-2345",5,3,1]', '["z"]']),
    ).toEqual([
      { do: 'rest', serverNow: 5 },
      { do: 'ask-again', serverNow: 6 },
      { do: 'scopes', scopes: [['commune-1/work', 7]] },
      { do: 'receipt', code: 'ABCD-2345', at: 5, taken: 3, held: 1 },
      { do: 'pause' },
    ]);
  });

  test('lets a half received row go when a scope begins from nothing', () => {
    const row = '["r","activity","sample",9,1,[]]';
    const fresh = JSON.stringify(['h', scope, 3, 'other', 0, 7, 99, 5, 0, 0, 1, 0, 12]);
    const instructions = receiveAll([
      header,
      JSON.stringify(['t', 9, 0, row.length, row.slice(0, 5)]),
      fresh,
      JSON.stringify(['t', 9, 5, row.length, row.slice(5)]),
    ]);
    expect(instructions.at(-1)?.do).toBe('break');
  });

  test('never stops working, whatever a stranger sends', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.json(), fc.string(), fc.constant(header))), (lines) => {
        expect(receiveAll(lines)).toHaveLength(lines.length);
      }),
    );
  });
});
