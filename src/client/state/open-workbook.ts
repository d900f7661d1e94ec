/** What stands behind one open workbook: its courier, its signals, and what is settled with the server as it opens. */
import { createRoot, createSignal, onCleanup, type Accessor, type Setter } from 'solid-js';
import { createCourier, type Courier } from '#client/courier/courier.ts';
import type { Caller } from '#client/courier/server-api.ts';
import { FACT, type Device } from '#client/store/device.ts';
import type { Store } from '#client/store/store.ts';
import { createWorkbook } from './create-workbook.ts';
import type { DoorDeps } from './door-ports.ts';
import type { Me, Workbook } from './workbook.ts';

export interface OpenWorkbook {
  readonly store: Store;
  readonly courier: Courier;
  readonly workbook: Workbook;
  readonly setMe: Setter<Me>;
  readonly dispose: () => void;
  /** Talks to the server, for as long as `isOpen`. */
  readonly begin: (isOpen: () => boolean) => void;
}

export interface Opening {
  readonly store: Store;
  readonly device: Device;
  /** Unsent work could not be written a second time. */
  readonly onlyOnce: Accessor<boolean>;
}

/** So that a file can be sealed without a network. */
export const keepFileKey = async ({ facts }: Store, fileKey: string | undefined): Promise<void> => {
  if (fileKey !== undefined) await facts.write(FACT.fileKey, fileKey);
};

/** What the server must have or may have changed, asked for whenever a workbook opens; offline it waits for the next. */
const settleWithServer = async (
  { api }: DoorDeps,
  { store, device }: Opening,
  caller: Caller,
  isOpen: () => boolean,
  setMe: (me: Me) => void,
): Promise<void> => {
  const recovery = await store.facts.read(FACT.recovery);
  if (typeof recovery === 'string' && isOpen()) {
    const handed = await api.putRecovery(caller, recovery);
    if (handed.ok && isOpen()) await store.facts.drop(FACT.recovery);
  }
  if (!isOpen()) return;
  const untold = device.losses.untold();
  if (untold !== undefined && (await api.reportLoss(caller, untold)).ok) device.losses.told();
  const answer = await api.me(caller);
  if (!answer.ok || answer.value.me.id !== store.person || !isOpen()) return;
  await keepFileKey(store, answer.value.fileKey);
  const kept = await store.setMe(answer.value.me);
  if (kept.ok && isOpen()) setMe(answer.value.me);
};

const courierOf = async (deps: DoorDeps, { store, device }: Opening, caller: Caller): Promise<Courier> => {
  const lastAt = await store.facts.read(FACT.lastAt);
  const courier = createCourier(
    {
      ...deps.courierPorts(store.slot),
      store,
      device: device.nameOf(store.slot),
      send: (lines, signal) => deps.api.sync(caller, lines, signal),
    },
    typeof lastAt === 'number' ? lastAt : undefined,
  );
  let kept = lastAt;
  courier.onStatus((status) => {
    if (status.lastAt === kept) return;
    kept = status.lastAt;
    store.facts.write(FACT.lastAt, status.lastAt).catch(deps.report);
  });
  return courier;
};

export const openWorkbook = async (deps: DoorDeps, opening: Opening): Promise<OpenWorkbook> => {
  const { api } = deps;
  const { store, device, onlyOnce } = opening;
  const caller: Caller = { slot: store.slot, person: store.person };
  const courier = await courierOf(deps, opening, caller);
  const near = await store.nearUnits();

  return createRoot((dispose) => {
    const [me, setMe] = createSignal(store.me());
    // The server may have told of other scopes within an exchange.
    onCleanup(store.onChange(() => setMe(store.me())));
    const workbook = createWorkbook({
      store,
      courier,
      me,
      near,
      now: deps.now,
      newId: deps.newId,
      onTick: deps.onTick,
      moveSampleDay: (today) => api.moveSampleDay(caller, today),
      files: async () => {
        const { openFiles } = await import('./open-files.ts');
        return openFiles({
          store,
          device: device.nameOf(store.slot),
          now: deps.now,
          deliver: (bytes) => api.deliverFile(caller, bytes),
        });
      },
      ask: api.askAs(caller),
      wait: deps.wait,
      persistence: deps.persistence,
      onlyOnce,
    });
    const begin: OpenWorkbook['begin'] = (isOpen) => {
      deps.afterFirstPage(() => {
        if (isOpen()) courier.ask();
      });
      const before = store.me().scopes.join(' ');
      settleWithServer(deps, opening, caller, isOpen, (next) => {
        setMe(next);
        if (next.scopes.join(' ') !== before) courier.ask();
      }).catch(deps.report);
    };
    return { store, courier, workbook, setMe, dispose, begin };
  });
};
