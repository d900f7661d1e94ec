/** A phone as people hold it: the real store on a fake IndexedDB, the real courier's exchange, and a clock that may be wrong. */
import { exchange, type Exchanged } from '#client/courier/exchange.ts';
import { createServerApi } from '#client/courier/server-api.ts';
import type { Me } from '#client/store/shown.ts';
import type { Store } from '#client/store/store.ts';
import type { Change } from '#domain/change.ts';
import type { TestServer } from '#tests/server/test-server.ts';
import { aDevice } from '#tests/server/test-server.ts';
import { freshSlot, must, openTestStore, storeDeps } from '#tests/client/store/world.ts';
import { createLink, WHOLE, type Carriage, type Link } from './real-ends-link.ts';

/** One register as a phone wrote it, in the phone's n-th mutation. */
export interface Write {
  readonly phone: Phone;
  readonly n: number;
  readonly change: Change;
}

export interface Phone {
  readonly me: Me;
  readonly device: string;
  readonly link: Link;
  /** Records that this phone knows of, by id. */
  readonly known: Set<string>;
  readonly store: () => Store;
  readonly save: (changes: readonly Change[]) => Promise<void>;
  /** How many mutations it made. */
  readonly saved: () => number;
  readonly exchange: (carriage?: Carriage, meanwhile?: () => Promise<void>) => Promise<Exchanged>;
  /** The browser is closed and opened again. */
  readonly reopen: () => Promise<void>;
}

const BUDGET = 8_192;
const READING_THE_CLOCK_MS = 40;
const DAY_MS = 86_400_000;

/** Someone of a unit that only this story knows, with a session on a new device. */
const signIn = async ({ deps, clock }: TestServer, me: Me) => {
  const { storage, secrets } = deps;
  const [device, slot, token] = [aDevice(), freshSlot(), secrets.newToken()];
  if ((await storage.accounts.byPerson(me.id)) === undefined)
    await storage.accounts.add({ ...me, person: me.id, signIn: me.id, passwordHash: '', closed: false });
  await storage.sessions.add({
    tokenHash: secrets.hashToken(token),
    person: me.id,
    device,
    slot,
    created: clock.now,
    lastSeen: clock.now,
    expires: clock.now + DAY_MS,
  });
  return { device, slot, cookie: `__Host-s${slot}=${token}` };
};

export const takePhone = async (
  server: TestServer,
  me: Me,
  skewMs: number,
  onWrite: (write: Write) => void,
): Promise<Phone> => {
  const { device, slot, cookie } = await signIn(server, me);
  // Time passes whenever somebody looks at the clock, so that a long answer is written in several pieces.
  const now = (): number => {
    server.clock.now += READING_THE_CLOCK_MS;
    return server.clock.now + skewMs;
  };
  const open = (): Promise<Store> => openTestStore(slot, storeDeps({ now }), me);
  const link = createLink(async (path, init) => server.app.request(path, init, {}), cookie);
  const api = createServerApi({ fetch: link.fetch, online: () => true });
  let store = await open();
  let saved = 0;

  const phone: Phone = {
    me,
    device,
    link,
    known: new Set(),
    store: () => store,
    saved: () => saved,
    save: async (changes) => {
      must(await store.save(changes));
      saved += 1;
      for (const change of changes) {
        phone.known.add(change.id);
        onWrite({ phone, n: saved, change });
      }
    },
    exchange: (carriage = WHOLE, meanwhile = () => Promise.resolve()) => {
      link.carry(carriage, meanwhile);
      return exchange(
        {
          store,
          device,
          now,
          wait: () => new Promise(() => undefined),
          send: (lines, signal) => api.sync({ slot, person: me.id }, lines, signal),
        },
        BUDGET,
      );
    },
    reopen: async () => {
      await store.close();
      store = await open();
    },
  };
  return phone;
};
