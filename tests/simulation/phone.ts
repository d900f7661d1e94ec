/**
 * A device as people hold it: the real store on a disk of its own, the real courier, a clock that may be wrong, and one tab
 * or two. Whatever the courier asks of the browser (time, chance, network, other tabs) is answered here.
 */
import Dexie from 'dexie';
import { IDBKeyRange } from 'fake-indexeddb';
import { createCourier, type Courier } from '#client/courier/courier.ts';
import { createServerApi, type ServerApi } from '#client/courier/server-api.ts';
import type { Channel } from '#client/store/channel.ts';
import { slotDatabaseName } from '#client/store/database.ts';
import { newToken } from '#client/store/new-id.ts';
import type { Me } from '#client/store/shown.ts';
import { openStore, type Store } from '#client/store/store.ts';
import { plainCipher } from '#client/vault/plain-cipher.ts';
import type { Chance } from './chance.ts';
import type { Disk } from './disk.ts';
import type { Network } from './network.ts';
import type { Time } from './time.ts';

/** As long as the app waits for a running exchange before it locks. */
const LAST_EXCHANGE_MS = 5_000;

export interface Tab {
  readonly store: Store;
  readonly courier: Courier;
  readonly api: ServerApi;
  readonly isGone: () => boolean;
}

export interface Identity {
  readonly device: string;
  readonly slot: string;
  readonly token: string;
}

export interface PhoneDeps {
  readonly chance: Chance;
  readonly time: Time;
  readonly network: Network;
  readonly failed: (error: unknown) => void;
  readonly sending: (phone: Phone) => void;
}

export interface Phone {
  readonly name: string;
  readonly person: string;
  readonly disk: Disk;
  identity: Identity;
  /** By how much its clock is wrong. */
  skewMs: number;
  online: boolean;
  visible: boolean;
  /** A browser without Web Locks: two tabs may send at once. */
  lockless: boolean;
  readonly tabs: Tab[];
  readonly database: () => string;
  readonly now: () => number;
  /** Opens one more tab; `me` where nobody has used the slot yet. */
  readonly open: (me?: Me) => Promise<Tab | undefined>;
  readonly closeTab: (tab: Tab) => Promise<void>;
  /** The battery falls out: how many transactions were lost. */
  readonly crash: () => number;
  readonly wake: () => void;
}

export const createPhone = (
  { name, person, disk, identity }: { name: string; person: string; disk: Disk; identity: Identity },
  { chance, time, network, failed, sending }: PhoneDeps,
): Phone => {
  /** Of the tabs that are open now: a crash makes all of them void at once. */
  let power = { on: true };
  const heards = new Set<() => void>();
  const wakes = new Set<() => void>();
  let holder: object | undefined;

  const channel = (): Channel => {
    let mine: (() => void) | undefined;
    return {
      post: () => {
        for (const heard of heards) if (heard !== mine) heard();
      },
      onPost: (heard) => {
        mine = heard;
        heards.add(heard);
      },
      close: () => {
        if (mine !== undefined) heards.delete(mine);
      },
    };
  };

  const phone: Phone = {
    name,
    person,
    disk,
    identity,
    skewMs: 0,
    online: true,
    visible: false,
    lockless: false,
    tabs: [],
    database: () => slotDatabaseName(phone.identity.slot),
    now: () => time.now() + phone.skewMs,

    open: async (me) => {
      const mine = { power, closed: false };
      const isGone = (): boolean => !mine.power.on || mine.closed;
      const wait = (ms: number): Promise<void> =>
        new Promise((resolve) => {
          time.after(ms, () => {
            if (!isGone()) resolve();
          });
        });
      // A full disk may refuse what nobody waits for, too; that is told where the app tells of bugs, and is none.
      const report = (error: unknown): void => {
        if (!isGone() && !disk.refused()) failed(error);
      };
      const { slot, device } = phone.identity;
      Dexie.dependencies = { indexedDB: disk.factory(), IDBKeyRange };
      const opening = openStore({ slot, person, dataKey: new Uint8Array(32), cipher: plainCipher }, me, {
        now: phone.now,
        wait,
        newToken,
        channel,
        report,
      });
      const opened = await opening.catch((error: unknown) => {
        // A full disk: the app tries again when somebody opens it again.
        if (!isGone() && !disk.refused()) failed(error);
        return undefined;
      });
      if (isGone() || opened === undefined) return undefined;
      if (!opened.ok) {
        // Nobody has used the slot since its database was lost: the person signs in anew.
        if (opened.problem.code !== 'store/lost' && !disk.refused())
          failed(new Error(`the store did not open: ${opened.problem.code}`));
        return undefined;
      }
      const store = opened.value;
      const cookie = (): string => `__Host-s${slot}=${phone.identity.token}`;
      const fetch = network.fetchFor({ name, cookie, isGone, isOnline: () => phone.online });
      const api = createServerApi({
        fetch,
        online: () => phone.online,
        // Packed in another thread, a request would leave at a moment that chance chooses.
        pack: (lines) => Promise.resolve({ body: `${lines.join('\n')}\n` }),
      });
      const courier = createCourier(
        {
          store,
          device,
          now: phone.now,
          wait,
          chance: chance.next,
          online: () => phone.online,
          visible: () => phone.visible,
          onWake: (wake) => {
            wakes.add(wake);
            return () => wakes.delete(wake);
          },
          exclusively: async (task) => {
            if (phone.lockless) return task();
            if (holder !== undefined) return undefined;
            holder = mine;
            try {
              return await task();
            } finally {
              if (holder === mine) holder = undefined;
            }
          },
          report,
          send: (lines, signal) => {
            sending(phone);
            return api.sync({ slot, person }, lines, signal);
          },
        },
        undefined,
      );
      courier.onStatus(({ problem }) => {
        if (problem?.code === 'sync/digest-differs')
          report(new Error(`what ${name} fetched has not the digest of the server`));
      });
      const tab: Tab = { store, courier, api, isGone };
      phone.tabs.push(tab);
      return tab;
    },
    closeTab: async (tab) => {
      phone.tabs.splice(phone.tabs.indexOf(tab), 1);
      await Promise.race([tab.courier.stop(), time.wait(LAST_EXCHANGE_MS)]);
      await tab.store.close();
    },
    crash: () => {
      power.on = false;
      power = { on: true };
      phone.tabs.length = 0;
      heards.clear();
      wakes.clear();
      holder = undefined;
      return disk.crash();
    },
    wake: () => {
      for (const wake of wakes) wake();
    },
  };
  return phone;
};
