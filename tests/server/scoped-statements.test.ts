import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Change } from '#domain/change.ts';
import type { Scope } from '#domain/scope.ts';
import { collectAllTombstones } from '#server/actions/collect-tombstones.ts';
import { deliverAll } from '#server/actions/deliver-outbox.ts';
import { createFileKeyReader } from '#server/actions/file-keys.ts';
import type { Parcel } from '#server/actions/ports.ts';
import { releaseUnderstood } from '#server/actions/release-understood.ts';
import { planDistribution } from '#server/database/distribute.ts';
import { lineOfMutation } from '#sync/mutation.ts';
import { databases } from '#tests/support/databases.ts';
import { noteStatements } from '#tests/support/statements.ts';
import { createPhone } from './phone.ts';
import {
  anActivity,
  anEdit,
  createReplica,
  exchange,
  linesOf,
  openSampleServer,
  post,
  signInRole,
  sliceLines,
  WORK,
  type SampleServer,
} from './test-server.ts';

const work: Scope = 'sample-commune/work';

/** Which are spread by scope, all rows of one scope to one place. */
const shared = planDistribution(new Set())
  .filter(({ statement }) => statement.includes(", 'scope'"))
  .map(({ table }) => table);
const touchesShared = new RegExp(`\\b(?:from|into|update|join)\\s+"?(?:${shared.join('|')})"?(?=[\\s(,]|$)`, 'iu');

const isBound = (statement: string): boolean =>
  /^\s*insert/iu.test(statement) ? /\([^)]*"?\bscope\b"?/iu.test(statement) : /\bscope"?\s*=/iu.test(statement);

/** Asked of all scopes at once: by the timer, where something waits to be carried, and by this test's own set-up. */
const ofAllScopes = [
  'select distinct "scope" from "outbox" order by "scope"',
  'select "scope", "epoch" from "scope_head"',
];

/** A day of a server: every way in which an exchange, a screen or the upkeep asks for the rows of a scope. */
const liveThrough = async (server: SampleServer): Promise<void> => {
  const { deps } = server;
  const [officer, recorder] = [await signInRole(server, 'officer'), await signInRole(server, 'recorder')];
  const one = createReplica(server, officer);
  const two = createReplica(server, recorder);
  await one.push(one.mutation([anActivity('a', { '+reached': 3 })]), one.mutation([anActivity('gone')]));
  await one.push(one.mutation([anEdit('a', { place: 'Chợ' }), ['activity', 'gone', 0, { $d: true }]]));
  const held = await two.push(
    two.mutation([anEdit('a', { place: 'Trạm' })]),
    two.mutation([anEdit('none', { male: 1 })]),
  );
  const long = one.mutation([anActivity('long', { narrative: 'dài '.repeat(600) })]);
  await exchange(server, officer, [one.question(), one.standing(), ...sliceLines(long, lineOfMutation(long))]);
  const again = createReplica(server, officer);
  await again.push(again.mutation([anActivity('a2')]));
  await exchange(server, officer, [one.question(0, 1), one.standing()]);
  const phone = createPhone(server.clock, officer);
  await exchange(server, officer, [phone.question(), phone.standing(work)]);
  await exchange(server, officer, [one.question(4_711)]);

  const alias = linesOf(held, 'h')[0]?.[2] ?? 0;
  const look = (path: string) => server.app.request(`/api/${path}`, { headers: officer.headers }, {});
  expect((await look(`held?scope=${WORK}&alias=${String(alias)}&n=1`)).status).toBe(200);
  expect((await look(`history?scope=${WORK}&table=activity&id=a`)).status).toBe(200);
  const name = { scope: WORK, alias, n: 1 };
  expect((await post(server, '/api/held/release', name, officer.headers)).status).toBe(204);
  expect((await post(server, '/api/held/drop', { ...name, n: 2 }, officer.headers)).status).toBe(204);
  const [receipt] = linesOf(await one.push(one.mutation([anActivity('covered')])), 'k');
  expect((await look(`receipts/${receipt?.[1] ?? ''}`)).status).toBe(200);
  await createFileKeyReader(deps)();

  const change: Change = { table: 'activity', id: 'posted', values: { $c: true } };
  const parcel: Parcel = { id: 'p', target: 'sample-city/inbox', changes: [change], person: '', at: 1 };
  await deps.storage.ledger.change(work, (locked) => locked.post(parcel));
  await deliverAll({ ...deps, onFailure: () => undefined })();
  await releaseUnderstood(deps);
  await server.opened.database.updateTable('dev').set({ closed: 1 }).where('scope', '=', WORK).execute();
  await deps.storage.slowDowns.sweep(0);
  expect(await collectAllTombstones(deps)).toBe(1);
};

describe.each(databases)('The statements of a server on $name', (database) => {
  let server: SampleServer;
  let noted: readonly string[] = [];
  beforeAll(async () => {
    const noting = noteStatements();
    const open = async () => {
      const opened = await database.open();
      // The migrations, which made the tables, are over.
      noting.forget();
      return opened;
    };
    server = await openSampleServer({ ...database, open });
    await liveThrough(server);
    noted = [...new Set(noting.statements())];
    noting.stop();
  });
  afterAll(() => server.close());

  test('that touch what is shared out by scope name the scope', () => {
    const touching = noted.filter((statement) => touchesShared.test(statement) && !ofAllScopes.includes(statement));
    expect(touching.length).toBeGreaterThan(30);
    expect(touching.filter((statement) => !isBound(statement))).toEqual([]);
  });

  test('touch every table that is', () => {
    for (const table of shared)
      expect(
        noted.some((statement) => statement.includes(`"${table}"`)),
        table,
      ).toBe(true);
  });
});
