/**
 * A link between a real phone and a real server: it may cut what goes up or what comes down after so many bytes, carry a
 * request twice, and bring one from long ago once more.
 */
import type { ApiDeps } from '#client/courier/server-api.ts';

export interface Carriage {
  /** Bytes of the request that arrive. */
  readonly up: number;
  /** Bytes of the answer that arrive. */
  readonly down: number;
  /** The server hears the request once more, before it hears the one that is answered. */
  readonly twice: boolean;
}

export const WHOLE: Carriage = { up: Infinity, down: Infinity, twice: false };

/** Where requests arrive. */
export type Door = (path: string, init: RequestInit) => Promise<Response>;

export interface Link {
  readonly fetch: ApiDeps['fetch'];
  /** How the next requests travel, and what happens between the server's answer and its arrival. */
  readonly carry: (carriage: Carriage, meanwhile: () => Promise<void>) => void;
  /** A request that was sent before arrives once more; nobody hears the answer. */
  readonly replay: (index: number) => Promise<void>;
}

/** The first bytes, and then the link breaks. */
const breakingAfter = (bytes: Uint8Array<ArrayBuffer>, count: number): ReadableStream<Uint8Array<ArrayBuffer>> =>
  new ReadableStream({
    start: (controller) => {
      if (count > 0) controller.enqueue(bytes.slice(0, count));
    },
    pull: (controller) => {
      controller.error(new TypeError('the link broke'));
    },
  });

const bytesOf = (body: RequestInit['body']): Uint8Array<ArrayBuffer> => {
  if (typeof body !== 'string') throw new TypeError('a phone sends text');
  return new TextEncoder().encode(body);
};

export const createLink = (door: Door, cookie: string): Link => {
  const sent: { readonly path: string; readonly init: RequestInit }[] = [];
  let carriage = WHOLE;
  let meanwhile = (): Promise<void> => Promise.resolve();

  const knock = async (path: string, init: RequestInit): Promise<void> => {
    await (await door(path, init)).arrayBuffer();
  };

  return {
    fetch: async (path, { signal: _unheard, ...asked }) => {
      const headers = new Headers(asked.headers);
      headers.set('cookie', cookie);
      const init: RequestInit = { ...asked, headers };
      sent.push({ path, init });
      const { up, down, twice } = carriage;
      if (up !== Infinity) {
        const cut = { body: breakingAfter(bytesOf(init.body), up), duplex: 'half' as const };
        await knock(path, { ...init, ...cut });
        await meanwhile();
        throw new TypeError('the link broke');
      }
      if (twice) await knock(path, init);
      const response = await door(path, init);
      const body = new Uint8Array(await response.arrayBuffer());
      await meanwhile();
      const { status, headers: answered } = response;
      return new Response(down !== Infinity ? breakingAfter(body, down) : body, { status, headers: answered });
    },
    carry: (nextCarriage, nextMeanwhile) => {
      carriage = nextCarriage;
      meanwhile = nextMeanwhile;
    },
    replay: async (index) => {
      const late = sent[index % Math.max(sent.length, 1)];
      if (late !== undefined) await knock(late.path, late.init);
    },
  };
};
