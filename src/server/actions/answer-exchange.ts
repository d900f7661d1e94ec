/**
 * The answer of an exchange: to a device that says it is where everything is, one short line; to the others their scopes
 * one by one, in the order in which they were asked for.
 *
 * - Scopes of which the device has nothing yet come last, small ones first: it could not know their sizes.
 * - The scopes that the device keeps are listed whenever the standings are not just those: also when the device named
 *   only some because the link is bad. Where a request brings work and names some of them, the list waits for the next
 *   one: it would be read for nothing, scope by scope, as long as there is something to send. A device that gained a scope
 *   and has nothing more to send hears so, because the sum of its positions differs.
 * - When the answer is as long as was asked for, the scopes that are left still say what became of their mutations.
 */
import type { Scope } from '#domain/scope.ts';
import { createAnswerLength } from './answer-length.ts';
import { compareSum, type CompareSumDeps } from './compare-sum.ts';
import { giveReceipts, type GiveReceiptsDeps, type Uncovered } from './give-receipts.ts';
import { keptScopes } from './kept-scopes.ts';
import type { Ledger, StoredReceipt } from './ports.ts';
import { readRows, type Lines, type ReadRowsDeps, type Stand } from './read-rows.ts';
import type { Sender } from './receive-mutations.ts';

export type AnswerDeps = ReadRowsDeps & CompareSumDeps & GiveReceiptsDeps;

export interface Asked {
  readonly stands: readonly Stand[];
  /** The sum of the device's positions; 0 for none. */
  readonly sum: number;
  readonly maxBytes: number;
  readonly wantsReceipt: boolean;
  /** Whether there were mutations in the request. */
  readonly broughtWork: boolean;
  /** Those that were written with what the request brought. */
  readonly receipts: readonly StoredReceipt[] | undefined;
}

export async function* answerExchange(
  deps: AnswerDeps,
  sender: Sender,
  { stands, sum, maxBytes, wantsReceipt, broughtWork, receipts }: Asked,
): AsyncGenerator<Lines, void, undefined> {
  if (sum !== 0 && stands.length === 0) {
    const kind = (await compareSum(deps, sender, sum)) ? 'u' : 'd';
    return yield [JSON.stringify([kind, deps.now()])];
  }
  const length = createAnswerLength(maxBytes);
  const kept = await keptScopes(deps, sender.actor);
  const isKnown = stands.every(({ scope }) => kept.includes(scope));
  const isWhole = isKnown && stands.length === kept.length;
  if (!isWhole && !(isKnown && broughtWork))
    yield [length.count(JSON.stringify(['l', await sizesOf(deps.storage.ledger, kept)]))];

  const uncovered: Uncovered[] = [];
  const answer = readRows(deps, sender, length, (scope, { head, replica }) => {
    if (replica.lastN > replica.toldN) uncovered.push({ scope, epoch: head.epoch, ...replica });
  });
  for (const stand of await smallFirst(deps.storage.ledger, stands)) yield* answer(stand);
  if (length.isPaused()) yield [JSON.stringify(['z'])];
  const isAsked = wantsReceipt && receipts === undefined;
  const more = await giveReceipts(deps, { ...sender, wantsReceipt: isAsked }, uncovered);
  yield [...(receipts ?? []), ...more].map(({ code, at, taken, held }) => JSON.stringify(['k', code, at, taken, held]));
}

const isNew = ({ done, at, firstN }: Stand): boolean => done === 0 && at === 0 && firstN === 0;

const smallFirst = async (ledger: Pick<Ledger, 'head'>, stands: readonly Stand[]): Promise<readonly Stand[]> => {
  const begun = stands.filter((stand) => !isNew(stand));
  if (stands.length - begun.length < 2) return stands;
  const added = stands.filter(isNew);
  const sizes = new Map(
    await Promise.all(added.map(async ({ scope }) => [scope, (await ledger.head(scope))?.seq ?? 0] as const)),
  );
  const sizeOf = ({ scope }: Stand): number => sizes.get(scope) ?? 0;
  return [...begun, ...added.sort((one, other) => sizeOf(one) - sizeOf(other))];
};

const sizesOf = (ledger: Pick<Ledger, 'head'>, scopes: readonly Scope[]) =>
  Promise.all(scopes.map(async (scope) => [scope, (await ledger.head(scope))?.seq ?? 0]));
