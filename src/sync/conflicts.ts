/**
 * Which of an operation's writes met another person's write that its author could not have seen.
 *
 * - A write is concurrent if the register is newer than `b`, the latest that the author could have seen of the record,
 *   was written by another person, and says something else.
 * - An edit of a record that somebody deleted meanwhile, and a deletion of what somebody edited meanwhile, are one
 *   conflict each, of the register `$d`.
 * - Merging decides as ever; a conflict only keeps what lost, for people to see.
 */
import { CREATED, DELETED, type Value, type Values } from '#domain/change.ts';
import { canonical } from './canonical.ts';
import { isCounter } from './counters.ts';
import type { FullStamp, StoredRecord, StoredRegister } from './merge.ts';
import { compareRegisters } from './register.ts';

export interface Conflict {
  readonly kind: 'field' | 'delete';
  readonly field: string;
  readonly winner: Value;
  readonly loser: Value;
  readonly winnerAlias: number;
  readonly loserAlias: number;
}

export interface SeenOperation {
  readonly values: Values;
  /** The largest sequence number of the record that the author could have seen; 0 for nothing. */
  readonly b: number;
}

/** `isOwn` says which replicas are the author's: one person on two phones is in no conflict. */
export const conflictsOf = (
  stored: StoredRecord | undefined,
  operation: SeenOperation,
  stamp: FullStamp,
  isOwn: (alias: number) => boolean = (alias) => alias === stamp.alias,
): readonly Conflict[] => {
  if (stored === undefined) return [];
  const isUnseen = (register: StoredRegister | undefined): register is StoredRegister =>
    register !== undefined && register[4] > operation.b && !isOwn(register[3]);
  const deletion = deletionMet(stored, operation, stamp, isUnseen);
  return [...(deletion === undefined ? [] : [deletion]), ...fieldsMet(stored, operation, stamp, isUnseen)];
};

type IsUnseen = (register: StoredRegister | undefined) => register is StoredRegister;

const isOfPeople = (field: string): boolean => field !== CREATED && field !== DELETED && !isCounter(field);

const fieldsMet = (
  stored: StoredRecord,
  { values }: SeenOperation,
  { ms, ctr, alias }: FullStamp,
  isUnseen: IsUnseen,
): readonly Conflict[] => {
  const registers = new Map(Object.entries(stored.registers));
  return Object.entries(values).flatMap(([field, value]): readonly Conflict[] => {
    const found = registers.get(field);
    if (!isOfPeople(field) || !isUnseen(found) || canonical(found[0]) === canonical(value)) return [];
    const isLater = compareRegisters([value, ms, ctr, alias], [found[0], found[1], found[2], found[3]]) > 0;
    const mine = { value, alias };
    const theirs = { value: found[0], alias: found[3] };
    const [winner, loser] = isLater ? [mine, theirs] : [theirs, mine];
    return [
      {
        kind: 'field',
        field,
        winner: winner.value,
        loser: loser.value,
        winnerAlias: winner.alias,
        loserAlias: loser.alias,
      },
    ];
  });
};

const deletionMet = (
  stored: StoredRecord,
  { values }: SeenOperation,
  { alias }: FullStamp,
  isUnseen: IsUnseen,
): Conflict | undefined => {
  const deleted = stored.registers[DELETED];
  if (values[DELETED] === undefined && isUnseen(deleted) && deleted[0] === true) {
    const edits = Object.entries(values).filter(([field]) => isOfPeople(field));
    if (edits.length === 0) return undefined;
    return deletion(deleted[3], alias, Object.fromEntries(edits));
  }
  if (values[DELETED] !== true) return undefined;
  const unseen = Object.entries(stored.registers).filter(
    ([field, register]) => isOfPeople(field) && isUnseen(register),
  );
  const newest = unseen.map(([, register]) => register).sort((a, b) => b[4] - a[4])[0];
  if (newest === undefined) return undefined;
  return deletion(alias, newest[3], Object.fromEntries(unseen.map(([field, register]) => [field, register[0]])));
};

const deletion = (winnerAlias: number, loserAlias: number, edits: Values): Conflict => ({
  kind: 'delete',
  field: DELETED,
  winner: true,
  loser: edits,
  winnerAlias,
  loserAlias,
});
