/**
 * A receipt: a short code for what the server took or holds since the one before, which a person can show to another.
 *
 * - Each mutation is covered by one receipt: of two answers that would cover the same one, the first does.
 * - It is written together with the last mutations that it covers; for what an earlier, cut request brought, by the next
 *   answer.
 * - An answer that was cut took its receipt along. A device that asks for one is given its last again.
 */
import type { Scope } from '#domain/scope.ts';
import type { Clock, Covered, Owner, Replica, Secrets, Storage, StoredReceipt, Stores } from './ports.ts';

export interface ReceiptTools {
  readonly secrets: Pick<Secrets, 'newCode'>;
  readonly now: Clock;
}

export interface GiveReceiptsDeps extends ReceiptTools {
  readonly storage: Pick<Storage, 'receipts' | 'together'>;
}

/** A replica that has sent more than its receipts cover. */
export interface Uncovered extends Pick<Replica, 'alias' | 'lastN' | 'toldN'> {
  readonly scope: Scope;
  readonly epoch: string;
  /** How many of those are held; asked for if it is not known. */
  readonly held?: number;
}

/** Whose receipts, and whether the last one is asked for again. */
export interface Receiver extends Owner {
  readonly wantsReceipt: boolean;
}

/** In the order of their making. */
export const giveReceipts = async (
  deps: GiveReceiptsDeps,
  receiver: Receiver,
  uncovered: readonly Uncovered[],
): Promise<readonly StoredReceipt[]> => {
  if (uncovered.length === 0) return lastOf(deps.storage.receipts, receiver);
  return deps.storage.together(({ receipts }) => writeReceipt(deps, receipts, receiver, uncovered));
};

/** The same in a transaction that is open already. */
export const writeReceipt = async (
  { secrets, now }: ReceiptTools,
  receipts: Stores['receipts'],
  receiver: Receiver,
  uncovered: readonly Uncovered[],
): Promise<readonly StoredReceipt[]> => {
  const last = await lastOf(receipts, receiver);
  const covers: Covered[] = [];
  for (const replica of uncovered) covers.push(...(await cover(receipts, replica)));
  if (covers.length === 0) return last;
  const { device, person } = receiver;
  const total = (part: 'taken' | 'held'): number => covers.reduce((sum, covered) => sum + covered[part], 0);
  const counts = { taken: total('taken'), held: total('held') };
  const receipt: StoredReceipt = { code: secrets.newCode(), device, person, at: now(), ...counts, covers };
  await receipts.add(receipt);
  return [...last, receipt];
};

const lastOf = async (receipts: Stores['receipts'], receiver: Receiver): Promise<readonly StoredReceipt[]> => {
  const last = receiver.wantsReceipt ? await receipts.last(receiver) : undefined;
  return last === undefined ? [] : [last];
};

const cover = async (
  receipts: Stores['receipts'],
  { scope, epoch, alias, lastN, toldN, held: known }: Uncovered,
): Promise<readonly Covered[]> => {
  const from = toldN + 1;
  if (lastN < from || !(await receipts.tell(scope, alias, from, lastN))) return [];
  const held = known ?? (await receipts.heldOf(scope, alias, from, lastN));
  return [{ scope, alias, epoch, from, to: lastN, taken: lastN - toldN - held, held }];
};
