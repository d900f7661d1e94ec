/**
 * The draft that a form works on, held for as long as the form is open: a second form of the same kind, in this tab or
 * another, gets a place of its own, so that neither writes over what was typed in the other, nor drops it.
 *
 * - What was left behind by a form that is gone is found again: a free place with a draft goes before an empty one.
 * - Where the browser has no locks, all share one place, as one tab does.
 */
import { onCleanup } from 'solid-js';
import { storeProblemOf } from '#client/store/failures.ts';
import type { Workbook } from './workbook.ts';

export interface ClaimedDraft {
  readonly key: string;
  readonly kept: unknown;
  readonly release: () => void;
}

const PLACES = 6;
const nothing = (): void => undefined;

/** How to let go of it; `undefined` when another form holds it. */
const hold = (locks: LockManager, name: string): Promise<(() => void) | undefined> =>
  new Promise((resolve, reject) => {
    locks
      .request(name, { ifAvailable: true }, (lock) =>
        lock === null ? resolve(undefined) : new Promise<void>((release) => resolve(() => release())),
      )
      .catch(reject);
  });

/** One that cannot be read is none; anything but the store's own trouble is a bug and shall be seen. */
const readKept = async (drafts: Workbook['drafts'], key: string): Promise<unknown> =>
  drafts.read(key).catch((error: unknown) => {
    if (storeProblemOf(error) === undefined) reportError(error);
  });

export const claimDraft = async (
  drafts: Workbook['drafts'],
  base: string,
  locks: LockManager | undefined = navigator.locks,
): Promise<ClaimedDraft> => {
  if (locks === undefined) return { key: base, kept: await readKept(drafts, base), release: nothing };
  let empty: ClaimedDraft | undefined;
  for (let place = 1; place <= PLACES; place += 1) {
    const key = place === 1 ? base : `${base}:${String(place)}`;
    const release = await hold(locks, `draft:${key}`);
    if (release === undefined) continue;
    const kept = await readKept(drafts, key);
    if (kept !== undefined) {
      empty?.release();
      return { key, kept, release };
    }
    if (empty === undefined) empty = { key, kept, release };
    else release();
  }
  return empty ?? { key: base, kept: undefined, release: nothing };
};

/** One claim at a time, let go of with the screen. */
export const createClaim = (drafts: Workbook['drafts']): ((base: string) => Promise<ClaimedDraft>) => {
  let release = nothing;
  let isGone = false;
  onCleanup(() => {
    isGone = true;
    release();
  });
  return async (base) => {
    release();
    const claimed = await claimDraft(drafts, base);
    if (isGone) claimed.release();
    else release = claimed.release;
    return claimed;
  };
};
