/** A conflict taken apart: both values, whose they are, and what choosing one of them writes. */
import type { Change, Value, Values } from '#domain/change.ts';
import type { ConflictState } from '#domain/records/conflict.ts';
import { isTableName, type TableName } from '#domain/tables.ts';
import { canonical } from '#sync/canonical.ts';
import { valueIn } from '#client/state/conflict-values.ts';
import type { Saved } from '#client/state/workbook.ts';
import { s } from '#client/texts/screens.ts';

export type Conflict = Saved<'conflict'>;

export const tableOf = ({ fields }: Conflict): TableName | undefined =>
  isTableName(fields.table) ? fields.table : undefined;

export const sameValue = (a: Value, b: Value): boolean => canonical(a) === canonical(b);

export const stateChange = (conflict: Conflict, state: ConflictState): Change => ({
  table: 'conflict',
  id: conflict.id,
  values: { state },
});

/** One mutation: the field as it shall be, and that this is settled. */
export const settling = (conflict: Conflict, state: ConflictState, values: Values): readonly Change[] => {
  const table = tableOf(conflict);
  const settled = stateChange(conflict, state);
  return table === undefined || Object.keys(values).length === 0
    ? [settled]
    : [{ table, id: conflict.fields.record, values }, settled];
};

export const valuesTaken = ({ fields }: Conflict): Values => ({ [fields.field ?? '']: valueIn(fields.loser) });

/** Puts back what stood before a choice. */
export const valuesBefore = ({ fields }: Conflict, current: Value | undefined): Values => ({
  [fields.field ?? '']: current ?? valueIn(fields.winner),
});

interface Sides {
  readonly keep: string;
  readonly take: string;
}

/** "Giữ bản của tôi" and "Dùng bản của Hoa Mẫu"; plain words where nobody is known. */
export const choiceWords = (
  { winnerBy = '', loserBy = '' }: Pick<Conflict['fields'], 'winnerBy' | 'loserBy'>,
  me: string,
  nameOf: (id: string) => string | undefined,
): Sides => {
  const words = s().conflict;
  const [winner, loser] = [nameOf(winnerBy), nameOf(loserBy)];
  const keepTheirs = winner === undefined ? words.keepPlain : words.keepOf(winner);
  const takeTheirs = loser === undefined ? words.takePlain : words.takeOf(loser);
  return {
    keep: winnerBy === me ? words.keepMine : keepTheirs,
    take: loserBy === me ? words.takeMine : takeTheirs,
  };
};

/** "Anh, chị", a name, the server itself, or somebody whom this phone does not know. */
export const whoWords = (
  person: string | undefined,
  me: string,
  nameOf: (id: string) => string | undefined,
): string => {
  if (person === me) return s().conflict.me;
  if (person === undefined || person === '') return s().conflict.server;
  return nameOf(person) ?? s().conflict.someone;
};
