/**
 * One number for where a replica stands in all its scopes. A device that has nothing to send says it alone; a server
 * that comes to the same number answers that nothing changed, and the exchange is one short line each way.
 */
import type { Scope } from '#domain/scope.ts';
import { hash52 } from './digest.ts';

/** Where a replica stands in one scope, as both ends know it once everything was carried. */
export interface Position {
  readonly scope: Scope;
  readonly replica: string;
  readonly epoch: string;
  /** The scope's last change. */
  readonly done: number;
  readonly gcSeq: number;
  readonly ackN: number;
  readonly ackH: number;
  /** The last refused mutation, 0 for none. */
  readonly xSeen: number;
}

const textOf = ({ scope, replica, epoch, done, gcSeq, ackN, ackH, xSeen }: Position): string =>
  [scope, replica, epoch, done, gcSeq, ackN, ackH, xSeen].join(':');

/** 1 … 2^52; the order of the positions does not matter. 0 is kept for "not said". */
export const sumOfPositions = (positions: readonly Position[]): number =>
  1 + hash52(positions.map(textOf).sort().join('|'));
