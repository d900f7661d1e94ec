/** A reading is checked by who enters for the whole unit; the agency that counted changes its figure, and cannot check it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { figuresAsText } from '#domain/reading-status.ts';
import type { Operation } from '#sync/mutation.ts';
import { databases } from '#tests/support/databases.ts';
import { createReplica, openSampleServer, refusalsOf, signInRole, type SampleServer } from './test-server.ts';

describe.each(databases)('On $name a reading', (database) => {
  let server: SampleServer;
  beforeAll(async () => {
    server = await openSampleServer(database);
  });
  afterAll(() => server.close());

  const key = {
    measure: 'checked-m',
    unit: 'sample-commune',
    agency: 'sample-agency-womens-union',
    period: '2024',
  };
  const id = Object.values(key).join('~');
  const counted = { numerator: 9, denominator: 10 };
  const send = async (role: string, values: Operation[3]) => {
    const replica = createReplica(server, await signInRole(server, role));
    return refusalsOf(await replica.push(replica.mutation([['reading', id, 0, values]])));
  };

  test('is checked by the officer, and by the recorder neither made, checked nor checked anew', async () => {
    const checked = figuresAsText(counted);
    expect(await send('recorder', { $c: true, ...key, ...counted, checked })).toEqual([[1, 'rights/forbidden']]);
    expect(await send('recorder', { $c: true, ...key, ...counted })).toEqual([]);
    expect(await send('recorder', { checked })).toEqual([[1, 'rights/forbidden']]);
    expect(await send('officer', { checked })).toEqual([]);
    expect(await send('recorder', { checked: figuresAsText({ numerator: 8 }) })).toEqual([[1, 'rights/forbidden']]);
    // What was counted may still be put right: the check then no longer speaks of it.
    expect(await send('recorder', { numerator: 8 })).toEqual([]);
    expect(await send('recorder', { checked: null })).toEqual([]);
  });
});
