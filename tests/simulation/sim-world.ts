/** All that a story has: time, chance, people, phones, the network and one server; and what people have done so far. */
import type { Change, Value } from '#domain/change.ts';
import type { Scope } from '#domain/scope.ts';
import { createBackend, type Backend } from './backend.ts';
import { phones as cast } from './cast.ts';
import { createChance, type Chance } from './chance.ts';
import { createBooks, type Books } from './books.ts';
import { createDisk, type Disk } from './disk.ts';
import { createFaults, type Faults } from './faults.ts';
import { createNetwork, type Network } from './network.ts';
import { createPhone, type Identity, type Phone } from './phone.ts';
import { liveIn, through } from './thread.ts';
import { createTime, type Time } from './time.ts';
import { createTrace, type Trace } from './trace.ts';

/** One thing that a person did at once. */
export interface Deed {
  readonly number: number;
  readonly phone: Phone;
  readonly person: string;
  readonly scope: Scope;
  readonly changes: readonly Change[];
  /** When, by the one true clock. */
  readonly at: number;
  /** By `table|id|field`: what the screen showed there before. */
  readonly saw: ReadonlyMap<string, Value>;
  /** `maybe`: the battery fell out while it was being saved. */
  outcome: 'saving' | 'saved' | 'failed' | 'maybe';
  /** What the journal calls it, once it was seen there. */
  key: string | undefined;
}

export interface World {
  readonly seed: number;
  readonly time: Time;
  readonly start: number;
  readonly chance: Chance;
  readonly trace: Trace;
  readonly faults: Faults;
  readonly backend: Backend;
  readonly network: Network;
  readonly phones: Phone[];
  readonly deeds: Deed[];
  /** Of the next deed: no two people write the same. */
  readonly nextNumber: () => number;
  readonly books: Books;
  /** Units whose work a person who is sent to and fro has had. */
  readonly held: Set<string>;
  /** The highest sequence of each life of a scope. */
  readonly seen: Map<string, number>;
  /** Chains of mutations that arrived with another letter. */
  readonly altered: Set<number>;
  /** What went wrong by itself: thrown where nobody listened. */
  readonly thrown: string[];
  readonly addPhone: (name: string, person: string, from?: { disk: Disk; identity: Identity }) => Promise<Phone>;
  /** A new session, on this device as it is or on one that was set up anew. */
  readonly signIn: (phone: Phone, anew: boolean) => void;
}

export const START = Date.parse('2026-11-02T01:00:00Z');

const textOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? `${error.name}: ${error.message}`) : String(error);

export const createWorld = async (seed: number, keepTrace: boolean): Promise<World> => {
  const time = createTime(START);
  const trace = createTrace(time.now, START, keepTrace);
  const chance = createChance(seed, 1);
  const thrown: string[] = [];
  const altered = new Set<number>();
  const failed = (error: unknown): void => {
    thrown.push(textOf(error));
  };
  liveIn({ chance: createChance(seed, 2), now: time.now, failed });
  const faults = createFaults();
  const backend = createBackend(time, failed, () => {
    faults.count('transaction rolled back in a crash');
  });
  const network = createNetwork({
    backend,
    chance: createChance(seed, 3),
    time,
    trace,
    faults,
    heard: () => undefined,
    altered: (h) => altered.add(h),
  });
  const deeds: Deed[] = [];
  const books = createBooks(deeds);
  const courierChance = createChance(seed, 4);
  const phones: Phone[] = [];
  const deps = {
    chance: courierChance,
    time,
    network,
    failed,
    /** What goes out now has been written before. */
    sending: (phone: Phone) => {
      books.read(phone);
    },
  };
  let identities = 0;
  let numbers = 0;

  const newIdentity = (): Identity => {
    identities += 1;
    const number = String(identities).padStart(4, '0');
    return { device: `sample-device-${number}`, slot: `slot${number}`, token: `token-${number}` };
  };

  const addPhone: World['addPhone'] = async (name, person, from) => {
    const identity = from?.identity ?? newIdentity();
    const phone = createPhone({ name, person, disk: from?.disk ?? createDisk(), identity }, deps);
    if (from === undefined) backend.addSession({ person, ...identity });
    await phone.open(from === undefined ? await backend.meOf(person) : undefined);
    phones.push(phone);
    return phone;
  };
  const world: World = {
    seed,
    time,
    start: START,
    chance,
    trace,
    faults,
    backend,
    network,
    phones,
    deeds,
    nextNumber: () => {
      numbers += 1;
      return numbers;
    },
    books,
    held: new Set(),
    seen: new Map(),
    altered,
    thrown,
    addPhone,
    signIn: (phone, anew) => {
      const next = newIdentity();
      phone.identity = anew ? next : { ...phone.identity, token: next.token };
      backend.addSession({ person: phone.person, ...phone.identity });
    },
  };
  // Opening never waits for time or network, only for its disk.
  for (const { name, person } of cast) {
    await through(addPhone(name, person));
  }
  return world;
};
