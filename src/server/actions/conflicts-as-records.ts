/**
 * Conflicts as records of the scope: the server's own words about a mutation, written in its group and under its stamp
 * with alias 0, so that everyone who reads the scope sees them, also without a network.
 *
 * - What one person does on two phones is no conflict; the history keeps both, also what came late and was not used.
 * - Guarded figures reach none: a mutation that says one is refused before it meets anything, and of what is refused only
 *   the reason is told.
 */
import type { Value, Values } from '#domain/change.ts';
import type { Problem } from '#domain/problem.ts';
import type { ConflictKind } from '#domain/records/conflict.ts';
import type { Scope } from '#domain/scope.ts';
import { conflictsOf } from '#sync/conflicts.ts';
import { hash52 } from '#sync/digest.ts';
import type { Stamp } from '#sync/stamp.ts';
import { keyOf, type AppliedOperation, type Author } from './apply-operations.ts';
import { isHeldIn } from './judge-operation.ts';
import type { Draft } from './scope-draft.ts';

export interface SentOperation extends AppliedOperation {
  /** The largest sequence number of the record that the author could have seen. */
  readonly b: number;
}

/** Which mutation a conflict is of. */
type Origin = Pick<Author, 'alias' | 'n'>;

const MAX_NAME = 200;
/** As long as a conflict's field for a value. */
const MAX_TEXT = 40_000;

/** In an id stand letters, digits and a few signs; the others are written as numbers, so that no two names meet. */
const escaped = (name: string): string => {
  const text = name.replaceAll(/[^\w.-]/gu, (char) => `~${(char.codePointAt(0) ?? 0).toString(16)}`);
  return text.length <= MAX_NAME ? text : `~${hash52(name).toString(36)}`;
};

export const conflictId = ({ alias, n }: Origin, operation: number, register: string): string =>
  `c.${String(alias)}.${String(n)}.${String(operation)}.${escaped(register)}`;

/** The one conflict of a mutation that is held. */
export const heldConflictKey = (origin: Origin) => ({ table: 'conflict', id: conflictId(origin, 0, 'held') }) as const;

/**
 * JSON of at most MAX_TEXT characters. One mutation's value is always shorter; of a deletion that met more than one
 * mutation's work, fields are left out, the largest first. The whole is in the history.
 */
export const boundedJson = (value: Value): string => {
  const text = JSON.stringify(value);
  if (text.length <= MAX_TEXT) return text;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'null';
  const fields = Object.entries(value).sort((a, b) => lengthOf(a) - lengthOf(b));
  return boundedJson(Object.fromEntries(fields.slice(0, -1)));
};

const lengthOf = (entry: readonly [string, Value]): number => JSON.stringify(entry).length;

const written = (kind: ConflictKind, values: Values): Values => ({
  $c: true,
  kind,
  state: 'open',
  ...Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')),
});

/** What the operations meet in the records as they are before them. */
export const conflictsMet = async (
  draft: Pick<Draft, 'stored' | 'authors'>,
  scope: Scope,
  operations: readonly SentOperation[],
  stamp: Stamp,
  author: Author,
): Promise<readonly AppliedOperation[]> => {
  if (!isHeldIn(scope, 'conflict')) return [];
  const { alias, n, person, at } = author;
  const records: AppliedOperation[] = [];
  for (const [index, operation] of operations.entries()) {
    if (operation.table === 'conflict') continue;
    const stored = draft.stored.get(keyOf(operation));
    const unseen = Object.values(stored?.registers ?? {}).filter(
      ([, , , by, seq]) => seq > operation.b && by !== alias,
    );
    if (unseen.length === 0) continue;
    const authors = await draft.authors(unseen.map(([, , , by]) => by));
    const isOwn = (other: number) => other === alias || authors.get(other) === person;
    const personOf = (other: number) => (other === alias ? person : (authors.get(other) ?? ''));
    for (const conflict of conflictsOf(stored, operation, { ...stamp, alias, n }, isOwn)) {
      records.push({
        table: 'conflict',
        id: conflictId(author, index, conflict.field),
        values: written(conflict.kind, {
          table: operation.table,
          record: operation.id,
          field: conflict.field,
          winner: boundedJson(conflict.winner),
          loser: boundedJson(conflict.loser),
          winnerBy: personOf(conflict.winnerAlias),
          loserBy: personOf(conflict.loserAlias),
          at,
        }),
      });
    }
  }
  return records;
};

export interface Refused {
  readonly problem: Problem;
  /** The operation at fault, if the line could be read that far. */
  readonly operation: AppliedOperation | undefined;
}

const named = (name: string | undefined): string =>
  (name ?? '').replaceAll(/\p{Cc}/gu, '').trim() === '' ? '-' : (name ?? '-');

/** That a mutation is held; empty where the compartment keeps no conflicts. */
export const conflictHeld = (
  scope: Scope,
  { problem, operation }: Refused,
  author: Author,
): readonly AppliedOperation[] => {
  if (!isHeldIn(scope, 'conflict')) return [];
  const isOrphan = problem.code === 'sync/record-gone' && operation !== undefined;
  return [
    {
      ...heldConflictKey(author),
      values: written(isOrphan ? 'orphan' : 'held', {
        table: named(operation?.table),
        record: named(operation?.id),
        field: problem.code,
        loser: isOrphan ? boundedJson(operation.values) : '',
        loserBy: author.person,
        at: author.at,
        alias: author.alias,
        n: author.n,
      }),
    },
  ];
};
