/** Whether a living database, or a backup, agrees with itself. */
import { inspectBackup, readBackupFile, type FileFault } from './backup-file.ts';
import { createRowChecker, type CheckedRows } from './check-rows.ts';
import { readSnapshot } from './snapshot.ts';
import type { BackupPlace } from './write-backup.ts';

export type Verified =
  | { readonly is: 'checked'; readonly checked: CheckedRows; readonly fileFaults: readonly string[] }
  | { readonly is: 'refused'; readonly why: FileFault };

export const verifyDatabase = ({ settings, database }: Pick<BackupPlace, 'settings' | 'database'>): Promise<Verified> =>
  readSnapshot(settings, database, async ({ tables, faults }) => {
    const checker = createRowChecker();
    for await (const { table, columns, rows } of tables)
      for await (const page of rows) for (const cells of page) checker.see(table, columns, cells);
    return { is: 'checked', checked: checker.end(), fileFaults: faults };
  });

export const verifyBackup = async ({ path, key }: Pick<BackupPlace, 'path' | 'key'>): Promise<Verified> => {
  const fault = await inspectBackup(path, key);
  if (fault !== undefined) return { is: 'refused', why: fault };
  const checker = createRowChecker();
  let columns: readonly string[] = [];
  for await (const item of readBackupFile(path, key)) {
    if (item.is === 'table') ({ columns } = item);
    if (item.is === 'row') checker.see(item.table, columns, item.cells);
    if (item.is === 'end') return { is: 'checked', checked: checker.end(), fileFaults: [] };
  }
  return { is: 'refused', why: 'damaged' };
};
