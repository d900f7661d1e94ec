/** History that is not everybody's: what a person above a unit reads of it, and figures that became guarded. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { scopeOf } from '#domain/scope.ts';
import { writeAsServer } from '#server/actions/write-as-server.ts';
import { databases } from '#tests/support/databases.ts';
import { aMeasure, aReading, FIGURE } from './guarded-readings.ts';
import { conflictsAbout } from './kept-conflicts.ts';
import {
  anActivity,
  createReplica,
  openSampleServer,
  refusalsOf,
  signInRole,
  WORK,
  type SampleServer,
  type SignedPerson,
} from './test-server.ts';

const OF_UNION = 'sample-agency-womens-union';

describe.each(databases)('History of a unit, on $name,', (database) => {
  let server: SampleServer;
  let officer: SignedPerson;
  let recorder: SignedPerson;
  let supervisor: SignedPerson;
  beforeAll(async () => {
    server = await openSampleServer(database);
    officer = await signInRole(server, 'officer');
    recorder = await signInRole(server, 'recorder');
    supervisor = await signInRole(server, 'supervisor');
  });
  afterAll(() => server.close());

  const ask = async ({ headers }: SignedPerson, table: string, id: string, scope: string = WORK) => {
    const query = new URLSearchParams({ scope, table, id });
    const response = await server.app.request(`/api/history?${query.toString()}`, { headers });
    return { status: response.status, text: await response.text() };
  };
  const statuses = async (table: string, id: string) => [
    (await ask(officer, table, id)).status,
    (await ask(supervisor, table, id)).status,
  ];
  const nothing = { status: 404, text: '{"code":"rights/not-found"}' };

  /** A reading that two people corrected without seeing each other, and the conflict that says so. */
  const twiceCorrected = async (measure: string, isOwn = true) => {
    const [mine, theirs] = [createReplica(server, officer), createReplica(server, recorder)];
    const reading = aReading(measure, OF_UNION);
    const made = await mine.push(mine.mutation(isOwn ? [aMeasure(measure), reading] : [reading]));
    expect(refusalsOf(made)).toEqual([]);
    const [, id] = reading;
    const b = (await server.deps.storage.ledger.record(WORK, { table: 'reading', id }))?.seq ?? 0;
    await mine.push(mine.mutation([['reading', id, b, { numerator: FIGURE + 1 }]]));
    server.clock.now += 1_000;
    await theirs.push(theirs.mutation([['reading', id, b, { numerator: FIGURE + 2 }]]));
    const [conflict] = await conflictsAbout(server, id);
    return { id, conflict: conflict?.id ?? '', phone: mine };
  };

  describe('from above,', () => {
    let before: number;
    const trail = async () =>
      (
        await server.opened.database
          .selectFrom('audit')
          .select(['scope', 'person', 'device', 'object', 'result'])
          .where('what', '=', 'read-history')
          .execute()
      ).slice(before);
    beforeEach(async () => {
      before = 0;
      before = (await trail()).length;
    });

    test('leaves a trail in the directory of the unit: who looked, never at what', async () => {
      const replica = createReplica(server, officer);
      await replica.push(replica.mutation([anActivity('looked-at')]));
      expect((await ask(supervisor, 'activity', 'looked-at')).status).toBe(200);
      const { id: person, device } = supervisor;
      const scope = scopeOf('sample-commune', 'directory');
      expect(await trail()).toEqual([{ scope, person, device, object: 'sample-commune', result: 'done' }]);
    });

    test('leaves none of who reads their own, nor of what was not told', async () => {
      expect((await ask(officer, 'activity', 'looked-at')).status).toBe(200);
      expect(await ask(supervisor, 'conflict', 'any')).toEqual(nothing);
      expect(await ask(supervisor, 'person', 'any', 'sample-commune/directory')).toEqual(nothing);
      expect(await trail()).toEqual([]);
    });

    test('says nothing of what waits to be settled', async () => {
      const { id, conflict, phone } = await twiceCorrected('waiting');
      await phone.push(phone.mutation([['conflict', conflict, 0, { state: 'kept' }]], server.clock.now + 60_000));
      expect(await statuses('reading', id)).toEqual([200, 200]);
      expect((await ask(officer, 'conflict', conflict)).text).toContain('"after":"kept"');
      expect(await ask(supervisor, 'conflict', conflict)).toEqual(nothing);
    });
  });

  describe('of a reading,', () => {
    test('is told to nobody once its measure is guarded', async () => {
      const { id, phone } = await twiceCorrected('turned');
      expect(await statuses('reading', id)).toEqual([200, 200]);
      await phone.push(phone.mutation([['measure', 'turned', 0, { guarded: true }]]));
      for (const person of [officer, recorder, supervisor]) expect(await ask(person, 'reading', id)).toEqual(nothing);
      expect(await statuses('measure', 'turned')).toEqual([200, 200]);
    });

    test('is told to nobody where the measure was issued above as guarded', async () => {
      const { id } = await twiceCorrected('from-above', false);
      expect(await statuses('reading', id)).toEqual([200, 200]);
      const [, , , values] = aMeasure('from-above');
      const changes = [{ table: 'measure' as const, id: 'from-above', values: { ...values, guarded: true } }];
      const issue = { scope: scopeOf('sample-province', 'issued'), changes, person: '', at: server.clock.now };
      await writeAsServer(server.deps.storage.ledger, issue);
      expect(await statuses('reading', id)).toEqual([404, 404]);
    });

    test('is told to nobody, also when the reading was deleted before', async () => {
      const { id, phone } = await twiceCorrected('deleted');
      await phone.push(phone.mutation([['reading', id, 0, { $d: true }]], server.clock.now + 60_000));
      expect(await statuses('reading', id)).toEqual([200, 200]);
      await phone.push(phone.mutation([['measure', 'deleted', 0, { guarded: true }]], server.clock.now + 60_000));
      expect(await statuses('reading', id)).toEqual([404, 404]);
    });
  });
});
