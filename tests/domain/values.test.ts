import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CREATED, DELETED, type Values } from '#domain/change.ts';
import { addDays } from '#domain/dates.ts';
import type { RecordIn, TableName } from '#domain/tables.ts';
import { changedValues, checkValues, recordOf, valuesOf } from '#domain/values.ts';
import { activities, idOfReading, measures, plans, readings } from './arbitraries.ts';

const activity: Values = {
  title: 'Lễ phát động mẫu',
  type: 'launch',
  from: '2024-11-15',
  to: '2024-11-15',
  agency: 'a1',
};
const made: Values = { ...activity, [CREATED]: true };
const badValue = (field: string, code: string) => ({ code: 'sync/bad-value', field, problem: { code } });

const laws = <T extends TableName>(table: T, records: fc.Arbitrary<RecordIn<T>>) => {
  describe(`Registers of the table ${table}`, () => {
    test('give the record back', () => {
      fc.assert(
        fc.property(records, (record) => {
          expect(recordOf(table, { ...valuesOf(table, record), [CREATED]: true })).toEqual(record);
        }),
      );
    });

    test('survive the wire', () => {
      fc.assert(
        fc.property(records, (record) => {
          const values = valuesOf(table, record);
          expect(JSON.parse(JSON.stringify(values))).toEqual(values);
        }),
      );
    });

    test('with the changes laid over them are those of the record after', () => {
      fc.assert(
        fc.property(records, records, (before, after) => {
          const laid = { ...valuesOf(table, before), [CREATED]: true, ...changedValues(table, before, after) };
          expect(recordOf(table, laid)).toEqual(after);
        }),
      );
    });

    test('do not change when the record does not', () => {
      fc.assert(
        fc.property(records, (record) => {
          expect(changedValues(table, record, structuredClone(record))).toEqual({});
        }),
      );
    });

    test('of a new record are accepted as they are made', () => {
      fc.assert(
        fc.property(records, (record) => {
          expect(recordOf(table, changedValues(table, undefined, record))).toEqual(record);
          expect(checkValues(table, changedValues(table, undefined, record), { creating: false })).toBeUndefined();
        }),
      );
    });
  });
};
/** On days that an activity may have. */
const plannable = fc
  .tuple(activities, fc.integer({ min: 0, max: 36_000 }), fc.integer({ min: 0, max: 400 }))
  .map(([one, start, days]) => {
    const from = addDays('2000-01-01', start);
    return { ...one, from, to: addDays(from, days) };
  });
laws('activity', plannable);
laws('measure', measures);
laws('reading', readings);
laws('plan', plans);

describe('A record', () => {
  test('has its sets, empty where nothing is in them', () => {
    expect(recordOf('activity', { ...made, 'outputs/news-item': 2, 'tasks/t1': true, 'tasks/t2': null })).toMatchObject(
      {
        title: 'Lễ phát động mẫu',
        outputs: { 'news-item': 2 },
        tasks: { t1: true },
        campaigns: {},
      },
    );
  });

  test('is not there before it was made, nor while it is deleted', () => {
    expect(recordOf('activity', activity)).toBeUndefined();
    expect(recordOf('activity', { ...made, [DELETED]: true })).toBeUndefined();
    expect(recordOf('activity', { ...made, [DELETED]: false })).toBeDefined();
    expect(recordOf('activity', { ...made, [DELETED]: true }, { evenDeleted: true })).toBeDefined();
  });

  test('is not there without what it must have', () => {
    for (const field of Object.keys(activity)) expect(recordOf('activity', { ...made, [field]: null })).toBeUndefined();
    expect(recordOf('activity', { ...made, from: '2024-02-30' })).toBeUndefined();
  });

  test('leaves out what this version does not know or cannot read', () => {
    const values = { ...made, invented: 1, 'outputs/x y': 1, 'inventions/a': true, female: 'ten', 'tasks/t1': 'yes' };
    expect(recordOf('activity', values)).toEqual(recordOf('activity', made));
  });

  test('cannot be given a prototype', () => {
    const record = recordOf('activity', { ...made, 'outputs/__proto__': 5, __proto__x: 1, constructor: 'x' });
    expect(record).toEqual(recordOf('activity', made));
    expect(Object.getPrototypeOf(record?.outputs)).toBe(Object.prototype);
  });
});

describe('Changed values', () => {
  const before = recordOf('activity', { ...made, place: 'Nhà văn hóa', 'tasks/t1': true, 'outputs/leaflet': 100 });

  test('name only what differs, and null what was cleared or taken away', () => {
    const after = recordOf('activity', { ...made, title: 'Lễ mẫu', 'tasks/t2': true, 'outputs/leaflet': 300 });
    expect(before && after && changedValues('activity', before, after)).toEqual({
      title: 'Lễ mẫu',
      place: null,
      'tasks/t1': null,
      'tasks/t2': true,
      'outputs/leaflet': 300,
    });
  });

  test('say of a new record that it was made', () => {
    expect(before && changedValues('activity', undefined, before)).toMatchObject({
      [CREATED]: true,
      place: 'Nhà văn hóa',
    });
  });

  test('are none when an object only has its keys in another order', () => {
    const fields = {
      plan: 'p',
      indicator: 'i',
      title: 'T',
      kind: 'count',
      better: 'higher',
      source: 'own-log',
      order: 'a',
    };
    const one = recordOf('measure', { ...fields, [CREATED]: true, baseline: { value: 1, year: 2020 } });
    const other = recordOf('measure', { ...fields, [CREATED]: true, baseline: { year: 2020, value: 1 } });
    expect(one && other && changedValues('measure', one, other)).toEqual({});
  });
});

describe('Checking what is to be written', () => {
  const creating = { creating: true };
  const updating = { creating: false };

  test('accepts a whole new record and a change of one field', () => {
    expect(checkValues('activity', made, creating)).toBeUndefined();
    expect(checkValues('activity', { place: null, 'tasks/t1': null, [DELETED]: true }, updating)).toBeUndefined();
  });

  test.each([
    'invented',
    'inventions/a',
    'title/a',
    'outputs',
    'outputs/',
    'outputs/x y',
    'outputs/__proto__',
    '__proto__x',
    '$x',
    'toString',
  ])('refuses the unknown register %s', (field) => {
    expect(checkValues('activity', { [field]: 1 }, updating)).toEqual({ code: 'sync/unknown-field', field });
  });

  test.each<[string, Values[string], string]>([
    ['title', '  ', 'field/required'],
    ['title', null, 'field/required'],
    ['title', 5, 'field/unknown-value'],
    ['from', '2024-02-30', 'field/not-a-date'],
    ['from', '15/11/2024', 'field/not-a-date'],
    ['female', -1, 'field/not-a-count'],
    ['female', 'ten', 'field/not-a-number'],
    ['outputs/leaflet', 0, 'field/not-a-count'],
    ['tasks/t1', false, 'field/unknown-value'],
    [CREATED, false, 'field/unknown-value'],
    [DELETED, 1, 'field/unknown-value'],
  ])('refuses %s = %j', (field, value, code) => {
    expect(checkValues('activity', { [field]: value }, updating)).toEqual(badValue(field, code));
  });

  test('refuses a text that is too long, and says how long it may be', () => {
    expect(checkValues('activity', { title: 'x'.repeat(201) }, updating)).toEqual({
      code: 'sync/bad-value',
      field: 'title',
      problem: { code: 'field/too-long', max: 200 },
    });
  });

  test('refuses a day of the year that no year has', () => {
    expect(checkValues('campaign', { from: '02-30' }, updating)).toEqual(badValue('from', 'field/not-a-date'));
    expect(checkValues('campaign', { from: '02-29' }, updating)).toBeUndefined();
  });

  test.each(Object.keys(activity))('asks for %s when the record is made', (field) => {
    const { [field]: _, ...rest } = made;
    expect(checkValues('activity', rest, creating)).toEqual(badValue(field, 'field/required'));
    expect(checkValues('activity', rest, updating)).toBeUndefined();
  });

  test('asks of a new record that its fields fit together', () => {
    expect(checkValues('activity', { ...made, to: '2024-11-14' }, creating)).toEqual(
      badValue('to', 'activity/ends-before-start'),
    );
    expect(checkValues('activity', { ...made, female: 2, minority: 3 }, creating)).toMatchObject({
      field: 'minority',
      problem: { code: 'activity/minority-exceeds-total', total: 2 },
    });
    const reading = { measure: 'm', unit: 'u', agency: 'a', period: '2024', nothing: true, numerator: 1 };
    expect(checkValues('reading', reading, creating)).toEqual(badValue('nothing', 'reading/nothing-with-figures'));
  });

  test.each([creating, updating])(
    'refuses days that no plan reaches, and more than 400 of them ($creating)',
    (options) => {
      const check = (days: Values) => checkValues('activity', options.creating ? { ...made, ...days } : days, options);
      const outOfRange = (field: string, from: string, to: string) => ({
        code: 'sync/bad-value',
        field,
        problem: { code: 'activity/date-out-of-range', from, to },
      });
      expect(check({ to: '9999-12-31' })).toEqual(outOfRange('to', '2000-01-01', '2100-12-31'));
      expect(check({ from: '1999-12-31' })).toEqual(outOfRange('from', '2000-01-01', '2100-12-31'));
      expect(check({ from: '2024-01-01', to: '2025-02-04' })).toBeUndefined();
      expect(check({ from: '2024-01-01', to: '2025-02-05' })).toEqual(outOfRange('to', '2024-01-01', '2025-02-04'));
      expect(check({ from: '2000-01-01', to: '2000-01-01' })).toBeUndefined();
      expect(check({ from: '2100-12-31', to: '2100-12-31' })).toBeUndefined();
    },
  );

  test('knows a reading by its natural key', () => {
    fc.assert(
      fc.property(readings, (reading) => {
        const values = changedValues('reading', undefined, reading);
        const id = idOfReading(reading);
        expect(checkValues('reading', values, { creating: true, id })).toBeUndefined();
        expect(checkValues('reading', values, { creating: true, id: `${id}x` })).toEqual({ code: 'sync/wrong-id' });
        expect(checkValues('reading', { numerator: 3 }, { creating: false, id })).toBeUndefined();
        expect(checkValues('reading', { agency: `${reading.agency}x` }, { creating: false, id })).toEqual({
          code: 'sync/wrong-id',
        });
      }),
    );
  });
});
