/** The work of a unit below as it comes from the server: whole, or not at all and why. */
import { describe, expect, test } from 'vitest';
import { readWork } from '#client/courier/opened-work.ts';
import { createServerApi } from '#client/courier/server-api.ts';
import { lineOfOpened, type OpenedLine } from '#sync/opened-work.ts';

const LINES = 'application/x-ndjson; charset=utf-8';
const bytesOf = (lines: readonly OpenedLine[]): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(lines.map((line) => `${lineOfOpened(line)}\n`).join(''));

const whole: readonly OpenedLine[] = [
  ['o', 1_700_000_000_000],
  ['s', 'xa/work'],
  ['r', 'activity', 'a', { $c: true, title: 'Trước' }],
  ['r', 'activity', 'b', { $c: true, title: 'Đã xoá sau đó' }],
  ['r', 'not-yet-known', 'x', { $c: true }],
  ['r', 'activity', 'a', { $c: true, title: 'Sau', female: 12 }],
  ['d', 'activity', 'b'],
  ['e', 9],
  ['s', 'tinh/issued'],
  ['r', 'activity', 'a', { $c: true, title: 'Của tỉnh' }],
  ['e', 3],
  ['z', 'e1.9~e2.3'],
];

/** An answer in pieces of so many bytes; after the last one the link breaks, if it is to. */
const inPieces = (bytes: Uint8Array<ArrayBuffer>, size: number, breaks = false): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start: (controller) => {
      for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size));
      if (breaks) controller.error(new TypeError('the link broke'));
      else controller.close();
    },
  });

const reading = (answer: () => Response, { online = true, known = '' } = {}) => {
  const asked: string[] = [];
  const api = createServerApi({
    fetch: (path) => {
      asked.push(path);
      return online ? Promise.resolve(answer()) : Promise.reject(new TypeError('no network'));
    },
    online: () => online,
    pack: () => Promise.reject(new Error('nothing is packed here')),
  });
  return { asked, read: () => readWork(api.askAs({ slot: 'slot', person: 'tuan' }), 'xa', known) };
};
const lines = (body: BodyInit | null, init: ResponseInit = {}) =>
  new Response(body, { headers: { 'content-type': LINES }, ...init });

describe('the work of a unit below', () => {
  test.each([1, 7, 64, 100_000])('is what stood there at the end, in pieces of %i bytes', async (size) => {
    const { read } = reading(() => lines(inPieces(bytesOf(whole), size)));
    expect(await read()).toEqual({
      ok: true,
      value: {
        at: 1_700_000_000_000,
        tag: 'e1.9~e2.3',
        rows: [
          { scope: 'xa/work', table: 'activity', id: 'a', values: { $c: true, title: 'Sau', female: 12 } },
          { scope: 'tinh/issued', table: 'activity', id: 'a', values: { $c: true, title: 'Của tỉnh' } },
        ],
      },
    });
  });

  test('is nothing new when the server says so of what is known', async () => {
    const { read, asked } = reading(() => new Response(null, { status: 204 }), { known: 'e1.9~e2.3' });
    expect(await read()).toEqual({ ok: true, value: undefined });
    expect(asked).toEqual(['/api/work/xa?known=e1.9%7Ee2.3']);
  });

  test('is not shown at all when the link broke anywhere, or the answer ends before its last line', async () => {
    const bytes = bytesOf(whole);
    const last = bytesOf(whole.slice(0, -1)).length;
    for (let cut = 0; cut <= last; cut += 29) {
      for (const breaks of [true, false]) {
        const { read } = reading(() => lines(inPieces(bytes.slice(0, cut), 50, breaks)));
        expect(await read()).toEqual({ ok: false, problem: { code: 'courier/unreachable' } });
      }
    }
  });

  test.each([
    [
      'a portal’s page',
      () => new Response('<html>', { headers: { 'content-type': 'text/html' } }),
      'courier/unreachable',
    ],
    ['a line that nobody can read', () => lines('["o",1]\n["r",5]\n["z","x"]\n'), 'sync/unreadable-answer'],
    ['a record of no scope', () => lines('["o",1]\n["r","activity","a",{}]\n["z","x"]\n'), 'sync/unreadable-answer'],
    ['a refusal', () => Response.json({ code: 'rights/forbidden' }, { status: 403 }), 'rights/forbidden'],
    [
      'a unit that is not there',
      () => Response.json({ code: 'rights/not-found' }, { status: 404 }),
      'rights/not-found',
    ],
  ])('is not taken from %s', async (_what, answer, code) => {
    expect(await reading(answer).read()).toMatchObject({ ok: false, problem: { code } });
  });

  test('is not to be had without a network', async () => {
    const { read } = reading(() => lines(null), { online: false });
    expect(await read()).toEqual({ ok: false, problem: { code: 'courier/offline' } });
  });
});
