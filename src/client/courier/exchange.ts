/**
 * One exchange: what waits goes out within the budget, the answer's lines go to the store as they come.
 *
 * - Every complete line before a cut counts; the next exchange goes on from there.
 * - A phone that has nothing to say asks in one line whether anything changed, and is told so in one.
 * - A link that is silent for too long is cut from here.
 */
import type { Problem } from '#domain/problem.ts';
import type { Result } from '#domain/result.ts';
import { FIRST_BUDGET, MIN_BUDGET, nextBudget, requestLines, sumLine } from '#sync/outgoing.ts';
import type { SessionEvent } from '#sync/session.ts';
import { MAX_MUTATIONS } from '#sync/version.ts';
import type { Receipt } from '#client/store/receive.ts';
import type { Exchange } from '#client/store/begin-exchange.ts';
import type { Store } from '#client/store/store.ts';
import { readAhead } from './read-ahead.ts';

const SILENCE_MS = 15_000;
/** How often it is looked whether anything was heard. */
const LOOK_MS = 5_000;
/** What an answer may bring at least, and at most; in between as much as the link brings in a third of a minute. */
const MIN_ANSWER_BYTES = 64 * 1024;
const MAX_ANSWER_BYTES = 8 * 1024 * 1024;
const ANSWER_MS = 20_000;

export interface ExchangeDeps {
  readonly store: Pick<Store, 'beginExchange' | 'markSending'>;
  readonly device: string;
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
  /** Sends the lines; the answer's body streams. */
  readonly send: (lines: readonly string[], signal: AbortSignal) => Promise<Result<Response>>;
}

/** How far an exchange has come; `toReceive` is about right, 0 while it is not known. */
export interface Progress {
  readonly sent: number;
  readonly toSend: number;
  readonly received: number;
  readonly toReceive: number;
}

export interface Pace {
  /** In characters: what a request carries. */
  readonly budget: number;
  /**
   * The budget to go on with once a short request is answered. After a cut only an answer tells what the server took of
   * what was sent: it is asked for in a short request, before the same is sent twice.
   */
  readonly goOnWith?: number;
  /** What an answer may bring. */
  readonly maxBytes: number;
}

const FIRST_PACE: Pace = { budget: FIRST_BUDGET, maxBytes: MAX_ANSWER_BYTES };

export interface Exchanged {
  readonly event: Exclude<SessionEvent, { readonly type: 'asked' | 'woken' }>;
  /** For the next one. */
  readonly pace: Pace;
  readonly problem?: Problem;
}

/** Problems that no waiting solves: somebody must sign in, update the app, or make room. */
const needsPerson = (problem: Problem): boolean =>
  problem.code === 'session/required' ||
  problem.code === 'session/other-person' ||
  problem.code === 'sync/too-old' ||
  problem.code === 'sync/server-too-old' ||
  problem.code === 'store/full' ||
  problem.code === 'store/lost' ||
  problem.code === 'store/newer' ||
  problem.code === 'store/unreachable' ||
  problem.code === 'store/closed';

const lost = (pace: Pace, progressed: boolean, problem: Problem): Exchanged => {
  const slower: Pace = {
    ...pace,
    budget: MIN_BUDGET,
    goOnWith: nextBudget(pace.goOnWith ?? pace.budget, false),
  };
  return needsPerson(problem)
    ? { event: { type: 'refused', problem }, pace: slower, problem }
    : { event: { type: 'lost', progressed }, pace: slower, problem };
};

/** `pace` is what the exchange before it left; the first has none. */
export const exchange = async (
  deps: ExchangeDeps,
  pace: Pace = FIRST_PACE,
  onProgress: (progress: Progress) => void = () => undefined,
): Promise<Exchanged> => {
  const begun = await deps.store.beginExchange();
  if (!begun.ok) return lost(pace, false, begun.problem);
  const { sum, receipt } = begun.value;
  if (sum === 0) return exchangeStandings(deps, begun.value, pace, onProgress);

  const failure = await carry(deps, [sumLine(questionOf(deps, pace, false), sum)], receipt, () => undefined);
  if (failure !== undefined) return lost(pace, false, failure.problem);
  // Somebody wrote, here or there, since: it is asked again with everything.
  if (receipt.ending() !== 'unchanged') {
    const again = await deps.store.beginExchange();
    return again.ok ? exchangeStandings(deps, again.value, pace, onProgress) : lost(pace, false, again.problem);
  }
  const problem = receipt.problem();
  return { event: { type: 'answered', more: false }, pace, ...(problem === undefined ? {} : { problem }) };
};

const questionOf = (deps: ExchangeDeps, { budget, maxBytes }: Pace, wantsReceipt: boolean) => ({
  device: deps.device,
  now: deps.now(),
  maxBytes,
  budget,
  maxMutations: MAX_MUTATIONS,
  wantsReceipt,
});

const exchangeStandings = async (
  deps: ExchangeDeps,
  { scopes, receipt, wantsReceipt }: Exchange,
  pace: Pace,
  onProgress: (progress: Progress) => void,
): Promise<Exchanged> => {
  const outgoing = requestLines({ ...questionOf(deps, pace, wantsReceipt), scopes });
  const toSend = scopes.reduce((sum, { mutations }) => sum + mutations.length, 0);
  const show = (): void => {
    onProgress({ sent: receipt.acknowledged(), toSend, ...receipt.counted() });
  };
  const startedAt = deps.now();

  deps.store.markSending(outgoing.sending);
  let bytes = 0;
  try {
    show();
    const failure = await carry(deps, outgoing.lines, receipt, (chunk) => {
      bytes += chunk;
      show();
    });
    const written = await receipt.end();
    const problem = written.ok ? failure?.problem : written.problem;
    if (problem !== undefined) return lost(pace, receipt.progressed(), problem);
  } finally {
    deps.store.markSending({});
  }

  const next = {
    budget: pace.goOnWith ?? nextBudget(pace.budget, true),
    maxBytes: maxBytesOf(bytes, deps.now() - startedAt, pace),
  };
  const problem = receipt.problem();
  const told = problem === undefined ? {} : { problem };
  if (receipt.ending() === 'paused') return { event: { type: 'answered', more: true }, pace: next, ...told };
  const complete = outgoing.asked.every((scope) => receipt.finished().has(scope));
  const more = !outgoing.whole || !complete || receipt.acknowledged() < toSend;
  // What the server will not take, or does not bring, is not asked for again at once.
  if (more && !receipt.progressed()) return lost(pace, false, problem ?? { code: 'courier/unreachable' });
  return { event: { type: 'answered', more }, pace: next, ...told };
};

/** As much as the link just brought in the time that an answer may take. */
const maxBytesOf = (bytes: number, ms: number, { maxBytes }: Pace): number => {
  if (bytes < MIN_ANSWER_BYTES || ms <= 0) return maxBytes;
  return Math.round(Math.min(Math.max((bytes / ms) * ANSWER_MS, MIN_ANSWER_BYTES), MAX_ANSWER_BYTES));
};

interface Failure {
  readonly problem: Problem;
}

const UNREACHABLE: Failure = { problem: { code: 'courier/unreachable' } };

/** Sends, and gives the answer to the store; what went wrong, if something did. */
const carry = async (
  deps: ExchangeDeps,
  lines: readonly string[],
  receipt: Receipt,
  onChunk: (bytes: number) => void,
): Promise<Failure | undefined> => {
  const silence = watchSilence(deps.wait);
  try {
    const sent = await deps.send(lines, silence.signal);
    if (!sent.ok) return { problem: sent.problem };
    if (sent.value.body === null) return UNREACHABLE;
    const answer = readAhead(sent.value.body, silence.heard);
    const decoder = new TextDecoder();
    let text = '';
    for (;;) {
      const chunks = await answer.next();
      if (chunks === 'broken') return UNREACHABLE;
      if (chunks === 'ended') return undefined;
      let bytes = 0;
      for (const chunk of chunks) {
        text += decoder.decode(chunk, { stream: true });
        bytes += chunk.byteLength;
      }
      const complete = text.split('\n');
      text = complete.pop() ?? '';
      const taken = await receipt.take(complete.filter((line) => line !== ''));
      if (!taken.ok) {
        await answer.cancel();
        return { problem: taken.problem };
      }
      onChunk(bytes);
    }
  } finally {
    silence.end();
  }
};

/** Aborts when nothing is heard for a while. */
const watchSilence = (wait: (ms: number) => Promise<void>) => {
  const controller = new AbortController();
  let silentMs = 0;
  let ended = false;
  const watch = async (): Promise<void> => {
    while (silentMs < SILENCE_MS) {
      await wait(LOOK_MS);
      if (ended) return;
      silentMs += LOOK_MS;
    }
    controller.abort();
  };
  void watch();
  return {
    signal: controller.signal,
    heard: () => {
      silentMs = 0;
    },
    end: () => {
      ended = true;
    },
  };
};
