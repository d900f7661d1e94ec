/**
 * One exchange: what waits goes out within the budget, the answer's lines go to the store as they come.
 *
 * - Every complete line before a cut counts; the next exchange goes on from there.
 * - A link that is silent for too long is cut from here.
 */
import type { Problem } from '#domain/problem.ts';
import type { Result } from '#domain/result.ts';
import { requestLines } from '#sync/outgoing.ts';
import type { SessionEvent } from '#sync/session.ts';
import type { Receipt } from '#client/store/receive.ts';
import type { Store } from '#client/store/store.ts';

const SILENCE_MS = 20_000;
const MAX_ANSWER_BYTES = 1_000_000;

export interface ExchangeDeps {
  readonly store: Pick<Store, 'beginExchange' | 'markSending'>;
  readonly device: string;
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
  /** Sends the lines; the answer's body streams. */
  readonly send: (lines: readonly string[], signal: AbortSignal) => Promise<Result<Response>>;
}

export interface Exchanged {
  readonly event: Exclude<SessionEvent, { readonly type: 'asked' | 'woken' }>;
  /** The answer was whole, so the link carries more. */
  readonly whole: boolean;
  readonly problem?: Problem;
}

/** Problems that no waiting solves: somebody must sign in, or make room. */
const needsPerson = (problem: Problem): boolean =>
  problem.code === 'session/required' ||
  problem.code === 'session/other-person' ||
  problem.code === 'store/full' ||
  problem.code === 'store/closed';

const lost = (progressed: boolean, problem: Problem): Exchanged =>
  needsPerson(problem)
    ? { event: { type: 'refused', problem }, whole: false, problem }
    : { event: { type: 'lost', progressed }, whole: false, problem };

export const exchange = async (deps: ExchangeDeps, budget: number): Promise<Exchanged> => {
  const begun = await deps.store.beginExchange();
  if (!begun.ok) return lost(false, begun.problem);
  const { scopes, receipt } = begun.value;
  const outgoing = requestLines({
    device: deps.device,
    now: deps.now(),
    maxBytes: MAX_ANSWER_BYTES,
    budget,
    scopes,
  });

  deps.store.markSending(outgoing.sending);
  try {
    const carried = await carry(deps, outgoing.lines, receipt);
    const written = await receipt.end();
    const failure = written.ok ? carried : written.problem;
    if (failure !== undefined) return lost(receipt.progressed(), failure);
  } finally {
    deps.store.markSending({});
  }

  const complete = scopes.every(({ scope }) => receipt.finished().has(scope));
  const problem = receipt.problem();
  const more = !outgoing.whole;
  // What the server will not take is not offered again at once.
  if (!complete || (more && !receipt.progressed()))
    return lost(receipt.progressed(), problem ?? { code: 'courier/unreachable' });
  return {
    event: { type: 'answered', more },
    whole: true,
    ...(problem === undefined ? {} : { problem }),
  };
};

/** Sends, and gives the answer to the store; what went wrong, if something did. */
const carry = async (deps: ExchangeDeps, lines: readonly string[], receipt: Receipt): Promise<Problem | undefined> => {
  const silence = watchSilence(deps.wait);
  try {
    const sent = await deps.send(lines, silence.signal);
    if (!sent.ok) return sent.problem;
    const reader = sent.value.body?.getReader();
    if (reader === undefined) return { code: 'courier/unreachable' };
    const decoder = new TextDecoder();
    let text = '';
    for (;;) {
      const chunk = await reader.read().catch(() => undefined);
      if (chunk === undefined) return { code: 'courier/unreachable' };
      if (chunk.done) return undefined;
      silence.heard();
      text += decoder.decode(chunk.value, { stream: true });
      const complete = text.split('\n');
      text = complete.pop() ?? '';
      const taken = await receipt.take(complete.filter((line) => line !== ''));
      if (!taken.ok) {
        await reader.cancel().catch(() => undefined);
        return taken.problem;
      }
    }
  } finally {
    silence.end();
  }
};

/** Aborts when nothing is heard for a while. */
const watchSilence = (wait: (ms: number) => Promise<void>) => {
  const controller = new AbortController();
  let heardSince = false;
  let ended = false;
  const watch = async (): Promise<void> => {
    await wait(SILENCE_MS);
    if (ended) return;
    if (!heardSince) {
      controller.abort();
      return;
    }
    heardSince = false;
    await watch();
  };
  void watch();
  return {
    signal: controller.signal,
    heard: () => {
      heardSince = true;
    },
    end: () => {
      ended = true;
    },
  };
};
