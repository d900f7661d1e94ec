/** The national strategy, and the measures of local plans that answer it. Line numbers are those of the notes on the domain. */
import { describe, expect, test } from 'vitest';
import { documents } from '#catalogue/plans/documents.ts';
import { nationalStrategy } from '#catalogue/plans/national-strategy.ts';
import { parentSample } from '#catalogue/plans/parent-sample.ts';
import { asked, indicatorsOf, measuresOf } from './document-items.ts';

const { plan, objectives, sources = [] } = nationalStrategy;
const measures = measuresOf(nationalStrategy);

/** The key, its line, and what is asked of it in 2025 and in 2030. */
const rows: readonly (readonly [key: string, line: number, ...targets: readonly string[]])[] = [
  ['1.1', 70, '>= 60 by 2025', '>= 75 by 2030'],
  ['2.1', 71, '>= 50 by 2025', '~ >= 60 by 2030'],
  ['2.2', 72, '< 30 by 2025', '< 25 by 2030'],
  ['2.3', 73, '>= 27 by 2025', '>= 30 by 2030'],
  ['3.1', 74, '<= 1.7 by 2025', '<= 1.4 by 2030'],
  ['3.2a', 75, '>= 80 by 2025', '>= 90 by 2030'],
  ['3.2b', 76, '>= 50 by 2025', '>= 70 by 2030'],
  ['3.3', 77, '= 100 from 2025'],
  ['3.4', 78, '>= 70 by 2025', '>= 100 by 2030'],
  ['4.1', 79, '<= 111 by 2025', '<= 109 by 2030'],
  ['4.2', 80, '<= 42 by 2025', '< 42 by 2030'],
  ['4.3', 81, '<= 18 by 2025', '< 18 by 2030'],
  ['4.4', 82, '>= 40 by 2025', '>= 70 by 2030'],
  ['5.1', 83, 'yes from 2025'],
  ['5.2a', 84, '>= 90 by 2025', '~ >= 99 by 2030'],
  ['5.2b', 85, '~ >= 85 by 2025', '>= 90 by 2030'],
  ['5.3', 86, '> 30 by 2025', '>= 40 by 2030'],
  ['5.4a', 87, '>= 50 by 2025', '>= 50 by 2030'],
  ['5.4b', 88, '>= 30 by 2025', '>= 35 by 2030'],
  ['6.1', 89, '>= 60 by 2025', '>= 80 by 2030'],
  ['6.2', 90, '= 100 by 2025', '= 100 by 2030'],
  ['6.3', 91, '= 100 by 2025', '= 100 by 2030'],
  ['6.4', 92, '= 100 by 2025', '= 100 by 2030'],
];

describe('the national strategy', () => {
  test('is the resolution of 3 March 2021, for ten years', () => {
    expect([plan.kind, plan.level, plan.number, plan.date]).toEqual(['resolution', 'nation', '28/NQ-CP', '2021-03-03']);
    expect([plan.from, plan.to]).toEqual(['2021-01-01', '2030-12-31']);
  });

  test('has 20 indicators under six objectives, and every figure for 2025 and 2030', () => {
    expect(objectives.map(({ indicators }) => indicators.length)).toEqual([1, 3, 4, 4, 4, 4]);
    expect(measures.map(({ key, line, targets }) => [key, line, ...targets.map(asked)])).toEqual(rows);
  });

  test('names for every measure where it was read, and flags what nothing written confirms', () => {
    const known = new Map(sources.map(({ key, sure }) => [key, sure]));
    for (const { key, readIn = [] } of measures) {
      expect(readIn.length, key).toBeGreaterThan(0);
      expect(readIn.filter((source) => !known.has(source))).toEqual([]);
    }
    const used = new Set(measures.flatMap(({ readIn = [] }) => readIn));
    expect([...known.keys()].filter((key) => !used.has(key))).toEqual([]);
    const unsure = measures.filter(({ readIn = [] }) => readIn.some((source) => known.get(source) === false));
    const flagged = new Set(plan.anomalies?.map(({ line }) => line));
    expect(unsure.map(({ line }) => line)).toEqual([81, 85, 86, 90, 91, 92]);
    expect(unsure.filter(({ line }) => !flagged.has(line))).toEqual([]);
  });
});

describe('answering the national strategy', () => {
  const national = new Map(measures.map((item) => [item.key, item]));
  const local = documents.filter((document) => document !== nationalStrategy);

  test.each(local.map((document) => [document.key, document] as const))(
    'document %s names measures that exist',
    (_, document) => {
      const named = measuresOf(document).flatMap(({ answers }) => answers ?? []);
      expect(named.filter((key) => !national.has(key))).toEqual([]);
    },
  );

  test('never turns the better way round, and asks of people harmed what the nation guards', () => {
    const pairs = [...local, parentSample].flatMap((document) =>
      measuresOf(document).flatMap((item) => {
        const answered = item.answers === undefined ? undefined : national.get(item.answers);
        return answered === undefined ? [] : [{ item, answered }];
      }),
    );
    expect(pairs.length).toBeGreaterThan(50);
    // A pointer has neither figure nor direction: both stand in the plan that it points to.
    const figures = pairs.filter(({ item }) => item.kind !== 'pointer');
    expect(figures.filter(({ item, answered }) => item.better !== answered.better)).toEqual([]);
    expect(figures.filter(({ item, answered }) => (item.guarded ?? false) !== (answered.guarded ?? false))).toEqual([]);
  });

  test('stays within the field of the objective', () => {
    const fieldOf = new Map(
      objectives.flatMap(({ field, indicators }) =>
        indicators.flatMap((indicator) => indicator.measures.map(({ key }) => [key, field] as const)),
      ),
    );
    const strayed = local.flatMap((document) =>
      document.objectives.flatMap(({ field, indicators }) =>
        indicators
          .flatMap((indicator) => indicator.measures)
          .filter(({ answers }) => answers !== undefined && fieldOf.get(answers) !== field),
      ),
    );
    expect(strayed).toEqual([]);
  });

  test.each([
    { key: '002', without: ['1.2', '3.4b'], count: 23 },
    { key: '000', without: [], count: 22 },
    { key: '001', without: ['18.5'], count: 4 },
    { key: '004', without: ['1.2', 'help'], count: 5 },
  ])('document $key answers $count measures of the nation', ({ key, without, count }) => {
    const own = local.filter((document) => document.key === key).flatMap(measuresOf);
    expect(own.filter(({ answers }) => answers === undefined).map((item) => item.key)).toEqual(without);
    expect(new Set(own.flatMap(({ answers }) => answers ?? [])).size).toBe(count);
  });

  test('is told for every indicator of the nation by some local plan', () => {
    const answered = new Set(local.flatMap((document) => measuresOf(document).map(({ answers }) => answers)));
    const left = indicatorsOf(nationalStrategy).filter(
      ({ measures: own }) => !own.some(({ key }) => answered.has(key)),
    );
    expect(left).toEqual([]);
  });
});
