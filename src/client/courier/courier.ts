/**
 * Carries changes: the only code that decides when to talk, and that waits.
 *
 * - It sends 2 s after an edit, when the network or the page comes back, every 5 minutes while visible, and on demand.
 * - One tab sends at a time; a tab that finds another at work comes back later.
 * - A server that asks to be left in peace for a while (Retry-After) is asked again by a person alone before that.
 * - What went wrong is told, and stops nothing but the sending itself.
 */
import type { Problem } from '#domain/problem.ts';
import { retryDelayMs } from '#sync/retry.ts';
import { RESTING, step, type Session, type SessionEvent } from '#sync/session.ts';
import type { Store } from '#client/store/store.ts';
import type { Exchanged, ExchangeDeps, Pace } from './exchange.ts';
import type { Run, RunProgress } from './run.ts';

const AFTER_EDIT_MS = 2_000;
const WHILE_VISIBLE_MS = 5 * 60_000;
/** Whoever asks for more is not our server. */
const LONGEST_PEACE_MS = 15 * 60_000;

export interface CourierDeps extends ExchangeDeps {
  readonly store: Pick<Store, 'beginExchange' | 'markSending' | 'onChange' | 'clockAheadMs'>;
  /** 0 ≤ chance < 1. */
  readonly chance: () => number;
  readonly online: () => boolean;
  readonly visible: () => boolean;
  /** Calls back when the network or the page comes back; returns how to stop that. */
  readonly onWake: (wake: () => void) => () => void;
  /** Runs the task if no other tab of this person runs one; `undefined` if one does. */
  readonly exclusively: <T>(task: () => Promise<T>) => Promise<T | undefined>;
  /** Hears of an error that is a bug, or the browser's: it costs an exchange and never the syncing. */
  readonly report: (error: unknown) => void;
}

export interface CourierStatus {
  readonly busy: boolean;
  readonly online: boolean;
  readonly lastAt: number | undefined;
  readonly problem: Problem | undefined;
  /** How far the server's clock is ahead of this phone's, in ms; unknown before the first answer. */
  readonly clockAheadMs: number | undefined;
  /** Of what is under way now, over all requests that it takes. */
  readonly progress: RunProgress | undefined;
}

export interface Courier {
  readonly status: () => CourierStatus;
  readonly onStatus: (listener: (status: CourierStatus) => void) => () => void;
  readonly ask: () => void;
  /** Resolves when the running exchange has ended. */
  readonly stop: () => Promise<void>;
}

/** What did not come to an exchange leaves the pace as it was. */
type Tried = Omit<Exchanged, 'pace'> & { readonly pace?: Pace };

const BROKEN: Tried = {
  event: { type: 'lost', progressed: false },
  problem: { code: 'courier/unreachable' },
};
const BUSY_ELSEWHERE: Tried = { event: { type: 'lost', progressed: false } };

export const createCourier = (deps: CourierDeps, lastAt: number | undefined): Courier => {
  const listeners = new Set<(status: CourierStatus) => void>();
  let session: Session = RESTING;
  let pace: Pace | undefined;
  let run: Run | undefined;
  /** How long the server asked to be left in peace. */
  let peaceMs = 0;
  let status: CourierStatus = {
    busy: false,
    online: deps.online(),
    lastAt,
    problem: undefined,
    clockAheadMs: undefined,
    progress: undefined,
  };
  let running: Promise<void> = Promise.resolve();
  let stopped = false;
  /** Only the newest wait may wake: an ask makes an older one void. */
  let waitNumber = 0;
  let editPending = false;

  const show = (change: Partial<CourierStatus>): void => {
    status = { ...status, online: deps.online(), ...change };
    for (const listener of listeners) {
      try {
        listener(status);
      } catch (error) {
        deps.report(error);
      }
    }
  };

  const happen = (event: SessionEvent): void => {
    if (stopped) return;
    const [next, command] = step(session, event);
    session = next;
    const busy = session.is === 'exchanging';
    if (session.is === 'resting' || session.is === 'stuck') run = undefined;
    show(busy ? { busy } : { busy, progress: undefined });
    if (command?.do === 'exchange') running = perform();
    if (command?.do === 'wait') void sleep(command.attempt);
  };

  const sleep = async (attempt: number): Promise<void> => {
    waitNumber += 1;
    const mine = waitNumber;
    await deps.wait(Math.max(retryDelayMs(attempt, deps.chance()), peaceMs));
    if (mine === waitNumber) happen({ type: 'woken' });
  };

  const tryExchange = async (): Promise<Tried | undefined> => {
    try {
      // Fetched when it is first needed: the first page does without.
      run ??= (await import('./run.ts')).createRun(deps, (progress) => show({ progress }));
      const { exchange } = run;
      return await deps.exclusively(() => exchange(pace));
    } catch (error) {
      deps.report(error);
      return BROKEN;
    }
  };

  const perform = async (): Promise<void> => {
    waitNumber += 1;
    const done = await tryExchange();
    const { event, problem, pace: next } = done ?? BUSY_ELSEWHERE;
    pace = next ?? pace;
    peaceMs = problem !== undefined && 'seconds' in problem ? Math.min(problem.seconds * 1_000, LONGEST_PEACE_MS) : 0;
    const clockAheadMs = deps.store.clockAheadMs();
    if (event.type === 'answered') show({ lastAt: deps.now(), problem, clockAheadMs });
    else if (done !== undefined) show({ problem: event.type === 'lost' && event.progressed ? undefined : problem });
    happen(event);
  };

  /** What nobody waits for leaves a server in peace that asked for it: the session wakes by itself. */
  const askUnlessInPeace = (): void => {
    if (peaceMs === 0 || session.is !== 'waiting') ask();
  };

  const ask = (): void => {
    if (deps.online()) happen({ type: 'asked' });
    else show({ problem: { code: 'courier/offline' } });
  };

  const afterEdit = async (): Promise<void> => {
    if (editPending) return;
    editPending = true;
    await deps.wait(AFTER_EDIT_MS);
    editPending = false;
    askUnlessInPeace();
  };

  const whileVisible = async (): Promise<void> => {
    await deps.wait(WHILE_VISIBLE_MS);
    if (stopped) return;
    if (deps.visible()) askUnlessInPeace();
    void whileVisible();
  };

  const forgetEdits = deps.store.onChange((change) => {
    if (change.toSend) void afterEdit();
  });
  const forgetWakes = deps.onWake(() => {
    show({});
    if (deps.online()) askUnlessInPeace();
  });
  void whileVisible();

  return {
    status: () => status,
    onStatus: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ask,
    stop: async () => {
      stopped = true;
      forgetEdits();
      forgetWakes();
      listeners.clear();
      await running;
    },
  };
};
