import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { packLines } from '#client/courier/pack-lines.ts';

describe('The lines of a request', () => {
  test('are packed when there is enough of them, and are the same lines', async () => {
    const lines = Array.from({ length: 40 }, (_, n) => JSON.stringify(['m', n, 'Lễ phát động Tháng hành động']));
    const { body, encoding } = await packLines(lines);
    expect(encoding).toBe('gzip');
    expect(body.length).toBeLessThan(lines.join('\n').length / 4);
    expect(gunzipSync(body).toString()).toBe(`${lines.join('\n')}\n`);
  });

  test('go as they are when they are few', async () => {
    expect(await packLines(['["q"]', '["s"]'])).toEqual({ body: '["q"]\n["s"]\n' });
  });
});
