/** What a unit issues: written by who may issue, read by the units below, frozen once it is whole, amended by a new version. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mutationsOfPlan } from '#catalogue/copy-plan.ts';
import { pack } from '#catalogue/pack.ts';
import { parentSample } from '#catalogue/plans/parent-sample.ts';
import type { Change } from '#domain/change.ts';
import { issuedCopy } from '#domain/issued-copy.ts';
import { isPlanTable, type PlanPart } from '#domain/plan-parts.ts';
import type { PlanSource } from '#domain/plan-walk.ts';
import type { Scope } from '#domain/scope.ts';
import { recordOf } from '#domain/values.ts';
import type { Operation } from '#sync/mutation.ts';
import { databases } from '#tests/support/databases.ts';
import {
  createReplica,
  linesOf,
  openSampleServer,
  refusalsOf,
  rowsOf,
  signInRole,
  type SampleServer,
} from './test-server.ts';

const ISSUED: Scope = 'sample-city/issued';

const partOf = ({ table, id, values }: Change): PlanPart => {
  const fields = isPlanTable(table) ? recordOf(table, values) : undefined;
  if (!isPlanTable(table) || fields === undefined) throw new Error(`${table} ${id} is no part of a plan`);
  return { table, id, fields };
};
const isHead = (part: PlanPart): part is PlanPart<'plan'> => part.table === 'plan';

const source = (): PlanSource => {
  const parts = mutationsOfPlan(parentSample, { prefix: 'city' }).flat().map(partOf);
  const plan = parts.find(isHead);
  if (plan === undefined) throw new Error('no plan');
  return { scope: 'sample-city/work', plan, parts: parts.filter((part) => !isHead(part)) };
};

const copyOf = (version: number, whole: PlanSource = source()) =>
  issuedCopy(whole, {
    into: ISSUED,
    version,
    issuedOn: '2024-02-20',
    number: undefined,
    date: undefined,
    datePrinted: undefined,
    amendment: version > 1 ? 'Bổ sung chỉ tiêu' : undefined,
  });

const operations = (changes: readonly Change[]): readonly Operation[] =>
  changes.map(({ table, id, values }) => [table, id, 0, values]);

describe.each(databases)('An issued plan, on $name', (database) => {
  let server: SampleServer;
  beforeEach(async () => {
    server = await openSampleServer(database);
  });
  afterEach(() => server.close());

  const stored = async (table: string, id: string) => {
    const record = await server.deps.storage.ledger.record(ISSUED, { table, id });
    return record && Object.fromEntries(Object.entries(record.registers).map(([field, [value]]) => [field, value]));
  };
  const replicaOf = async (role: string, scope: Scope = ISSUED) =>
    createReplica(server, await signInRole(server, role), scope);
  const issue = async (version: number, whole?: PlanSource) => {
    const replica = await replicaOf('supervisor');
    const bundles = pack(copyOf(version, whole));
    const answer = await replica.push(...bundles.map((bundle) => replica.mutation(operations(bundle))));
    expect(refusalsOf(answer)).toEqual([]);
    return { replica, bundles };
  };
  /** The codes with which a change of what was issued is refused. */
  const tries = async (...changes: readonly Operation[]) => {
    const replica = await replicaOf('supervisor');
    return refusalsOf(await replica.push(replica.mutation(changes))).map(([, code]) => code);
  };

  test('is many mutations, whole with the last, and read by every role of a unit below', async () => {
    const { bundles } = await issue(1);
    expect(bundles.length).toBeGreaterThan(1);
    for (const role of ['officer', 'recorder', 'leader', 'administrator']) {
      const person = await signInRole(server, role);
      expect(person.answer.me.scopes).toContain(ISSUED);
      const answer = await createReplica(server, person, ISSUED).pull();
      expect(linesOf(answer, 'g')).toEqual([]);
      expect(rowsOf(answer).map(({ id }) => id)).toContain('city.plan:1');
      expect(rowsOf(answer)).toHaveLength(copyOf(1).length);
    }
  });

  test('is issued by a leader or a supervisor of the unit, and by nobody below', async () => {
    const change = operations(copyOf(1).slice(0, 1));
    for (const [role, scope, code] of [
      ['officer', ISSUED, 'rights/forbidden'],
      ['leader', ISSUED, 'rights/forbidden'],
      ['officer', 'sample-commune/issued', 'rights/forbidden'],
      ['administrator', 'sample-commune/issued', 'rights/forbidden'],
    ] as const) {
      const replica = await replicaOf(role, scope);
      const refused = refusalsOf(await replica.push(replica.mutation(change)));
      expect([role, scope, refused]).toEqual([role, scope, [[1, code]]]);
    }
    const leader = await replicaOf('leader', 'sample-commune/issued');
    expect(refusalsOf(await leader.push(leader.mutation(change)))).toEqual([]);
  });

  test('is frozen once it is whole: nothing in it is changed, added or taken away', async () => {
    await issue(1);
    const [objective] = source().parts.filter(({ table }) => table === 'objective');
    const id = `${objective?.id ?? ''}:1`;
    const before = await stored('objective', id);
    expect(before).toBeDefined();
    expect(await tries(['objective', id, 0, { title: 'Khác' }])).toEqual(['plan/frozen']);
    expect(await tries(['objective', id, 0, { $d: true }])).toEqual(['plan/frozen']);
    expect(await tries(['objective', id, 0, { plan: 'other:1' }])).toEqual(['plan/frozen']);
    expect(await tries(['plan', 'city.plan:1', 0, { title: 'Khác' }])).toEqual(['plan/frozen']);
    expect(await tries(['plan', 'city.plan:1', 0, { complete: false }])).toEqual(['plan/frozen']);
    expect(await tries(['plan', 'city.plan:1', 0, { $d: true }])).toEqual(['plan/frozen']);
    const added = { $c: true, plan: 'city.plan:1', title: 'Thêm', order: '999V' };
    expect(await tries(['objective', 'added', 0, added])).toEqual(['plan/frozen']);
    expect(await stored('objective', id)).toEqual(before);
    expect(await stored('objective', 'added')).toBeUndefined();
  });

  test('has its number and its date completed afterwards, by who may issue', async () => {
    await issue(1);
    const values = { number: '76/KH-UBND', date: '2024-02-20', datePrinted: null };
    expect(await tries(['plan', 'city.plan:1', 0, values])).toEqual([]);
    expect(await stored('plan', 'city.plan:1')).toMatchObject({ number: '76/KH-UBND', date: '2024-02-20' });
    const officer = await replicaOf('officer');
    const answer = await officer.push(officer.mutation([['plan', 'city.plan:1', 0, { number: '77/KH' }]]));
    expect(refusalsOf(answer)).toEqual([[1, 'rights/forbidden']]);
  });

  test('is amended by a new version beside the old one, in which records keep their ids', async () => {
    await issue(1);
    const whole = source();
    const changed = {
      ...whole,
      parts: whole.parts.map((part) =>
        part.table === 'objective' ? { ...part, fields: { ...part.fields, title: 'Mục tiêu sửa đổi' } } : part,
      ),
    };
    await issue(2, changed);
    const measure = whole.parts.find(({ table }) => table === 'measure')?.id ?? '';
    expect(await stored('measure', `${measure}:1`)).toMatchObject({ plan: 'city.plan:1' });
    expect(await stored('measure', `${measure}:2`)).toMatchObject({ plan: 'city.plan:2' });
    const objective = whole.parts.find(({ table }) => table === 'objective')?.id ?? '';
    expect((await stored('objective', `${objective}:1`))?.['title']).not.toBe('Mục tiêu sửa đổi');
    expect((await stored('objective', `${objective}:2`))?.['title']).toBe('Mục tiêu sửa đổi');
    expect(await stored('plan', 'city.plan:2')).toMatchObject({
      version: 2,
      amendments: [{ version: 2, what: 'Bổ sung chỉ tiêu' }],
    });
  });

  test('is written on, and anew, until it is whole: a phone that lost its answer sends the same again', async () => {
    const bundles = pack(copyOf(1));
    const first = await replicaOf('supervisor');
    await first.push(first.mutation(operations(bundles[0] ?? [])));
    const again = await replicaOf('supervisor');
    const answer = await again.push(...bundles.map((bundle) => again.mutation(operations(bundle))));
    expect(refusalsOf(answer)).toEqual([]);
    expect(await stored('plan', 'city.plan:1')).toMatchObject({ complete: true });
  });

  test('guards the readings of a guarded measure, which name it without a version', async () => {
    const whole = source();
    const measure = whole.parts.find(({ table }) => table === 'measure')?.id ?? '';
    await issue(1, {
      ...whole,
      parts: whole.parts.map((part) =>
        part.id === measure ? { ...part, fields: { ...part.fields, guarded: true } } : part,
      ),
    });
    const officer = await replicaOf('officer', 'sample-commune/work');
    const key = { measure, unit: 'sample-commune', agency: 'sample-agency-commune', period: '2024' };
    const reading: Operation = ['reading', Object.values(key).join('~'), 0, { $c: true, ...key, numerator: 3 }];
    expect(refusalsOf(await officer.push(officer.mutation([reading])))).toEqual([[1, 'reading/guarded']]);
  });
});
