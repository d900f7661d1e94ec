/** What was measured, as rows of one table and as JSON; a goal that is missed is printed as missed. */
import { cpus, release, totalmem } from 'node:os';
import { spawnSync } from 'node:child_process';
import { findChromium } from '#tests/support/chromium.ts';

export interface Measured {
  readonly bench: string;
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** What the machine itself needs, measured in the same run. */
  readonly limit?: number;
  /** Of the value to its limit, or the value itself where the goal is absolute. */
  readonly goal?: { readonly atMost: number } | { readonly atLeast: number };
  /** Whatever explains the value, in the same unit. */
  readonly parts?: Readonly<Record<string, number>>;
}

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = Number.NaN, high = Number.NaN] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return (low + high) / 2;
};

/** The value below which so many of a hundred lie. */
export const percentile = (values: readonly number[], percent: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
};

const rounded = (value: number): number => {
  if (!Number.isFinite(value)) return value;
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 3;
  return Number(value.toFixed(digits));
};

export const ratioOf = ({ value, limit }: Measured): number | undefined =>
  limit === undefined ? undefined : value / limit;

export const isMet = (measured: Measured): boolean | undefined => {
  if (measured.goal === undefined) return undefined;
  const judged = ratioOf(measured) ?? measured.value;
  return 'atMost' in measured.goal ? judged <= measured.goal.atMost : judged >= measured.goal.atLeast;
};

const goalText = ({ goal, limit }: Measured): string => {
  if (goal === undefined) return '';
  const times = limit === undefined ? '' : ' ×';
  return 'atMost' in goal ? `≤ ${String(goal.atMost)}${times}` : `≥ ${String(goal.atLeast)}${times}`;
};

const rowOf = (measured: Measured) => {
  const { bench, what, value, unit, limit, parts } = measured;
  const ratio = ratioOf(measured);
  const met = isMet(measured);
  return {
    bench,
    what,
    measured: rounded(value),
    unit,
    limit: limit === undefined ? '' : rounded(limit),
    ratio: ratio === undefined ? '' : rounded(ratio),
    goal: goalText(measured),
    met: met === undefined ? '' : met ? 'yes' : 'NO',
    parts: Object.entries(parts ?? {})
      .map(([name, part]) => `${name} ${String(rounded(part))}`)
      .join(', '),
  };
};

export const printTable = (all: readonly Measured[]): void => {
  const rows = all.map(rowOf);
  const head = {
    bench: '',
    what: 'what',
    measured: 'measured',
    unit: '',
    limit: 'limit',
    ratio: 'ratio',
    goal: 'goal',
    met: 'met',
    parts: 'of which',
  };
  const columns = Object.keys(head) as (keyof typeof head)[];
  const widthOf = (column: keyof typeof head): number =>
    Math.max(...[head, ...rows].map((row) => String(row[column]).length));
  const widths = new Map(columns.map((column) => [column, widthOf(column)] as const));
  for (const row of [head, ...rows]) {
    const cells = columns.map((column) => {
      const text = String(row[column]);
      const width = widths.get(column) ?? 0;
      return typeof row[column] === 'number' ? text.padStart(width) : text.padEnd(width);
    });
    console.log(cells.join('  ').trimEnd());
  }
};

export const toJson = (all: readonly Measured[], runs: number): string =>
  JSON.stringify(
    {
      machine: machine(),
      runs,
      measured: all.map((one) => ({ ...one, ratio: ratioOf(one) ?? null, met: isMet(one) ?? null })),
    },
    undefined,
    2,
  );

export const machine = (): Readonly<Record<string, string>> => {
  const chromium = findChromium();
  const version = chromium === undefined ? '' : spawnSync(chromium, ['--version'], { encoding: 'utf8' }).stdout.trim();
  return {
    processor: `${String(cpus().length)} × ${cpus()[0]?.model ?? 'unknown'}`,
    memory: `${String(Math.round(totalmem() / 2 ** 30))} GB`,
    system: `${process.platform} ${release()}`,
    node: process.version,
    chromium: version,
  };
};
