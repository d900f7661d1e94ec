import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databases } from '#tests/support/databases.ts';
import { openSampleServer, post, signInRole, type SampleServer } from './test-server.ts';

describe.each(databases)('An incident told on $name', (database) => {
  let server: SampleServer;
  beforeAll(async () => {
    server = await openSampleServer(database);
  });
  afterAll(() => server.close());

  const incident = { kind: 'data-cleared', at: 1_730_000_000_000, unsent: 3 };

  test('stands in the audit trail of the person’s unit, in codes', async () => {
    const { headers, device } = await signInRole(server, 'officer');
    expect((await post(server, '/api/incident', incident, headers)).status).toBe(204);
    expect((await post(server, '/api/incident', { ...incident, unsent: null }, headers)).status).toBe(204);
    const rows = await server.opened.database
      .selectFrom('audit')
      .selectAll()
      .where('scope', '=', 'sample-commune/directory')
      .where('what', '=', 'data-cleared')
      .orderBy('n')
      .execute();
    expect(rows).toMatchObject([
      { person: 'sample-officer', device, object: 'at 1730000000000, unsent 3', result: 'done' },
      { person: 'sample-officer', device, object: 'at 1730000000000, unsent unknown', result: 'done' },
    ]);
  });

  test.each([
    { ...incident, kind: 'anything' },
    { ...incident, unsent: -1 },
    { ...incident, at: 'now' },
    { ...incident, text: 'Lan Mẫu' },
    { kind: 'data-cleared' },
  ])('is refused when it is not one: %j', async (body) => {
    const { headers } = await signInRole(server, 'officer');
    expect((await post(server, '/api/incident', body, headers)).status).toBe(400);
  });
});
