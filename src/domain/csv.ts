/**
 * Reads delimited text (RFC 4180) as rows with the line on which each begins.
 *
 * - Cells are parted by comma, semicolon or tab: by whichever stands most often in the first line outside quotes.
 * - A quoted cell may hold the separator, quotes (doubled) and line ends. A byte order mark is passed over.
 * - Lines that are empty, or hold nothing but separators, are no rows.
 */
import { fail, ok, type Result } from './result.ts';

export interface CsvRow {
  /** From 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

const separatorOf = (text: string): string => {
  const first = (text.split(/\r?\n/u, 1)[0] ?? '').replaceAll(/"[^"]*"/gu, '');
  const counts = [',', ';', '\t'].map((separator) => ({ separator, count: first.split(separator).length }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).separator;
};

/** The problem is the line on which a quoted cell begins that never ends, or goes on after its end. */
export const parseCsv = (given: string): Result<readonly CsvRow[], number> => {
  const text = given.startsWith('\uFEFF') ? given.slice(1) : given;
  const separator = separatorOf(text);
  const rows: CsvRow[] = [];
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const begun = line;
    const cells: string[] = [];
    for (let isRowOver = false; !isRowOver;) {
      const start = line;
      let cell = '';
      if (text[at] === '"') {
        const end = endOfQuoted(text, at);
        if (end === undefined) return fail(start);
        cell = text.slice(at + 1, end).replaceAll('""', '"');
        line += cell.split('\n').length - 1;
        at = end + 1;
        if (at < text.length && text[at] !== separator && text[at] !== '\r' && text[at] !== '\n') return fail(start);
      } else {
        const from = at;
        while (at < text.length && text[at] !== separator && text[at] !== '\r' && text[at] !== '\n') at += 1;
        cell = text.slice(from, at);
      }
      cells.push(cell.trim());
      isRowOver = text[at] !== separator;
      if (!isRowOver) at += 1;
    }
    if (text[at] === '\r') at += 1;
    if (text[at] === '\n') at += 1;
    line += 1;
    if (cells.some((cell) => cell !== '')) rows.push({ line: begun, cells });
  }
  return ok(rows);
};

/** Where the quote stands that ends the cell. */
const endOfQuoted = (text: string, start: number): number | undefined => {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] !== '"') continue;
    if (text[at + 1] !== '"') return at;
    at += 1;
  }
  return undefined;
};
