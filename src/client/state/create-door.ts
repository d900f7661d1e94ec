/**
 * The door: from a closed phone to an open workbook.
 *
 * - What a person unlocks is found on the phone; the network is asked only by who signs in, sets up or recovers.
 * - Locking hides the workbook at once; the key goes when the running exchange has ended, or after 30 minutes.
 * - Nobody's work is touched by another's coming or going: each has a slot and a sealed database.
 */
import { createRoot, createSignal, type Setter } from 'solid-js';
import type { Problem } from '#domain/problem.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { createCourier, type Courier } from '#client/courier/courier.ts';
import type { Caller } from '#client/courier/server-api.ts';
import { FACT, type Device, type Recovered } from '#client/store/device.ts';
import type { Store } from '#client/store/store.ts';
import { browserDoorDeps, type DoorDeps } from './door-ports.ts';
import { createWorkbook } from './create-workbook.ts';
import type { Door, Me, Phase, Workbook } from './workbook.ts';

/** A link that does not answer must not keep anybody from signing in. */
const SET_UP_MS = 4_000;
const LAST_EXCHANGE_MS = 30 * 60_000;

/** Signed in, and about to choose an unlock secret. */
interface Choosing {
  readonly caller: Caller;
  readonly choose: (secret: string) => Promise<Result<Store>>;
  /** What the server said at the sign-in; kept once the store is open. */
  readonly me: Me;
}

interface Open {
  readonly store: Store;
  readonly courier: Courier;
  readonly setMe: Setter<Me>;
  readonly dispose: () => void;
}

export const createDoor = (deps: DoorDeps = browserDoorDeps()): Door => {
  const { api } = deps;
  const [phase, setPhase] = createSignal<Phase>('starting');
  const [problem, setProblem] = createSignal<Problem>();
  const [slots, setSlots] = createSignal<readonly string[]>([]);
  const [workbook, setWorkbook] = createSignal<Workbook>();
  let device: Device | undefined;
  let choosing: Choosing | undefined;
  let open: Open | undefined;

  const unusable = (why: Problem): void => {
    setProblem(why);
    setPhase('unusable');
  };

  const start = async (): Promise<void> => {
    if (!deps.secure()) return unusable({ code: 'device/not-secure' });
    const opened = await deps.openDevice();
    if (!opened.ok) return unusable(opened.problem);
    device = opened.value;
    const found = await device.slots();
    if (!found.ok) return unusable(found.problem);
    setSlots(found.value);
    if (found.value.length > 0) return void setPhase('locked');
    const setUp = deps.online()
      ? await Promise.race([api.needsSetUp(), deps.wait(SET_UP_MS).then(() => undefined)])
      : undefined;
    setPhase(setUp?.ok === true && setUp.value.needed ? 'set-up' : 'signed-out');
  };
  const started = start().catch((error: unknown) => {
    deps.report(error);
    unusable({ code: 'store/unavailable' });
  });

  const withDevice = async <T>(use: (device: Device) => Promise<Result<T>>): Promise<Result<T>> => {
    await started;
    return device === undefined ? fail(problem() ?? { code: 'store/unavailable' }) : use(device);
  };

  const readSlots = async (): Promise<void> => {
    const found = await device?.slots();
    if (found?.ok === true) setSlots(found.value);
  };

  /** What the server must have or may have changed, asked for whenever a workbook opens; offline it waits for the next. */
  const settleWithServer = async (store: Store, caller: Caller, setMe: (me: Me) => void): Promise<void> => {
    const isOpen = (): boolean => open?.store === store;
    const recovery = await store.facts.read(FACT.recovery);
    if (typeof recovery === 'string' && isOpen()) {
      const handed = await api.putRecovery(caller, recovery);
      if (handed.ok && isOpen()) await store.facts.drop(FACT.recovery);
    }
    if (!isOpen()) return;
    const answer = await api.me(caller);
    if (!answer.ok || answer.value.me.id !== store.person || !isOpen()) return;
    const kept = await store.setMe(answer.value.me);
    if (kept.ok && isOpen()) setMe(answer.value.me);
  };

  const openWorkbook = async (store: Store): Promise<void> => {
    const caller: Caller = { slot: store.slot, person: store.person };
    const lastAt = await store.facts.read(FACT.lastAt);
    const courier = createCourier(
      {
        ...deps.courierPorts(store.slot),
        store,
        device: device?.nameOf(store.slot) ?? '',
        send: (lines, signal) => api.sync(caller, lines, signal),
      },
      typeof lastAt === 'number' ? lastAt : undefined,
    );
    let kept = lastAt;
    courier.onStatus((status) => {
      if (status.lastAt === kept) return;
      kept = status.lastAt;
      store.facts.write(FACT.lastAt, status.lastAt).catch(deps.report);
    });
    const tree = { units: await store.list('unit'), lines: await store.list('unit-line') };

    createRoot((dispose) => {
      const [me, setMe] = createSignal(store.me());
      open = { store, courier, setMe, dispose };
      const made = createWorkbook({
        store,
        courier,
        me,
        tree,
        now: deps.now,
        newId: deps.newId,
        onTick: deps.onTick,
        moveSampleDay: (today) => api.moveSampleDay(caller, today),
      });
      setWorkbook(made);
      setPhase('open');
      courier.ask();
      const before = store.me().scopes.join(' ');
      settleWithServer(store, caller, (next) => {
        setMe(next);
        if (next.scopes.join(' ') !== before) courier.ask();
      }).catch(deps.report);
    });
  };

  const close = (): void => {
    const closing = open;
    open = undefined;
    setWorkbook(undefined);
    if (closing === undefined) return;
    closing.dispose();
    const ended = Promise.race([closing.courier.stop(), deps.wait(LAST_EXCHANGE_MS)]);
    ended.catch(deps.report).then(closing.store.close).catch(deps.report);
  };

  const finishOpening = async (store: Result<Store>): Promise<Result<void>> => {
    if (!store.ok) return store;
    choosing = undefined;
    await openWorkbook(store.value);
    return ok(undefined);
  };

  return {
    phase,
    problem,
    slots,
    workbook,

    signIn: (signIn, password) =>
      withDevice(async (here) => {
        const slot = here.newSlot();
        const answer = await api.signIn({ signIn, password, device: here.nameOf(slot), slot });
        if (!answer.ok) return answer;
        const { me } = answer.value;
        const replicaSecret = answer.value.replicaSecret ?? undefined;
        choosing = {
          me,
          caller: { slot, person: me.id },
          choose: (secret) => here.create({ slot, me, signIn, replicaSecret }, secret),
        };
        setPhase('choosing-secret');
        return ok(undefined);
      }),

    chooseSecret: async (secret) => {
      const chosen = choosing;
      if (chosen === undefined) return fail<Problem>({ code: 'session/required' });
      const store = await chosen.choose(secret);
      if (!store.ok) return store;
      await readSlots();
      await store.value.setMe(chosen.me);
      return finishOpening(store);
    },

    unlock: (slot, secret) => withDevice(async (here) => finishOpening(await here.unlock(slot, secret))),

    recover: (slot, signIn, password) =>
      withDevice(async (here) => {
        const answer = await api.signIn({ signIn, password, device: here.nameOf(slot), slot });
        if (!answer.ok) return answer;
        const { me, recoveryKey } = answer.value;
        const opened: Result<Recovered> =
          recoveryKey === null
            ? fail<Problem>({ code: 'session/other-person' })
            : await here.recover(slot, recoveryKey);
        const other = !opened.ok || opened.value.person !== me.id;
        if (other) {
          await api.signOut({ slot, person: me.id });
          return fail<Problem>({ code: 'session/other-person' });
        }
        choosing = { me, caller: { slot, person: me.id }, choose: opened.value.chooseSecret };
        setPhase('choosing-secret');
        return ok(undefined);
      }),

    lock: () => {
      close();
      setPhase('locked');
    },
    addPerson: () => {
      close();
      setPhase('signed-out');
    },
    cancelAddPerson: () => {
      choosing = undefined;
      setPhase(slots().length > 0 ? 'locked' : 'signed-out');
    },

    renew: (password) =>
      withDevice(async (here) => {
        const current = open;
        const signIn = await current?.store.facts.read(FACT.signIn);
        if (current === undefined || typeof signIn !== 'string') return fail<Problem>({ code: 'session/required' });
        const { store, courier } = current;
        const answer = await api.signIn({ signIn, password, device: here.nameOf(store.slot), slot: store.slot });
        if (!answer.ok) return answer;
        const { me } = answer.value;
        if (me.id !== store.person) return fail<Problem>({ code: 'session/other-person' });
        const kept = await store.setMe(me);
        if (!kept.ok) return kept;
        current.setMe(me);
        courier.ask();
        return ok(undefined);
      }),

    setUp: async (request) => {
      const answer = await api.setUp(request);
      return answer.ok ? ok(answer.value.accounts) : answer;
    },
    leaveSetUp: () => {
      setPhase('signed-out');
    },
  };
};
