/** What the server's database holds, read behind its back. Only to be asked while nothing is under way. */
import type { StoredRecord } from '#sync/merge.ts';
import type { File } from './sqlite.ts';

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
  /** The line as it came. */
  readonly mut: string;
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

interface ReplicaRow {
  readonly alias: number;
  readonly usr: string;
  readonly device: string;
  readonly last_n: number;
  readonly done: number;
  readonly closed: number;
  readonly seen_at: number;
}

const prepare = (file: File) => ({
  heads: file.prepare<[], HeadRow>('select scope, seq, epoch, gc_seq, dig from scope_head'),
  taken: file.prepare<[], TakenRow>('select scope, alias, n, h from taken order by scope, alias, n'),
  held: file.prepare<[], HeldRow>('select scope, alias, n, code, mut, state from held'),
  history: file.prepare<[string, number], HistoryRow>(
    `select scope, seq, tbl, history.id, field.value ->> 0 as field, field.value -> 2 as before, field.value -> 1 as after, person, alias, n
     from history, json_each(fields) as field where scope = ? and seq > ? and used = 1 order by seq, field.value ->> 0`,
  ),
  records: file.prepare<[string], RecRow>('select * from rec where scope = ? order by seq'),
  replicas: file.prepare<[string], ReplicaRow>(
    'select alias, usr, device, last_n, done, closed, seen_at from dev where scope = ?',
  ),
  seqs: file.prepare<[string, string, string], { readonly seq: number }>(
    `select seq from history where scope = ? union select inc as seq from rec where scope = ?
     union select seq from rec where scope = ?`,
  ),
  authors: file.prepare<[], { readonly scope: string; readonly alias: number; readonly n: number }>(
    'select distinct scope, alias, n from history where alias > 0 and used = 1',
  ),
  spans: file.prepare<[string], { readonly inc: number; readonly seq: number }>(
    "select inc, seq from rec where scope = ? and tbl = 'conflict' and inc < seq",
  ),
});

const prepared = new WeakMap<File, ReturnType<typeof prepare>>();

const statements = (file: File): ReturnType<typeof prepare> => {
  const known = prepared.get(file) ?? prepare(file);
  prepared.set(file, known);
  return known;
};

export const heads = (file: File): readonly HeadRow[] => statements(file).heads.all();
export const taken = (file: File): readonly TakenRow[] => statements(file).taken.all();
export const held = (file: File): readonly HeldRow[] => statements(file).held.all();
export const history = (file: File, scope: string): readonly HistoryRow[] => statements(file).history.all(scope, 0);
/** What the history has gained since it was asked last; a file that was restored is another one. */
export const freshHistory = (file: File, scope: string): readonly HistoryRow[] => {
  const ends = readTo.get(file) ?? new Map<string, number>();
  readTo.set(file, ends);
  const rows = statements(file).history.all(scope, ends.get(scope) ?? 0);
  const last = rows.at(-1);
  if (last !== undefined) ends.set(scope, last.seq);
  return rows;
};
const readTo = new WeakMap<File, Map<string, number>>();

export const replicas = (file: File, scope: string): readonly ReplicaRow[] => statements(file).replicas.all(scope);

/** Every number that the scope's history or its records bear. */
export const seqsOf = (file: File, scope: string): ReadonlySet<number> =>
  new Set(
    statements(file)
      .seqs.all(scope, scope, scope)
      .map(({ seq }) => seq),
  );

/** Every mutation that had an effect, as `scope|alias|n`. */
export const authors = (file: File): ReadonlySet<string> =>
  new Set(
    statements(file)
      .authors.all()
      .map(({ scope, alias, n }) => `${scope}|${String(alias)}|${String(n)}`),
  );

/** From where to where a conflict was written about by the server, which stands in no history. */
export const conflictSpans = (file: File, scope: string) => statements(file).spans.all(scope);

export const records = (file: File, scope: string): readonly StoredRecord[] =>
  statements(file)
    .records.all(scope)
    .map((row) => {
      const registers: StoredRecord['registers'] = JSON.parse(row.regs);
      return {
        table: row.tbl,
        id: row.id,
        seq: row.seq,
        inc: row.inc,
        grp: row.grp,
        deleted: row.del === 1,
        registers,
      };
    });
