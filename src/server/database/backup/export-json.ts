/**
 * What units hold as one JSON document, for whoever moves on, counts it by themselves, or keeps it to be read without this
 * program:
 *
 *     {"format":"so-tay-binh-dang-gioi","version":1,"made":"2026-11-22T07:00:00.000Z","unit":null,"records":[
 *     {"scope":"<unit>/<compartment>","table":"activity","id":"…","fields":{"title":"…","from":"2024-03-08","tasks":{"…":true}}},
 *     …
 *     ]}
 *
 * - `fields` is the record as the rules see it (`src/domain/records/`): a set is an object by element; what is absent is left
 *   out; what was deleted is not there. Compartments are `work`, `issued`, `inbox`, `directory` and, for `root`, `units`.
 * - `unit` is the unit that was asked for; of `root/units` its own row and its lines are then there. `null` for all units.
 * - One moment, whoever writes meanwhile; a record a line and a page at a time, so that its length costs no memory.
 * - No account, password, session, key, receipt, history or audit trail: those are in a backup alone.
 */
import { recordOf } from '#domain/values.ts';
import { isTableName } from '#domain/tables.ts';
import type { Value } from '#domain/change.ts';
import type { Database } from '../dialects.ts';
import { readRegisters } from '../json-text.ts';
import type { DatabaseSettings } from '../open-database.ts';
import { readSnapshot, type Cell, type Snapshot } from './snapshot.ts';

export interface ExportPlace {
  readonly settings: DatabaseSettings;
  readonly database: Database;
  /** All units if there is none. */
  readonly unit: string | undefined;
  /** Milliseconds since 1970. */
  readonly at: number;
}

interface ExportedRecord {
  readonly scope: string;
  readonly table: string;
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** `write` takes whole lines, and is awaited: a slow disk or reader slows the reading. Answers how many records there were. */
export const exportJson = (place: ExportPlace, write: (lines: string) => unknown): Promise<number> =>
  readSnapshot(place.settings, place.database, async (snapshot) => {
    const head = {
      format: 'so-tay-binh-dang-gioi',
      version: 1,
      made: new Date(place.at).toISOString(),
      unit: place.unit ?? null,
    };
    await write(`${JSON.stringify(head).slice(0, -1)},"records":[`);
    let count = 0;
    for await (const records of recordsOf(snapshot)) {
      const lines = records
        .filter((record) => isOf(record, place.unit))
        .map((record) => `${count++ === 0 ? '' : ','}${JSON.stringify(record)}`);
      if (lines.length > 0) await write(lines.join('\n'));
    }
    await write(']}');
    return count;
  });

async function* recordsOf({ tables }: Snapshot): AsyncGenerator<readonly ExportedRecord[], void, undefined> {
  for await (const { table, columns, rows } of tables) {
    if (table !== 'rec') continue;
    const at = (name: string) => columns.indexOf(name);
    const [scope, tbl, id, regs] = [at('scope'), at('tbl'), at('id'), at('regs')];
    const text = (cell: Cell | undefined) => String(cell ?? '');
    for await (const page of rows)
      yield page.flatMap((row) => recordOfCells(text(row[scope]), text(row[tbl]), text(row[id]), text(row[regs])));
  }
}

/** None of what is deleted, or of a table that this version does not know. */
const recordOfCells = (scope: string, table: string, id: string, regs: string): readonly ExportedRecord[] => {
  if (!isTableName(table)) return [];
  const values: Readonly<Record<string, Value>> = Object.fromEntries(
    Object.entries(readRegisters(regs)).map(([field, [value]]) => [field, value]),
  );
  const fields = recordOf(table, values);
  return fields === undefined ? [] : [{ scope, table, id, fields }];
};

const isOf = ({ scope, id, fields }: ExportedRecord, unit: string | undefined): boolean =>
  unit === undefined ||
  scope.startsWith(`${unit}/`) ||
  (scope === 'root/units' && (id === unit || fields['unit'] === unit || fields['other'] === unit));
