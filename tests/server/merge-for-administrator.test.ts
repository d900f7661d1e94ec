/** An administrator lets units below the own one merge: looks first, then does it; elsewhere they find nothing. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addPerson, addUnit, COMMAND_LINE, type NewAccount } from '#server/actions/administration.ts';
import { readUnits } from '#server/actions/units.ts';
import { databases } from '#tests/support/databases.ts';
import { openSampleServer, post, signInAs, type SampleServer } from './test-server.ts';
import { addProvince, done, type Province } from './three-communes.ts';

const FROM = '2025-07-01';

describe.each(databases)('An administrator who lets units merge, on $name', (database) => {
  let server: SampleServer;
  let place: Province;
  beforeEach(async () => {
    server = await openSampleServer(database);
    place = await addProvince(server);
  });
  afterEach(() => server.close());

  const ids = () => place.communes.map(({ id }) => id);
  const into = () => ({ name: 'Phường Mẫu', kind: 'phường', officialCode: '97001', parent: place.province });
  const ask = async (path: string, body: object, account: NewAccount = place.administrator) => {
    const { headers } = await signInAs(server, account);
    const response = await post(
      server,
      `/api/units/${path}`,
      { units: ids(), into: into(), from: FROM, ...body },
      headers,
    );
    return { status: response.status, body: await response.json() };
  };
  const unitsHead = () => server.deps.storage.ledger.head('root/units');

  test('is told first what follows, and nothing is written', async () => {
    const before = await unitsHead();
    const hamlet = done(await addUnit(server.deps, COMMAND_LINE, { name: 'Thôn Một', kind: 'thôn', parent: ids()[0] }));
    const after = await unitsHead();
    expect(await ask('merge/preview', {})).toEqual({
      status: 200,
      body: { last: '2025-06-30', above: place.province, below: [hamlet.id], people: 3 },
    });
    const [first = '', second = ''] = ids();
    expect((await ask('merge/preview', { units: [first], into: second })).body).toMatchObject({
      above: place.district,
      people: 1,
    });
    expect(await unitsHead()).toEqual(after);
    expect(after).not.toEqual(before);
  });

  test('has the new unit in place of the old ones, and the trail says who did it', async () => {
    const { status, body } = await ask('merge', {});
    expect(status).toBe(201);
    const { byId, lines } = await readUnits(server.deps.storage.ledger);
    expect(byId.get(body.id)).toMatchObject({ name: 'Phường Mẫu', from: FROM, officialCode: '97001' });
    expect(ids().map((id) => byId.get(id)?.to)).toEqual(['2025-06-30', '2025-06-30', '2025-06-30']);
    expect(lines.filter(({ unit, relation }) => unit === body.id && relation === 'predecessor')).toHaveLength(3);
    const trail = await server.opened.database
      .selectFrom('audit')
      .selectAll()
      .where('scope', '=', `${String(body.id)}/directory`)
      .execute();
    const { id: person } = await signInAs(server, place.administrator);
    expect(trail.map(({ what, person: who }) => [what, who])).toEqual([['merge-units', person]]);
  });

  test('ends neither the own unit nor one that is not below it, and makes none elsewhere', async () => {
    const before = await unitsHead();
    const [first = '', second = ''] = ids();
    const other = done(
      await addUnit(server.deps, COMMAND_LINE, { name: 'Tỉnh Khác', kind: 'tỉnh', parent: undefined }),
    );
    const foreign = done(await addUnit(server.deps, COMMAND_LINE, { name: 'Xã Khác', kind: 'xã', parent: other.id }));
    const after = await unitsHead();
    const refused = async (body: object) => {
      const answers = [await ask('merge', body), await ask('merge/preview', body)];
      expect(answers[0]).toEqual(answers[1]);
      return [answers[0]?.status, answers[0]?.body.code];
    };
    expect(await refused({ units: [first, foreign.id] })).toEqual([404, 'rights/not-found']);
    expect(await refused({ units: [first], into: foreign.id })).toEqual([404, 'rights/not-found']);
    expect(await refused({ into: { ...into(), parent: other.id } })).toEqual([404, 'rights/not-found']);
    expect(await refused({ units: [first, 'nowhere'] })).toEqual([404, 'rights/not-found']);
    expect(await refused({ units: [place.province] })).toEqual([403, 'rights/forbidden']);
    expect(await refused({ units: [first], into: place.province })).toEqual([403, 'rights/forbidden']);
    expect(await refused({ units: [first, second], into: second })).toEqual([409, 'unit/circle']);
    expect(await refused({ from: '2025-02-30' })).toEqual([422, 'field/not-a-date']);
    expect(await refused({ units: [] })).toEqual([400, 'request/malformed']);
    expect(await refused({ into: { ...into(), name: '  ' } })).toEqual([400, 'request/malformed']);
    expect(await unitsHead()).toEqual(after);
    expect(after).not.toEqual(before);
  });

  test('of a commune alone may not end it, nor anything beside it', async () => {
    const [first, second] = place.communes;
    const person = { agency: '', name: 'Ga Mẫu', title: '', role: 'administrator', signIn: 'ga' } as const;
    const account = done(await addPerson(server.deps, COMMAND_LINE, { ...person, unit: first.id }));
    expect((await ask('merge', { units: [first.id], into: second.id }, account)).status).toBe(404);
    expect((await ask('merge', { units: [first.id] }, account)).status).toBe(404);
    const own = { ...into(), parent: first.id };
    expect((await ask('merge', { units: [first.id], into: own }, account)).status).toBe(403);
  });
});
