/**
 * `npm run catalogue [-- --json]`: what the ready-made plans hold, as a table of counts, or all of it as JSON.
 * Needs no server and no database. Exit codes: 0 done, 2 asked wrongly.
 */
import { documents } from '#catalogue/plans/documents.ts';
import { countsOf, countWords, type Counts } from './catalogue/counts.ts';
import { printedDocument } from './catalogue/printed.ts';

interface Console {
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
}

const usage = [
  'npm run catalogue [-- --json]',
  '',
  'Các văn bản có sẵn: bảng đếm, hoặc toàn bộ dưới dạng JSON. / The ready-made plans: counts, or all of them as JSON.',
].join('\n');

const listNames = Object.keys(countWords) as readonly (keyof Counts)[];

/** All lists of all documents together. */
const totals = (all: readonly Counts[]): Counts => {
  const sum = (name: keyof Counts): number => all.reduce((total, counts) => total + counts[name], 0);
  // The words name every list, or they would not compile.
  return Object.fromEntries(listNames.map((name) => [name, sum(name)])) as Counts;
};

const table = (): string => {
  const counted = documents.map((document) => ({ name: document.key, counts: countsOf(document) }));
  const columns = [...counted, { name: 'Σ', counts: totals(counted.map(({ counts }) => counts)) }];
  const width = Math.max(...listNames.map((name) => countWords[name].length));
  const row = (first: string, cells: readonly string[]): string =>
    [first.padEnd(width), ...cells.map((cell) => cell.padStart(5))].join(' ');
  return [
    ...documents.map(({ key, plan }) => `${key.padEnd(5)} ${plan.issuer}: ${plan.title}`),
    '',
    row(
      '',
      columns.map(({ name }) => name),
    ),
    ...listNames.map((list) =>
      row(
        countWords[list],
        columns.map(({ counts }) => String(counts[list])),
      ),
    ),
  ].join('\n');
};

export const catalogue = (args: readonly string[], { print, complain }: Console): number => {
  const [option, ...more] = args;
  if (option === '--help') {
    print(usage);
    return 0;
  }
  if ((option !== undefined && option !== '--json') || more.length > 0) {
    complain(usage);
    return 2;
  }
  if (option === '--json') {
    const counts = totals(documents.map(countsOf));
    print(JSON.stringify({ documents: documents.map(printedDocument), counts }));
  } else print(table());
  return 0;
};
