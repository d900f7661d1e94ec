/** The sample's year: what a commune did in 2024, invented, believable and always the same. */
import { describe, expect, test } from 'vitest';
import { activityTypes } from '#catalogue/activity-types.ts';
import { outputs } from '#catalogue/outputs.ts';
import { registers } from '#catalogue/registers.ts';
import { registerCodes } from '#catalogue/register-codes.ts';
import { mutationsOfPlan } from '#catalogue/copy-plan.ts';
import { sampleAgencies, samplePlans } from '#catalogue/sample.ts';
import { mutationsOfYear } from '#catalogue/sample-year.ts';
import { yearActivities } from '#catalogue/sample-year/activities.ts';
import { takesReading, yearReadings } from '#catalogue/sample-year/readings.ts';
import { yearRegisters } from '#catalogue/sample-year/registers.ts';
import { topics } from '#catalogue/topics.ts';
import { checkActivity } from '#domain/activity-rules.ts';
import { tallyOf } from '#domain/cadence.ts';
import { inCampaign, occurrenceOf } from '#domain/campaigns.ts';
import { CREATED } from '#domain/change.ts';
import { checkReading } from '#domain/reading-rules.ts';
import type { TableName } from '#domain/tables.ts';
import { checkRegister } from '#domain/register-rules.ts';
import { checkValues, recordOf } from '#domain/values.ts';

const TODAY = '2024-11-21';
const changes = mutationsOfYear().flat();
const activities = yearActivities();

/** What the sample's plans are made of, as records. */
const planRecords = samplePlans.flatMap(({ document, parents, taskIndicators }) =>
  mutationsOfPlan(document, { parents, taskIndicators }).flat(),
);
const recordsIn = <T extends TableName>(table: T) =>
  planRecords.flatMap(({ table: is, id, values }) => {
    const fields = is === table ? recordOf(table, values) : undefined;
    return fields === undefined ? [] : [{ id, fields }];
  });
const known = (table: TableName): ReadonlySet<string> =>
  new Set(planRecords.filter((change) => change.table === table).map(({ id }) => id));
const codes = (list: readonly { readonly code: string }[]): ReadonlySet<string> =>
  new Set(list.map(({ code }) => code));

describe('the year of the sample', () => {
  test('is the same wherever and whenever it is made', () => {
    expect(mutationsOfYear()).toEqual(mutationsOfYear());
    expect(new Set(changes.map(({ table, id }) => `${table} ${id}`)).size).toBe(changes.length);
  });

  test('is made of records that pass the door', () => {
    const refused = changes.flatMap(({ table, id, values }) => {
      const problem = checkValues(table, values, { creating: values[CREATED] === true, id });
      return problem === undefined ? [] : [{ table, id, problem }];
    });
    expect(refused).toEqual([]);
    expect(
      activities.flatMap(({ id, fields }) => checkActivity(fields, TODAY).map((problem) => [id, problem])),
    ).toEqual([]);
    expect(
      yearRegisters().flatMap(({ table, id, fields }) => checkRegister(table, fields).map((problem) => [id, problem])),
    ).toEqual([]);
  });

  test('has about four hundred activities, some in every month, a few still to come', () => {
    expect(activities.length).toBeGreaterThan(380);
    expect(activities.length).toBeLessThan(460);
    for (let month = 1; month <= 12; month += 1) {
      const name = `2024-${String(month).padStart(2, '0')}`;
      expect(activities.filter(({ fields }) => fields.from.startsWith(name)).length, name).toBeGreaterThan(15);
    }
    expect(activities.filter(({ fields }) => !fields.from.startsWith('2024-'))).toEqual([]);
    const planned = activities.filter(({ fields }) => fields.from > TODAY).length;
    expect(planned).toBeGreaterThan(20);
    expect(planned).toBeLessThan(60);
  });

  test('speaks only of agencies, tasks, campaigns, measures, types, topics and outputs that there are', () => {
    const [tasks, campaigns, measures] = [known('task'), known('campaign'), known('measure')];
    const agencies = new Set(sampleAgencies.map(({ id }) => id));
    const [typeCodes, topicCodes, outputCodes] = [codes(activityTypes), codes(topics), codes(outputs)];
    for (const { id, fields } of activities) {
      expect(agencies.has(fields.agency), id).toBe(true);
      expect(typeCodes.has(fields.type), `${id} ${fields.type}`).toBe(true);
      for (const [set, all] of [
        [fields.tasks, tasks],
        [fields.campaigns, campaigns],
        [fields.measures, measures],
        [fields.partners, agencies],
        [fields.topics, topicCodes],
        [fields.outputs, outputCodes],
      ] as const)
        for (const key of Object.keys(set)) expect(all.has(key), `${id} ${key}`).toBe(true);
    }
    const rowCodes = codes(registerCodes);
    const coded = new Set(['kind', 'award', 'sex', 'role', 'fund']);
    for (const { id, fields } of yearRegisters()) {
      expect(agencies.has(fields.agency), id).toBe(true);
      const links: object = 'tasks' in fields ? fields.tasks : {};
      for (const key of Object.keys(links)) expect(tasks.has(key), `${id} ${key}`).toBe(true);
      const said = Object.entries(fields).flatMap(([field, value]) =>
        coded.has(field) && typeof value === 'string' ? [value] : [],
      );
      for (const code of said) expect(rowCodes.has(code), `${id} ${code}`).toBe(true);
    }
  });

  test('is spread over every task of the plan but a few, and every campaign that it keeps', () => {
    const linked = new Set(activities.flatMap(({ fields }) => Object.keys(fields.tasks)));
    const own = [...known('task')].filter((id) => id.startsWith('001.'));
    expect(own.filter((id) => !linked.has(id))).toEqual(['001.task.IV.2.3-1b', '001.task.IV.5-1c']);
    for (const { id, fields } of recordsIn('campaign').filter((one) => one.id.startsWith('001.'))) {
      const within = activities.filter((one) => inCampaign(one.fields, id, occurrenceOf(fields, 2024)));
      expect(within.length, fields.name).toBeGreaterThan(2);
    }
  });

  test('has news that falls short in one month and in one quarter, each by its own measure', () => {
    const shortBy = (id: string) => {
      const measure = recordsIn('measure').find((one) => one.id === id);
      const target = recordsIn('target').find((one) => one.fields.measure === id)?.fields;
      if (measure === undefined) throw new Error(`no ${id}`);
      const counted = activities.map((one) => ({ id: one.id, ...one.fields }));
      const { periods } = tallyOf(measure, target, counted, { from: '2024-01-01', to: '2024-12-31' }, TODAY);
      return periods.filter(({ state }) => state === 'not-met').map(({ period }) => period);
    };
    expect(shortBy('parent.measure.000.6.3a')).toEqual(['2024-07']);
    expect(shortBy('parent.measure.002.6.3a')).toEqual(['2024-Q3']);
  });

  test('has a reading of every measure that takes one, for this year and as its measure asks', () => {
    const readings = yearReadings();
    const asked = recordsIn('measure').filter(({ fields }) => takesReading(fields));
    const answered = new Set(readings.map(({ fields }) => fields.measure));
    expect(asked.filter(({ id }) => !answered.has(id)).map(({ id }) => id)).toEqual([]);
    const byId = new Map(recordsIn('measure').map(({ id, fields }) => [id, fields] as const));
    for (const { id, fields } of readings) {
      const measure = byId.get(fields.measure);
      if (measure === undefined) throw new Error(`${id} answers nothing`);
      expect(checkReading(measure, fields), id).toEqual([]);
    }
  });

  test('has three rows in each of the ten registers', () => {
    const rows = yearRegisters();
    for (const { table } of registers) expect(rows.filter((row) => row.table === table).length, table).toBe(3);
    expect(rows).toHaveLength(30);
  });

  test('names nobody', () => {
    for (const { id, fields } of yearRegisters()) expect('person' in fields, id).toBe(false);
  });
});
