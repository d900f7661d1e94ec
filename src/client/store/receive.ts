/**
 * Takes an answer line by line and writes what came: at its end, at `e`, and meanwhile several times a second, because a
 * strict transaction for every few rows would be slower than the link.
 *
 * - A write holds only if no other tab has read the scope further meanwhile; else the rest of its answer is let go.
 * - A scope that is not the one this replica knows (another epoch, a cloned profile, a server that went back) is left
 *   as it is: its problem is told, the exchange does not count as complete, and nothing of it ever moves backwards.
 */
import type { Problem } from '#domain/problem.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { Scope } from '#domain/scope.ts';
import { receiveLine, startReceiving, type Instruction, type PartialRow } from '#sync/receiver.ts';
import type { Core, ScopeState } from './core.ts';
import { guarded } from './failures.ts';
import { waitingOf } from './standing.ts';
import { planReceiving, type Acknowledgement, type Batch } from './receive-plan.ts';

const MAX_ROWS = 500;
const WRITE_EVERY_MS = 250;
const MAX_TRIES = 8;

export interface Receipt {
  /** Complete lines, in their order. A failure ends the exchange; what came before holds. */
  readonly take: (lines: readonly string[]) => Promise<Result<void>>;
  /** The answer has ended, or was cut: what is not written yet is written now. */
  readonly end: () => Promise<Result<void>>;
  /** Whether anything was acknowledged, received or refused. */
  readonly progressed: () => boolean;
  /** Scopes that were read to the head, or may no longer be read. */
  readonly finished: () => ReadonlySet<Scope>;
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
}

export const createReceipt = (deps: ReceiptDeps): Receipt => {
  const { core, serverStaged } = deps;
  let receiving = startReceiving(deps.parts);
  let batch: Batch | undefined;
  let progressed = false;
  let writtenAt = deps.now();
  let problem: Problem | undefined = core.scopes().some(({ damaged }) => damaged)
    ? { code: 'vault/damaged' }
    : undefined;
  const finished = new Set<Scope>();
  const standing = new Map(core.scopes().map((state) => [state.scope, state.position.at] as const));
  /** As of the request: another tab may learn of more before the answer comes. */
  const acknowledgedBefore = new Map(core.scopes().map((state) => [state.scope, state.position.ackN] as const));

  const writeBatch = async (arrived: Batch): Promise<Result<void>> => {
    for (let tries = 0; tries < MAX_TRIES; tries += 1) {
      const state = core.scope(arrived.scope);
      if (state === undefined || state.position.at !== standing.get(arrived.scope)) {
        batch = undefined;
        return ok(undefined);
      }
      if (goesBack(arrived, state.position.at)) {
        problem = { code: 'sync/digest-differs' };
        batch = undefined;
        return ok(undefined);
      }
      const plan = await planReceiving(core, state, arrived, deps.now());
      if (plan.digestDiffers) problem = { code: 'sync/digest-differs' };
      if (plan.idle || (await core.write(state, plan)) === 'written') {
        if (arrived.finish !== undefined) finished.add(arrived.scope);
        progressed ||= !plan.idle;
        standing.set(arrived.scope, plan.position.at);
        const acknowledged = plan.position.ackN > state.position.ackN;
        if (plan.tables.size > 0 || acknowledged) core.changed({ tables: plan.tables, toSend: false });
        return ok(undefined);
      }
      await core.reload();
    }
    return fail<Problem>({ code: 'store/closed' });
  };

  const flush = async (): Promise<Result<void>> => {
    if (batch === undefined) return ok(undefined);
    const arrived = batch;
    batch = startBatch(arrived.acknowledged);
    writtenAt = deps.now();
    return guarded(core.database.dexie, () => core.inTurn(() => writeBatch(arrived)));
  };

  const acknowledge = (instruction: Acknowledgement): void => {
    const { scope, staged } = instruction;
    deps.onServerTime(instruction.serverNow);
    const state = core.scope(scope);
    if (state === undefined || !isOwn(state, instruction, acknowledgedBefore.get(scope) ?? 0)) {
      problem = { code: 'sync/digest-differs' };
      batch = undefined;
      return;
    }
    progressed ||= staged > (serverStaged.get(scope) ?? 0);
    serverStaged.set(scope, staged);
    batch = startBatch(instruction);
  };

  /** While own work waits there, a scope that may no longer be read is not done with. */
  const letGo = (scope: Scope): void => {
    const state = core.scope(scope);
    if (state === undefined || waitingOf(state) === 0) finished.add(scope);
    else problem = { code: 'rights/not-found' };
  };

  /** What came before the line holds, but for the row that was still arriving: it starts anew. */
  const breakOff = async (): Promise<Result<void>> => {
    const flushed = await flush();
    const state = batch && core.scope(batch.scope);
    batch = undefined;
    if (!flushed.ok) return flushed;
    const forgotten = await guarded(core.database.dexie, async () => {
      if (state !== undefined) await core.inTurn(() => core.forgetPart(state.s));
      return ok(undefined);
    });
    return forgotten.ok ? fail<Problem>({ code: 'sync/malformed' }) : forgotten;
  };

  const follow = async (instruction: Instruction): Promise<Result<void>> => {
    if (instruction.do === 'break') return breakOff();
    if (instruction.do === 'acknowledge' || instruction.do === 'gone') {
      const flushed = await flush();
      batch = undefined;
      if (instruction.do === 'acknowledge') acknowledge(instruction);
      else letGo(instruction.scope);
      return flushed;
    }
    if (batch === undefined) return ok(undefined);
    batch = grow(batch, instruction);
    const isFull = instruction.do === 'commit' && batch.rows.length >= MAX_ROWS;
    return isFull || instruction.do === 'finish' ? flush() : ok(undefined);
  };

  return {
    take: async (lines) => {
      for (const line of lines) {
        const [next, instruction] = receiveLine(receiving, line);
        receiving = next;
        const followed = await follow(instruction);
        if (!followed.ok) return followed;
      }
      return Math.abs(deps.now() - writtenAt) < WRITE_EVERY_MS ? ok(undefined) : flush();
    },
    end: flush,
    progressed: () => progressed,
    finished: () => finished,
    problem: () => problem,
  };
};

const startBatch = (acknowledged: Acknowledgement): Batch => ({
  scope: acknowledged.scope,
  acknowledged,
  refusals: new Map(),
  rows: [],
});

const grow = (
  batch: Batch,
  instruction: Exclude<Instruction, { readonly do: 'acknowledge' | 'gone' | 'break' }>,
): Batch => {
  switch (instruction.do) {
    case 'refuse':
      return { ...batch, refusals: new Map([...batch.refusals, [instruction.n, instruction.problem]]) };
    case 'stage': {
      const { part: _arrived, ...rest } = batch;
      return { ...rest, rows: [...batch.rows, instruction.row] };
    }
    case 'stage-part':
      return { ...batch, part: instruction.part };
    case 'commit':
      return { ...batch, commit: instruction.seq };
    case 'finish':
      return { ...batch, finish: { seq: instruction.seq, digest: instruction.digest } };
  }
};

/** Whether the answer begins or ends before where this replica stands: the server has lost what it had told. */
const goesBack = ({ rows: [first], finish }: Batch, at: number): boolean =>
  (first !== undefined && first.seq <= at) || (finish !== undefined && finish.seq < at);

/** Whether the server speaks of the same replica, in the same life of the scope. */
const isOwn = (
  { position, entries }: ScopeState,
  { alias, epoch, ackN, ackH }: Acknowledgement,
  acknowledgedBefore: number,
): boolean => {
  if (ackN < acknowledgedBefore) return false;
  if (position.alias !== 0 && (alias !== position.alias || epoch !== position.epoch)) return false;
  if (ackN > position.lastN || (ackN === position.lastN && ackN > 0 && ackH !== position.lastH)) return false;
  const last = entries.find(({ mutation }) => mutation.n === ackN);
  return last === undefined || last.mutation.h === ackH;
};
