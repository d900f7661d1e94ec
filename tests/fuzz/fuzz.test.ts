/** A tenth of what `npm run fuzz` sends. */
import { expect, test } from 'vitest';
import { fuzz } from './fuzz.ts';

test(
  'ten thousand requests, many of them wrong, bring no failure about and nothing to light',
  { timeout: 180_000 },
  async () => {
    const { requests, statuses, faults } = await fuzz(10_000, 20_261_122);
    expect(faults).toEqual([]);
    expect(requests).toBe(10_000);
    // Enough of them are right to come past the door.
    for (const status of [200, 201, 204, 400, 401, 403, 404, 409, 422, 429])
      expect([status, statuses[status] ?? 0]).not.toEqual([status, 0]);
  },
);
