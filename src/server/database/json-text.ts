/**
 * JSON in a text column. What is read was written by this folder, after the doors had parsed it, and is trusted as such.
 * Writing as JSON also keeps what a database's own text cannot: NUL, and half of a surrogate pair.
 */
import type { Change, Value } from '#domain/change.ts';
import type { Problem } from '#domain/problem.ts';
import type { Scope } from '#domain/scope.ts';
import type { StoredRecord } from '#sync/merge.ts';

interface Covered {
  readonly scope: Scope;
  readonly alias: number;
  readonly epoch: string;
  readonly from: number;
  readonly to: number;
  readonly taken: number;
  readonly held: number;
}

export const writeJson = (value: unknown): string => JSON.stringify(value);

export const readText = (json: string): string => JSON.parse(json);
export const readProblem = (json: string): Problem => JSON.parse(json);
export const readChanges = (json: string): readonly Change[] => JSON.parse(json);
export const readCovers = (json: string): readonly Covered[] => JSON.parse(json);
/** A field, what it became, and what it was before if it was anything. */
export type ChangedField = readonly [field: string, after: Value, before?: Value];
export const readFields = (json: string): readonly ChangedField[] => JSON.parse(json);
export const readRegisters = (json: string): StoredRecord['registers'] => JSON.parse(json);
