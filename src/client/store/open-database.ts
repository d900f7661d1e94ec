/**
 * Opens a database of this device, and watches over it for as long as it is open.
 *
 * - A raw open comes first: only its event tells whether the browser threw the data away (`dataLoss`), and only it can
 *   say that there is no database without making one.
 * - A database that must be there is never made anew: the making is aborted, writing stops, and the loss is told.
 * - An app that is older than the data leaves the data alone; one that is newer makes the older tab let go.
 * - `open()` that never answers is given up after five seconds; an upgrade that another tab holds up goes on by itself
 *   when that tab lets go, and meanwhile it is said.
 */
import Dexie from 'dexie';
import type { Problem } from '#domain/problem.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { storeProblemOf, troubles } from './failures.ts';

const OPEN_MS = 5_000;
/** A tab that stands behind another in the queue is never told that it is blocked. */
const HELD_UP_MS = 1_500;
const TRIES = 3;
const BETWEEN_TRIES_MS = 300;

export interface OpenDeps {
  /** Resolves after so many milliseconds. */
  readonly wait: (ms: number) => Promise<void>;
  /** Hears once of what only a new start can mend. */
  readonly onTrouble?: (problem: Problem) => void;
  /** Another tab holds the opening up, or no longer does. */
  readonly onHeldUp?: (isHeldUp: boolean) => void;
}

/** What a raw open found; version 0 stands for nothing. */
interface Seen {
  readonly version: number;
  readonly dataLoss: boolean;
}

/** Chromium alone says why a database is empty (https://github.com/w3c/IndexedDB/issues/30). */
const saysLoss = (event: IDBVersionChangeEvent): boolean => 'dataLoss' in event && event.dataLoss === 'total';

const look = (name: string): Promise<Seen> =>
  new Promise((resolve, reject) => {
    const request = Dexie.dependencies.indexedDB.open(name);
    let dataLoss: boolean | undefined;
    request.addEventListener('upgradeneeded', (event) => {
      dataLoss = saysLoss(event);
      request.transaction?.abort();
    });
    request.addEventListener('success', () => {
      const { version } = request.result;
      request.result.close();
      resolve({ version, dataLoss: false });
    });
    request.addEventListener('error', (event) => {
      event.preventDefault();
      if (dataLoss === undefined) reject(request.error ?? new DOMException('no answer', 'UnknownError'));
      else resolve({ version: 0, dataLoss });
    });
  });

/** A file of the browser's own that is broken makes every opening fail; sometimes it is only slow after a sudden end. */
const lookAgainAndAgain = async (name: string, wait: OpenDeps['wait']): Promise<Result<Seen>> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return ok(await look(name));
    } catch (error) {
      const isBroken = error instanceof DOMException && error.name === 'UnknownError';
      if (storeProblemOf(error)?.code === 'store/full') return fail<Problem>({ code: 'store/full' });
      if (!isBroken) return fail<Problem>({ code: 'store/unavailable' });
      if (tries === TRIES) return fail<Problem>({ code: 'store/broken' });
    }
    await wait(BETWEEN_TRIES_MS);
  }
};

const silentAfter = async (ms: number, wait: OpenDeps['wait']): Promise<Result<never>> => {
  await wait(ms);
  return fail<Problem>({ code: 'store/silent' });
};

/** Says that the opening is held up, for as long as it is. */
const sayingHeldUp = async <T>(dexie: Dexie, opening: Promise<T>, { wait, onHeldUp }: OpenDeps): Promise<T> => {
  let isOver = false;
  const heldUp = (): void => {
    if (!isOver) onHeldUp?.(true);
  };
  dexie.on('blocked', heldUp);
  void wait(HELD_UP_MS).then(heldUp);
  try {
    return await opening;
  } finally {
    isOver = true;
    onHeldUp?.(false);
  }
};

/** From here on the database is known to hold something: that it comes up empty is a loss, whoever caused it. */
const watch = (dexie: Dexie, mustBeThere: () => boolean, tell: (problem: Problem) => void): void => {
  const stop = (problem: Problem): void => {
    dexie.close();
    tell(problem);
  };
  dexie.on('populate', (transaction) => {
    if (!mustBeThere()) return;
    transaction.abort();
    stop({ code: 'store/lost', how: 'cleared' });
  });
  dexie.on('versionchange', (event) => {
    stop(event.newVersion === null ? { code: 'store/lost', how: 'cleared' } : { code: 'store/newer' });
    // Dexie's own handler would open again at the next word.
    return false;
  });
  // The browser closed it, not we: whether the data is still there shows at once, not at the next save.
  dexie.on('close', () => {
    if (mustBeThere()) queueMicrotask(() => void reopenUnlessClosed(dexie));
  });
};

const reopenUnlessClosed = async (dexie: Dexie): Promise<void> => {
  if (dexie.hasBeenClosed()) return;
  // What fails here fails again at the next word, and is told there.
  await dexie.open().catch(() => undefined);
};

/** `expected`: a database of this name was made before. */
export const openDatabase = async (dexie: Dexie, expected: boolean, deps: OpenDeps): Promise<Result<void>> => {
  const looked = await Promise.race([lookAgainAndAgain(dexie.name, deps.wait), silentAfter(OPEN_MS, deps.wait)]);
  if (!looked.ok) return looked;
  const { version, dataLoss } = looked.value;
  if (version === 0 && (expected || dataLoss))
    return fail<Problem>({ code: 'store/lost', how: dataLoss ? 'damaged' : 'cleared' });
  const wanted = Math.round(dexie.verno * 10);
  if (version > wanted) return fail<Problem>({ code: 'store/newer' });

  let isOpen = false;
  let told = false;
  const tell = (problem: Problem): void => {
    if (told) return;
    told = true;
    deps.onTrouble?.(problem);
  };
  troubles.set(dexie, tell);
  watch(dexie, () => isOpen, tell);
  const isUpgrade = version > 0 && version < wanted;
  const problemOf = (error: unknown): Problem => {
    const problem = storeProblemOf(error) ?? { code: 'store/unavailable' };
    // The browser has taken back all of it: what stood there stands there.
    return isUpgrade && problem.code !== 'store/full' ? { code: 'store/not-upgraded' } : problem;
  };
  const opening = dexie.open().then(
    () => ok(undefined),
    (error: unknown) => fail(problemOf(error)),
  );
  const opened = await (isUpgrade
    ? sayingHeldUp(dexie, opening, deps)
    : Promise.race([opening, silentAfter(OPEN_MS, deps.wait)]));
  isOpen = opened.ok;
  return opened;
};
