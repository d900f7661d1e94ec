/**
 * Own mutations given new numbers under a new token, in one write: after a copied profile was noticed, after the server
 * lost its memory, and after a row of the journal was found damaged.
 *
 * - Stamps stay, so that the order of what people wrote stays. Local numbers are new ones, because none is ever used twice.
 * - Of what a server forgot, all that is kept goes again, in its order, also what the server still has: it knows that by its
 *   content, and what came after it for the later word.
 * - `forgotten` says that what the base says of seqs means nothing any more, so the mutations claim to have seen nothing.
 */
import { chainHash } from '#sync/chain.ts';
import type { Mutation } from '#sync/mutation.ts';
import { entryPlace, type Core, type ScopeState, type ScopeWrite } from './core.ts';
import type { JournalRow } from './database.ts';
import type { Entry } from './overlay.ts';
import { StoredEntry } from './sealing.ts';

export interface Reissue {
  /** What was refused before is left where it is. */
  readonly from: number;
  /** Also those that were acknowledged, or refused from there on, by a server that has forgotten it. */
  readonly forgotten: boolean;
}

/** Acknowledged mutations that are kept for this very case, oldest first. */
const sentEntries = async (core: Core, { s }: ScopeState): Promise<readonly Entry[]> => {
  const rows = await core.database.journal.where('[s+state]').equals([s, 'sent']).sortBy('n');
  const opened = await Promise.all(
    rows.map(async (row) => ({
      n: row.n,
      stored: await core.sealer.open('journal', entryPlace(s, row.n), row.sealed, StoredEntry),
    })),
  );
  return opened.flatMap(({ n, stored }) => (stored === undefined ? [] : [{ n, mutation: stored.mutation }]));
};

/** The chain of an own mutation that is kept for a server that forgot; `undefined` where it is not. */
export const hashOfSent = async (core: Core, { s }: ScopeState, n: number): Promise<number | undefined> => {
  const row = await core.database.journal.get([s, n]);
  const stored = row && (await core.sealer.open('journal', entryPlace(s, n), row.sealed, StoredEntry));
  return stored?.mutation.h;
};

const renumbered = (entries: readonly Entry[], lastN: number, forgotten: boolean): readonly Entry[] => {
  let h = 0;
  return entries.map(({ mutation: { ms, ctr, schema, operations } }, index) => {
    const unseen = forgotten ? operations.map(([table, id, , values]) => [table, id, 0, values] as const) : operations;
    const bare: Omit<Mutation, 'h'> = { n: index + 1, ms, ctr, schema, operations: unseen };
    h = chainHash(h, bare);
    return { n: lastN + index + 1, mutation: { ...bare, h } };
  });
};

export const planReissue = async (core: Core, state: ScopeState, { from, forgotten }: Reissue): Promise<ScopeWrite> => {
  const { s, position } = state;
  const goesAgain = ({ n, refusal }: Entry): boolean => {
    if (refusal === undefined) return forgotten || n >= from;
    // Under its old number what became of it is heard of.
    return forgotten && n >= from && n > position.shift;
  };
  const again = [...(forgotten ? await sentEntries(core, state) : []), ...state.entries.filter(goesAgain)].sort(
    (a, b) => a.n - b.n,
  );
  const entries = renumbered(again, position.lastN, forgotten);
  const rows: readonly JournalRow[] = await Promise.all(
    entries.map(async ({ n, mutation }) => ({
      s,
      n,
      state: 'waiting' as const,
      sealed: await core.sealer.seal('journal', entryPlace(s, n), { mutation }),
    })),
  );
  const { lastN } = position;
  return {
    position: {
      replica: core.newToken(),
      alias: 0,
      shift: lastN,
      ackN: lastN,
      ackH: 0,
      lastN: lastN + entries.length,
      lastH: entries.at(-1)?.mutation.h ?? 0,
      xSeen: 0,
    },
    entries: [...state.entries.filter((entry) => !goesAgain(entry)), ...entries],
    months: [],
    write: async ({ journal }) => {
      await journal.bulkDelete(again.map(({ n }): [number, number] => [s, n]));
      await journal.bulkAdd(rows);
    },
  };
};
