/** What the server's database holds, read behind its back. Only to be asked while nothing is under way. */
import type { StoredRecord } from '#sync/merge.ts';
import type { File } from './sqlite.ts';

type Statement = ReturnType<File['prepare']>;

export interface TakenRow {
  readonly scope: string;
  readonly alias: number;
  readonly n: number;
  readonly h: number;
}

export interface HeadRow {
  readonly scope: string;
  readonly seq: number;
  readonly epoch: string;
  readonly gc_seq: number;
  readonly dig: number;
}

export interface HistoryRow {
  readonly scope: string;
  readonly seq: number;
  readonly tbl: string;
  readonly id: string;
  readonly field: string;
  readonly before: string | null;
  readonly after: string;
  readonly person: string;
  readonly alias: number;
  readonly n: number;
}

export interface HeldRow {
  readonly scope: string;
  readonly alias: number;
  readonly n: number;
  readonly code: string;
  readonly state: number;
}

interface RecRow {
  readonly tbl: string;
  readonly id: string;
  readonly seq: number;
  readonly inc: number;
  readonly grp: number;
  readonly del: number;
  readonly regs: string;
}

const prepared = new WeakMap<File, Map<string, Statement>>();

const ask = <Row>(file: File, text: string, ...given: readonly (string | number)[]): readonly Row[] => {
  const known = prepared.get(file) ?? new Map<string, Statement>();
  prepared.set(file, known);
  const statement = known.get(text) ?? file.prepare(text);
  known.set(text, statement);
  return statement.all(...given) as readonly Row[];
};

export const heads = (file: File) => ask<HeadRow>(file, 'select scope, seq, epoch, gc_seq, dig from scope_head');
export const taken = (file: File) => ask<TakenRow>(file, 'select scope, alias, n, h from taken order by scope, alias, n');
export const held = (file: File) => ask<HeldRow>(file, 'select scope, alias, n, code, state from held');
export const history = (file: File, scope: string) =>
  ask<HistoryRow>(file, 'select * from history where scope = ? order by seq, field', scope);
/** Every number that the scope's history or its records bear; what the server writes about edits stands in no history. */
export const seqsOf = (file: File, scope: string): ReadonlySet<number> =>
  new Set(
    ask<{ readonly seq: number }>(
      file,
      'select seq from history where scope = ? union select inc as seq from rec where scope = ? union select seq from rec where scope = ?',
      scope,
      scope,
      scope,
    ).map(({ seq }) => seq),
  );
/** From where to where a conflict was written about: nobody keeps the numbers in between. */
export const conflictSpans = (file: File, scope: string) =>
  ask<{ readonly inc: number; readonly seq: number }>(
    file,
    "select inc, seq from rec where scope = ? and tbl = 'conflict' and inc < seq",
    scope,
  );
export const aliases = (file: File, scope: string) =>
  ask<{ readonly alias: number; readonly usr: string; readonly device: string; readonly last_n: number; readonly done: number; readonly closed: number }>(
    file,
    'select alias, usr, device, last_n, done, closed from dev where scope = ?',
    scope,
  );

export const records = (file: File, scope: string): readonly StoredRecord[] =>
  ask<RecRow>(file, 'select * from rec where scope = ? order by seq', scope).map((row) => {
    const registers: StoredRecord['registers'] = JSON.parse(row.regs);
    return { table: row.tbl, id: row.id, seq: row.seq, inc: row.inc, grp: row.grp, deleted: row.del === 1, registers };
  });
