/** The forms of a plan's records: what is in them comes out of them, and what is wrong is told where it is typed. */
import { describe, expect, test } from 'vitest';
import { mutationsOfPlan } from '#catalogue/copy-plan.ts';
import { documents } from '#catalogue/plans/documents.ts';
import { isPlanTable } from '#domain/plan-parts.ts';
import type { PlanTable, RecordIn } from '#domain/tables.ts';
import { recordOf } from '#domain/values.ts';
import { readForm, type LinkValue } from '#client/features/plans/editor/form-reading.ts';
import { CHECKED, formInDraft, formOf, type PlanForm } from '#client/features/plans/editor/form-values.ts';
import { readDraft } from '#client/features/plans/editor/plan-draft.ts';

const links: LinkValue = { valueOf: () => true };
const problemsOf = (table: PlanTable, typed: PlanForm, given: object = {}) =>
  readForm(table, { ...formOf(table, undefined), ...typed }, { ...given }, links).problems.map(
    ({ field, problem }) => `${field} ${problem.code}`,
  );
const read = <T extends PlanTable>(table: T, typed: PlanForm, given: object = {}): RecordIn<T> | undefined =>
  readForm(table, { ...formOf(table, undefined), ...typed }, { ...given }, links).record;

describe('the form of a record', () => {
  const changes = documents.flatMap((document) => mutationsOfPlan(document).flat());
  const kept = changes.flatMap(({ table, id, values }) => {
    const fields = isPlanTable(table) ? recordOf(table, values) : undefined;
    return fields === undefined || !isPlanTable(table) ? [] : [{ table, id, fields }];
  });

  test('opened and saved untouched says what the record said, for every record of the ready-made plans', () => {
    expect(kept.length).toBeGreaterThan(200);
    for (const { table, id, fields } of kept) {
      const again = readForm(table, formOf(table, fields), fields, links);
      expect([id, again.problems, again.record]).toEqual([id, [], fields]);
    }
  });

  test('comes back from its draft as it was typed, and what the draft lacks is as it began', () => {
    for (const { table, fields } of kept) {
      const form = formOf(table, fields);
      const stored: unknown = JSON.parse(JSON.stringify(form));
      expect(formInDraft(formOf(table, undefined), stored)).toEqual(form);
    }
    const start = formOf('task', undefined);
    expect(formInDraft(start, { text: 'đang gõ', agencies: 7, section: null })).toEqual({ ...start, text: 'đang gõ' });
    expect(readDraft('task', start, { id: 'x' })).toBeUndefined();
    expect(readDraft('task', start, { id: 'x', form: {}, before: null })).toEqual({
      id: 'x',
      form: start,
      before: undefined,
    });
  });
});

describe('a plan’s head', () => {
  const whole = { title: 'Kế hoạch', issuer: 'UBND xã', from: '01/01/2024', to: '31/12/2024' };

  test('may have a blank number and a date without its day, whose wording is kept', () => {
    expect(read('plan', { ...whole, number: '/KH-UBND', date: 'ngày tháng 02 năm 2024' })).toMatchObject({
      number: '/KH-UBND',
      date: '2024-02',
      datePrinted: 'ngày tháng 02 năm 2024',
    });
    expect(read('plan', { ...whole, date: '20/02/2024' })).not.toHaveProperty('datePrinted');
  });

  test('tells everything that is wrong at once', () => {
    expect(problemsOf('plan', { from: '31/02/2024', to: '', date: 'hôm qua' })).toEqual([
      'from field/not-a-date',
      'date field/not-a-date',
      'title field/required',
      'issuer field/required',
      'to field/required',
    ]);
    expect(problemsOf('plan', { ...whole, from: '01/01/2025' })).toEqual(['to activity/ends-before-start']);
  });

  test('has its lines one by one, and rows without what was left empty', () => {
    const record = read('plan', {
      ...whole,
      purposes: ' Một \n\n Hai',
      services: [
        { name: 'Đường dây nóng', phone: '18001769' },
        { name: '', phone: '' },
      ],
    });
    expect(record?.purposes).toEqual(['Một', 'Hai']);
    expect(record?.services).toEqual([{ name: 'Đường dây nóng', phone: '18001769' }]);
    expect(problemsOf('plan', { ...whole, services: [{ name: '', phone: '113' }] })).toEqual([
      'services.0.name field/required',
    ]);
  });
});

describe('a measure and its targets', () => {
  const under = { plan: 'p', indicator: 'i', order: '1V' };
  const target = { plan: 'p', measure: 'm', order: '1V' };

  test('a rhythm asks how often, and of what', () => {
    expect(problemsOf('measure', { title: 'Tin, bài', kind: 'cadence' }, under)).toEqual([
      'cadence.every field/required',
    ]);
    expect(problemsOf('measure', { title: 'Tin, bài', kind: 'cadence', 'cadence.every': 'month' }, under)).toEqual([
      'cadence.outputs field/required',
    ]);
    const record = read(
      'measure',
      { title: 'Tin, bài', kind: 'cadence', 'cadence.every': 'month', 'cadence.outputs': ['news-item'] },
      under,
    );
    expect(record?.cadence).toEqual({ every: 'month', outputs: ['news-item'] });
  });

  test('what another kind asked is neither asked nor lost, so that choosing it again brings it back', () => {
    const cadence = { every: 'month', outputs: ['news-item'] };
    expect(read('measure', { title: 'Tin', kind: 'count' }, { ...under, cadence })?.cadence).toEqual(cadence);
  });

  test('a target says a value, or who has yet to give it, and has it filled in later', () => {
    expect(problemsOf('target', {}, target)).toEqual(['value plan/target-without-value']);
    const awaited = read('target', { awaits: 'above' }, target);
    expect(awaited).toMatchObject({ awaits: 'above', comparator: '>=' });
    expect(read('target', { awaits: '', value: '99,6' }, awaited)).toEqual({
      ...target,
      comparator: '>=',
      value: 99.6,
    });
    expect(problemsOf('target', { comparator: 'yes' }, target)).toEqual([]);
    expect(problemsOf('target', { maintain: CHECKED }, target)).toEqual([]);
  });

  test('numbers that can be read in two ways, years and ends out of order are asked about', () => {
    expect(problemsOf('target', { value: '1.500' }, target)).toEqual(['value field/ambiguous-number']);
    expect(problemsOf('target', { value: '2', byYear: '25' }, target)).toEqual(['byYear field/not-a-year']);
    expect(problemsOf('target', { comparator: 'range', value: '2', max: '1' }, target)).toEqual([
      'max target/range-reversed',
    ]);
    expect(problemsOf('target', { value: '2', fromYear: '2030', toYear: '2025' }, target)).toEqual([
      'toYear target/years-reversed',
    ]);
  });

  test('a baseline is its value; a year alone is none', () => {
    const typed = { title: 'Tỷ lệ', kind: 'share' };
    expect(read('measure', { ...typed, 'baseline.value': '23' }, under)?.baseline).toEqual({ value: 23 });
    expect(problemsOf('measure', { ...typed, 'baseline.year': '2020' }, under)).toEqual([
      'baseline.value field/required',
    ]);
  });
});

describe('a report rule', () => {
  const under = { plan: 'p', order: '1V' };
  const typed = { from: 'UBND xã', to: 'UBND tỉnh' };

  test('that names a day has one that exists', () => {
    expect(problemsOf('rule', typed, under)).toEqual(['monthDay field/required']);
    expect(problemsOf('rule', { ...typed, monthDay: '31/02' }, under)).toEqual(['monthDay field/not-a-date']);
    expect(read('rule', { ...typed, monthDay: '5/6' }, under)?.monthDay).toBe('06-05');
    expect(problemsOf('rule', { ...typed, rule: 'none' }, under)).toEqual([]);
  });
});

describe('a task', () => {
  test('keeps agencies with their roles, and what it is linked to', () => {
    const under = { plan: 'p', order: '1V' };
    const record = readForm(
      'task',
      {
        ...formOf('task', undefined),
        section: 'II.2.đ',
        text: 'Phát thanh',
        agencies: [{ agency: 'Hội LHPN', role: 'coordinate' }],
        indicators: ['i1'],
        parentTasks: ['tinh/issued~t9'],
      },
      under,
      { valueOf: (spec) => (spec.field === 'parentTasks' ? 3 : true) },
    ).record;
    expect(record).toMatchObject({
      agencies: [{ agency: 'Hội LHPN', role: 'coordinate' }],
      indicators: { i1: true },
      parentTasks: { 'tinh/issued~t9': 3 },
      recurrence: 'ongoing',
    });
  });
});
