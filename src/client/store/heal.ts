/**
 * Rows of the journal that do not open, taken from the lifeboat: it holds the same rows, sealed alike. Fetched when one is
 * found.
 *
 * - One that still has its turn takes its place again, under its own number.
 * - One that was passed over goes out anew, as rescued work does.
 */
import { sealedFromText } from '#client/vault/key-file.ts';
import { entryPlace, type Core, type ScopeState } from './core.ts';
import type { KeptRow } from './lifeboat.ts';
import { restore } from './restore.ts';
import { StoredEntry } from './sealing.ts';
import { settle } from './settle.ts';
import { passedOver } from './standing.ts';

const healOne = async (core: Core, { scope }: ScopeState, { s, n, sealed: text }: KeptRow): Promise<void> => {
  const state = core.scope(scope);
  const sealed = sealedFromText(text);
  const stored = await core.sealer.open('journal', entryPlace(s, n), sealed, StoredEntry);
  if (state === undefined || stored === undefined || stored.refusal !== undefined) return;
  const { mutation } = stored;
  if (passedOver(state).includes(n)) {
    const back = await restore(core, [{ scope, mutation }]);
    if (back.ok) await settle(core, scope, n, 0);
    return;
  }
  if (n <= state.position.ackN) return;
  const written = await core.write(state, {
    position: {},
    entries: [...state.entries, { n, mutation }].sort((a, b) => a.n - b.n),
    damaged: state.damaged.filter((one) => one !== n),
    months: [],
    write: ({ journal }) => journal.put({ s, n, state: 'waiting', sealed }),
  });
  if (written === 'stale') await core.reload();
};

export const heal = async (core: Core, kept: () => Promise<readonly KeptRow[]>): Promise<void> => {
  const rows = await kept();
  for (const state of core.scopes()) {
    const copies = rows.filter(({ s, n }) => s === state.s && state.damaged.includes(n));
    for (const copy of copies) await healOne(core, state, copy);
  }
};
