/**
 * Makes a backup while the server goes on working. When the file is complete and on the disk, every replica's row says up to
 * which mutation it is in there: until then its device keeps what it sent.
 */
import type { FileFault } from './backup-file.ts';
import { writeFileSafely } from './backup-file.ts';
import { linesOfSnapshot, type Counts, type See } from './backup-lines.ts';
import { readSnapshot } from './snapshot.ts';
import type { Database } from '../dialects.ts';
import type { DatabaseSettings } from '../open-database.ts';
import { inTransaction } from '../transaction.ts';

export interface BackupPlace {
  readonly settings: DatabaseSettings;
  readonly database: Database;
  readonly path: string;
  readonly key: string | undefined;
}

export type Written =
  | { readonly is: 'written'; readonly rows: Counts }
  | { readonly is: 'refused'; readonly why: FileFault }
  /** The database's own file is damaged; a copy of it would be, too. */
  | { readonly is: 'broken'; readonly faults: readonly string[] };

interface Contained {
  readonly scope: string;
  readonly alias: number;
  readonly n: number;
}

export const writeBackup = async ({ settings, database, path, key }: BackupPlace, made: string): Promise<Written> => {
  const contained: Contained[] = [];
  const epochs = new Map<string, string>();
  const rows: Record<string, number> = {};
  const see: See = (table, columns, cells) => {
    rows[table] = (rows[table] ?? 0) + 1;
    const cell = (name: string) => cells[columns.indexOf(name)];
    if (table === 'scope_head') epochs.set(String(cell('scope')), String(cell('epoch')));
    if (table === 'dev')
      contained.push({ scope: String(cell('scope')), alias: Number(cell('alias')), n: Number(cell('last_n')) });
  };
  const from = settings.databaseUrl === undefined ? 'SQLite' : 'PostgreSQL';
  let faults: readonly string[] = [];
  // The snapshot is over before the file is read through: a database ends a transaction in which nothing is asked for long.
  const why = await writeFileSafely(path, key, (write) =>
    readSnapshot(settings, database, async (snapshot) => {
      ({ faults } = snapshot);
      if (faults.length === 0) await write(linesOfSnapshot(snapshot, { made, from }, see));
    }),
  );
  if (faults.length > 0) return { is: 'broken', faults };
  if (why !== undefined) return { is: 'refused', why };
  await markSafe(database, contained, epochs);
  return { is: 'written', rows };
};

/** A scope that began a new life meanwhile, by a restore, is left out: its numbers are others. */
const markSafe = async (
  database: Database,
  contained: readonly Contained[],
  epochs: ReadonlyMap<string, string>,
): Promise<void> => {
  const byScope = new Map<string, Contained[]>();
  for (const one of contained) byScope.set(one.scope, [...(byScope.get(one.scope) ?? []), one]);
  for (const [scope, replicas] of byScope) {
    await inTransaction(database, async (transaction) => {
      const head = await transaction
        .selectFrom('scope_head')
        .select('epoch')
        .where('scope', '=', scope)
        .executeTakeFirst();
      if (head?.epoch !== epochs.get(scope)) return;
      for (const { alias, n } of replicas)
        await transaction
          .updateTable('dev')
          .set({ safe_n: n })
          .where('scope', '=', scope)
          .where('alias', '=', alias)
          .where('safe_n', '<', n)
          .execute();
    });
  }
};
