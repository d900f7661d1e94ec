/** The sample parent plan holds every indicator of documents 000 and 002, and so every kind of arithmetic. */
import { describe, expect, test } from 'vitest';
import { parentSample } from '#catalogue/plans/parent-sample.ts';
import { Comparator, MeasureKind } from '#domain/records/measure.ts';
import { indicatorsOf, measuresOf, targetsOf } from './document-items.ts';

const measures = measuresOf(parentSample);
const measure = (key: string) => measures.find((item) => item.key === key);
const guarded = ['3.2a', '3.2b', '3.3'];

describe('the sample parent plan', () => {
  test('says that it is a sample', () => {
    expect(parentSample.plan.title).toContain('(mẫu, tổng hợp từ hai kế hoạch cấp tỉnh)');
    expect(parentSample.plan.issuer).toContain('(mẫu)');
  });

  test.each([
    { source: '000', indicators: 19, measures: 23 },
    { source: '002', indicators: 21, measures: 28 },
  ])('has all $indicators indicators and $measures measures of document $source', (expected) => {
    const of = (item: { document?: string | undefined }) => item.document === expected.source;
    expect(indicatorsOf(parentSample).filter(of)).toHaveLength(expected.indicators);
    expect(measures.filter(of)).toHaveLength(expected.measures);
  });

  test('has the six fields of the national strategy', () => {
    const fields = parentSample.objectives.map(({ field }) => field);
    expect(fields).toEqual(['politics', 'economy', 'family', 'health', 'education', 'media']);
  });

  test('has every kind of measure that a province prints a figure for, every comparator but "=", and every denominator', () => {
    const kinds = new Set(measures.map(({ kind }) => kind));
    expect(MeasureKind.options.filter((kind) => !kinds.has(kind))).toEqual([
      'direction',
      'each-group',
      'list',
      'pointer',
    ]);
    const comparators = new Set(targetsOf(parentSample).map(({ comparator }) => comparator));
    expect(Comparator.options.filter((comparator) => !comparators.has(comparator))).toEqual(['=']);
    const per = new Set(measures.flatMap((item) => item.per ?? []));
    expect([...per].toSorted((a, b) => a - b)).toEqual([1, 100, 1_000, 10_000, 100_000]);
  });

  test('gives every measure a target, with the printed words that decide it', () => {
    for (const { key, targets } of measures) {
      expect(targets.length, key).toBeGreaterThan(0);
      for (const target of targets) expect(target.printed, key).toBeTruthy();
    }
  });

  test('gives targets of 002 their printed years and those of 000 none', () => {
    const years = (source: string) =>
      measures
        .filter(({ document }) => document === source)
        .flatMap(({ targets }) => targets)
        .filter(({ byYear, fromYear }) => byYear !== undefined || fromYear !== undefined).length;
    expect(years('000')).toBe(0);
    expect(years('002')).toBeGreaterThan(30);
  });

  test('asks for one or two news items a month, and from 2025 for four a quarter', () => {
    expect(measure('000.6.3a')).toMatchObject({
      line: 74,
      source: 'own-log',
      cadence: { every: 'month', outputs: ['news-item', 'article'] },
      targets: [{ comparator: 'range', value: 1, max: 2 }],
    });
    expect(measure('002.6.3a')).toMatchObject({
      line: 83,
      cadence: { every: 'quarter' },
      targets: [{ comparator: '>=', value: 4, fromYear: 2025 }],
    });
  });

  test('tells "dưới" from "xuống còn", "trên" from "đạt"', () => {
    const asked = (key: string) => measure(key)?.targets.map(({ comparator, value }) => `${comparator} ${value}`);
    expect(asked('000.2.2')).toEqual(['<= 30']);
    expect(asked('002.2.2')).toEqual(['< 30', '< 25']);
    expect(asked('000.4.1')).toEqual(['<= 109']);
    expect(asked('000.4.2')).toEqual(['< 2']);
    expect(asked('002.4.2')).toEqual(['<= 25', '< 25']);
    expect(asked('002.4.3')).toEqual(['<= 18', '< 18']);
    expect(asked('000.5.4b')).toEqual(['> 33']);
    expect(asked('002.5.2a')).toEqual(['>= 99.6', '> 99.6']);
    expect(measure('002.4.3')?.baseline).toEqual({ value: 23 });
    expect(measure('000.5.2b')?.targets[0]).toMatchObject({ approximate: true, value: 65 });
  });

  test('guards the counts of people harmed, and no others', () => {
    const keys = measures.filter((item) => item.guarded).map(({ key }) => key);
    expect(keys.toSorted()).toEqual(['000', '002'].flatMap((source) => guarded.map((key) => `${source}.${key}`)));
  });

  test('lets a better figure never fail: the comparator points the way that is better', () => {
    for (const { key, better, targets } of measures) {
      for (const { comparator } of targets) {
        expect(comparator.startsWith('<') ? 'lower' : 'higher', key).toBe(better);
      }
    }
  });
});
