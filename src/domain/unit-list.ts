/**
 * A list of administrative units as it is published: provinces with their communes, from JSON or CSV.
 *
 * - All faults are told, each with its place, and a list with a fault gives no unit: nothing is half imported.
 * - The official code says the level: two digits a province, three a district of before July 2025, five a commune.
 * - JSON is `[{code, name, communes: [[code, name], …]}, …]`, or `[{code, name, kind?, level?, parent?}, …]`.
 *   CSV has a head line with the columns code, name, kind, level and parent (or mã, tên, loại, cấp, cấp trên).
 */
import * as v from 'valibot';
import { parseCsv, type CsvRow } from './csv.ts';
import { fold } from './folding.ts';
import type { Level } from './records/unit.ts';
import { fail, ok, type Result } from './result.ts';
import { unitKinds } from './unit-kinds.ts';

export interface ListedUnit {
  /** Where it stands: a line of the text, "12", or a place in the JSON, "[3].communes[11]". */
  readonly at: string;
  readonly code: string;
  readonly name: string;
  /** "xã", "phường", "tỉnh": from its column, else the word with which the name begins. */
  readonly kind: string;
  readonly level: Exclude<Level, 'nation'>;
  /** The official code of the unit above; `undefined` for those at the top of the list. */
  readonly parent: string | undefined;
}

export type ListFaultKind =
  /** Not JSON, or not in a shape that is known. */
  | 'unreadable'
  /** A quoted cell does not end. */
  | 'quote'
  /** A column that is not known, stands twice, or is missing. */
  | 'columns'
  /** More or fewer cells than columns. */
  | 'cells'
  | 'empty'
  | 'too-many'
  /** Not two, three or five digits. */
  | 'code'
  | 'code-twice'
  /** Empty, or too long. */
  | 'name'
  /** Two of one name under one unit. */
  | 'name-twice'
  /** No kind is given, and the name begins with none. */
  | 'kind'
  /** Not what the code says. */
  | 'level'
  /** The unit above is not in the list, or does not stand above. */
  | 'parent'
  // Against the units that are there already.
  /** The unit of this code ended before the day from which the list holds. */
  | 'ended'
  /** The unit changed after that day. */
  | 'later-change'
  /** One of this name stands there without a code: it must be said first whether it is the same. */
  | 'same-name'
  /** It stands above the unit under which the list goes. */
  | 'above'
  /** The unit of this code belongs to somebody else. */
  | 'not-yours';

export interface ListFault {
  readonly at: string;
  readonly is: ListFaultKind;
  /** What stands there, at most 60 characters. */
  readonly value: string;
}

export type ListFormat = 'json' | 'csv';

const MAX_UNITS = 20_000;
const MAX_NAME = 160;
const LEVELS: Readonly<Record<number, ListedUnit['level']>> = { 2: 'province', 3: 'district', 5: 'commune' };
const RANK: Readonly<Record<ListedUnit['level'], number>> = { province: 0, district: 1, commune: 2 };

/** A row as it stands in the list, not judged yet. */
interface Row {
  readonly at: string;
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly level: string;
  readonly parent: string;
}

export const fault = (at: string, is: ListFaultKind, value = ''): ListFault => ({ at, is, value: value.slice(0, 60) });

export const readUnitList = (text: string, format: ListFormat): Result<readonly ListedUnit[], readonly ListFault[]> => {
  const rows = format === 'json' ? rowsOfJson(text) : rowsOfCsv(text);
  if (!rows.ok) return rows;
  if (rows.value.length === 0) return fail([fault('1', 'empty')]);
  if (rows.value.length > MAX_UNITS) return fail([fault('1', 'too-many', String(rows.value.length))]);
  const faults = [...rows.value.flatMap(faultsOfRow), ...faultsBetween(rows.value)];
  return faults.length > 0 ? fail(faults) : ok(rows.value.map(unitOf));
};

const kindOf = ({ kind, name }: Row): string =>
  kind === ''
    ? (unitKinds.find((one) => name.toLocaleLowerCase('vi').startsWith(`${one} `)) ?? '')
    : kind.toLocaleLowerCase('vi');

const unitOf = (row: Row): ListedUnit => ({
  at: row.at,
  code: row.code,
  name: row.name,
  kind: kindOf(row),
  level: LEVELS[row.code.length] ?? 'commune',
  parent: row.parent === '' ? undefined : row.parent,
});

const levelWords: Readonly<Record<string, ListedUnit['level']>> = {
  province: 'province',
  tinh: 'province',
  district: 'district',
  huyen: 'district',
  commune: 'commune',
  xa: 'commune',
};

const isCode = (code: string): boolean => /^\d+$/u.test(code) && LEVELS[code.length] !== undefined;

const faultsOfRow = (row: Row): readonly ListFault[] => {
  const { at, code, name, level } = row;
  const faults: ListFault[] = [];
  if (!isCode(code)) faults.push(fault(at, 'code', code));
  if (name === '' || name.length > MAX_NAME) faults.push(fault(at, 'name', name));
  else if (kindOf(row) === '' || kindOf(row).length > 40) faults.push(fault(at, 'kind', row.kind || name));
  if (level !== '' && isCode(code) && levelWords[fold(level)] !== LEVELS[code.length])
    faults.push(fault(at, 'level', level));
  return faults;
};

/** What the rows are to each other. */
const faultsBetween = (rows: readonly Row[]): readonly ListFault[] => {
  const faults: ListFault[] = [];
  const codes = new Set<string>();
  const names = new Set<string>();
  const known = new Set(rows.map(({ code }) => code));
  for (const { at, code, name, parent } of rows) {
    if (codes.has(code)) faults.push(fault(at, 'code-twice', code));
    codes.add(code);
    const place = `${parent}|${name.toLocaleLowerCase('vi')}`;
    if (name !== '' && names.has(place)) faults.push(fault(at, 'name-twice', name));
    names.add(place);
    if (parent !== '' && !(known.has(parent) && isAbove(parent, code))) faults.push(fault(at, 'parent', parent));
  }
  return faults;
};

const isAbove = (parent: string, code: string): boolean => {
  const [above, below] = [LEVELS[parent.length], LEVELS[code.length]];
  return above !== undefined && below !== undefined && RANK[above] < RANK[below];
};

const Text = v.pipe(
  v.string(),
  v.transform((text) => text.normalize('NFC').trim()),
);
const Nested = v.array(v.strictObject({ code: Text, name: Text, communes: v.array(v.strictTuple([Text, Text])) }));
const Flat = v.array(
  v.strictObject({
    code: Text,
    name: Text,
    kind: v.optional(Text, ''),
    level: v.optional(Text, ''),
    parent: v.optional(v.nullable(Text), ''),
  }),
);

const rowsOfJson = (text: string): Result<readonly Row[], readonly ListFault[]> => {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return fail([fault('1', 'unreadable')]);
  }
  const isNested = Array.isArray(content) && content.some((one) => Object(one)['communes'] !== undefined);
  if (isNested) {
    const nested = v.safeParse(Nested, content);
    return nested.success ? ok(nested.output.flatMap(rowsOfProvince)) : fail(nested.issues.map(faultOfIssue));
  }
  const flat = v.safeParse(Flat, content);
  return flat.success
    ? ok(flat.output.map((row, index) => ({ ...row, parent: row.parent ?? '', at: `[${String(index)}]` })))
    : fail(flat.issues.map(faultOfIssue));
};

const rowsOfProvince = (
  { code, name, communes }: v.InferOutput<typeof Nested>[number],
  index: number,
): readonly Row[] => [
  { at: `[${String(index)}]`, code, name, kind: '', level: 'province', parent: '' },
  ...communes.map(([communeCode, communeName], place) => ({
    at: `[${String(index)}].communes[${String(place)}]`,
    code: communeCode,
    name: communeName,
    kind: '',
    level: 'commune',
    parent: code,
  })),
];

const faultOfIssue = (issue: v.BaseIssue<unknown>): ListFault => {
  const path = issue.path ?? [];
  const at = path.map(({ key }) => (typeof key === 'number' ? `[${String(key)}]` : `.${String(key)}`)).join('');
  return fault(at === '' ? '1' : at, 'unreadable', issue.received);
};

const columnNames: Readonly<Record<string, Exclude<keyof Row, 'at'>>> = {
  code: 'code',
  ma: 'code',
  name: 'name',
  ten: 'name',
  kind: 'kind',
  loai: 'kind',
  level: 'level',
  cap: 'level',
  parent: 'parent',
  'cap tren': 'parent',
};

const rowsOfCsv = (text: string): Result<readonly Row[], readonly ListFault[]> => {
  const parsed = parseCsv(text.normalize('NFC'));
  if (!parsed.ok) return fail([fault(String(parsed.problem), 'quote')]);
  const [head, ...body] = parsed.value;
  if (head === undefined) return fail([fault('1', 'empty')]);
  const columns = head.cells.map((cell) => columnNames[fold(cell)]);
  const unknown = head.cells.find((_, index) => columns[index] === undefined);
  const isWhole = columns.includes('code') && columns.includes('name') && new Set(columns).size === columns.length;
  if (unknown !== undefined || !isWhole)
    return fail([fault(String(head.line), 'columns', unknown ?? head.cells.join(', '))]);
  const uneven = body.filter(({ cells }) => cells.length !== columns.length);
  if (uneven.length > 0)
    return fail(uneven.map(({ line, cells }) => fault(String(line), 'cells', String(cells.length))));
  return ok(body.map((row) => rowOfCells(row, columns)));
};

const rowOfCells = ({ line, cells }: CsvRow, columns: readonly (Exclude<keyof Row, 'at'> | undefined)[]): Row => {
  const cell = (name: keyof Row): string => cells[columns.findIndex((one) => one === name)] ?? '';
  return {
    at: String(line),
    code: cell('code'),
    name: cell('name'),
    kind: cell('kind'),
    level: cell('level'),
    parent: cell('parent'),
  };
};
