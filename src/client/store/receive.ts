/**
 * Takes an answer line by line and writes what came: at its end, at `e`, and meanwhile once a second, because a
 * strict transaction for every few rows would be slower than the link.
 *
 * - While one batch is being written the next is taken; it is written once the first has landed, and let go if that failed:
 *   what is written is always the beginning of what came. Nothing else is done before all of it has landed.
 * - A write holds only if no other tab has read the scope further meanwhile; else the rest of its answer is let go.
 * - A header that speaks of another life of this replica, or of another epoch of the scope, changes the numbers of what
 *   is unsent first (verdict.ts, reissue.ts); rows that begin from nothing go into a shadow (shadow.ts).
 *
 * It is long because it is the one place where the order of these steps can be read.
 */
import type { Problem } from '#domain/problem.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { Scope } from '#domain/scope.ts';
import { receiveLine, startReceiving, type Instruction, type PartialRow, type ReceivedRow } from '#sync/receiver.ts';
import type { Register } from '#sync/register.ts';
import type { Core, ScopeState } from './core.ts';
import { guarded } from './failures.ts';
import { purge } from './purge.ts';
import type { Acknowledgement, Batch } from './batch.ts';
import { planReceiving } from './receive-plan.ts';
import { hashOfSent, planReissue } from './reissue.ts';
import { beginAnew, clearShadow, isEmpty, targetOf } from './shadow.ts';
import type { ReceiptShown } from './shown.ts';
import { hasForgotten, judgeHeader, type Verdict } from './verdict.ts';

/** Written in one transaction: as much as a small phone can hold twice, and write without its screen standing still. */
const MAX_ROWS = 500;
const MAX_CHARS = 1_000_000;
const WRITE_EVERY_MS = 1_000;
const MAX_TRIES = 8;
const ALL_FORGOTTEN = { from: 0, forgotten: true };

export interface Receipt {
  /** Complete lines, in their order. A failure ends the exchange; what came before holds. */
  readonly take: (lines: readonly string[]) => Promise<Result<void>>;
  /** The answer has ended, or was cut: what is not written yet is written now. */
  readonly end: () => Promise<Result<void>>;
  /** Whether anything was acknowledged, received or refused. */
  readonly progressed: () => boolean;
  /** Scopes that were read to the head, or may no longer be read. */
  readonly finished: () => ReadonlySet<Scope>;
  /** How the answer ended: `again` asks for a request with standings, `paused` says that more is there. */
  readonly ending: () => 'none' | 'unchanged' | 'again' | 'paused';
  /** How many own mutations this answer acknowledged. */
  readonly acknowledged: () => number;
  /** Changes read so far, and about how many there are to read. */
  readonly counted: () => { readonly received: number; readonly toReceive: number };
  /** What is wrong although the answer was complete. */
  readonly problem: () => Problem | undefined;
}

export interface ReceiptDeps {
  readonly core: Core;
  readonly now: () => number;
  readonly parts: Readonly<Partial<Record<Scope, PartialRow>>>;
  /** What the server holds of each scope's first unacknowledged mutation. */
  readonly serverStaged: Map<Scope, number>;
  readonly onServerTime: (serverNow: number) => void;
  readonly onReceipt: (receipt: ReceiptShown) => Promise<void>;
  /** With the number of the last change in each. */
  readonly onScopes: (scopes: readonly (readonly [scope: Scope, size: number])[]) => Promise<void>;
}

/** A header, and the refusals that followed it, by their numbers on the wire. */
interface Heard {
  readonly header: Acknowledgement;
  readonly refusals: Map<number, Problem>;
  readonly isCut: boolean;
}

interface Stand {
  readonly area: number;
  readonly at: number;
}

const standOf = (state: ScopeState): Stand => {
  const { area, at } = targetOf(state.position);
  return { area, at };
};

/** The row with what it only names taken from the own mutations that wrote it; `undefined` if one of them is not here. */
const withEchoes = (state: ScopeState, row: ReceivedRow, alias: number): ReceivedRow | undefined => {
  if (row.echoes.length === 0) return row;
  const own: [string, Register][] = [];
  for (const [n, fields] of row.echoes) {
    const mutation = state.entries.find((entry) => entry.n === n + state.position.shift)?.mutation;
    const operation = mutation?.operations.find(([table, id]) => table === row.table && id === row.id);
    if (mutation === undefined || operation === undefined) return undefined;
    const values = new Map(Object.entries(operation[3]));
    for (const field of fields) {
      const value = values.get(field);
      if (value === undefined) return undefined;
      own.push([field, [value, mutation.ms, mutation.ctr, alias]]);
    }
  }
  return { ...row, registers: { ...row.registers, ...Object.fromEntries(own) }, echoes: [] };
};

/** By local numbers; what another life wrote beyond where the two part was refused to that life, not to this one. */
const ownRefusals = (refusals: Heard['refusals'], shift: number, verdict: Verdict): Heard['refusals'] => {
  const last = verdict.is === 'own' ? verdict.ackN : verdict.from - 1;
  return new Map([...refusals].map(([n, refused]) => [n + shift, refused] as const).filter(([n]) => n <= last));
};

export const createReceipt = (deps: ReceiptDeps): Receipt => {
  const { core, serverStaged } = deps;
  let receiving = startReceiving(deps.parts);
  let heard: Omit<Heard, 'isCut'> | undefined;
  let batch: Batch | undefined;
  let progressed = false;
  let writtenAt = deps.now();
  /** How the last write ended, or will end. */
  let landed: Promise<Result<void>> = Promise.resolve(ok(undefined));
  let isWriting = false;
  /** Of the lines in the batch. */
  let chars = 0;
  let problem: Problem | undefined;
  let ending: ReturnType<Receipt['ending']> = 'none';
  let received = 0;
  let acknowledgedCount = 0;
  const finished = new Set<Scope>();
  /** Scopes of which a header came. */
  const answered = new Set<Scope>();
  const toReceive = new Map<Scope, number>();
  const standing = new Map(core.scopes().map((state) => [state.scope, standOf(state)] as const));
  const asked = new Map(core.scopes().map((state) => [state.scope, state.position] as const));

  const isWhereItStood = (state: ScopeState): boolean => {
    const expected = standing.get(state.scope);
    const found = standOf(state);
    return expected?.area === found.area && expected.at === found.at;
  };

  const writeBatch = async (arrived: Batch): Promise<Result<void>> => {
    for (let tries = 0; tries < MAX_TRIES; tries += 1) {
      const state = core.scope(arrived.scope);
      if (state === undefined || state.position.replica !== arrived.replica || !isWhereItStood(state)) {
        batch = undefined;
        return ok(undefined);
      }
      const plan = await planReceiving(core, state, arrived, deps.now());
      if (plan.idle || (await core.write(state, plan)) === 'written') {
        if (plan.digestDiffers) problem = { code: 'sync/digest-differs' };
        if (arrived.finish !== undefined && plan.position.shadow === null) finished.add(arrived.scope);
        progressed ||= !plan.idle;
        standing.set(arrived.scope, standOf({ ...state, position: plan.position }));
        if (plan.leavesStaged) core.unstaged.delete(targetOf(state.position).area);
        else core.unstaged.add(targetOf(state.position).area);
        const acknowledged = plan.position.ackN > state.position.ackN;
        acknowledgedCount += plan.position.ackN - state.position.ackN;
        if (plan.tables.size > 0 || acknowledged) core.changed({ tables: plan.tables, toSend: false });
        return ok(undefined);
      }
      await core.reload();
    }
    return fail<Problem>({ code: 'store/contended' });
  };

  const writeNow = async (arrived: Batch): Promise<Result<void>> => {
    try {
      const written = await guarded(core.database.dexie, () => core.inTurn(() => writeBatch(arrived)));
      // What came after a batch that was not written may not be written either.
      if (!written.ok) batch = undefined;
      return written;
    } catch (error) {
      batch = undefined;
      throw error;
    } finally {
      // From its end: while a slow write runs, much arrives, and it shall not be written in crumbs.
      writtenAt = deps.now();
      isWriting = false;
    }
  };

  /** Begins to write what has arrived, once the write before it has landed. */
  const startWriting = async (): Promise<Result<void>> => {
    const before = await landed;
    if (!before.ok || batch === undefined) return before;
    const arrived = batch;
    const { part: _part, commit: _commit, finish: _finish, ...rest } = arrived;
    batch = { ...rest, refusals: new Map(), rows: [] };
    chars = 0;
    isWriting = true;
    landed = writeNow(arrived);
    // Whoever waits for it hears of an error.
    landed.catch(() => undefined);
    return ok(undefined);
  };

  const flush = async (): Promise<Result<void>> => {
    const started = await startWriting();
    return started.ok ? landed : started;
  };

  /** New numbers, a new token or a shadow: written before anything of the answer is. */
  const turnOver = async (state: ScopeState, header: Acknowledgement, verdict: Verdict): Promise<boolean> => {
    const forgotten = verdict.is === 'forgotten';
    const reissue =
      verdict.is === 'own' ? undefined : await planReissue(core, state, { from: verdict.from, forgotten });
    const anew = header.fresh ? beginAnew(state.position, { gs: header.gcSeq, otherEpoch: forgotten }) : {};
    const written = await core.write(state, {
      position: { ...reissue?.position, ...anew, epoch: header.epoch },
      entries: reissue?.entries ?? state.entries,
      months: reissue?.months ?? [],
      write: async (database) => {
        if (header.fresh) {
          await clearShadow(database, state.position);
          await database.parts.delete(state.position.area);
        }
        await reissue?.write(database);
      },
    });
    if (written === 'stale') await core.reload();
    else if (reissue !== undefined) core.changed({ tables: new Set(['*']), toSend: reissue.entries.length > 0 });
    return written === 'written';
  };

  /** A copy that holds nothing begins as it is: its new epoch is written with its first rows. */
  const isUntouched = ({ scope, position }: ScopeState): boolean =>
    isEmpty(position) && deps.parts[scope] === undefined;

  const judge = async ({ header, refusals, isCut }: Heard): Promise<Result<void>> => {
    const { scope } = header;
    for (let tries = 0; tries < MAX_TRIES; tries += 1) {
      const state = core.scope(scope);
      const before = asked.get(scope);
      // Another tab has given it other numbers since, or has read it further: this header speaks of the past.
      if (state === undefined || before === undefined || state.position.replica !== before.replica)
        return ok(undefined);
      if (header.fresh && !isWhereItStood(state)) return ok(undefined);
      const sentH = hasForgotten(state.position, header, before.ackN)
        ? await hashOfSent(core, state, header.ackN + state.position.shift)
        : undefined;
      const verdict = judgeHeader(state, header, { sentN: core.sending.get(scope), ackN: before.ackN, sentH });
      // More refusals of the old numbers may have been cut off; with new numbers they would never be told again.
      if (verdict.is !== 'own' && isCut) return ok(undefined);
      if (verdict.is !== 'own' || (header.fresh && !isUntouched(state))) {
        if (!(await turnOver(state, header, verdict))) continue;
        progressed = true;
      }
      if (verdict.is !== 'own') serverStaged.delete(scope);
      const now = core.scope(scope) ?? state;
      if (header.fresh) standing.set(scope, standOf(now));
      const target = targetOf(now.position);
      if (target.done === 0 && target.at === 0) core.fillingTo.set(target.area, header.headSeq);
      toReceive.set(scope, Math.max(0, header.headSeq - target.at));
      const { shift } = state.position;
      chars = 0;
      batch = {
        scope,
        acknowledged: header,
        isOfToken: verdict.is === 'own',
        ackN: verdict.is === 'own' ? verdict.ackN : now.position.ackN,
        ackH: verdict.is === 'own' ? verdict.ackH : 0,
        replica: now.position.replica,
        refusals: ownRefusals(refusals, shift, verdict),
        rows: [],
      };
      return ok(undefined);
    }
    return fail<Problem>({ code: 'store/contended' });
  };

  /** Judges the header once all that the server refused is known: when something else follows, or the answer ends. */
  const judgeHeard = async (isCut: boolean): Promise<Result<void>> => {
    if (heard === undefined) return ok(undefined);
    const { header, refusals } = heard;
    heard = undefined;
    return guarded(core.database.dexie, () => core.inTurn(() => judge({ header, refusals, isCut })));
  };

  const acknowledge = (header: Acknowledgement): void => {
    const { scope, staged } = header;
    deps.onServerTime(header.serverNow);
    progressed ||= staged > (serverStaged.get(scope) ?? 0);
    serverStaged.set(scope, staged);
    heard = { header, refusals: new Map() };
    answered.add(scope);
  };

  const letGo = (scope: Scope, why: string): Promise<Result<void>> =>
    guarded(core.database.dexie, () =>
      core.inTurn(async () => {
        for (let tries = 0; tries < MAX_TRIES; tries += 1) {
          // A server that knew this replica and says nothing of it has forgotten what it had acknowledged.
          const known = core.scope(scope);
          const isForgotten = known?.position.gone === '' && known.position.epoch !== '' && !answered.has(scope);
          if (isForgotten) await core.write(known, await planReissue(core, known, ALL_FORGOTTEN));
          const state = core.scope(scope);
          if (state !== undefined && (await purge(core, state, why)) === 'stale') {
            await core.reload();
            continue;
          }
          const left = core.scope(scope);
          if (left === undefined || left.position.lastN === left.position.ackN) finished.add(scope);
          else problem = { code: 'rights/not-found' };
          core.changed({ tables: new Set(['*']), toSend: false });
          return ok(undefined);
        }
        return fail<Problem>({ code: 'store/contended' });
      }),
    );

  /** What came before the line holds, but for the row that was still arriving: it starts anew. */
  const breakOff = async (): Promise<Result<void>> => {
    const flushed = await flush();
    const state = batch && core.scope(batch.scope);
    batch = undefined;
    if (!flushed.ok) return flushed;
    const forgotten = await guarded(core.database.dexie, async () => {
      if (state !== undefined) await core.inTurn(() => core.forgetPart(targetOf(state.position).area));
      return ok(undefined);
    });
    return forgotten.ok ? fail<Problem>({ code: 'sync/unreadable-answer' }) : forgotten;
  };

  const afterAll = async (instruction: Instruction): Promise<Result<void>> => {
    const flushed = await flush();
    batch = undefined;
    if (!flushed.ok) return flushed;
    switch (instruction.do) {
      case 'acknowledge':
        acknowledge(instruction);
        return flushed;
      case 'gone':
        return letGo(instruction.scope, instruction.why);
      case 'rest':
      case 'ask-again':
        deps.onServerTime(instruction.serverNow);
        ending = instruction.do === 'rest' ? 'unchanged' : 'again';
        return flushed;
      case 'pause':
        ending = 'paused';
        return flushed;
      case 'scopes':
        await deps.onScopes(instruction.scopes);
        return flushed;
      case 'receipt':
        await deps.onReceipt({
          code: instruction.code,
          at: instruction.at,
          taken: instruction.taken,
          held: instruction.held,
        });
        return flushed;
      default:
        return flushed;
    }
  };

  const follow = async (instruction: Instruction): Promise<Result<void>> => {
    if (instruction.do === 'refuse') {
      // In place: there may be thousands.
      heard?.refusals.set(instruction.n, instruction.problem);
      return ok(undefined);
    }
    const judged = await judgeHeard(instruction.do === 'break');
    if (!judged.ok) return judged;
    switch (instruction.do) {
      case 'break':
        return breakOff();
      case 'stage':
      case 'stage-part':
      case 'commit':
      case 'finish': {
        if (batch === undefined) return ok(undefined);
        const grown = grow(core, batch, instruction);
        if (grown === undefined) return breakOff();
        batch = grown;
        if (instruction.do === 'stage') received += 1;
        if (instruction.do === 'finish') return flush();
        const isFull = batch.rows.length >= MAX_ROWS || chars >= MAX_CHARS;
        return instruction.do === 'commit' && isFull ? startWriting() : ok(undefined);
      }
      default:
        return afterAll(instruction);
    }
  };

  /** Most lines are rows: to wait for each of them would take as long as to read it. */
  const stagedAtOnce = (instruction: Instruction): boolean => {
    if (instruction.do !== 'stage' || heard !== undefined || batch === undefined) return false;
    const grown = grow(core, batch, instruction);
    if (grown === undefined) return false;
    batch = grown;
    received += 1;
    return true;
  };

  return {
    take: async (lines) => {
      for (const line of lines) {
        const [next, instruction] = receiveLine(receiving, line);
        receiving = next;
        chars += line.length;
        if (stagedAtOnce(instruction)) continue;
        const followed = await follow(instruction);
        if (!followed.ok) return followed;
      }
      return isWriting || Math.abs(deps.now() - writtenAt) < WRITE_EVERY_MS ? ok(undefined) : startWriting();
    },
    end: async () => {
      const judged = await judgeHeard(true);
      return judged.ok ? flush() : judged;
    },
    progressed: () => progressed,
    finished: () => finished,
    ending: () => ending,
    acknowledged: () => acknowledgedCount,
    counted: () => ({ received, toReceive: [...toReceive.values()].reduce((sum, one) => sum + one, 0) }),
    problem: () => problem,
  };
};

/** `undefined` when a row names what is not here: the answer cannot be followed. */
const grow = (
  core: Core,
  batch: Batch,
  instruction: Extract<Instruction, { readonly do: 'stage' | 'stage-part' | 'commit' | 'finish' }>,
): Batch | undefined => {
  switch (instruction.do) {
    case 'stage': {
      const state = core.scope(batch.scope);
      const row = state && withEchoes(state, instruction.row, batch.acknowledged.alias);
      if (row === undefined) return undefined;
      // In place: a batch has hundreds, and nobody else holds it yet.
      batch.rows.push(row);
      if (batch.part === undefined) return batch;
      const { part: _arrived, ...rest } = batch;
      return rest;
    }
    case 'stage-part':
      return { ...batch, part: instruction.part };
    case 'commit':
      return { ...batch, commit: instruction.seq };
    case 'finish':
      return { ...batch, finish: { seq: instruction.seq, digest: instruction.digest } };
  }
};
