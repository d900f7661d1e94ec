/**
 * Watches the journal's own transactions: what is unsent goes into the lifeboat when it is on disk, and out of it when it
 * no longer is. Whoever writes to the journal need not know.
 *
 * - The rows are held in memory too, still sealed, for the case that every storage of the browser is cleared at once.
 * - The sentinel learns how much is unsent.
 */
import Dexie, { type DBCoreMutateRequest } from 'dexie';
import type { JournalRow, PositionRow, SlotDatabase } from './database.ts';
import type { Sealed } from '#client/vault/cipher.ts';
import type { KeptRow, Lifeboat, UnsentRow } from './lifeboat.ts';

export interface Mirror {
  /** Everything unsent that this tab knows of. */
  readonly rows: () => readonly UnsentRow[];
  readonly renewKey: () => void;
}

export interface MirrorDeps {
  /** Made at the first row; `undefined` where there is none. */
  readonly launch: (unsent: () => Promise<readonly UnsentRow[]>) => Promise<Lifeboat | undefined>;
  /** How many rows the lifeboat holds or ought to hold. */
  readonly onCount: (unsent: number) => void;
  /** The lifeboat may hold rows from before. */
  readonly isAfloat: boolean;
  readonly wait: (ms: number) => Promise<void>;
}

/** Acknowledgements come many at a time. */
const GATHER_MS = 900;

const isUnsent = (row: { readonly state: string }): boolean => row.state !== 'sent';
const keyOf = (row: { readonly s: number; readonly n: number }): string => `${row.s}.${row.n}`;

interface Touched {
  readonly kept: readonly JournalRow[];
  /** `undefined`: a range, whose rows nobody has counted. */
  readonly gone: readonly string[] | undefined;
}

const touchedBy = (request: DBCoreMutateRequest): Touched => {
  if (request.type === 'deleteRange') return { kept: [], gone: undefined };
  if (request.type === 'delete') {
    const keys: readonly (readonly [number, number])[] = request.keys;
    return { kept: [], gone: keys.map(([s, n]) => keyOf({ s, n })) };
  }
  const rows: readonly JournalRow[] = request.values;
  return { kept: rows.filter(isUnsent), gone: rows.filter((row) => !isUnsent(row)).map(keyOf) };
};

/** Before the database is opened; the promise of `start` is for after. */
export const mirrorJournal = (database: SlotDatabase, deps: MirrorDeps) => {
  const { dexie, journal, positions } = database;
  const live = new Map<string, UnsentRow>();
  const names = new Map<number, Sealed>();
  let boat: Promise<Lifeboat | undefined> | undefined;
  let dead = 0;
  let isGathering = false;

  const unsentRow = ({ s, n, sealed }: JournalRow): UnsentRow => ({ s, n, name: names.get(s), sealed });

  const readAll = async (): Promise<readonly UnsentRow[]> => {
    for (const { s, name } of await positions.toArray()) names.set(s, name);
    const rows = (await journal.toArray()).filter(isUnsent).map(unsentRow);
    live.clear();
    for (const row of rows) live.set(keyOf(row), row);
    dead = 0;
    deps.onCount(rows.length);
    return rows;
  };

  const withBoat = (use: (lifeboat: Lifeboat) => void): void => {
    boat ??= deps.launch(readAll);
    void boat.then((lifeboat) => lifeboat && use(lifeboat));
  };

  const renewSoon = async (): Promise<void> => {
    if (isGathering) return;
    isGathering = true;
    await deps.wait(GATHER_MS);
    isGathering = false;
    if (dead >= live.size && dexie.isOpen()) withBoat((lifeboat) => lifeboat.renew());
  };

  const happened = ({ kept, gone }: Touched): void => {
    const rows = kept.map(unsentRow);
    for (const row of rows) live.set(keyOf(row), row);
    if (rows.length > 0) {
      deps.onCount(live.size);
      withBoat((lifeboat) => lifeboat.keep(rows));
    }
    const before = live.size;
    for (const key of gone ?? []) live.delete(key);
    dead += gone === undefined ? live.size : before - live.size;
    if (dead > 0) void renewSoon();
  };

  dexie.use({
    stack: 'dbcore',
    name: 'journal-mirror',
    create: (core) => ({
      ...core,
      table: (name) => {
        const table = core.table(name);
        if (name !== 'journal' && name !== 'positions') return table;
        return {
          ...table,
          mutate: (request) => {
            if (name === 'positions') {
              const rows: readonly PositionRow[] = 'values' in request ? request.values : [];
              for (const row of rows) names.set(row.s, row.name);
            } else {
              const touched = touchedBy(request);
              // Only what is on disk: a transaction that fails has saved nothing.
              Dexie.currentTransaction.on('complete', () => happened(touched));
            }
            return table.mutate(request);
          },
        };
      },
    }),
  });

  const mirror: Mirror = {
    rows: () => [...live.values()],
    renewKey: () => {
      if (live.size > 0) withBoat((lifeboat) => lifeboat.renewKey());
    },
  };
  return {
    mirror,
    start: readAll,
    /** What the lifeboat holds from before. */
    kept: async (): Promise<readonly KeptRow[]> => (await (boat ??= deps.launch(readAll)))?.rows() ?? [],
    /** From here on it holds what the journal holds. */
    setAfloat: (): void => {
      if (live.size > 0 || deps.isAfloat) withBoat((lifeboat) => lifeboat.renew());
    },
  };
};
