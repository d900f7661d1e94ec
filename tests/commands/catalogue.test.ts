/** `npm run catalogue`: what the ready-made plans hold, in the shape that others read. */
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { documents } from '#catalogue/plans/documents.ts';
import { catalogue } from '#commands/catalogue.ts';
import { ROOT } from '#commands/program.ts';
import { Comparator, MeasureKind } from '#domain/records/measure.ts';
import { AgencyRole } from '#domain/records/plan.ts';
import { citedLines } from '#tests/catalogue/document-items.ts';
import { runProgram } from './process.ts';

const line = v.pipe(v.number(), v.integer(), v.minValue(1));
const text = v.pipe(v.string(), v.nonEmpty());
const figure = v.nullable(v.number());
const year = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1900)));
const agencies = v.array(v.object({ name: text, role: AgencyRole }));
const basis = v.object({ number: v.nullable(text), date: v.nullable(text), subject: v.nullable(text), line });
const noted = v.object({ text, line });

const target = v.object({
  comparator: Comparator,
  value: figure,
  max: figure,
  byYear: year,
  from: year,
  to: year,
  approximate: v.boolean(),
  printed: v.nullable(text),
  line,
});
const measure = v.object({
  id: v.pipe(v.string(), v.regex(/^\w+\.measure\.[\w.-]+$/u)),
  kind: MeasureKind,
  direction: v.picklist(['higher', 'lower', 'none']),
  unit: v.nullable(text),
  numerator: v.nullable(text),
  denominator: v.nullable(text),
  splitBy: text,
  baseline: v.nullable(v.object({ value: v.number(), year })),
  source: text,
  answers: v.nullable(v.pipe(v.string(), v.startsWith('NQ28.measure.'))),
  line,
  targets: v.array(target),
});
const indicator = v.object({ number: v.nullable(text), line, text, agencies, measures: v.array(measure) });

/** Strict: a field more, at the top of a document, is a change of what others read. */
const Printed = v.strictObject({
  documents: v.array(
    v.strictObject({
      id: v.picklist(['000', '001', '002', '003', '004', 'NQ28']),
      kind: v.picklist(['plan', 'letter', 'resolution']),
      issuer: text,
      level: v.picklist(['nation', 'province', 'district', 'commune']),
      number: v.nullable(text),
      date: v.nullable(v.pipe(v.string(), v.regex(/^\d{4}(-\d{2}){0,2}$/u))),
      datePrinted: v.nullable(text),
      period: v.object({ from: v.pipe(v.string(), v.isoDate()), to: v.pipe(v.string(), v.isoDate()) }),
      title: text,
      headLines: v.record(v.string(), line),
      counts: v.record(v.string(), v.number()),
      addressees: v.array(noted),
      legalBases: v.array(basis),
      references: v.array(basis),
      purposes: v.array(noted),
      objectives: v.array(
        v.object({
          number: v.nullable(text),
          field: v.nullable(text),
          line,
          statement: v.nullable(noted),
          indicators: v.array(indicator),
        }),
      ),
      lists: v.array(v.object({ indicator: text, kind: v.literal('list'), threshold: text, line })),
      tasks: v.array(
        v.object({
          section: text,
          line,
          text,
          agencies,
          recurrence: text,
          window: v.nullable(v.object({ from: text, to: text })),
        }),
      ),
      campaigns: v.array(v.object({ name: text, from: text, to: text, aliases: v.array(text), line })),
      reportRules: v.array(
        v.object({
          kind: text,
          from: text,
          to: text,
          rule: v.picklist(['before', 'on', 'none']),
          monthDay: v.nullable(v.pipe(v.string(), v.regex(/^\d{2}-\d{2}$/u))),
          year,
          line,
        }),
      ),
      otherDuties: v.array(v.object({ kind: text, text, agencies, line })),
      funding: v.array(noted),
      models: v.array(v.object({ name: text, line })),
      services: v.array(v.object({ name: text, kind: text, phone: v.nullable(text), line })),
      attachments: v.array(noted),
      recipients: v.array(noted),
      signingOffice: v.nullable(text),
      anomalies: v.array(v.object({ line, what: text })),
      sources: v.array(v.object({ key: text, text, sure: v.boolean(), line })),
    }),
  ),
  counts: v.record(v.string(), v.number()),
});

const run = (...args: readonly string[]) => {
  const out: string[] = [];
  const err: string[] = [];
  const status = catalogue(args, { print: (words) => out.push(words), complain: (words) => err.push(words) });
  return { status, out: out.join('\n'), err: err.join('\n') };
};
const printed = v.parse(Printed, JSON.parse(run('--json').out));

/** Every number under the name `line`, and every line of the head. */
const linesIn = (value: unknown): readonly number[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => {
    if (name === 'line' && typeof part === 'number') return [part];
    return name === 'headLines' ? Object.values(v.parse(v.record(v.string(), line), part)) : linesIn(part);
  });
};

describe('npm run catalogue -- --json', () => {
  test('prints every document in its order, from a process of its own, and nothing else', async () => {
    const { status, out, err } = await runProgram(ROOT, ['catalogue', '--json']).ended;
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toBe(`${run('--json').out}\n`);
    expect(printed.documents.map(({ id }) => id)).toEqual(documents.map(({ key }) => key));
  });

  test('leaves no line out that an item of the document stands on', () => {
    printed.documents.forEach((document, index) => {
      const source = documents[index];
      const { anomalies: _, ...items } = document;
      expect(new Set(linesIn(items)), document.id).toEqual(new Set(source && citedLines(source)));
      expect(document.anomalies, document.id).toEqual(source?.plan.anomalies);
    });
  });

  test('counts what it prints', () => {
    for (const { counts, ...document } of printed.documents) {
      const indicators = document.objectives.flatMap((objective) => objective.indicators);
      const measures = indicators.flatMap((item) => item.measures);
      const nested = { indicators, measures, targets: measures.flatMap(({ targets }) => targets) };
      const lists = Object.entries({ ...document, ...nested }).filter(([, list]) => Array.isArray(list));
      const lengths = lists.map(([name, list]) => [name, Array.isArray(list) ? list.length : 0]);
      expect(counts, document.id).toEqual(Object.fromEntries(lengths));
    }
    const tasks = printed.documents.flatMap((document) => document.tasks);
    expect(printed.counts['tasks']).toBe(tasks.length);
  });

  test('names each measure once, by the id that its record gets', () => {
    const ids = printed.documents.flatMap(({ objectives }) =>
      objectives.flatMap(({ indicators }) => indicators.flatMap(({ measures }) => measures.map((item) => item.id))),
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain('000.measure.5.4b');
  });
});

describe('npm run catalogue', () => {
  test('prints a table of counts with a column for each document', () => {
    const { status, out } = run();
    expect(status).toBe(0);
    const rows = out.split('\n').map((row) => row.trim().split(/\s{2,}|\s(?=\d+$)/u));
    const row = (beginning: string) => rows.findLast(([first]) => first === beginning);
    for (const { key, plan } of documents) expect(out).toContain(`${key.padEnd(5)} ${plan.issuer}: ${plan.title}`);
    expect(row('000')?.slice(0, -1)).toEqual(documents.map(({ key }) => key));
    expect(row('Nhiệm vụ / tasks')?.slice(1, -1)).toEqual(documents.map(({ tasks }) => String(tasks.length)));
  });

  test('says how it is asked, and that it was asked wrongly', () => {
    expect(run('--help')).toMatchObject({ status: 0, err: '' });
    expect(run('--jsn')).toMatchObject({ status: 2, out: '' });
    expect(run('--json', 'more').err).toContain('npm run catalogue [-- --json]');
  });
});
