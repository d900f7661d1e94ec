/** What arrived for a scope since it was last written. */
import type { Problem } from '#domain/problem.ts';
import type { Scope } from '#domain/scope.ts';
import type { Instruction, PartialRow, ReceivedRow } from '#sync/receiver.ts';

export type Acknowledgement = Extract<Instruction, { readonly do: 'acknowledge' }>;

export interface Batch {
  readonly scope: Scope;
  readonly acknowledged: Acknowledgement;
  /** Own mutations up to here are with the server, by local number. */
  readonly ackN: number;
  readonly ackH: number;
  /** Of the replica that the header spoke of; a later one has its own numbers. */
  readonly replica: string;
  /** The header's numbers are those of that replica, not of the one that it was before. */
  readonly isOfToken: boolean;
  /** By local number. */
  readonly refusals: ReadonlyMap<number, Problem>;
  readonly rows: ReceivedRow[];
  /** The row that is still arriving in slices. */
  readonly part?: PartialRow;
  readonly commit?: number;
  readonly finish?: { readonly seq: number; readonly digest: number };
}
