/**
 * A ready-made plan says all that its document says: every line with words is cited by an item, or asks for nothing.
 * What the lines are is known from sources/; the texts themselves are not kept here.
 */
import { describe, expect, test } from 'vitest';
import { documents } from '#catalogue/plans/documents.ts';
import { citedLines } from './document-items.ts';
import { source000 } from './sources/000.ts';
import { source001 } from './sources/001.ts';
import { source002 } from './sources/002.ts';
import { source003 } from './sources/003.ts';
import { source004 } from './sources/004.ts';
import { linesOfRuns, type SourceLines } from './sources/source-lines.ts';

const sources: Readonly<Record<string, SourceLines>> = {
  '000': source000,
  '001': source001,
  '002': source002,
  '003': source003,
  '004': source004,
};

const described = documents.flatMap((document) => {
  const source = sources[document.key];
  return source === undefined ? [] : [{ key: document.key, document, source }];
});

const ascending = (lines: Iterable<number>) => [...new Set(lines)].toSorted((a, b) => a - b);

test('the lines of every source text are known', () => {
  expect(described.map(({ key }) => key)).toEqual(Object.keys(sources));
});

describe.each(described)('document $key', ({ document, source }) => {
  const written = linesOfRuns(source.written);
  const silent = Object.values(source.silent).flat();
  const beginningOf = (line: number) => source.continued?.[line] ?? line;

  test('cites lines that stand in its text and carry words', () => {
    expect(written.every((line) => line <= source.count)).toBe(true);
    const known = new Set(written);
    expect(citedLines(document).filter((line) => !known.has(line))).toEqual([]);
    const anomalies = (document.plan.anomalies ?? []).map(({ line }) => line);
    expect(anomalies.filter((line) => line < 1 || line > source.count)).toEqual([]);
    expect(anomalies).toEqual(anomalies.toSorted((a, b) => a - b));
  });

  test('leaves no line out: what is not cited asks for nothing, and is not cited by mistake', () => {
    const cited = new Set(citedLines(document));
    expect(silent.filter((line) => cited.has(line))).toEqual([]);
    expect(ascending([...cited, ...silent])).toEqual(ascending(written));
    expect(new Set(silent).size).toBe(silent.length);
  });

  test('has a task for every bullet of its task parts, under its section, in the order of the text', () => {
    const found: Record<string, number[]> = {};
    for (const { section, line } of document.tasks) {
      const lines = (found[section] ??= []);
      const beginning = beginningOf(line);
      if (!lines.includes(beginning)) lines.push(beginning);
    }
    expect(found).toEqual(source.bullets);
    expect(Object.keys(found)).toEqual(Object.keys(source.bullets));
  });

  test('numbers a task by its section and bullet, with a letter where a bullet asks for several things', () => {
    const bullets = new Map<string, string[]>();
    for (const { key, section, line } of document.tasks) {
      const bullet = (source.bullets[section] ?? []).indexOf(beginningOf(line)) + 1;
      const start = `${section.replaceAll('đ', 'dd')}-${bullet}`;
      expect(key.startsWith(start), key).toBe(true);
      bullets.set(start, [...(bullets.get(start) ?? []), key.slice(start.length)]);
    }
    for (const [bullet, letters] of bullets) {
      const expected = letters.map((_, index) => String.fromCodePoint(0x61 + index));
      expect(letters, bullet).toEqual(letters.length === 1 ? [''] : expected);
    }
  });
});
