/**
 * The door: from a closed phone to an open workbook.
 *
 * - What a person unlocks is found on the phone; the network is asked only by who signs in, sets up or recovers.
 * - Locking hides the workbook at once; the key goes when the running exchange has ended, or after 30 minutes.
 * - Nobody's work is touched by another's coming or going: each has a slot and a sealed database.
 * - It is long because all ways in and out are steps of one machine, of which each must know where it stands.
 */
import { createSignal } from 'solid-js';
import type { Problem } from '#domain/problem.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { Caller } from '#client/courier/server-api.ts';
import type { Device } from '#client/store/device.ts';
import type { Store } from '#client/store/store.ts';
import type { Hears } from '#client/store/browser-device.ts';
import { browserDoorDeps, type DoorDeps } from './door-ports.ts';
import { lazily } from './lazily.ts';
import { keepFileKey, openWorkbook, type OpenWorkbook } from './open-workbook.ts';
import type { Door, Loss, Me, Phase, Workbook } from './workbook.ts';

/** A link that does not answer must not keep anybody from signing in. */
const SET_UP_MS = 4_000;
const LAST_EXCHANGE_MS = 30 * 60_000;

/** Signed in, and about to choose an unlock secret. */
interface Choosing {
  readonly caller: Caller;
  readonly choose: (secret: string) => Promise<Result<Store>>;
  /** What the server said at the sign-in; kept once the store is open. */
  readonly me: Me;
  readonly fileKey: string | undefined;
}

export const createDoor = (deps: DoorDeps = browserDoorDeps()): Door => {
  const { api } = deps;
  const [phase, setPhase] = createSignal<Phase>('starting');
  const [problem, setProblem] = createSignal<Problem>();
  const [slots, setSlots] = createSignal<readonly string[]>([]);
  const [workbook, setWorkbook] = createSignal<Workbook>();
  const [loss, setLoss] = createSignal<Loss>();
  const [stuck, setStuck] = createSignal<Problem>();
  const [heldUp, setHeldUp] = createSignal(false);
  const [onlyOnce, setOnlyOnce] = createSignal(false);
  let device: Device | undefined;
  let choosing: Choosing | undefined;
  let open: OpenWorkbook | undefined;
  // While a browser is clearing, neither files nor the app's own parts may be there.
  const recovery = lazily(async () => {
    const { createRecovery } = await import('./create-recovery.ts');
    const adrift = () => device?.losses.adrift() ?? [];
    const away = () => [...(loss()?.slots ?? []), ...adrift().map(({ slot }) => slot)];
    return createRecovery({
      openRescue: () => deps.openRescue(adrift),
      store: () => open?.store,
      isLive: (slot) => slots().includes(slot) && !away().includes(slot),
    });
  });

  const toDoor = (): void => void setPhase(slots().length > 0 ? 'locked' : 'signed-out');
  /** Raised by whatever leads away from a sign-in that has not been answered: its answer comes too late then. */
  let turn = 0;
  const elsewhere = (): void => {
    turn += 1;
    choosing = undefined;
  };

  const unusable = (why: Problem): void => {
    setProblem(why);
    setPhase('unusable');
  };

  /** Writing has stopped already; what is on the screen no longer stands on anything. */
  const lost = (): void => {
    const found = device?.losses.current();
    close();
    // Taken off this phone in another tab: the others are where they were.
    if (found === undefined) return void readSlots().then(toDoor);
    setLoss(found);
    setPhase('lost');
  };

  const hears: Hears = {
    onTrouble: setStuck,
    onHeldUp: setHeldUp,
    onLost: () => lost(),
    onLifeboatFailure: (error) => {
      deps.report(error);
      setOnlyOnce(true);
    },
  };

  const start = async (): Promise<void> => {
    if (!deps.secure()) return unusable({ code: 'device/not-secure' });
    const opened = await deps.openDevice(hears);
    if (!opened.ok) return unusable(opened.problem);
    device = opened.value;
    const found = await device.slots();
    // Also on the page of a loss: whose work is safe is no copy of anything lost.
    if (found.ok) setSlots(found.value);
    if (device.losses.current() !== undefined) return lost();
    if (!found.ok) return unusable(found.problem);
    if (found.value.length > 0) return void setPhase('locked');
    const setUp = deps.online()
      ? await Promise.race([api.needsSetUp(), deps.wait(SET_UP_MS).then(() => undefined)])
      : undefined;
    setPhase(setUp?.ok === true && setUp.value.needed ? 'set-up' : 'signed-out');
  };
  const begin = (): Promise<void> =>
    start().catch((error: unknown) => {
      deps.report(error);
      unusable({ code: 'store/unavailable' });
    });

  const withDevice = async <T>(use: (device: Device) => Promise<Result<T>>): Promise<Result<T>> => {
    await started;
    return device === undefined ? fail(problem() ?? { code: 'store/unavailable' }) : use(device);
  };

  const withOpen = <T>(use: (device: Device, current: OpenWorkbook) => Promise<Result<T>>): Promise<Result<T>> =>
    withDevice(async (here) => (open === undefined ? fail<Problem>({ code: 'session/required' }) : use(here, open)));

  const readSlots = async (): Promise<void> => {
    const found = await device?.slots();
    if (found?.ok === true) setSlots(found.value);
  };

  const enter = async (here: Device, store: Store): Promise<void> => {
    const opened = await openWorkbook(deps, { store, device: here, onlyOnce });
    open = opened;
    setWorkbook(opened.workbook);
    setPhase('open');
    opened.begin(() => open === opened);
    await (await recovery.asked())?.bringBack();
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

  const letChoose = async (mine: number, next: Choosing): Promise<Result<void>> => {
    // They have gone elsewhere meanwhile: another's workbook may be open by now.
    if (mine !== turn) {
      await api.signOut(next.caller);
      return fail<Problem>({ code: 'session/required' });
    }
    choosing = next;
    setPhase('choosing-secret');
    return ok(undefined);
  };

  const finishOpening = async (here: Device, store: Result<Store>): Promise<Result<void>> => {
    if (!store.ok) {
      if (store.problem.code === 'store/lost') lost();
      return store;
    }
    elsewhere();
    close();
    await enter(here, store.value);
    return ok(undefined);
  };

  const started = begin();
  return {
    phase,
    problem,
    slots,
    workbook,
    show: (opened) => setWorkbook(opened?.opened?.own === open?.workbook ? opened : open?.workbook),
    loss,
    stuck,
    heldUp,
    leaveLoss: async () => {
      await device?.losses.leave();
      device?.close();
      setLoss(undefined);
      await begin();
      // Whoever lost their workbook signs in; others who have theirs find the way back from there.
      if (phase() === 'locked') setPhase('signed-out');
    },
    recovery: recovery.get,

    signIn: (signIn, password, code) =>
      withDevice(async (here) => {
        const mine = turn;
        const slot = here.newSlot();
        const asked = { signIn, password, device: here.nameOf(slot), slot };
        const answer = await api.signIn(code === undefined ? asked : { ...asked, code });
        if (!answer.ok) return answer;
        const { me, fileKey } = answer.value;
        const replicaSecret = answer.value.replicaSecret ?? undefined;
        return letChoose(mine, {
          me,
          fileKey,
          caller: { slot, person: me.id },
          choose: (secret) => here.create({ slot, me, signIn, replicaSecret }, secret),
        });
      }),

    chooseSecret: (secret) =>
      withDevice(async (here) => {
        const chosen = choosing;
        if (chosen === undefined) return fail<Problem>({ code: 'session/required' });
        const store = await chosen.choose(secret);
        if (!store.ok) return store;
        await readSlots();
        await store.value.setMe(chosen.me);
        await keepFileKey(store.value, chosen.fileKey);
        return finishOpening(here, store);
      }),

    unlock: (slot, secret) => withDevice(async (here) => finishOpening(here, await here.unlock(slot, secret))),

    recover: (slot, signIn, password) =>
      withDevice(async (here) => {
        const mine = turn;
        const { recoverSlot } = await import('./sign-in-again.ts');
        const recovered = await recoverSlot({ api, device: here }, { slot, signIn, password });
        if (!recovered.ok) return recovered;
        const { signed, opened } = recovered.value;
        const { me, fileKey } = signed;
        return letChoose(mine, { me, fileKey, caller: { slot, person: me.id }, choose: opened.chooseSecret });
      }),

    lock: () => {
      elsewhere();
      close();
      setPhase('locked');
    },
    addPerson: () => {
      elsewhere();
      close();
      setPhase('signed-out');
    },
    cancelAddPerson: () => {
      elsewhere();
      toDoor();
    },

    renew: (password) =>
      withOpen(async (here, current) => {
        const { renewSession } = await import('./sign-in-again.ts');
        const renewed = await renewSession({ api, device: here }, current.store, password);
        if (!renewed.ok) return renewed;
        await keepFileKey(current.store, renewed.value.fileKey);
        current.setMe(renewed.value.me);
        current.courier.ask();
        return ok(undefined);
      }),
    changeSecret: (...given) => withOpen((here, { store }) => here.changeSecret(store.slot, ...given)),
    leavePhone: () =>
      withOpen(async (here, leaving) => {
        const { leavePhone } = await import('./leave-phone.ts');
        const left = await leavePhone({ device: here, api, ...leaving, close });
        await readSlots();
        if (open === undefined) toDoor();
        return left;
      }),

    setUp: async (request) => {
      const answer = await api.setUp(request);
      return answer.ok ? ok(answer.value.accounts) : answer;
    },
    leaveSetUp: () => void setPhase('signed-out'),
  };
};
