/** What happens, one thing after the other, as chance has it; and how all of it comes to rest. */
import { act, letGo } from './deeds.ts';
import { isScope } from '#domain/scope.ts';
import { hashName } from './books.ts';
import { posts, SENT_TO_AND_FRO } from './cast.ts';
import { breachesOnDisks, isStranded } from './sim-laws.ts';
import { breachesOfSweep, stateOfSweeps } from './sweep-law.ts';
import { held, taken } from './ground-truth.ts';
import { withoutSchema } from './inspect.ts';
import { FAIR, type Weather } from './network.ts';
import type { Phone, Tab } from './phone.ts';
import type { World } from './sim-world.ts';
import { quiet, someTurns, through } from './thread.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const MAX_PHONES = 7;

export interface Severity {
  readonly weather: Weather;
  /** Multiplies the weight of what breaks phones and servers. */
  readonly mishaps: number;
}

export const BOUNDED: Severity = {
  weather: {
    drop: 0.06,
    cutUp: 0.08,
    cutDown: 0.1,
    deaf: 0.06,
    twice: 0.08,
    late: 0.05,
    slow: 0.08,
    altered: 0.02,
    bytes: Infinity,
  },
  mishaps: 1,
};
export const UNLIMITED: Severity = {
  weather: {
    drop: 0.15,
    cutUp: 0.15,
    cutDown: 0.2,
    deaf: 0.15,
    twice: 0.2,
    late: 0.15,
    slow: 0.15,
    altered: 0.03,
    bytes: Infinity,
  },
  mishaps: 2.5,
};

/** Nothing breaks but the link itself, after 4 KB each way. */
export const DYING_LINK: Severity = { weather: { ...FAIR, bytes: 4_096 }, mishaps: 0 };

/** Lets the world go on for so long; now and then something else happens before everybody is done. */
export const pass = async (world: World, ms: number): Promise<void> => {
  const until = world.time.now() + ms;
  while (world.time.step(until)) {
    if (world.chance.happens(0.8)) await quiet();
    else await someTurns(world.chance.below(6));
  }
  world.time.jump(until);
  if (world.chance.happens(0.7)) await quiet();
};

const open = async (world: World, phone: Phone, fresh: boolean): Promise<void> => {
  const me = fresh ? await atServer(world, () => world.backend.meOf(phone.person)) : undefined;
  if (fresh && me === undefined) return;
  const tab = await through(phone.open(me));
  if (tab === undefined) {
    if (!fresh && phone.disk.rows(phone.database(), 'positions').length === 0) await open(world, phone, true);
    return;
  }
  tab.courier.ask();
  await quiet();
};

/** Asks the server who this person is now, as the app does whenever a workbook opens. */
const askWhoIAm = async (phone: Phone, tab: Tab): Promise<void> => {
  const answer = await tab.api.me({ slot: phone.identity.slot, person: phone.person });
  if (!answer.ok || tab.isGone()) return;
  await tab.store.setMe(answer.value.me);
};

const aTab = (world: World, phone: Phone): Tab | undefined =>
  phone.tabs.length === 0 ? undefined : world.chance.pick(phone.tabs);

type Happening = readonly [weight: number, name: string, happen: (world: World, phone: Phone) => Promise<void> | void];

const crash = async (world: World, phone: Phone): Promise<void> => {
  const lost = phone.crash();
  world.faults.count('crash of a device');
  if (lost > 0) world.faults.count('transaction lost in a crash', lost);
  for (const deed of world.deeds) if (deed.phone === phone && deed.outcome === 'saving') deed.outcome = 'maybe';
  world.trace.note(`${phone.name} crashes, ${String(lost)} transactions are lost`);
  await quiet();
};

const restartServer = async (world: World): Promise<void> => {
  await quiet();
  if (world.backend.isUp()) return;
  world.backend.start();
  world.trace.note('the server starts again');
};

const usual: readonly Happening[] = [
  [
    56,
    'act',
    async (world, phone) => {
      const tab = aTab(world, phone);
      if (tab === undefined) return;
      void act(world, phone, tab).catch((error: unknown) => {
        if (!tab.isGone()) world.thrown.push(String(error));
      });
      if (world.chance.happens(0.7)) await quiet();
    },
  ],
  [8, 'ask', (world, phone) => aTab(world, phone)?.courier.ask()],
  [
    3,
    'who am I',
    (world, phone) => {
      const tab = aTab(world, phone);
      if (tab !== undefined) void askWhoIAm(phone, tab);
    },
  ],
  [
    2,
    'settle',
    async (world, phone) => {
      const tab = aTab(world, phone);
      const refused = tab?.store.refused()[0];
      if (tab === undefined || refused === undefined) return;
      letGo(world, phone, refused.scope, refused.n);
      void tab.store.settle(refused.scope, refused.n);
      world.trace.note(`${phone.name} settles ${refused.scope} ${String(refused.n)}`);
      await quiet();
    },
  ],
  [
    3,
    'online',
    (_world, phone) => {
      phone.online = !phone.online;
      phone.wake();
    },
  ],
];

const mishaps: readonly Happening[] = [
  [
    5,
    'crash',
    async (world, phone) => {
      if (phone.tabs.length === 0) return open(world, phone, false);
      await crash(world, phone);
      if (world.chance.happens(0.8)) await open(world, phone, false);
    },
  ],
  [
    3,
    'tab',
    async (world, phone) => {
      const [first, second] = phone.tabs;
      if (first === undefined) return open(world, phone, false);
      if (second !== undefined) {
        void phone.closeTab(second);
        await quiet();
        return;
      }
      world.faults.count('two tabs at once');
      await open(world, phone, false);
    },
  ],
  [
    4,
    'clock',
    (world, phone) => {
      phone.skewMs = world.chance.pick([0, 0, -3 * MINUTE, 11 * MINUTE, 26 * HOUR, -26 * HOUR, 45_000]);
      world.faults.count('clock jump');
      world.trace.note(`${phone.name}'s clock is wrong by ${String(phone.skewMs / 1_000)} s`);
    },
  ],
  [
    2,
    'quota',
    (world, phone) => {
      phone.disk.fill(world.chance.between(1, 3));
      world.faults.count('full disk');
      world.trace.note(`${phone.name}'s disk is full`);
    },
  ],
  [
    2,
    'server dies',
    async (world) => {
      if (!world.backend.isUp()) return restartServer(world);
      world.backend.die(world.chance.below(60));
      world.faults.count('crash of the server');
      world.trace.note('the server is about to die');
    },
  ],
];

/** What is done at the server itself; it may die under it. */
const atServer = async <T>(world: World, work: () => Promise<T>): Promise<T | undefined> => {
  await quiet();
  if (!world.backend.isUp()) return undefined;
  try {
    return await through(work());
  } catch (error) {
    if (world.backend.isUp()) throw error;
    return undefined;
  }
};

const work = (world: World, phone: Phone): string | undefined => {
  const { unit, role } = world.backend.postOf(phone.person);
  return role === 'administrator' ? undefined : unit;
};

/** Whoever was there may read on; whoever comes begins anew. */
const appoint = async (world: World, phone: Phone): Promise<void> => {
  await quiet();
  const minh = world.phones.find(({ person }) => person === SENT_TO_AND_FRO) ?? phone;
  const before = work(world, minh);
  const post = world.chance.pick(posts);
  world.backend.appoint(minh.person, post);
  const after = work(world, minh);
  if (before === after) return;
  if (before !== undefined) world.faults.count('permission lost');
  if (after !== undefined && world.held.has(after)) world.faults.count('permission regained');
  for (const unit of [before, after]) if (unit !== undefined) world.held.add(unit);
  world.trace.note(`${minh.name} is ${post.role} in ${post.unit} now`);
};

const clone = async (world: World, phone: Phone): Promise<void> => {
  await quiet();
  if (phone.tabs.length === 0 || world.phones.length >= MAX_PHONES) return;
  world.books.oblige(phone);
  const disk = phone.disk.copy();
  const name = `${phone.name}'`;
  if (world.phones.some((other) => other.name === name)) return;
  const copy = await through(world.addPhone(name, phone.person, { disk, identity: phone.identity }));
  world.books.inherit(phone, copy);
  copy.online = world.chance.happens(0.7);
  world.faults.count('cloned profile');
  world.trace.note(`${phone.name} has a double`);
};

const evict = async (world: World, phone: Phone): Promise<void> => {
  await quiet();
  if (!world.backend.isUp()) return;
  phone.crash();
  phone.disk.wipe();
  world.books.forgive(phone);
  for (const deed of world.deeds) {
    if (deed.phone !== phone || deed.key !== undefined) continue;
    deed.key = '';
    if (deed.outcome === 'saving') deed.outcome = 'maybe';
  }
  world.signIn(phone, true);
  world.faults.count('evicted database');
  world.trace.note(`${phone.name} has lost its database`);
  await open(world, phone, true);
};

/** What an app of the first schema leaves behind: texts as the keyboard made them, and no word of a schema. */
const oldApp = async (world: World, phone: Phone): Promise<void> => {
  const tab = aTab(world, phone);
  if (tab === undefined) return;
  const wasOnline = phone.online;
  phone.online = false;
  await quiet();
  for (let edits = world.chance.between(1, 3); edits > 0; edits -= 1) await through(act(world, phone, tab, true));
  await crash(world, phone);
  const aged = phone.disk.rewrite(phone.database(), 'journal', (row) => withoutSchema(row));
  if (aged > 0) world.faults.count('old schema', aged);
  world.trace.note(`${phone.name} had an old app, with ${String(aged)} mutations unsent`);
  phone.online = wasOnline;
  await open(world, phone, false);
};

const month = async (world: World): Promise<void> => {
  await quiet();
  if (!world.backend.isUp()) return;
  world.time.jump(world.time.now() + 31 * 24 * HOUR);
  const forgotten = await sweep(world);
  world.trace.note(`a month passes; ${String(forgotten)} deleted records are forgotten`);
};

const collect = async (world: World): Promise<void> => {
  await quiet();
  if (!world.backend.isUp()) return;
  const forgotten = await sweep(world);
  if (forgotten > 0) world.trace.note(`${String(forgotten)} deleted records are forgotten`);
};

/** How many deleted records went; the server may die under it, and what it had swept by then is looked at all the same. */
const sweep = async (world: World): Promise<number> => {
  const before = stateOfSweeps(world);
  const forgotten = (await atServer(world, () => world.backend.collect())) ?? 0;
  if (forgotten > 0) world.faults.count('collection of deleted records', forgotten);
  world.thrown.push(...breachesOfSweep(before, stateOfSweeps(world)));
  return forgotten;
};

const backUp = async (world: World): Promise<void> => {
  await quiet();
  if (!world.backend.isUp()) return;
  world.backend.backUp();
  world.faults.count('backup');
  world.trace.note('the server is backed up');
};

const restore = async (world: World): Promise<void> => {
  await quiet();
  if (!world.backend.hasBackup()) return;
  breachesOnDisks(world);
  world.backend.restore();
  world.faults.count('restore');
  world.trace.note('the server is restored from its backup');
};

/** Somebody who may write all of a scope lets in what was held, or puts it away. */
const settleHeld = async (world: World, phone: Phone): Promise<void> => {
  await quiet();
  if (!world.backend.isUp()) return;
  const waiting = held(world.backend.file()).filter(({ state }) => state === 0);
  if (waiting.length === 0) return;
  const { scope, alias, n } = world.chance.pick(waiting);
  if (!isScope(scope)) return;
  const outcome = world.chance.happens(0.6) ? 'released' : 'dropped';
  const row = taken(world.backend.file()).find((one) => one.scope === scope && one.alias === alias && one.n === n);
  const written = row && world.books.byHash.get(hashName(scope, row.h));
  const done = await atServer(world, () => world.backend.settleHeld(phone.person, { scope, alias, n }, outcome));
  if (done === true && written !== undefined) world.books.settle(written.key);
  world.trace.note(`${phone.person} ${outcome} ${scope} ${String(alias)}.${String(n)}: ${String(done)}`);
};

const endSession = async (world: World, phone: Phone): Promise<void> => {
  await quiet();
  if (!world.backend.isUp()) return;
  await atServer(world, () => world.backend.endSessions(phone.person));
  world.faults.count('session ended');
  world.trace.note(`the sessions of ${phone.person} end`);
};

/** Whoever is told that the session has ended signs in again, sooner or later. */
const signInAgain = async (world: World, phone: Phone): Promise<void> => {
  if (!world.backend.isUp()) return;
  await quiet();
  world.signIn(phone, false);
  for (const { courier } of phone.tabs) courier.ask();
  world.trace.note(`${phone.name} signs in again`);
};

const rareMishaps: readonly Happening[] = [
  [0.5, 'post', appoint],
  [0.35, 'clone', clone],
  [0.25, 'evict', evict],
  [0.5, 'old app', oldApp],
  [0.12, 'month', month],
  [0.6, 'collect', collect],
  [0.4, 'backup', backUp],
  [0.2, 'restore', restore],
  [1.2, 'held', settleHeld],
  [0.3, 'session', endSession],
];

const isSignedOut = ({ tabs }: Phone): boolean =>
  tabs.some(({ courier }) => courier.status().problem?.code === 'session/required');

const happen = async (world: World, severity: Severity): Promise<void> => {
  const { chance, phones } = world;
  const [, name, happening] = chance.weigh<Happening>([
    ...usual.map((one) => [one[0], one] as const),
    ...mishaps.map((one) => [one[0] * severity.mishaps, one] as const),
    ...rareMishaps.map((one) => [one[0] * 1.6 * severity.mishaps, one] as const),
  ]);
  const phone = chance.pick(phones);
  if (name !== 'act' && name !== 'ask') world.trace.note(`${name}: ${phone.name}`);
  await happening(world, phone);
  if (!world.backend.isUp() && chance.happens(0.4)) await restartServer(world);
  for (const one of phones) if (isSignedOut(one) && chance.happens(0.2)) await signInAgain(world, one);
};

export const live = async (
  world: World,
  actions: number,
  severity: Severity,
  check: (world: World, done: number) => Promise<boolean>,
): Promise<boolean> => {
  world.network.weather = severity.weather;
  for (const phone of world.phones) {
    phone.visible = world.chance.happens(0.5);
    phone.lockless = world.chance.happens(0.3);
  }
  for (let done = 1; done <= actions; done += 1) {
    const gap = world.chance.weigh([
      [10, world.chance.below(300)],
      [5, world.chance.below(3_000)],
      [1, world.chance.below(40_000)],
      [0.2, world.chance.below(6 * MINUTE)],
    ]);
    await pass(world, gap);
    await happen(world, severity);
    if (!(await check(world, done))) return false;
  }
  return true;
};

const MAX_ROUNDS = 12;
/** A phone that must fetch and send 32 KB in pieces asks more often. */
const MAX_LINK_ROUNDS = 80;

/** The mishaps end: everything is mended, and whatever waits is carried in a bounded number of rounds. */
export const rest = async (world: World, weather: Weather): Promise<boolean> => {
  const maxRounds = weather.bytes < Infinity ? MAX_LINK_ROUNDS : MAX_ROUNDS;
  await quiet();
  world.network.weather = weather;
  if (world.backend.isUp()) world.backend.die();
  world.backend.start();
  for (const phone of world.phones) {
    phone.online = true;
    phone.skewMs = 0;
    phone.disk.fill(0);
    world.signIn(phone, false);
    if (phone.tabs.length === 0) await open(world, phone, false);
  }
  // Once nobody waits, each still has to fetch what the last of them has sent.
  let calm = 0;
  for (let round = 1; round <= maxRounds; round += 1) {
    for (const phone of world.phones) {
      phone.wake();
      await pass(world, 4_000);
    }
    await pass(world, 30_000);
    await quiet();
    const waits = world.phones.filter((phone) =>
      phone.tabs.some(
        ({ store, courier }) =>
          store.waitingList().some(({ scope }) => !isStranded(world, phone, scope)) || courier.status().busy,
      ),
    );
    world.trace.note(`round ${String(round)}: ${waits.map(({ name }) => name).join(', ') || 'nobody'} waits`);
    calm = waits.length === 0 ? calm + 1 : 0;
    if (calm === 2) return true;
  }
  return false;
};
