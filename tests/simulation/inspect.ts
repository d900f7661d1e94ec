/**
 * What stands on a phone's disk, read behind the app's back: the cipher of the simulation writes in clear.
 * A stored value never changes in place, so that each is parsed once.
 */
import type { Values } from '#domain/change.ts';
import type { Disk } from './disk.ts';

const decoder = new TextDecoder();
const opened = new WeakMap<object, unknown>();

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** What is inside the seal of a stored row. */
export const inside = (row: unknown, field = 'sealed'): unknown => {
  const sealed: unknown = isObject(row) ? Reflect.get(row, field) : undefined;
  if (!isObject(sealed)) return undefined;
  const known = opened.get(sealed);
  if (known !== undefined) return known;
  const bytes: unknown = Reflect.get(sealed, 'bytes');
  const value: unknown = bytes instanceof Uint8Array ? JSON.parse(decoder.decode(bytes)) : undefined;
  opened.set(sealed, value);
  return value;
};

export interface RawMutation {
  /** Of an old app's there is none. */
  readonly schema?: number;
  readonly n: number;
  readonly h: number;
  readonly ms: number;
  readonly ctr: number;
  readonly operations: readonly [table: string, id: string, b: number, values: Values][];
}

export interface RawRecord {
  readonly table: string;
  readonly id: string;
  readonly seq: number;
  readonly registers: Readonly<Record<string, readonly [unknown, number, number, number]>>;
}

export interface RawScope {
  readonly s: number;
  readonly scope: string;
  /** Under which its base stands: another one once it was fetched anew. */
  readonly area: number;
  readonly position: Readonly<Record<string, unknown>>;
}

const numberIn = (row: unknown, field: string): number => {
  const value: unknown = isObject(row) ? Reflect.get(row, field) : undefined;
  return typeof value === 'number' ? value : -1;
};

export const scopesOn = (disk: Disk, database: string): readonly RawScope[] =>
  disk.rows(database, 'positions').flatMap((row) => {
    const scope = inside(row, 'name');
    return isObject(row) && typeof scope === 'string'
      ? [{ s: numberIn(row, 's'), scope, area: numberIn(row, 'area'), position: { ...row } }]
      : [];
  });

export interface JournalEntry {
  readonly s: number;
  readonly n: number;
  readonly state: string;
  readonly mutation: RawMutation;
  readonly refused: boolean;
  /** As whom its writer was refused. */
  readonly refusedAs: number | undefined;
}

export const journalOn = (disk: Disk, database: string): readonly JournalEntry[] =>
  disk.rows(database, 'journal').flatMap((row) => {
    const entry = inside(row);
    if (!isObject(entry) || !isObject(row)) return [];
    const mutation: RawMutation = Reflect.get(entry, 'mutation');
    const refusal: unknown = Reflect.get(entry, 'refusal');
    const state: unknown = Reflect.get(row, 'state');
    return [
      {
        s: numberIn(row, 's'),
        n: numberIn(row, 'n'),
        state: String(state),
        mutation,
        refused: refusal !== undefined,
        refusedAs: isObject(refusal) ? numberIn(refusal, 'alias') : undefined,
      },
    ];
  });

/** Records in rows of their own. */
const aloneOn = (disk: Disk, database: string, s: number): readonly RawRecord[] =>
  disk.rows(database, 'records').flatMap((row) => {
    if (numberIn(row, 's') !== s || !isObject(row)) return [];
    const record = inside(row);
    if (!isObject(record)) return [];
    const table: unknown = Reflect.get(row, 't');
    const id: unknown = Reflect.get(record, 'id');
    const registers: RawRecord['registers'] = Reflect.get(record, 'registers');
    return [{ table: String(table), id: String(id), seq: numberIn(row, 'seq'), registers }];
  });

const bundledOn = (disk: Disk, database: string, s: number): readonly RawRecord[] =>
  disk.rows(database, 'bundles').flatMap((row) => {
    if (numberIn(row, 's') !== s || !isObject(row)) return [];
    const records: unknown = inside(row);
    if (!Array.isArray(records)) return [];
    const table: unknown = Reflect.get(row, 't');
    return records.map((record: Omit<RawRecord, 'table'>) => ({ ...record, table: String(table) }));
  });

export const recordsOn = (disk: Disk, database: string, s: number): readonly RawRecord[] => [
  ...aloneOn(disk, database, s),
  ...bundledOn(disk, database, s),
];

export const countOn = (disk: Disk, database: string, store: string, s: number): number =>
  disk.rows(database, store).filter((row) => numberIn(row, 's') === s).length;

export const idsOn = (disk: Disk, database: string, s: number, table: string): readonly string[] =>
  recordsOn(disk, database, s).flatMap((record) => (record.table === table ? [record.id] : []));

/** A waiting row of the journal as the first schema wrote it; `undefined` for any other. */
export const withoutSchema = (row: unknown): unknown => {
  const entry = inside(row);
  if (!isObject(row) || !isObject(entry) || Reflect.get(row, 'state') !== 'waiting') return undefined;
  const { schema: _schema, ...mutation }: Record<string, unknown> = Reflect.get(entry, 'mutation');
  const bytes = new TextEncoder().encode(JSON.stringify({ ...entry, mutation }));
  return { ...row, sealed: { nonce: new Uint8Array(12), bytes } };
};
