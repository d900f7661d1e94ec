import { describe, expect, test } from 'vitest';
import { streamLines } from '#server/http/line-stream.ts';

/** A long answer, and whether what it reads from is open. */
const aReading = () => {
  const reading = { isOpen: false };
  const lines = async function* () {
    reading.isOpen = true;
    try {
      for (let nth = 0; ; nth += 1) yield await Promise.resolve([`${String(nth)}: ${'dòng '.repeat(200)}`]);
    } finally {
      reading.isOpen = false;
    }
  };
  return { reading, lines: lines() };
};

describe.each(['br', 'gzip', ''])('A streamed answer (%s)', (encoding) => {
  test('closes what it reads from when its reader goes, also before the first byte', async () => {
    for (const read of [0, 1, 40]) {
      const { reading, lines } = aReading();
      const { body } = await streamLines(lines, encoding);
      expect(reading.isOpen).toBe(true);
      const reader = body?.getReader();
      for (let nth = 0; nth < read; nth += 1) await reader?.read();
      await reader?.cancel();
      expect(reading.isOpen).toBe(false);
    }
  });
});
