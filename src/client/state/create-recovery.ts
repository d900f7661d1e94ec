/**
 * Sealed copies of unsent work as signals: looked for, handed out, opened, and put back into their person's workbook.
 *
 * - What was opened is held in memory until its person's workbook is open; nobody else's takes it.
 * - Of a copy is let go only what stands in the journal again, whether it came from there or from a file that was handed
 *   out before; and nothing of it unless all of what was opened could be read.
 */
import { createSignal } from 'solid-js';
import type { Problem } from '#domain/problem.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { Rescue, Rescued, SealedCopy } from '#client/store/rescue.ts';
import type { Store } from '#client/store/store.ts';
import type { Recovery as ShownRecovery, Restored } from './workbook.ts';

export interface RecoveryDeps {
  readonly openRescue: () => Promise<Rescue>;
  /** The store of the workbook that is open. */
  readonly store: () => Pick<Store, 'person' | 'slot' | 'restore'> | undefined;
  /** A slot whose database is there: its copy is a copy of nothing lost, and stays. */
  readonly isLive: (slot: string) => boolean;
}

export interface Recovery extends ShownRecovery {
  /** A workbook has opened: what waits for its person goes into it. */
  readonly bringBack: () => Promise<Result<void>>;
}

const isSame = (a: readonly SealedCopy[] | undefined, b: readonly SealedCopy[] | undefined): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

export const createRecovery = async ({ openRescue, store, isLive }: RecoveryDeps): Promise<Recovery> => {
  const rescue = await openRescue();
  // Looking again and finding the same shall not take away what is being typed beside a copy.
  const [copies, setCopies] = createSignal<readonly SealedCopy[] | undefined>(undefined, { equals: isSame });
  const [opened, setOpened] = createSignal<Rescued>();
  const [restored, setRestored] = createSignal<Restored>();

  const lookNow = async (): Promise<void> => {
    setCopies(await rescue.copies(isLive));
  };
  let looking: Promise<void> | undefined;
  let lookingAgain: Promise<void> | undefined;
  /** One look at a time, and one more at most: what changed while a phone takes long over one is seen by the next. */
  const look = (): Promise<void> => {
    if (looking === undefined) {
      looking = lookNow().finally(() => {
        looking = undefined;
      });
      return looking;
    }
    lookingAgain ??= looking
      .catch(() => undefined)
      .then(() => {
        lookingAgain = undefined;
        return look();
      });
    return lookingAgain;
  };

  const bringBack = async (): Promise<Result<void>> => {
    const found = opened();
    const into = store();
    if (found === undefined || into === undefined) return ok(undefined);
    if (found.person !== into.person) return fail<Problem>({ code: 'rescue/other-person' });
    const back = await into.restore(found.entries);
    if (!back.ok) return back;
    setOpened(undefined);
    setRestored(back.value);
    // What was taken in stands in the journal, and taking it in again changes nothing: a copy may stay for another time.
    if (found.unreadable === 0 && !isLive(found.slot)) await rescue.letGo(found).catch(() => undefined);
    await look().catch(() => undefined);
    return ok(undefined);
  };

  const take = async (copy: Result<Rescued>): Promise<Result<void>> => {
    if (!copy.ok) return copy;
    if (copy.value.entries.length === 0) return fail<Problem>({ code: 'rescue/unreadable' });
    const into = store();
    if (into !== undefined && into.person !== copy.value.person) return fail<Problem>({ code: 'rescue/other-person' });
    setOpened(copy.value);
    return bringBack();
  };

  return {
    copies,
    look,
    fileOf: rescue.fileOf,
    open: async (slot, secret) => take(await rescue.open(slot, secret)),
    openFile: async (text, secret) => take(await rescue.openFile(text, secret)),
    aboard: () => opened()?.entries.length ?? 0,
    restored,
    bringBack,
  };
};
