import { PassThrough, Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { readAhead } from '#server/http/read-ahead.ts';

const KB = 1024;

/** A body of pieces of 16 KB, which counts how many were asked for. */
const aBody = (pieces: number, ending: 'ends' | 'breaks' | 'hangs' = 'ends') => {
  const seen = { pulled: 0 };
  const stream = new Readable({
    highWaterMark: 1,
    read() {
      if (seen.pulled < pieces) {
        seen.pulled += 1;
        this.push(Buffer.alloc(16 * KB, seen.pulled));
      } else if (ending === 'ends') this.push(null);
      else if (ending === 'breaks') this.destroy(new Error('the link broke'));
    },
  });
  return { stream, seen };
};

const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 50; turn += 1) await new Promise(setImmediate);
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
    // Five are kept, and Node itself holds the sixth.
    expect(seen.pulled).toBe(6);
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

  test('keeps what came in one go with the cut', async () => {
    const stream = new PassThrough();
    const body = readAhead(stream, 1024 * KB);
    await settled();
    for (const byte of [1, 2, 3]) stream.write(new Uint8Array([byte]));
    stream.destroy(new Error('the link broke'));
    const chunks = body.chunks();
    expect((await chunks.next()).value).toEqual(Buffer.from([1, 2, 3]));
    await expect(chunks.next()).rejects.toThrow('the link broke');
  });

  test('is broken, not ended, when it is closed before its end', async () => {
    const stream = new PassThrough();
    const chunks = readAhead(stream, 1024 * KB).chunks();
    const next = chunks.next();
    stream.destroy();
    await expect(next).rejects.toThrow('the link broke');
  });

  test('waits for what is still to come', async () => {
    const stream = new PassThrough();
    const chunks = readAhead(stream, 1024 * KB).chunks();
    const first = chunks.next();
    stream.write(new Uint8Array([1, 2]));
    expect((await first).value).toEqual(Buffer.from([1, 2]));
    const next = chunks.next();
    stream.end();
    expect((await next).done).toBe(true);
  });

  test('that nobody wants is read to its end and not closed, unless it is too long', async () => {
    const short = aBody(20);
    readAhead(short.stream, 1024 * KB).drop();
    await settled();
    expect([short.seen.pulled, short.stream.readableEnded]).toEqual([20, true]);
    const long = aBody(1_000);
    const body = readAhead(long.stream, 1024 * KB);
    for await (const chunk of body.chunks()) if (chunk.length > 0) break;
    for (let turn = 0; turn < 20; turn += 1) await settled();
    expect([long.stream.destroyed, long.stream.readableEnded]).toEqual([true, false]);
    expect(long.seen.pulled).toBeLessThan(70);
  });

  test('may be none at all', async () => {
    expect(await lengthOf(readAhead(undefined, KB).chunks())).toBe(0);
  });
});
