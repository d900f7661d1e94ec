import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { unpacked } from '#server/http/unpacked.ts';

async function* inPieces(bytes: Uint8Array, size: number, isCut = false) {
  for (let from = 0; from < bytes.length; from += size) yield await Promise.resolve(bytes.subarray(from, from + size));
  if (isCut) throw new Error('the link broke');
}

/** What was given, and whether it ended with an error. */
const read = async (packed: AsyncIterable<Uint8Array>) => {
  const given: Uint8Array[] = [];
  try {
    for await (const bytes of unpacked(packed)) given.push(bytes);
  } catch {
    return { text: Buffer.concat(given).toString(), broke: true };
  }
  return { text: Buffer.concat(given).toString(), broke: false };
};

describe('A packed body', () => {
  test('is the text that was packed, in whatever pieces it comes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ maxLength: 3_000, unit: 'grapheme' }),
        fc.integer({ min: 1, max: 500 }),
        async (text, size) => {
          expect(await read(inPieces(gzipSync(text), size))).toEqual({ text, broke: false });
        },
      ),
      { numRuns: 50 },
    );
  });

  test('that is cut gives what came before the cut, and tells of it', async () => {
    const lines = Array.from({ length: 400 }, (_, nth) => `dòng thứ ${String(nth)} ${String((nth * 7_919) % 1_000)}\n`);
    const packed = gzipSync(lines.join(''));
    const half = packed.subarray(0, packed.length / 2);
    const { text, broke } = await read(inPieces(half, 100, true));
    expect(broke).toBe(true);
    expect(lines.join('').startsWith(text)).toBe(true);
    expect(text.length).toBeGreaterThan(lines.join('').length / 4);
  });

  test('that is no gzip is told so', async () => {
    expect(await read(inPieces(Buffer.from('["q",2]\n'), 3))).toEqual({ text: '', broke: true });
  });

  test('is unpacked no further than it is read', async () => {
    const packed = gzipSync(Buffer.alloc(200 * 1024 * 1024));
    let given = 0;
    let asked = 0;
    const counted = async function* () {
      for await (const piece of inPieces(packed, 1_024)) {
        asked += piece.length;
        yield piece;
      }
    };
    for await (const bytes of unpacked(counted())) {
      given += bytes.length;
      if (given > 1024 * 1024) break;
    }
    expect(given).toBeLessThan(2 * 1024 * 1024);
    expect(asked).toBeLessThan(packed.length / 10);
  });
});
