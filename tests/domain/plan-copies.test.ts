/** Last year's plan as this year's, one of the level above as an own one, an own one as issued. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mutationsOfPlan } from '#catalogue/copy-plan.ts';
import { dongTuyen2024 } from '#catalogue/plans/dong-tuyen-2024.ts';
import { parentSample } from '#catalogue/plans/parent-sample.ts';
import type { Change } from '#domain/change.ts';
import { issuedCopy } from '#domain/issued-copy.ts';
import { copyFromAbove, copyOfLastYear, movedByYears, titleMoved, yearsOfPlan } from '#domain/plan-copies.ts';
import type { PlanSource } from '#domain/plan-walk.ts';
import { isPlanTable, type PlanPart } from '#domain/plan-parts.ts';
import { stableId, versionOf } from '#domain/plan-versions.ts';
import type { Scope } from '#domain/scope.ts';
import type { PlanTable, RecordIn } from '#domain/tables.ts';
import { checkValues, recordOf } from '#domain/values.ts';

const partOf = ({ table, id, values }: Change): PlanPart => {
  const fields = recordOf(table, values);
  if (!isPlanTable(table) || fields === undefined) throw new Error(`${table} ${id} is no part of a plan`);
  return { table, id, fields: fields as PlanPart['fields'] };
};
const isHead = (part: PlanPart): part is PlanPart<'plan'> => part.table === 'plan';

const sourceOf = (changes: readonly Change[], scope: Scope): PlanSource => {
  const all = changes.map(partOf);
  const plan = all.find(isHead);
  if (plan === undefined) throw new Error('no plan');
  return { scope, plan, parts: all.filter((part) => !isHead(part)) };
};

const own = sourceOf(mutationsOfPlan(dongTuyen2024, { parents: ['above/issued~parent.plan'] }).flat(), 'xa/work');
const above = sourceOf(mutationsOfPlan(parentSample).flat(), 'tinh/issued');

const counted = () => {
  let n = 0;
  return () => `new-${String((n += 1))}`;
};
const lastYear = (source: PlanSource, years = 1) =>
  sourceOf(copyOfLastYear(source, { newId: counted(), years }), source.scope);

const of = <T extends PlanTable>(source: PlanSource, table: T): readonly { id: string; fields: RecordIn<T> }[] =>
  source.parts.filter((part) => part.table === table).map(({ id, fields }) => ({ id, fields: fields as RecordIn<T> }));

/** Every id that a record holds inside its own plan. */
const pointsAt = ({ fields }: PlanPart): readonly string[] =>
  Object.entries(fields).flatMap(([field, value]: [string, unknown]) => {
    if (['plan', 'objective', 'indicator', 'measure'].includes(field)) return [String(value)];
    return ['campaigns', 'indicators'].includes(field) ? Object.keys(Object(value)) : [];
  });

describe('a day moved by years', () => {
  test('is the same day of the year, but for 29 February', () => {
    expect(movedByYears('2024-02-29', 1)).toBe('2025-02-28');
    expect(movedByYears('2024-02-29', 4)).toBe('2028-02-29');
    expect(movedByYears('2024-12-31', 1)).toBe('2025-12-31');
  });

  test('is there, keeps its order, and comes back', () => {
    const day = fc.date({ min: new Date('2001-01-01'), max: new Date('2098-12-31'), noInvalidDate: true });
    const iso = day.map((one) => one.toISOString().slice(0, 10));
    fc.assert(
      fc.property(iso, iso, fc.integer({ min: 1, max: 12 }), (a, b, years) => {
        const [movedA, movedB] = [movedByYears(a, years), movedByYears(b, years)];
        expect(new Date(movedA).toISOString().slice(0, 10)).toBe(movedA);
        expect(a > b || movedA <= movedB).toBe(true);
        expect(movedByYears(movedA, -years)).toBe(a.endsWith('02-29') ? a.replace('29', movedA.slice(8)) : a);
      }),
    );
  });

  test('a title names the new years, and no number that only looks like one', () => {
    const period = { from: '2024-01-01', to: '2024-12-31' };
    expect(titleMoved('Kế hoạch năm 2024 theo QĐ 2232 và 120243', period, 1)).toBe(
      'Kế hoạch năm 2025 theo QĐ 2232 và 120243',
    );
    expect(titleMoved('giai đoạn 2021–2030', { from: '2021-01-01', to: '2030-12-31' }, 10)).toBe('giai đoạn 2031–2040');
  });
});

describe("this year's plan from last year's", () => {
  const copy = lastYear(own, yearsOfPlan(own.plan.fields));

  test('has every part, each valid, the plan itself last and whole', () => {
    const changes = copyOfLastYear(own, { newId: counted(), years: 1 });
    expect(changes).toHaveLength(own.parts.length + 1);
    expect(changes.at(-1)).toMatchObject({ table: 'plan', values: { complete: true } });
    for (const { table, id, values } of changes)
      expect([table, id, checkValues(table, values, { creating: true, id })]).toEqual([table, id, undefined]);
  });

  test('shares no record with it, and points only at its own and at what stood outside', () => {
    const before = new Set([own.plan.id, ...own.parts.map(({ id }) => id)]);
    const after = new Set([copy.plan.id, ...copy.parts.map(({ id }) => id)]);
    expect(after.size).toBe(before.size);
    for (const id of after) expect(before.has(id)).toBe(false);
    for (const part of copy.parts)
      for (const id of pointsAt(part)) expect([part.id, before.has(id), after.has(id)]).toEqual([part.id, false, true]);
  });

  test('lies a year later, in its title and its tasks as well', () => {
    expect(copy.plan.fields).toMatchObject({ from: '2025-01-01', to: '2025-12-31', version: 1 });
    expect(copy.plan.fields.title).toContain('năm 2025');
    const days = (source: PlanSource) => of(source, 'task').map(({ fields }) => [fields.from, fields.to]);
    expect(days(copy)).toEqual(days(own).map((pair) => pair.map((day) => day && movedByYears(day, 1))));
  });

  test('leaves the old number, date, blanks and lines behind', () => {
    expect(copy.plan.fields).not.toHaveProperty('number');
    expect(copy.plan.fields).not.toHaveProperty('date');
    expect(copy.plan.fields).not.toHaveProperty('datePrinted');
    expect(copy.plan.fields).not.toHaveProperty('anomalies');
    expect(copy.parts.every(({ fields }) => !('line' in fields) && !('document' in fields))).toBe(true);
    expect(JSON.stringify(copy.plan.fields.funding)).not.toContain('line');
  });

  test('keeps the order, the texts and the plans above; indicators, measures and tasks know what they were', () => {
    const texts = (source: PlanSource) =>
      of(source, 'task').map(({ fields: { order, text, section } }) => ({ order, text, section }));
    expect(texts(copy)).toEqual(texts(own));
    expect(copy.plan.fields.parents).toEqual({ 'above/issued~parent.plan': true });
    expect(copy.plan.fields.copiedFrom).toEqual({ plan: '001.plan', scope: 'xa/work', version: 1 });
    const origins = of(copy, 'task').map(({ fields }) => fields.copiedFrom);
    expect(origins).toEqual(of(own, 'task').map(({ id }) => `xa/work~${id}`));
    expect(of(copy, 'measure').every(({ fields }) => fields.copiedFrom?.startsWith('xa/work~001.measure.'))).toBe(true);
  });

  test('moves the years of targets and reports that lie in the old plan, and no others', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2015, max: 2035 }), fc.constantFrom(1, 2, 5), (year, years) => {
        const target: PlanPart<'target'> = {
          table: 'target',
          id: 't',
          fields: { plan: '001.plan', measure: 'm', comparator: '>=', value: 60, byYear: year, order: '1V' },
        };
        const rule: PlanPart<'rule'> = {
          table: 'rule',
          id: 'r',
          fields: {
            plan: '001.plan',
            kind: 'year',
            from: 'xã',
            to: 'tỉnh',
            rule: 'on',
            reach: 'outer',
            year,
            order: '1V',
          },
        };
        const indicator: PlanPart<'indicator'> = {
          table: 'indicator',
          id: 'i',
          fields: { plan: '001.plan', text: 'x', order: '1V', parents: {} },
        };
        const measure: PlanPart<'measure'> = {
          table: 'measure',
          id: 'm',
          fields: {
            plan: '001.plan',
            indicator: 'i',
            title: 'x',
            kind: 'share',
            better: 'higher',
            source: 'own-log',
            order: '1V',
            parents: {},
          },
        };
        const moved = lastYear({ ...own, parts: [indicator, measure, target, rule] }, years);
        const [{ fields: newTarget } = { fields: undefined }] = of(moved, 'target');
        const [{ fields: newRule } = { fields: undefined }] = of(moved, 'rule');
        expect(newTarget?.byYear).toBe(year === 2024 ? year + years : year);
        expect(newRule?.year).toBe(year === 2024 || year === 2025 ? year + years : year);
      }),
    );
  });

  test('takes over nothing that hangs on what was deleted', () => {
    const gone = of(own, 'indicator')[0]?.id;
    const left = lastYear({ ...own, parts: own.parts.filter(({ id }) => id !== gone) });
    const measures = of(own, 'measure').filter(({ fields }) => fields.indicator !== gone);
    const kept = new Set(measures.map(({ id }) => id));
    expect(of(left, 'measure')).toHaveLength(measures.length);
    expect(of(left, 'target')).toHaveLength(of(own, 'target').filter(({ fields }) => kept.has(fields.measure)).length);
    expect(measures.length).toBeLessThan(of(own, 'measure').length);
  });

  test('copied once more it goes on from there', () => {
    const again = lastYear(copy);
    expect(again.plan.fields.from).toBe('2026-01-01');
    expect(of(again, 'task')[0]?.fields.copiedFrom).toBe(`xa/work~${of(copy, 'task')[0]?.id ?? ''}`);
  });
});

describe('an own plan from one of the level above', () => {
  const copy = sourceOf(
    copyFromAbove(above, { newId: counted(), own: { issuer: 'UBND xã Mẫu', level: 'commune' } }),
    'xa/work',
  );

  test('is the own unit’s, without number, date, recipients and signature of the other', () => {
    expect(copy.plan.fields).toMatchObject({ issuer: 'UBND xã Mẫu', level: 'commune' });
    for (const field of ['number', 'date', 'recipients', 'signingOffice', 'anomalies'])
      expect(copy.plan.fields).not.toHaveProperty(field);
  });

  test('links the plan, and every indicator, measure and task, to what it serves', () => {
    expect(copy.plan.fields.parents).toEqual({ 'tinh/issued~parent.plan': true });
    const indicators = of(copy, 'indicator');
    expect(indicators.map(({ fields }) => Object.keys(fields.parents))).toEqual(
      of(above, 'indicator').map(({ id }) => [`tinh/issued~${id}`]),
    );
    expect(of(copy, 'measure').every(({ fields }) => Object.keys(fields.parents).length === 1)).toBe(true);
    for (const part of copy.parts) expect(part.id).toMatch(/^new-/u);
  });

  test('keeps targets and their years as they are', () => {
    const years = (source: PlanSource) => of(source, 'target').map(({ fields }) => [fields.value, fields.byYear]);
    expect(years(copy)).toEqual(years(above));
  });
});

describe('an issued copy', () => {
  const issue = (version: number, amendment?: string) =>
    issuedCopy(own, {
      into: 'xa/issued',
      version,
      issuedOn: '2024-02-26',
      number: '12/KH-UBND',
      date: '2024-02-26',
      datePrinted: undefined,
      amendment,
    });

  test('has the ids of the work, with its version, and says all that the work says', () => {
    const first = sourceOf(issue(1), 'xa/issued');
    expect(first.parts.map(({ id }) => stableId(id))).toEqual(own.parts.map(({ id }) => id));
    expect(first.parts.every(({ id }) => versionOf(id) === 1)).toBe(true);
    expect(of(first, 'task').map(({ fields }) => fields.text)).toEqual(
      of(own, 'task').map(({ fields }) => fields.text),
    );
    expect(first.plan.fields).toMatchObject({ number: '12/KH-UBND', date: '2024-02-26', version: 1, complete: true });
    expect(first.plan.fields).not.toHaveProperty('datePrinted');
  });

  test('points only at records of its own version, and at plans above as before', () => {
    const second = sourceOf(issue(2, 'Bổ sung nhiệm vụ'), 'xa/issued');
    const ids = new Set([second.plan.id, ...second.parts.map(({ id }) => id)]);
    for (const part of second.parts) for (const id of pointsAt(part)) expect([id, ids.has(id)]).toEqual([id, true]);
    expect(second.plan.fields.parents).toEqual(own.plan.fields.parents);
    expect(second.plan.fields.amendments).toEqual([{ version: 2, what: 'Bổ sung nhiệm vụ' }]);
  });

  test('made twice of the same work is the same', () => {
    expect(issue(3)).toEqual(issue(3));
  });

  test('every record passes the door', () => {
    for (const { table, id, values } of issue(1))
      expect([id, checkValues(table, values, { creating: true, id })]).toEqual([id, undefined]);
  });
});
