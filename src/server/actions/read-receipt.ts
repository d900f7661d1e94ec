/**
 * What a receipt says, and whether all that it covers is still here. Its code is shown by one person to another, so it is
 * found by the code alone; who may see it online, the rights table says.
 */
import type { Problem } from '#domain/problem.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { relationOf } from '#domain/relations.ts';
import { maySeeReceipt, type Actor } from '#domain/rights.ts';
import type { Clock, Covered, Storage, StoredReceipt } from './ports.ts';
import { dayOf, type Units } from './units.ts';

export interface ReadReceiptDeps {
  readonly storage: Pick<Storage, 'accounts' | 'ledger' | 'receipts'>;
}

export interface CoveredNow extends Covered {
  /** How many of its mutations the server knows now. */
  readonly present: number;
  /** Whether the scope still lives the life in which they were taken; a restored backup begins another. */
  readonly sameEpoch: boolean;
}

export interface ReceiptNow {
  readonly code: string;
  readonly at: number;
  readonly device: string;
  readonly person: string;
  readonly signIn: string;
  readonly name: string;
  readonly unit: string;
  readonly taken: number;
  readonly held: number;
  /** Nothing of what it covers is missing. */
  readonly whole: boolean;
  readonly covers: readonly CoveredNow[];
}

/** As it may have been typed: in small letters, without the hyphen or with a space for it. */
const codeOf = (typed: string): string =>
  typed
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/gu, '')
    .replace(/^(.{4})/u, '$1-');

export const readReceipt =
  ({ storage }: ReadReceiptDeps) =>
  async (typed: string): Promise<Result<ReceiptNow>> => {
    const receipt = await storage.receipts.find(codeOf(typed));
    const account = receipt && (await storage.accounts.byPerson(receipt.person));
    if (receipt === undefined || account === undefined) return notFound;
    const covers = await coversNow(storage, receipt);
    const { code, at, device, person, taken, held } = receipt;
    const { signIn, name, unit } = account;
    const whole = covers.every(({ from, to, present }) => present === to - from + 1);
    return ok({ code, at, device, person, signIn, name, unit, taken, held, whole, covers });
  };

const notFound = fail({ code: 'rights/not-found' } as const satisfies Problem);

const coversNow = async (
  { receipts, ledger }: ReadReceiptDeps['storage'],
  { covers }: StoredReceipt,
): Promise<readonly CoveredNow[]> => {
  const now: CoveredNow[] = [];
  for (const covered of covers) {
    const { scope, alias, epoch, from, to } = covered;
    const head = await ledger.head(scope);
    const present = await receipts.presentOf(scope, alias, from, to);
    now.push({ ...covered, present, sameEpoch: head?.epoch === epoch });
  }
  return now;
};

/** For a signed-in person: one's own, and those of the people whom one supervises. Of others there is none. */
export const readReceiptAs =
  (deps: ReadReceiptDeps & { readonly readUnits: () => Promise<Units>; readonly now: Clock }) =>
  async (
    { actor, person }: { readonly actor: Actor; readonly person: string },
    typed: string,
  ): Promise<Result<ReceiptNow>> => {
    const receipt = await readReceipt(deps)(typed);
    if (!receipt.ok || receipt.value.person === person) return receipt;
    const units = await deps.readUnits();
    const day = dayOf(units, actor.unit, deps.now());
    const relation = relationOf(actor.unit, receipt.value.unit, units.lines, day);
    const problem = maySeeReceipt(actor, relation);
    return problem === undefined ? receipt : fail(problem);
  };
