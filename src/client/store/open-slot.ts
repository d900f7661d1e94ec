/** Opens one person's database with all that guards it: the sentinel, the lifeboat, the watch over its connection. */
import type { Problem } from '#domain/problem.ts';
import { ok, type Result } from '#domain/result.ts';
import { slotDatabase, type SlotDatabase } from './database.ts';
import { mirrorJournal, type Mirror } from './journal-mirror.ts';
import type { Lifeboat, LifeboatDeps } from './lifeboat.ts';
import { openDatabase, type OpenDeps } from './open-database.ts';
import type { Sentinel } from './sentinel.ts';

/** What a database may be guarded with; a test leaves out what it does not look at. */
export interface Guards extends OpenDeps {
  readonly sentinel?: Sentinel;
  readonly launch?: (slot: string, deps: Pick<LifeboatDeps, 'unsent' | 'onFailure'>) => Promise<Lifeboat>;
  /** Unsent work stands in one place only from here on. */
  readonly onLifeboatFailure?: (error: unknown) => void;
  /** The mirrors of the databases that are open, by slot. */
  readonly mirrors?: Map<string, Mirror>;
  readonly onLoss?: (slot: string, problem: Problem) => void;
}

export interface OpenSlot {
  readonly database: SlotDatabase;
  readonly lifeboat: Pick<ReturnType<typeof mirrorJournal>, 'kept' | 'setAfloat'>;
}

/** `expected`: it was made before. */
export const openSlot = async (slot: string, expected: boolean, guards: Guards): Promise<Result<OpenSlot>> => {
  const { sentinel, launch, onLifeboatFailure } = guards;
  const database = slotDatabase(slot);
  const before = sentinel?.read().slots[slot];

  const onFailure = (error: unknown): void => {
    // Locked meanwhile: with the next unlocking it is written anew.
    if (!database.dexie.hasBeenClosed()) onLifeboatFailure?.(error);
  };
  const { mirror, start, ...lifeboat } = mirrorJournal(database, {
    launch: async (unsent) =>
      launch?.(slot, { unsent, onFailure }).catch((error: unknown) => {
        onFailure(error);
        return undefined;
      }),
    onCount: (unsent) => {
      const known = sentinel?.read().slots[slot];
      if (known?.unsent === unsent) return;
      sentinel?.change((mark) => ({ ...mark, slots: { ...mark.slots, [slot]: { unsent } } }));
    },
    isAfloat: (before?.unsent ?? 0) > 0,
    wait: guards.wait,
  });

  const opened = await openDatabase(database.dexie, expected, {
    ...guards,
    onTrouble: (problem) => {
      if (problem.code === 'store/lost') guards.onLoss?.(slot, problem);
      else guards.onTrouble?.(problem);
    },
  });
  if (!opened.ok) return opened;
  guards.mirrors?.set(slot, mirror);
  await start();
  return ok({ database, lifeboat });
};
