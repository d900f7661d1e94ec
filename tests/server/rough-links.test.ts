import { describe, expect, test } from 'vitest';
import { createRoughLinks } from '#server/http/rough-links.ts';

const MINUTE = 60_000;

describe('A link that broke', () => {
  test('counts as rough for ten minutes from the last time on', () => {
    let now = 0;
    const links = createRoughLinks(() => now);
    expect(links.isRough('phone')).toBe(false);
    links.broke('phone');
    now = 6 * MINUTE;
    links.broke('phone');
    now = 15 * MINUTE;
    expect([links.isRough('phone'), links.isRough('another phone')]).toEqual([true, false]);
    now = 16 * MINUTE;
    expect(links.isRough('phone')).toBe(false);
  });

  test('is forgotten when so many others broke after it', () => {
    const links = createRoughLinks(() => 0, 2);
    for (const device of ['first', 'second', 'first', 'third']) links.broke(device);
    expect(['first', 'second', 'third'].map(links.isRough)).toEqual([true, false, true]);
  });
});
