/**
 * Two people wrote at once, and one of them lost; or what somebody wrote could not be taken. The server writes it beside
 * the records, so that everyone who reads the scope sees it; a person can only say how it was settled.
 *
 * - `field`: both wrote one field. `delete`: one deleted what the other edited. `orphan`: an edit of a record that is gone
 *   for good. `held`: a mutation that was refused and waits for someone who may release it.
 * - `winner` and `loser` are the two values as JSON; of a deletion the loser is all that was edited, by field.
 */
import * as v from 'valibot';
import { defineTable, filled, text, type RecordOf } from '../table.ts';

export const ConflictKind = v.picklist(['field', 'delete', 'orphan', 'held']);
export type ConflictKind = v.InferOutput<typeof ConflictKind>;

/** `kept`: the winner stays. `taken`: the loser was put back. `merged`: something third. `released`, `dropped`: of what was held. */
export const ConflictState = v.picklist(['open', 'kept', 'taken', 'merged', 'released', 'dropped']);
export type ConflictState = v.InferOutput<typeof ConflictState>;

export const conflictTable = defineTable({
  single: {
    kind: ConflictKind,
    /** The record that it is about. */
    table: filled(20),
    record: filled(400),
    /** The field, or the code of the problem for which it is held. */
    field: text(200),
    winner: text(40_000),
    loser: text(40_000),
    winnerBy: text(120),
    loserBy: text(120),
    /** When the server saw it (ms since 1970). */
    at: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
    state: ConflictState,
    /** The mutation that is held: the replica's alias and its number. */
    alias: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
    n: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  },
  sets: {},
  required: ['kind', 'table', 'record', 'state', 'at'],
});
export type ConflictRecord = RecordOf<typeof conflictTable>;
