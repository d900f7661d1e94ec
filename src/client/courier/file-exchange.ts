/**
 * An exchange without a network: unsent work goes out as a file, and the reply file brings the device up to date. The
 * lines are those of any exchange, and the store takes them as it takes any answer.
 *
 * - Making a file changes nothing: what is in it stays unsent until a reply, or the network, has acknowledged it.
 * - More than one file can carry becomes several, which the server takes in their order; out of order it takes what it
 *   can, and the rest when the same file comes again.
 * - What a late reply no longer fits is left out (sync/reply-binding.ts).
 */
import type { Problem } from '#domain/problem.ts';
import { ok, type Result } from '#domain/result.ts';
import type { Scope } from '#domain/scope.ts';
import { idText, readFile, unfit, type Bytes } from '#sync/exchange-file.ts';
import { requestLines, type OutgoingScope } from '#sync/outgoing.ts';
import { lineOfMutation } from '#sync/mutation.ts';
import { bindReply, timeOfReply, type AskedScope, type Bound, type StandingNow } from '#sync/reply-binding.ts';
import type { FileSeals } from '#client/store/file-seals.ts';
import type { Exchange } from '#client/store/begin-exchange.ts';
import type { Store } from '#client/store/store.ts';
import type { FileNote, FileNotes } from './file-notes.ts';

/** What one file carries, in characters; packed it is a fifth of that. */
export const FILE_CHARS = 4_000_000;
/** What the reply may hold, in characters; the rest comes with the next file. */
const REPLY_CHARS = 5_000_000;
const LINES_AT_ONCE = 200;

export interface FileExchangeDeps {
  readonly store: Pick<Store, 'beginExchange' | 'markSending' | 'clockAheadMs'>;
  readonly seals: FileSeals;
  readonly notes: FileNotes;
  readonly device: string;
  readonly now: () => number;
  /** In characters. */
  readonly fileChars: number;
  /** Brings a file to the server, under the session of whoever is at work. */
  readonly deliver: (bytes: Bytes) => Promise<Result<Response>>;
}

export interface MadeFile {
  /** As its note calls it. */
  readonly id: string;
  readonly bytes: Bytes;
  readonly changes: number;
}

export interface MadeFiles {
  /** In the order in which they are to be delivered. */
  readonly files: readonly MadeFile[];
  /** Changes that cannot go yet, because the server has never been heard of their scope: they go after the first reply. */
  readonly notYet: number;
}

export interface TakenReply {
  /** Changes that the file carried, and how many of them the server has taken or holds. */
  readonly changes: number;
  readonly acknowledged: number;
  /** Records that came down. */
  readonly received: number;
  /** All was read to the end: the device is as the server was when it answered. */
  readonly isComplete: boolean;
  readonly isStale: boolean;
  readonly problem: Problem | undefined;
}

export interface FileExchange {
  readonly make: () => Promise<Result<MadeFiles>>;
  readonly takeReply: (bytes: Uint8Array) => Promise<Result<TakenReply>>;
  /** Delivers a file that somebody brought; the answer is the reply to give back. */
  readonly carry: (bytes: Bytes) => Promise<Result<Bytes>>;
  readonly made: () => Promise<readonly FileNote[]>;
}

export const createFileExchange = (deps: FileExchangeDeps): FileExchange => {
  const { store, seals, notes } = deps;

  const seal = async (scopes: readonly OutgoingScope[]): Promise<Result<MadeFile>> => {
    const madeAt = deps.now();
    const request = { device: deps.device, now: madeAt, maxBytes: REPLY_CHARS, wantsReceipt: true };
    const { lines, asked } = requestLines({ ...request, budget: Infinity, scopes });
    const sealed = await seals.seal(lines.map((line) => `${line}\n`).join(''));
    if (!sealed.ok) return sealed;
    const changes = scopes.reduce((sum, { mutations }) => sum + mutations.length, 0);
    const standings = scopes.filter(({ scope }) => asked.includes(scope)).map(askedOf);
    const id = idText(sealed.value.id);
    await notes.add({ id, madeAt, changes, answeredAt: null, scopes: [...standings] });
    return ok({ id, bytes: sealed.value.bytes, changes });
  };

  const feed = async ({ receipt }: Exchange, bound: Bound): Promise<Problem | undefined> => {
    for (let from = 0; from < bound.lines.length; from += LINES_AT_ONCE) {
      const taken = await receipt.take(bound.lines.slice(from, from + LINES_AT_ONCE));
      if (!taken.ok) return taken.problem;
    }
    return bound.isNewer ? { code: 'file/unfit', why: 'newer' } : undefined;
  };

  const takeLines = async (lines: readonly string[], note: FileNote | undefined): Promise<Result<TakenReply>> => {
    const begun = await store.beginExchange();
    if (!begun.ok) return begun;
    const now = deps.now();
    const clock = { madeAt: note?.madeAt ?? now, now, estimate: now + (store.clockAheadMs() ?? 0) };
    const asked = note?.scopes ?? [];
    const bound = bindReply({
      lines,
      asked,
      now: standingsOf(begun.value),
      timeOf: (serverMs) => timeOfReply(serverMs, clock),
    });
    const { receipt } = begun.value;
    store.markSending(sentWith(asked));
    try {
      const failed = await feed(begun.value, bound);
      const written = await receipt.end();
      const problem = written.ok ? (failed ?? receipt.problem()) : written.problem;
      return ok({
        changes: note?.changes ?? 0,
        acknowledged: bound.acknowledged,
        received: receipt.counted().received,
        isComplete: !bound.isStale && asked.every(({ scope }) => receipt.finished().has(scope)),
        isStale: bound.isStale,
        problem,
      });
    } finally {
      store.markSending({});
    }
  };

  return {
    made: notes.all,

    make: async () => {
      const begun = await store.beginExchange();
      if (!begun.ok) return begun;
      const { scopes } = begun.value;
      const files: MadeFile[] = [];
      for (const part of partsOf(scopes, deps.fileChars)) {
        const made = await seal(part);
        if (!made.ok) return made;
        files.push(made.value);
      }
      const unheard = scopes.filter(({ epoch }) => epoch === '');
      return ok({ files, notYet: unheard.reduce((sum, { mutations }) => sum + mutations.length, 0) });
    },

    takeReply: async (bytes) => {
      const file = readFile(bytes);
      if (!file.ok) return file;
      if (file.value.is === 'request') return unfit('is-request');
      const id = idText(file.value.id);
      const note = (await notes.all()).find((one) => one.id === id);
      const text = await seals.open(file.value);
      if (text === undefined) return unfit(note === undefined ? 'other-workbook' : 'damaged');
      const taken = await takeLines(
        text.split('\n').filter((line) => line !== ''),
        note,
      );
      if (taken.ok && taken.value.problem === undefined) await notes.answered(id, deps.now());
      return taken;
    },

    carry: async (bytes) => {
      const file = readFile(bytes);
      if (!file.ok) return file;
      if (file.value.is === 'reply') return unfit('is-reply');
      if (!(await seals.isForOurServer(file.value))) return unfit('other-server');
      const sent = await deps.deliver(bytes);
      if (!sent.ok) return sent;
      const reply = await sent.value.arrayBuffer().catch(() => new ArrayBuffer(0));
      const read = readFile(new Uint8Array(reply));
      // A portal that answers for the server, or a link that broke: the file can be delivered again.
      if (!read.ok || read.value.is !== 'reply') return { ok: false, problem: { code: 'courier/unreachable' } };
      return ok(new Uint8Array(reply));
    },
  };
};

const askedOf = ({ scope, replica, epoch, done, at, inner, gs, mutations }: OutgoingScope) => ({
  scope,
  replica,
  epoch,
  done,
  at,
  inner: inner === null ? null : ([inner[0], inner[1]] satisfies [number, number]),
  gs,
  firstN: mutations[0]?.n ?? 0,
  lastN: mutations.at(-1)?.n ?? 0,
});

const standingsOf = ({ scopes, acknowledged }: Exchange): readonly StandingNow[] =>
  scopes.map(({ scope, replica, epoch, done, at, inner, gs, mutations }) => ({
    scope,
    replica,
    epoch,
    done,
    at,
    inner,
    gs,
    ackN: acknowledged.get(scope) ?? 0,
    waiting: mutations.map(({ n }) => n),
  }));

const sentWith = (asked: readonly AskedScope[]): Readonly<Partial<Record<Scope, number>>> =>
  Object.fromEntries(asked.filter(({ lastN }) => lastN > 0).map(({ scope, lastN }) => [scope, lastN]));

/**
 * The scopes once for each file, with the mutations that it carries: whole ones, each scope's in their order. How much of
 * one the server has already is not counted on: by then it may be otherwise.
 */
const partsOf = (scopes: readonly OutgoingScope[], chars: number): readonly (readonly OutgoingScope[])[] => {
  const parts: Map<Scope, OutgoingScope['mutations'][number][]>[] = [];
  let left = 0;
  for (const { scope, epoch, mutations } of scopes) {
    for (const mutation of epoch === '' ? [] : mutations) {
      const { length } = lineOfMutation(mutation);
      if (length > left || parts.length === 0) {
        parts.push(new Map());
        left = chars;
      }
      left -= length;
      const part = parts.at(-1);
      const there = part?.get(scope);
      // In place: a file carries thousands.
      if (there === undefined) part?.set(scope, [mutation]);
      else there.push(mutation);
    }
  }
  if (parts.length === 0) parts.push(new Map());
  return parts.map((part) => scopes.map((scope) => ({ ...scope, staged: 0, mutations: part.get(scope.scope) ?? [] })));
};
