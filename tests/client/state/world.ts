/** A door onto a fake device and the real server's half of the exchange: no browser, and time that belongs to the test. */
import 'fake-indexeddb/auto';
import { createEffect, createRoot } from 'solid-js';
import { fail, ok, type Result } from '#domain/result.ts';
import type { Problem } from '#domain/problem.ts';
import type { ServerApi } from '#client/courier/server-api.ts';
import { openDevice } from '#client/store/device.ts';
import { newId, newToken } from '#client/store/new-id.ts';
import type { Rescue } from '#client/store/rescue.ts';
import type { Loss } from '#client/store/sentinel.ts';
import type { Me } from '#client/store/shown.ts';
import type { DoorDeps } from '#client/state/door-ports.ts';
import { createDoor } from '#client/state/create-door.ts';
import type { Door, Workbook } from '#client/state/workbook.ts';
import { createSyncServer, deviceOf, type SyncServer } from '#tests/support/sync-server.ts';
import { createHub, lanMau, must } from '#tests/client/store/world.ts';
import { deriveCheaply } from '#tests/client/vault/derive.ts';

export const NOW = Date.parse('2026-03-01T05:00:00Z');

export interface Office {
  readonly server: Promise<SyncServer>;
  online: boolean;
  needsSetUp: boolean;
  /** The session has ended: everything asks for a sign-in. */
  ended: boolean;
  people: Record<string, Me>;
  readonly recovery: Map<string, string>;
  readonly days: string[];
  readonly losses: Loss[];
  /** The courier's clock. */
  now: number;
}

export const createOffice = (): Office => ({
  server: createSyncServer(),
  online: true,
  needsSetUp: false,
  ended: false,
  people: { 'lan.mau': lanMau, 'hoa.mau': { ...lanMau, id: 'hoa-mau', name: 'Hoa Mẫu' } },
  recovery: new Map(),
  days: [],
  losses: [],
  now: NOW,
});

const rethrow = (error: unknown): void => {
  throw error;
};

export const PASSWORD = 'mat-khau-mau';
export const SECRET = 'ruộng bậc thang';

export const apiOf = (office: Office): ServerApi => {
  const reach = async <T>(reply: () => Result<T>): Promise<Result<T>> =>
    office.online ? reply() : fail<Problem>({ code: 'courier/offline' });
  const signedIn = <T>(reply: () => Result<T>): Promise<Result<T>> =>
    reach(() => (office.ended ? fail<Problem>({ code: 'session/required' }) : reply()));
  return {
    needsSetUp: () => reach(() => ok({ needed: office.needsSetUp })),
    setUp: () => reach(() => ok({ accounts: [] })),
    signIn: ({ signIn, password, slot }) =>
      reach(() => {
        const me = office.people[signIn];
        if (me === undefined || password !== PASSWORD) return fail<Problem>({ code: 'session/wrong-sign-in' });
        office.ended = false;
        return ok({
          me: { ...me, scopes: [...me.scopes] },
          replicaSecret: 'c2VjcmV0',
          recoveryKey: office.recovery.get(`${me.id}|${slot}`) ?? null,
        });
      }),
    signOut: () => reach(() => ok(undefined)),
    me: ({ person }) =>
      signedIn(() => {
        const me = Object.values(office.people).find(({ id }) => id === person);
        return me === undefined
          ? fail<Problem>({ code: 'session/required' })
          : ok({ me: { ...me, scopes: [...me.scopes] } });
      }),
    putRecovery: ({ person, slot }, key) =>
      signedIn(() => {
        office.recovery.set(`${person}|${slot}`, key);
        return ok(undefined);
      }),
    reportLoss: (_caller, loss) =>
      signedIn(() => {
        office.losses.push(loss);
        return ok(undefined);
      }),
    moveSampleDay: (_caller, today) =>
      signedIn(() => {
        office.days.push(today);
        return ok(undefined);
      }),
    deliverFile: () => signedIn(() => fail<Problem>({ code: 'file/unfit', why: 'damaged' })),
    askAs: () => () => reach(() => fail<Problem>({ code: 'request/not-found' })),
    sync: async ({ person }, lines) => {
      const who = Object.values(office.people).find(({ id }) => id === person);
      const reached = await signedIn(() => ok(undefined));
      if (!reached.ok) return reached;
      if (who === undefined) return fail<Problem>({ code: 'session/required' });
      const answered = await (await office.server).exchange(who, deviceOf(lines), lines, false);
      return ok(new Response(answered.map((line) => `${line}\n`).join('')));
    },
  };
};

/** Nothing outside the database. */
const noRescue: Rescue = {
  copies: () => Promise.resolve([]),
  fileOf: () => Promise.resolve(undefined),
  open: () => Promise.resolve(fail({ code: 'rescue/unreadable' })),
  openFile: () => Promise.resolve(fail({ code: 'rescue/unreadable' })),
  letGo: () => Promise.resolve(),
};

/** A door of its own; a second one on the same device is the app started again. */
export const openDoor = (
  office: Office,
  over: Partial<DoorDeps> = {},
): { readonly door: Door; readonly dispose: () => void } =>
  createRoot((dispose) => ({
    dispose,
    door: createDoor({
      api: apiOf(office),
      openDevice: () =>
        openDevice({
          derive: deriveCheaply,
          now: () => NOW,
          wait: () => new Promise(() => undefined),
          channel: createHub(),
          newToken,
          report: rethrow,
        }),
      courierPorts: () => ({
        now: () => office.now,
        wait: () => new Promise(() => undefined),
        chance: () => 0,
        online: () => office.online,
        visible: () => true,
        onWake: () => () => undefined,
        exclusively: (task) => task(),
        report: rethrow,
      }),
      openRescue: () => Promise.resolve(noRescue),
      persistence: { read: () => Promise.resolve(undefined), ask: () => Promise.resolve(undefined) },
      secure: () => true,
      online: () => office.online,
      now: () => NOW,
      wait: () => new Promise(() => undefined),
      report: rethrow,
      newId,
      onTick: () => () => undefined,
      afterFirstPage: (then) => {
        then();
      },
      ...over,
    }),
  }));

/** Resolves once what the signals say is so. */
export const until = <T>(read: () => T | undefined | false): Promise<T> =>
  new Promise((resolve) => {
    createRoot((dispose) => {
      createEffect(() => {
        const value = read();
        if (value === undefined || value === false) return;
        resolve(value);
        queueMicrotask(dispose);
      });
    });
  });

export const openWorkbook = async (door: Door): Promise<Workbook> => {
  await until(() => door.phase() === 'signed-out');
  must(await door.signIn('lan.mau', PASSWORD));
  must(await door.chooseSecret(SECRET));
  return until(() => door.workbook());
};
