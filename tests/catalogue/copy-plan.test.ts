/** A ready-made plan becomes mutations that the sync door takes. */
import { describe, expect, test } from 'vitest';
import { mutationsOfPlan } from '#catalogue/copy-plan.ts';
import { pack } from '#catalogue/pack.ts';
import { documents } from '#catalogue/plans/documents.ts';
import { dongTuyen2024 } from '#catalogue/plans/dong-tuyen-2024.ts';
import { hauGiang2021 } from '#catalogue/plans/hau-giang-2021.ts';
import { nationalStrategy } from '#catalogue/plans/national-strategy.ts';
import { quangNinh2021 } from '#catalogue/plans/quang-ninh-2021-2030.ts';
import { parentSample } from '#catalogue/plans/parent-sample.ts';
import { samplePlans } from '#catalogue/sample.ts';
import type { Change } from '#domain/change.ts';
import { checkValues, recordOf } from '#domain/values.ts';
import { MAX_MUTATION_BYTES, MAX_OPERATIONS } from '#sync/mutation.ts';
import { indicatorsOf, measuresOf, targetsOf } from './document-items.ts';

const plans = [
  ...documents.map((document) => ({ name: `document ${document.key}`, document, prefix: document.key })),
  { name: 'the sample parent plan', document: parentSample, prefix: 'parent' },
];
const records = (changes: readonly Change[], table: Change['table']) =>
  changes.filter((change) => change.table === table);

describe.each(plans)('copying $name', ({ document, prefix }) => {
  const mutations = mutationsOfPlan(document);
  const changes = mutations.flat();

  test('makes a valid record of every item', () => {
    for (const { table, id, values } of changes) {
      expect(checkValues(table, values, { creating: true, id }), id).toBeUndefined();
      expect(values['$c']).toBe(true);
      expect(recordOf(table, values), id).toBeDefined();
    }
    const found = (table: Change['table']) => records(changes, table).length;
    expect(found('basis')).toBe(document.bases.length);
    expect(found('campaign')).toBe(document.campaigns.length);
    expect(found('objective')).toBe(document.objectives.length);
    expect(found('indicator')).toBe(indicatorsOf(document).length);
    expect(found('measure')).toBe(measuresOf(document).length + (document.lists?.length ?? 0));
    expect(found('target')).toBe(targetsOf(document).length);
    expect(found('task')).toBe(document.tasks.length);
    expect(found('rule')).toBe(document.rules.length + document.duties.length);
    expect(found('plan')).toBe(1);
  });

  test('stays within the limits of a mutation, envelope included', () => {
    for (const mutation of mutations) {
      expect(mutation.length).toBeLessThanOrEqual(MAX_OPERATIONS);
      const line = JSON.stringify(['m', 1, 1, 1, 1, mutation.map(({ table, id, values }) => [table, id, 0, values])]);
      expect(Buffer.byteLength(line)).toBeLessThan(MAX_MUTATION_BYTES);
    }
  });

  test('completes the plan in the last mutation only', () => {
    const completing = mutations.map((mutation) => mutation.some(({ values }) => values['complete'] === true));
    expect(completing.indexOf(true)).toBe(mutations.length - 1);
    expect(changes.at(-1)).toMatchObject({ table: 'plan', id: `${prefix}.plan`, values: { complete: true } });
  });

  test('gives ids that are unique and the same every time', () => {
    const ids = changes.map(({ table, id }) => `${table} ${id}`);
    expect(new Set(ids).size).toBe(ids.length);
    expect(changes.every(({ table, id }) => table === 'plan' || id.startsWith(`${prefix}.${table}.`))).toBe(true);
    expect(mutationsOfPlan(document)).toEqual(mutations);
  });

  test('keeps the order of the document under its keys', () => {
    for (const table of ['basis', 'campaign', 'objective', 'indicator', 'measure', 'task', 'rule'] as const) {
      const orders = records(changes, table).flatMap(({ values: { order } }) =>
        typeof order === 'string' ? [order] : [],
      );
      expect(orders).toHaveLength(records(changes, table).length);
      expect(orders).toEqual([...new Set(orders)].toSorted());
    }
  });

  test('points every reference at a record of the copy', () => {
    const ids = new Set<unknown>(changes.map(({ id }) => id));
    for (const { id, table, values } of changes) {
      const references = ['plan', 'objective', 'indicator', 'measure'].flatMap((field) => values[field] ?? []);
      const linked = Object.keys(values).filter(
        (register) => register.includes('/') && !register.startsWith('checklist/'),
      );
      const targets = [...references, ...linked.map((register) => register.slice(register.indexOf('/') + 1))];
      expect(
        targets.filter((target) => !ids.has(target)),
        id,
      ).toEqual([]);
      expect(references.length > 0 || table === 'plan').toBe(true);
    }
  });
});

describe('copying a plan', () => {
  test('takes several mutations when there is much in it', () => {
    expect(mutationsOfPlan(dongTuyen2024).length).toBeGreaterThan(1);
    expect(mutationsOfPlan(quangNinh2021).length).toBeGreaterThan(3);
  });

  test('puts a list beside the figures of the indicator that it belongs to', () => {
    const list = mutationsOfPlan(quangNinh2021)
      .flat()
      .find(({ id }) => id === '002.measure.1.1-list');
    expect(list?.values).toMatchObject({ kind: 'list', indicator: '002.indicator.1.1', line: 119 });
  });

  test('names what others rely on', () => {
    const ids = mutationsOfPlan(dongTuyen2024)
      .flat()
      .map(({ id }) => id);
    const named = [
      '001.plan',
      '001.campaign.action-month',
      '001.task.IV.2.1-3a',
      '001.measure.18.5',
      '001.rule.inner-year',
    ];
    expect(ids).toEqual(expect.arrayContaining(named));
  });

  test('cites the document and line of every measure and target of a plan put together from several', () => {
    const changes = mutationsOfPlan(parentSample).flat();
    const cited = [...records(changes, 'measure'), ...records(changes, 'target'), ...records(changes, 'indicator')];
    expect(cited.filter(({ values }) => typeof values['line'] !== 'number')).toEqual([]);
    expect(cited.filter(({ values }) => values['document'] !== '000' && values['document'] !== '002')).toEqual([]);
  });

  test('keeps what a plan names beside its records: purposes, recipients, models and services, with their lines', () => {
    const plan = mutationsOfPlan(hauGiang2021).flat().at(-1)?.values ?? {};
    expect(plan['purposes']).toEqual(hauGiang2021.purposes.map(({ text }) => text));
    expect(plan['recipients']).toEqual(hauGiang2021.recipients.map(({ text }) => text));
    expect(plan['models']).toContainEqual({ name: 'Bình đẳng giới và hôn nhân gia đình', line: 106 });
    expect(plan['services']).toContainEqual({ name: 'Trợ giúp pháp lý', line: 160 });
    expect(plan['addressees']).toEqual([]);
  });

  test.each([
    [{}, { rule: 'none' }],
    [{ yearly: '07' }, { rule: 'on', month: 7 }],
    [{ yearly: '07-31' }, { rule: 'on', monthDay: '07-31' }],
    [{ date: '2025' }, { rule: 'none', year: 2025 }],
    [{ date: '2025-07' }, { rule: 'on', month: 7, year: 2025 }],
    [{ date: '2025-07-31' }, { rule: 'on', monthDay: '07-31', year: 2025 }],
  ])('makes a rule of a duty on %j', (days, expected) => {
    const duty = { key: 'a', kind: 'budget-estimate', text: 'Lập dự toán', line: 9, ...days } as const;
    const document = { ...hauGiang2021, duties: [duty] };
    const rule = mutationsOfPlan(document)
      .flat()
      .find(({ id }) => id === '000.rule.duty-a')?.values;
    expect(rule).toEqual({
      $c: true,
      plan: '000.plan',
      order: '007V',
      kind: 'budget',
      what: 'Lập dự toán',
      from: 'Các cơ quan, đơn vị liên quan',
      to: hauGiang2021.plan.issuer,
      reach: 'outer',
      line: 9,
      ...expected,
    });
  });

  test('takes another prefix, parents and the indicators of parents that tasks serve', () => {
    const changes = mutationsOfPlan(dongTuyen2024, {
      prefix: 'copy',
      parents: ['tinh/issued~parent.plan'],
      taskIndicators: { 'II.3-1': ['parent.indicator.000.6.3'] },
    }).flat();
    expect(changes.find(({ id }) => id === 'copy.plan')?.values).toMatchObject({
      'parents/tinh/issued~parent.plan': true,
    });
    expect(changes.find(({ id }) => id === 'copy.task.II.3-1')?.values).toMatchObject({
      'campaigns/copy.campaign.action-month': true,
      'indicators/parent.indicator.000.6.3': true,
    });
  });

  test('links each measure to the one of the nation that it answers, where the strategy stands', () => {
    const national = new Set(
      mutationsOfPlan(nationalStrategy)
        .flat()
        .map(({ id }) => id),
    );
    const changes = records(mutationsOfPlan(quangNinh2021, { strategyScope: 'nuoc/issued' }).flat(), 'measure');
    const links = changes.flatMap(({ values }) =>
      Object.entries(values).filter(([name]) => name.startsWith('parents/')),
    );
    expect(links).toHaveLength(26);
    for (const [name, version] of links) {
      expect(national.has(name.replace('parents/nuoc/issued~', '')), name).toBe(true);
      expect(version).toBe(1);
    }
    for (const { table, id, values } of changes) {
      expect(checkValues(table, values, { creating: true, id }), id).toBeUndefined();
    }
  });

  test('is valid for every plan of the sample, with its links', () => {
    for (const { document, parents, taskIndicators } of samplePlans) {
      for (const { table, id, values } of mutationsOfPlan(document, { parents, taskIndicators }).flat()) {
        expect(checkValues(table, values, { creating: true, id }), id).toBeUndefined();
      }
    }
  });
});

describe('packing', () => {
  const change = (id: number, text: string): Change => ({ table: 'basis', id: `b${id}`, values: { subject: text } });

  test('counts bytes, not letters', () => {
    const mutations = pack(Array.from({ length: 60 }, (_, id) => change(id, 'ữ'.repeat(390))));
    expect(mutations.length).toBeGreaterThan(2);
    for (const mutation of mutations) expect(Buffer.byteLength(JSON.stringify(mutation))).toBeLessThan(30_001);
  });

  test('keeps every change in its order, 100 at most together', () => {
    const changes = Array.from({ length: 205 }, (_, id) => change(id, ''));
    expect(pack(changes).map((mutation) => mutation.length)).toEqual([100, 100, 5]);
    expect(pack(changes).flat()).toEqual(changes);
    expect(pack([])).toEqual([]);
  });
});
