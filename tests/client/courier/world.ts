/** A courier whose time, chance and link belong to the test. */
import type { Problem } from '#domain/problem.ts';
import { fail, ok } from '#domain/result.ts';
import { createCourier, type Courier, type CourierDeps } from '#client/courier/courier.ts';
import type { Store } from '#client/store/store.ts';
import { DAY_MS } from '#tests/client/store/world.ts';
import { deviceOf, type SyncServer } from '#tests/support/sync-server.ts';

interface Timer {
  readonly at: number;
  readonly fire: () => void;
}

/** Time that moves only when nothing else is left to do. */
export const createClock = () => {
  const start = 20_000 * DAY_MS;
  let now = start;
  const timers: Timer[] = [];
  return {
    now: () => now,
    elapsed: () => now - start,
    wait: (ms: number) =>
      new Promise<void>((resolve) => {
        timers.push({ at: now + ms, fire: resolve });
      }),
    /** Moves to the next moment at which somebody wanted to be woken. */
    next: () => {
      timers.sort((a, b) => a.at - b.at);
      const timer = timers.shift();
      if (timer === undefined) throw new Error('nobody waits for anything');
      now = Math.max(now, timer.at);
      timer.fire();
    },
  };
};

export interface Line {
  /** Bytes that pass in each direction of a request before it dies. */
  bytes: number;
  online: boolean;
  refusal: Problem | undefined;
  /** What was sent in each request. */
  readonly requests: string[][];
  cuts: number;
}

export const createLine = (): Line => ({ bytes: Infinity, online: true, refusal: undefined, requests: [], cuts: 0 });

/** The real server's half behind a link that is cut after so many bytes, in the middle of a line too. */
const sendOver =
  (server: SyncServer, store: Store, line: Line, now: () => number): CourierDeps['send'] =>
  async (lines) => {
    line.requests.push([...lines]);
    if (!line.online) return fail<Problem>({ code: 'courier/unreachable' });
    if (line.refusal !== undefined) return fail(line.refusal);
    const sent = Buffer.from(`${lines.join('\n')}\n`);
    const isSendingCut = sent.length > line.bytes;
    const arrived = sent.subarray(0, line.bytes).toString('utf8').split('\n').slice(0, -1);
    server.now = now();
    // What arrived has its effect, also when no answer comes back.
    const answered = await server.exchange(store.me(), deviceOf(lines), arrived, isSendingCut);
    if (isSendingCut) {
      line.cuts += 1;
      return fail<Problem>({ code: 'courier/unreachable' });
    }
    const whole = Buffer.from(answered.map((text) => `${text}\n`).join(''));
    const isCut = whole.length > line.bytes;
    if (isCut) line.cuts += 1;
    const pieces = whole.subarray(0, Math.min(whole.length, line.bytes));
    let read = 0;
    const body = new ReadableStream<Uint8Array>({
      // Small pieces, so that characters and lines are split across them; a cut shows as an error after the last.
      pull: (controller) => {
        const piece = pieces.subarray(read, read + 333);
        read += piece.length;
        if (piece.length > 0) controller.enqueue(new Uint8Array(piece));
        else if (isCut) controller.error(new TypeError('network error'));
        else controller.close();
      },
    });
    return ok(new Response(body));
  };

export interface Carried {
  readonly courier: Courier;
  readonly clock: ReturnType<typeof createClock>;
  readonly line: Line;
  readonly wake: () => void;
  /** Lets time pass until it is so. */
  readonly until: (isSo: () => boolean) => Promise<void>;
}

export const carry = (
  server: SyncServer,
  store: Store,
  device: string,
  over: Partial<CourierDeps> & { readonly clock?: ReturnType<typeof createClock>; readonly line?: Line } = {},
): Carried => {
  const clock = over.clock ?? createClock();
  const line = over.line ?? createLine();
  let wake: () => void = () => undefined;
  const courier = createCourier(
    {
      store,
      device,
      now: clock.now,
      wait: clock.wait,
      chance: () => 0.5,
      online: () => line.online,
      visible: () => true,
      onWake: (listener) => {
        wake = listener;
        return () => undefined;
      },
      exclusively: (task) => task(),
      report: (error) => {
        throw error;
      },
      send: sendOver(server, store, line, clock.now),
      ...over,
    },
    undefined,
  );
  const ended = (): Promise<void> =>
    new Promise((resolve) => {
      const forget = courier.onStatus(({ busy }) => {
        if (busy) return;
        forget();
        resolve();
      });
    });
  return {
    courier,
    clock,
    line,
    wake: () => {
      wake();
    },
    until: async (isSo) => {
      for (let turns = 0; !isSo(); turns += 1) {
        if (turns > 5_000) throw new Error('it never came to pass');
        if (courier.status().busy) await ended();
        else {
          clock.next();
          // A timer's promise, and what hangs on it, run before the next look.
          await new Promise((resolve) => {
            setImmediate(resolve);
          });
        }
      }
    },
  };
};
