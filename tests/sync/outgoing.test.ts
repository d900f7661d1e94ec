import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Scope } from '#domain/scope.ts';
import { chainHash } from '#sync/chain.ts';
import { parseRequestLine, type RequestLine } from '#sync/messages.ts';
import { SLICE_CHARS } from '#sync/version.ts';
import { lineOfMutation, type Mutation } from '#sync/mutation.ts';
import {
  FIRST_BUDGET,
  MAX_BUDGET,
  MIN_BUDGET,
  nextBudget,
  type Outgoing,
  type OutgoingScope,
  requestLines,
  sumLine,
} from '#sync/outgoing.ts';

const scope: Scope = 'commune-1/work';

const mutationsOf = (texts: readonly string[], first = 1): readonly Mutation[] => {
  let h = 0;
  return texts.map((title, index) => {
    const mutation: Omit<Mutation, 'h'> = {
      n: first + index,
      ms: 1_700_000_000_000 + index,
      ctr: 0,
      schema: 2,
      operations: [['activity', 'sample', 0, { title }]],
    };
    h = chainHash(h, mutation);
    return { ...mutation, h };
  });
};

const standing = (mutations: readonly Mutation[], staged = 0, name = scope): OutgoingScope => ({
  scope: name,
  replica: 'token-of-12c',
  epoch: 'epoch',
  gs: 0,
  size: 0,
  isLost: false,
  done: 0,
  at: 0,
  inner: null,
  xSeen: 0,
  mutations,
  staged,
});

const request = (scopes: readonly OutgoingScope[], budget: number, maxMutations = Infinity): Outgoing =>
  requestLines({
    maxMutations,
    device: 'device-of-sample',
    now: 1_700_000_000_000,
    maxBytes: 100_000,
    budget,
    wantsReceipt: false,
    scopes,
  });

const parsed = ({ lines }: Outgoing): readonly RequestLine[] =>
  lines.map((line) => {
    const message = parseRequestLine(line);
    expect(message).toBeDefined();
    return message ?? ['q', 0, 0, '', 0, 0, 0, 0];
  });

const texts = fc.array(
  fc.oneof(
    fc.string({ unit: 'binary', maxLength: 50 }),
    fc.nat(5_000).map((length) => 'ế"😀\n'.repeat(Math.ceil(length / 5))),
  ),
  { maxLength: 8 },
);
const budgets = fc.integer({ min: 0, max: 20_000 });

describe('a request', () => {
  test('sends no more mutations at once than the server takes, of all scopes together', () => {
    const waiting = (count: number) => mutationsOf(Array.from({ length: count }, () => 'x'));
    const other: Scope = 'commune-2/work';
    const both = [standing(waiting(300)), standing(waiting(300), 0, other)];
    const { sending, whole, asked } = request(both, Infinity, 500);
    expect([sending, whole, asked.length]).toEqual([{ [scope]: 300, [other]: 200 }, false, 2]);
    expect(request(both, Infinity, 600).whole).toBe(true);
  });

  test('is made of lines that the server understands: the question, then each standing before its mutations', () => {
    fc.assert(
      fc.property(texts, budgets, (list, budget) => {
        const kinds = parsed(request([standing(mutationsOf(list))], budget)).map(([kind]) => kind);
        expect(kinds.slice(0, 2)).toEqual(['q', 's']);
        expect(kinds.slice(2).every((kind) => kind === 'm' || kind === 'p')).toBe(true);
      }),
    );
  });

  test('keeps to its budget, but for the first line of work', () => {
    fc.assert(
      fc.property(texts, budgets, (list, budget) => {
        const work = request([standing(mutationsOf(list))], budget).lines.slice(2);
        const length = work.reduce((sum, line) => sum + line.length, 0);
        expect(work.length <= 1 || length <= budget).toBe(true);
      }),
    );
  });

  test('carries the oldest mutations, without a gap, and says up to which', () => {
    fc.assert(
      fc.property(texts, budgets, (list, budget) => {
        const outgoing = request([standing(mutationsOf(list))], budget);
        const numbers = parsed(outgoing).flatMap((line) => (line[0] === 'm' || line[0] === 'p' ? [line[1]] : []));
        const distinct = [...new Set(numbers)];
        expect(distinct).toEqual(distinct.map((_n, index) => index + 1));
        expect(outgoing.sending[scope]).toBe(distinct.at(-1));
        expect(outgoing.whole).toBe(outgoing.lines.length === request([standing(mutationsOf(list))], 1e9).lines.length);
      }),
    );
  });

  test('goes on where the server’s copy of a long mutation ends, and is never without work', () => {
    fc.assert(
      fc.property(texts, budgets, (list, budget) => {
        const mutations = mutationsOf(list);
        let ackN = 0;
        let staged = '';
        for (let round = 0; round < 400 && ackN < mutations.length; round += 1) {
          const before = `${ackN} ${staged.length}`;
          const rest = mutations.filter(({ n }) => n > ackN);
          for (const line of parsed(request([standing(rest, staged.length)], budget))) {
            if (line[0] === 'm') ackN = line[1];
            if (line[0] !== 'p') continue;
            const [, n, , offset, total, chars] = line;
            expect(offset).toBe(staged.length);
            staged += chars;
            if (staged.length < total) continue;
            expect(staged).toBe(
              lineOfMutation(mutations[n - 1] ?? { n: 0, h: 0, ms: 0, ctr: 0, schema: 2, operations: [] }),
            );
            [ackN, staged] = [n, ''];
          }
          expect(`${ackN} ${staged.length}`).not.toBe(before);
        }
        expect(ackN).toBe(mutations.length);
      }),
    );
  });

  test('starts a mutation anew when the server claims more of it than there is', () => {
    const [mutation] = mutationsOf(['x'.repeat(5_000)]);
    const lines = parsed(request([standing(mutation === undefined ? [] : [mutation], 9_999)], 1e6));
    expect(lines[2]).toMatchObject(['p', 1, mutation?.h, 0, expect.any(Number), expect.any(String)]);
  });

  test('carries another scope’s standing and small work behind one that fills it', () => {
    const other: Scope = 'commune-2/work';
    const outgoing = request(
      [standing(mutationsOf(['x'.repeat(9_000)])), standing(mutationsOf(['kept short']), 0, other)],
      4 * SLICE_CHARS,
    );
    expect(outgoing.whole).toBe(false);
    expect(parsed(outgoing).filter(([kind]) => kind === 's')).toHaveLength(2);
    expect(outgoing.sending).toEqual({ [scope]: 1, [other]: 1 });
  });

  test('sends nothing but its standing where the epoch is not known yet, and says that more is there', () => {
    const outgoing = request([{ ...standing(mutationsOf(['x'])), epoch: '' }], 10_000);
    expect(parsed(outgoing).map(([kind]) => kind)).toEqual(['q', 's']);
    expect(outgoing).toMatchObject({ whole: false, sending: {}, asked: [scope] });
  });

  test('names first the scopes where work waits, then what is small to read, and leaves out what does not fit', () => {
    const names = ['a-1/work', 'b-2/work', 'c-3/work'] as const;
    const [a, b, c] = names.map((name) => standing([], 0, name));
    if (a === undefined || b === undefined || c === undefined) throw new Error('no scopes');
    const waiting = standing(mutationsOf(['x']), 0, 'd-4/work');
    const scopes = [{ ...a, size: 900 }, { ...b, size: 5 }, { ...c, size: 70 }, waiting];
    expect(request(scopes, 10_000).asked).toEqual(['d-4/work', 'b-2/work', 'c-3/work', 'a-1/work']);
    const few = request(scopes, 200);
    expect(few.asked).toEqual(['d-4/work', 'b-2/work']);
    expect(few.whole).toBe(false);
  });

  test('sends what waits in a scope that is lost after all else, however old it is', () => {
    const lost = { ...standing(mutationsOf(['x'.repeat(300)]), 0, 'a-1/work'), isLost: true };
    const kept = standing(mutationsOf(['x'.repeat(300)]), 0, 'b-2/work');
    expect(request([lost, kept], 10_000).asked).toEqual(['b-2/work', 'a-1/work']);
    expect(request([lost, kept], 10).sending).toEqual({ 'b-2/work': 1 });
  });

  test('of which nothing waits is one line with the sum of all positions', () => {
    const line = sumLine({ device: 'device-of-sample', now: 5, maxBytes: 7, budget: 9, wantsReceipt: false }, 123);
    expect(JSON.parse(line)).toEqual(['q', 2, 3, 'device-of-sample', 5, 7, 123, 0]);
  });

  test('passes a link of 4 KB with three-byte letters, its answer’s header too', () => {
    const { lines } = request([standing(mutationsOf(['ế'.repeat(8_000)]))], MIN_BUDGET);
    expect(Buffer.byteLength(lines.join('\n'))).toBeLessThan(4_096 - 300);
  });
});

describe('the budget of a request', () => {
  test('doubles with an answer, halves with a cut, and stays within its bounds', () => {
    expect(nextBudget(FIRST_BUDGET, true)).toBe(2 * FIRST_BUDGET);
    expect(nextBudget(FIRST_BUDGET, false)).toBe(FIRST_BUDGET / 2);
    fc.assert(
      fc.property(fc.array(fc.boolean()), (outcomes) => {
        const budget = outcomes.reduce(nextBudget, FIRST_BUDGET);
        expect(budget >= MIN_BUDGET && budget <= MAX_BUDGET).toBe(true);
      }),
    );
  });
});
