/**
 * The answer for one scope, line by line: where the replica stands, what was refused, and the rows that it lacks.
 *
 * - Rows are read page by page and never all at once, one page while the one before it is on its way; a page and the head
 *   that may end it are one snapshot, and no transaction is open while a line is on its way to a slow phone.
 * - Rows begin from nothing when the device's positions mean nothing here: another epoch, a place that the scope never
 *   reached, or tombstones swept that the device has not seen.
 * - A scope that begins a new life, or is swept, while it is read: the answer pauses, and the next one begins anew.
 * - Who lost the scope is told so. A replica that was there before also hears what became of its mutations.
 */
import type { Scope } from '#domain/scope.ts';
import type { Mutation } from '#sync/mutation.ts';
import type { EchoOf } from '#sync/row-form.ts';
import { createLineReading, type LineReading } from '#sync/line-reading.ts';
import { createRowWriter, type Standpoint } from '#sync/rows.ts';
import type { AnswerLength } from './answer-length.ts';
import { echoesOf } from './echoes.ts';
import type { KeptScopesDeps } from './kept-scopes.ts';
import type { Footing, FootingReplica, Head, LockedScope, Owner, ReplicaOwner, Storage } from './ports.ts';

/** Where the device stands in a scope, and what this request has brought of it. */
export interface Stand extends Standpoint {
  readonly scope: Scope;
  /** The token of the device's replica. */
  readonly replica: string;
  readonly epoch: string;
  readonly xSeen: number;
  /** The scope's gcSeq when reading from `done` began. */
  readonly gs: number;
  /** Whether the sender's device keeps the scope. */
  readonly isKept: boolean;
  /** The mutation at which the server knows another life of the replica; 0 for none. */
  readonly forkN: number;
  /** The number of the first mutation that this request brings; 0 for none. */
  readonly firstN: number;
  /** Mutations that the device holds and sent just so. */
  readonly echoes: readonly Mutation[];
}

export interface ReadRowsDeps extends KeptScopesDeps {
  readonly storage: Pick<Storage, 'ledger' | 'footings'>;
  /** Reads rows elsewhere, so that no request waits behind them; without it they are read here. */
  readonly readElsewhere?: (scope: Scope, from: Standpoint) => LineReading<Head>;
}

/** What a scope and a replica that are both there are. */
interface Found {
  readonly head: Head;
  readonly replica: FootingReplica;
}

/** Called with each replica that the answer told of, for the receipt. */
export type Told = (scope: Scope, found: Found) => void;

/** Some lines of an answer, in their order: handing them over one by one would cost more than reading them. */
export type Lines = readonly string[];

const FIRST_PAGE_ROWS = 64;
const MAX_PAGE_ROWS = 512;
const PAGE_CHARS = 256 * 1024;

/** So many rows as are about a page, if they are as long as those of the last one: long records never fill the memory. */
const rowsOfPage = (records: number, lines: Lines): number => {
  const chars = lines.reduce((sum, line) => sum + line.length, 0);
  return Math.min(Math.max(Math.floor((PAGE_CHARS * records) / chars), 8), MAX_PAGE_ROWS);
};

export const readRows = (deps: ReadRowsDeps, owner: Owner, length: AnswerLength, told: Told) =>
  async function* (stand: Stand): AsyncGenerator<Lines, void, undefined> {
    const { scope } = stand;
    const found = await find(deps, { ...owner, replica: stand.replica }, stand);
    if (found !== undefined) {
      told(scope, found);
      yield await opening(deps, stand, found, length);
    }
    if (!stand.isKept) {
      if (found?.replica.closed === false) await deps.storage.footings.close(scope, found.replica.alias);
      yield [length.count(JSON.stringify(['g', scope, 'rights/not-found']))];
    } else if (found !== undefined) {
      await note(deps, stand, found);
      yield* rows(deps, stand, found, length);
    }
  };

/**
 * Where the device keeps the scope, a replica is made when it first asks. Elsewhere only a device that was there before is
 * answered, under whatever token: what it still has is held for a human, and it must hear under which epoch.
 */
const find = async (deps: ReadRowsDeps, owner: ReplicaOwner, { scope, isKept }: Stand): Promise<Found | undefined> => {
  const { ledger, footings } = deps.storage;
  const known = whole(await footings.of(scope, owner));
  if (known !== undefined) return known;
  if (!isKept && !(await ledger.knows(scope, owner))) return undefined;
  const make = async (locked: LockedScope): Promise<void> => {
    if ((await locked.replica(owner)) === undefined) await locked.addReplica(owner, deps.now());
  };
  await ledger.change(scope, make);
  return whole(await footings.of(scope, owner));
};

const whole = ({ head, replica }: Footing): Found | undefined =>
  head === undefined || replica === undefined ? undefined : { head, replica };

const opening = async (
  deps: ReadRowsDeps,
  stand: Stand,
  { head, replica }: Found,
  length: AnswerLength,
): Promise<Lines> => {
  const { scope, isKept, forkN, xSeen } = stand;
  const { alias, lastN, lastH, safeN } = replica;
  const staged = replica.stagedN === lastN + 1 ? replica.stagedChars : 0;
  const fresh = isKept && isFresh(stand, head) ? 1 : 0;
  const headSeq = isKept ? head.seq : 0;
  const acknowledged = [lastN, lastH, deps.now(), staged, forkN, fresh, safeN, headSeq];
  const refusals = replica.lastRefused > xSeen ? await deps.storage.ledger.refusals(scope, alias, xSeen) : [];
  return [
    ['h', scope, alias, head.epoch, head.gcSeq, ...acknowledged],
    ...refusals.map(({ n, problem }) => ['x', n, problem]),
  ].map((line) => length.count(JSON.stringify(line)));
};

const isFresh = ({ epoch, done, at, gs }: Stand, head: Head): boolean =>
  epoch !== head.epoch || at > head.seq || head.gcSeq > Math.max(done, gs);

/**
 * What the device has decides which tombstones may be swept, which is done once a month: there is no haste. What comes with
 * mutations is written with them; a device that only reads costs a write an hour at most.
 */
const note = async (deps: ReadRowsDeps, stand: Stand, { head, replica }: Found): Promise<void> => {
  const at = deps.now();
  // What is said of another life of the scope (an old file that is brought again) opens nothing.
  const isOfThisLife = stand.epoch === head.epoch;
  const done = isOfThisLife ? Math.min(stand.done, head.seq) : 0;
  const isNew = done > replica.done && (replica.done === 0 || at - replica.seenAt >= NEWS_MS);
  const reopen = replica.closed && isOfThisLife;
  if (!isNew && !reopen && at - replica.seenAt < SEEN_MS) return;
  await deps.storage.footings.note(stand.scope, replica.alias, { done, at, reopen });
};

/** That a device was there is noted once a day, not at every request. */
export const SEEN_MS = 86_400_000;
const NEWS_MS = 3_600_000;

async function* rows(
  deps: ReadRowsDeps,
  stand: Stand,
  found: Found,
  length: AnswerLength,
): AsyncGenerator<Lines, void, undefined> {
  const { head } = found;
  const from: Standpoint = isFresh(stand, head) ? { done: 0, at: 0, inner: null } : stand;
  if (from.at === head.seq) return yield createRowWriter(from).end(head.seq, head.digest).map(length.count);
  const reading = readingOf(deps, stand.scope, from, echoOf(stand, found));
  const read = (limit: number) => {
    const page = reading.next(limit);
    // Whoever awaits it hears of an error; nobody may.
    page.catch(() => undefined);
    return page;
  };
  let coming = read(FIRST_PAGE_ROWS);
  try {
    while (!length.isReached()) {
      const { head: now, lines, records, closing } = await coming;
      if (now?.epoch !== head.epoch || now.gcSeq !== head.gcSeq) break;
      const fitting = length.countFitting(lines);
      if (fitting === lines.length && closing === undefined) coming = read(rowsOfPage(records, lines));
      yield lines.slice(0, fitting);
      if (fitting < lines.length) break;
      if (closing !== undefined) return yield closing.map(length.count);
    }
  } finally {
    await coming.catch(() => undefined);
    reading.close();
  }
  length.pause();
}

/** What the device sent itself is known here alone; an answer that names it is short. */
const readingOf = ({ storage, readElsewhere }: ReadRowsDeps, scope: Scope, from: Standpoint, echoes?: EchoOf) =>
  readElsewhere !== undefined && echoes === undefined
    ? readElsewhere(scope, from)
    : createLineReading((seq, limit) => storage.ledger.page(scope, seq, limit), from, echoes);

const echoOf = ({ epoch, echoes }: Stand, { head, replica }: Found): EchoOf | undefined =>
  echoes.length === 0 || epoch !== head.epoch ? undefined : echoesOf(replica.alias, echoes);
