import { describe, expect, test } from 'vitest';
import { readAhead } from '#server/http/read-ahead.ts';

const KB = 1024;

/** A body of pieces of 16 KB, which counts how many were asked for. */
const aBody = (pieces: number, ending: 'ends' | 'breaks' | 'hangs' = 'ends') => {
  const seen = { pulled: 0, cancelled: false };
  const stream = new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        if (seen.pulled < pieces) {
          seen.pulled += 1;
          controller.enqueue(new Uint8Array(16 * KB).fill(seen.pulled));
        } else if (ending === 'ends') controller.close();
        else if (ending === 'breaks') controller.error(new Error('the link broke'));
        else return new Promise(() => undefined);
        return undefined;
      },
      cancel: () => {
        seen.cancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { stream, seen };
};

const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
};

const lengthOf = async (chunks: AsyncIterable<Uint8Array>): Promise<number> => {
  let length = 0;
  for await (const chunk of chunks) length += chunk.length;
  return length;
};

describe('A body that is read ahead', () => {
  test('is read before anybody takes it, so far and no further', async () => {
    const { stream, seen } = aBody(100);
    const body = readAhead(stream, 1024 * KB);
    await settled();
    expect(seen.pulled).toBe(5);
    expect(await lengthOf(body.chunks())).toBe(1_600 * KB);
  });

  test('gives all that came before the link broke, and then says so', async () => {
    const { stream } = aBody(3, 'breaks');
    const body = readAhead(stream, 1024 * KB);
    await settled();
    const chunks = body.chunks();
    expect(((await chunks.next()).value as Uint8Array).length).toBe(48 * KB);
    await expect(chunks.next()).rejects.toThrow('the link broke');
  });

  test('waits for what is still to come', async () => {
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    const chunks = readAhead(readable, 1024 * KB).chunks();
    const first = chunks.next();
    const writer = writable.getWriter();
    await writer.write(new Uint8Array([1, 2]));
    expect((await first).value).toEqual(Buffer.from([1, 2]));
    const next = chunks.next();
    await writer.close();
    expect((await next).done).toBe(true);
  });

  test('that nobody wants is read to its end and not closed, unless it is too long', async () => {
    const short = aBody(20);
    readAhead(short.stream, 1024 * KB).drop();
    await settled();
    expect([short.seen.pulled, short.seen.cancelled]).toEqual([20, false]);
    const long = aBody(1_000);
    const body = readAhead(long.stream, 1024 * KB);
    for await (const chunk of body.chunks()) if (chunk.length > 0) break;
    for (let turn = 0; turn < 20; turn += 1) await settled();
    expect(long.seen.cancelled).toBe(true);
    expect(long.seen.pulled).toBeLessThan(70);
  });

  test('may be none at all', async () => {
    expect(await lengthOf(readAhead(null, KB).chunks())).toBe(0);
  });
});
