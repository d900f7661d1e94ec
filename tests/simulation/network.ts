/**
 * Between phones and server: requests and answers that are late, lost, cut, carried twice or out of turn. What a server
 * has heard it has heard, whether anybody learns of its answer or not.
 */
import type { Backend } from './backend.ts';
import type { Chance } from './chance.ts';
import type { Faults } from './faults.ts';
import type { Time } from './time.ts';
import type { Trace } from './trace.ts';

/** How likely each mishap is, 0 … 1; and the bytes after which the link dies in either direction. */
export interface Weather {
  readonly drop: number;
  readonly cutUp: number;
  readonly cutDown: number;
  readonly deaf: number;
  readonly twice: number;
  readonly late: number;
  readonly slow: number;
  /** That a letter is another one when it arrives. */
  readonly altered: number;
  readonly bytes: number;
}

export const FAIR: Weather = {
  drop: 0,
  cutUp: 0,
  cutDown: 0,
  deaf: 0,
  twice: 0,
  late: 0,
  slow: 0,
  altered: 0,
  bytes: Infinity,
};

export interface NetworkDeps {
  readonly backend: Backend;
  readonly chance: Chance;
  readonly time: Time;
  readonly trace: Trace;
  readonly faults: Faults;
  /** What a server has heard may have changed it. */
  readonly heard: () => void;
  /** Hears of a mutation that arrives with another letter, by its chain. */
  readonly altered: (h: number) => void;
}

export interface Caller {
  readonly name: string;
  readonly cookie: () => string;
  /** Nobody is there any more to hear an answer. */
  readonly isGone: () => boolean;
  readonly isOnline: () => boolean;
}

export interface Network {
  weather: Weather;
  readonly fetchFor: (caller: Caller) => (path: string, init: RequestInit) => Promise<Response>;
  readonly requests: () => number;
}

const broken = (): TypeError => new TypeError('the link broke');

/** The first bytes, and then the link breaks. */
const breakingAfter = (bytes: Uint8Array<ArrayBuffer>, count: number): ReadableStream<Uint8Array<ArrayBuffer>> =>
  new ReadableStream({
    start: (controller) => {
      if (count > 0) controller.enqueue(bytes.slice(0, count));
    },
    pull: (controller) => {
      controller.error(broken());
    },
  });

export const createNetwork = ({ backend, chance, time, trace, faults, heard, altered }: NetworkDeps): Network => {
  let requests = 0;

  /** What the server answers; a life that ended meanwhile answers nothing. */
  const knock = async (path: string, init: RequestInit): Promise<Response> => {
    if (!backend.isUp()) throw broken();
    const life = backend.life();
    try {
      const response = await backend.request(path, init);
      if (backend.life() !== life || !backend.isUp()) throw broken();
      return response;
    } finally {
      heard();
    }
  };
  const knockUnheard = async (path: string, init: RequestInit): Promise<void> => {
    try {
      await (await knock(path, init)).arrayBuffer();
    } catch {
      // Nobody waits for this answer.
    }
  };

  /** Hands the answer on piece by piece; it breaks off after so many bytes. */
  const carriedDown = (response: Response, caller: Caller, bytes: number, slow: boolean, aborted: AbortSignal) => {
    const life = backend.life();
    const reader = response.body?.getReader();
    let left = bytes;
    let ended = false;
    const pump = async (controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> => {
      if (caller.isGone() || ended) return;
      if (aborted.aborted || backend.life() !== life || !backend.isUp() || !caller.isOnline()) {
        controller.error(broken());
        return;
      }
      const piece = await reader?.read().catch(() => 'broken' as const);
      if (caller.isGone() || ended) return;
      if (piece === 'broken' || (piece !== undefined && !piece.done && left <= 0)) {
        controller.error(broken());
        return;
      }
      if (piece === undefined || piece.done) {
        controller.close();
        return;
      }
      const passed = piece.value.subarray(0, left);
      trace.mix(`${caller.name}<`);
      trace.mix(Buffer.from(passed).toString('latin1'));
      left -= piece.value.length;
      controller.enqueue(passed);
      if (left < 0) controller.error(broken());
      else
        time.after(slow ? chance.between(200, 25_000) : chance.between(1, 40), () => {
          void pump(controller);
        });
    };
    return new ReadableStream<Uint8Array>({
      start: (controller) => {
        time.after(chance.between(5, 60), () => {
          void pump(controller);
        });
      },
      cancel: () => {
        ended = true;
      },
    });
  };

  /** One letter of one mutation, or of a slice of one, is another. */
  const withAnotherLetter = (text: string): string => {
    const lines = text.split('\n');
    const places = lines.flatMap((line, at) => (/^\["[mp]",.*ế|^\["[mp]",.*ộ/u.test(line) ? [at] : []));
    if (places.length === 0) return text;
    const at = chance.pick(places);
    const line = lines[at] ?? '';
    altered(Number(line.split(',')[2]));
    faults.count('altered request');
    return lines.with(at, line.replace(/[ếộ]/u, 'ơ')).join('\n');
  };

  const draw = (weather: Weather, size: number) => {
    const limit = weather.bytes;
    return {
      drop: chance.happens(weather.drop),
      up: chance.happens(weather.cutUp) ? Math.min(limit, chance.below(size)) : limit < size ? limit : Infinity,
      down: chance.happens(weather.cutDown)
        ? Math.min(limit, chance.happens(0.5) ? chance.below(600) : chance.below(6_000))
        : limit,
      deaf: chance.happens(weather.deaf),
      twice: chance.happens(weather.twice),
      late: chance.happens(weather.late),
      slow: chance.happens(weather.slow),
    };
  };

  const network: Network = {
    weather: FAIR,
    requests: () => requests,
    fetchFor: (caller) => {
      let newest = 0;
      /** A request that a later one of the same phone has overtaken. */
      const arrive = (number: number): void => {
        if (number < newest) faults.count('reorder');
        newest = Math.max(newest, number);
      };
      return (path, { signal, body, headers, ...asked }) =>
        new Promise((resolve, reject) => {
          requests += 1;
          const number = requests;
          const written = typeof body === 'string' ? body : '';
          const text = chance.happens(network.weather.altered) ? withAnotherLetter(written) : written;
          const bytes = new TextEncoder().encode(text);
          trace.mix(`${caller.name}>${text}`);
          const all = new Headers(headers);
          all.set('cookie', caller.cookie());
          const init: RequestInit = { ...asked, headers: all, ...(body === undefined ? {} : { body: text }) };
          const fate = draw(network.weather, bytes.length);
          const aborted = signal ?? new AbortController().signal;
          const fail = (): void => {
            if (!caller.isGone()) reject(broken());
          };
          aborted.addEventListener('abort', fail);

          if (fate.drop || !caller.isOnline()) {
            if (fate.drop) faults.count('drop');
            time.after(chance.between(50, 4_000), fail);
            return;
          }
          const way = fate.late ? chance.between(15_000, 200_000) : chance.between(10, 900);
          if (fate.late) faults.count('delay');
          if (fate.twice) {
            time.after(way + chance.between(-way, 90_000), () => {
              faults.count('duplicate');
              arrive(number);
              void knockUnheard(path, init);
            });
          }
          time.after(way, () => {
            arrive(number);
            void (async () => {
              if (fate.up !== Infinity) {
                faults.count('cut request');
                const cut = { body: breakingAfter(bytes, fate.up), duplex: 'half' as const };
                await knockUnheard(path, { ...init, ...cut });
                fail();
                return;
              }
              try {
                const response = await knock(path, init);
                if (fate.deaf) {
                  await response.arrayBuffer();
                  faults.count('cut answer after commit');
                  time.after(chance.between(10, 25_000), fail);
                  return;
                }
                if (fate.down !== Infinity) faults.count('cut answer');
                if (caller.isGone()) return;
                const { status, headers: answered } = response;
                const bodyless = status === 204;
                const carried = bodyless ? null : carriedDown(response, caller, fate.down, fate.slow, aborted);
                resolve(new Response(carried, { status, headers: answered }));
              } catch {
                time.after(chance.between(5, 200), fail);
              }
            })();
          });
        });
    },
  };
  return network;
};
