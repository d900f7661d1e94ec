/**
 * What the header of an answer says of this replica: that all is well, that another life of it wrote on, or that the
 * server has forgotten what it had acknowledged. Knows no database; numbers are local ones unless said otherwise.
 *
 * - A copied profile and its original carry the same token and number alike until they part; the server keeps the chain
 *   of what it took, so that the first mutation in which they part is known, and none is taken twice.
 * - A server that was restored from a backup begins a new epoch; one whose files were put back by hand only counts less
 *   than it had. Either way what it no longer has is sent again.
 */
import type { ScopeState } from './core.ts';
import type { Acknowledgement } from './batch.ts';

export type Verdict =
  /** Own mutations up to `ackN` are stored or held. */
  | { readonly is: 'own'; readonly ackN: number; readonly ackH: number }
  /** Own mutations before `from` are with the server; from it on they go out under a new token. */
  | { readonly is: 'parted'; readonly from: number }
  /** The same, and the server may also lack what it had acknowledged. */
  | { readonly is: 'forgotten'; readonly from: number };

export interface AsOfRequest {
  /** The last own mutation that went along, at least in part; `undefined` if none did. */
  readonly sentN: number | undefined;
  /** What was acknowledged when the request was made: another tab may learn of more before the answer comes. */
  readonly ackN: number;
  /** The chain of the own mutation that the header acknowledges, if it is one of those kept for a server that forgot. */
  readonly sentH: number | undefined;
}

export const judgeHeader = (
  { position, entries }: ScopeState,
  header: Acknowledgement,
  { sentN, ackN: ackBefore, sentH }: AsOfRequest,
): Verdict => {
  const acknowledged = header.ackN + position.shift;
  if (hasForgotten(position, header, ackBefore)) {
    // What a copied profile wrote under the same numbers may be all that the backup holds of them.
    const known =
      acknowledged > position.lastN ? NaN : (hashAt(position, entries, acknowledged) ?? sentH ?? header.ackH);
    return { is: 'forgotten', from: known === header.ackH ? acknowledged + 1 : position.shift + 1 };
  }
  if (header.forkN > 0) return { is: 'parted', from: header.forkN + position.shift };

  const found = hashAt(position, entries, acknowledged);
  const isKnown = acknowledged <= position.lastN && (found === undefined || found === header.ackH);
  if (isKnown) return { is: 'own', ackN: Math.max(acknowledged, position.ackN), ackH: header.ackH };

  // Another life wrote on. What went along with this request the server has compared, and it named no difference.
  const judged = Math.min(Math.max(position.ackN, sentN ?? 0), position.lastN);
  if (judged === position.lastN || acknowledged <= position.ackN) return { is: 'parted', from: judged + 1 };
  return { is: 'own', ackN: judged, ackH: hashAt(position, entries, judged) ?? position.ackH };
};

/** Another life of the scope, or one that counts less than it had acknowledged. */
export const hasForgotten = (position: ScopeState['position'], header: Acknowledgement, ackBefore: number): boolean =>
  position.epoch !== '' && (header.epoch !== position.epoch || header.ackN + position.shift < ackBefore);

const hashAt = (
  { lastN, lastH, ackN, ackH }: ScopeState['position'],
  entries: ScopeState['entries'],
  n: number,
): number | undefined => {
  if (n === lastN) return lastH;
  if (n === ackN) return ackH;
  return entries.find((entry) => entry.n === n)?.mutation.h;
};
