/** The sample workspace: three units, one person for each role, two plans. */
import { describe, expect, test } from 'vitest';
import { agencyKinds } from '#catalogue/agencies.ts';
import { indicatorsOf } from './document-items.ts';
import { parentSample } from '#catalogue/plans/parent-sample.ts';
import {
  sampleAgencies,
  sampleLines,
  samplePeople,
  samplePlans,
  SAMPLE_TODAY,
  sampleUnits,
} from '#catalogue/sample.ts';
import { Role } from '#domain/records/unit.ts';
import { isScope } from '#domain/scope.ts';
import type { TableName } from '#domain/tables.ts';
import { changedValues, checkValues } from '#domain/values.ts';

const units = new Set(sampleUnits.map(({ id }) => id));

describe('the sample', () => {
  test('is made of valid records with ids of their own', () => {
    const check = (table: TableName, id: string, values: Parameters<typeof checkValues>[1]) => {
      expect(checkValues(table, values, { creating: true, id }), id).toBeUndefined();
    };
    for (const { id, fields } of sampleUnits) check('unit', id, changedValues('unit', undefined, fields));
    for (const { id, fields } of sampleLines) check('unit-line', id, changedValues('unit-line', undefined, fields));
    for (const { id, fields } of sampleAgencies) check('agency', id, changedValues('agency', undefined, fields));
    for (const { id, fields } of samplePeople) check('person', id, changedValues('person', undefined, fields));
    const ids = [sampleUnits, sampleLines, sampleAgencies, samplePeople].flatMap((list) => list.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('has a root that is flagged, with its day, and two units under it', () => {
    const flagged = sampleUnits.filter(({ fields }) => fields.sample);
    expect(flagged.map(({ id, fields }) => [id, fields.today])).toEqual([['sample-province', SAMPLE_TODAY]]);
    expect(SAMPLE_TODAY).toBe('2024-11-21');
    expect(sampleLines.map(({ fields }) => [fields.unit, fields.other])).toEqual([
      ['sample-city', 'sample-province'],
      ['sample-commune', 'sample-city'],
    ]);
  });

  test('has an agency of each kind that the plan names, and one committee for each unit', () => {
    const kinds = new Set<string | undefined>(agencyKinds.map(({ code }) => code));
    expect(sampleAgencies.filter(({ fields }) => !units.has(fields.unit) || !kinds.has(fields.kind))).toEqual([]);
    const committees = sampleAgencies.filter(({ fields }) => fields.kind === 'peoples-committee');
    expect(committees.map(({ fields }) => fields.unit)).toEqual([...units]);
    expect(sampleAgencies.filter(({ fields }) => fields.unit === 'sample-commune')).toHaveLength(7);
  });

  test('has one invented person for each role, in an agency of the own unit', () => {
    expect(samplePeople.map(({ fields }) => fields.role).toSorted()).toEqual(Role.options.toSorted());
    for (const { signIn, fields } of samplePeople) {
      expect(fields.name).toMatch(/ Mẫu$/u);
      expect(signIn).toMatch(/^[a-z]+\.mau$/u);
      expect(sampleAgencies.find(({ id }) => id === fields.agency)?.fields.unit).toBe(fields.unit);
    }
    expect(new Set(samplePeople.map(({ signIn }) => signIn)).size).toBe(samplePeople.length);
  });

  test("issues the province's plan before the commune's plan links to it", () => {
    expect(samplePlans.map(({ scope }) => scope)).toEqual(['sample-province/issued', 'sample-commune/work']);
    expect(samplePlans.every(({ scope }) => isScope(scope))).toBe(true);
    expect(samplePlans[1]?.parents).toEqual(['sample-province/issued~parent.plan']);
    const people = new Set(samplePeople.map(({ id }) => id));
    expect(samplePlans.filter(({ author }) => !people.has(author))).toEqual([]);
  });

  test('links tasks that exist to indicators of the parent that exist', () => {
    const known = new Set(indicatorsOf(parentSample).map(({ key }) => `parent.indicator.${key}`));
    const [, own] = samplePlans;
    const keys = new Set(own?.document.tasks.map(({ key }) => key));
    const links = Object.entries(own?.taskIndicators ?? {});
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter(([task]) => !keys.has(task))).toEqual([]);
    expect(links.flatMap(([, indicators]) => indicators).filter((id) => !known.has(id))).toEqual([]);
  });
});
