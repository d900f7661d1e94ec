/**
 * What all people of this phone share, and the way from a locked slot to an open store.
 *
 * - The device database tells how many slots there are and in which order they were made, not whose they are.
 * - The name that a slot gives itself to the server is the installation's and the slot's together, so that two slots
 *   of one person are two replicas and never number the same mutation.
 */
import Dexie from 'dexie';
import * as v from 'valibot';
import type { Problem } from '#domain/problem.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { Derive } from '#client/vault/argon.ts';
import { randomBytes, toBase64url } from '#client/vault/bytes.ts';
import { KeyFile, slotFrom } from '#client/vault/key-file.ts';
import { createVault, unlockVault, type OpenVault, type VaultDeps } from '#client/vault/vault.ts';
import { deviceDatabase, slotDatabaseName } from './database.ts';
import { guarded } from './failures.ts';
import type { Mirror } from './journal-mirror.ts';
import type { Lifeboat, LifeboatDeps, RescueFiles } from './lifeboat.ts';
import { createLosses, type Adrift, type Losses } from './losses.ts';
import { openDatabase } from './open-database.ts';
import { NO_MARK, type Sentinel } from './sentinel.ts';
import { openStore, type Store, type StoreDeps } from './store.ts';
import type { Me } from './shown.ts';

export interface DeviceDeps extends Omit<StoreDeps, 'launch' | 'mirrors' | 'onLoss'> {
  readonly derive: Derive;
  /** Writes unsent work a second time; without it the database is the only place. */
  readonly launchLifeboat?: (deps: Omit<LifeboatDeps, 'files'>) => Promise<Lifeboat>;
  /** Where lifeboats are. */
  readonly rescueFiles?: () => Promise<RescueFiles>;
  /** A database was lost while it was open. */
  readonly onLost?: () => void;
}

export interface NewPerson {
  readonly slot: string;
  readonly me: Me;
  readonly signIn: string;
  readonly replicaSecret: string | undefined;
}

export interface Device {
  readonly slots: () => Promise<Result<readonly string[]>>;
  readonly newSlot: () => string;
  /** What the server knows a slot by. */
  readonly nameOf: (slot: string) => string;
  /** A new person's sealed store; the recovery key in it is handed to the server by whoever talks. */
  readonly create: (person: NewPerson, secret: string) => Promise<Result<Store>>;
  readonly unlock: (slot: string, secret: string) => Promise<Result<Store>>;
  /** Opens with the recovery key; the store opens once a new secret is chosen. */
  readonly recover: (slot: string, recoveryKey: string) => Promise<Result<Recovered>>;
  /** Another unlock secret; the present one counts as a try. The data key and all other ways in stay. */
  readonly changeSecret: (slot: string, current: string, chosen: string) => Promise<Result<void>>;
  /** Takes a workbook off this phone for good; whoever calls has closed it, and nothing in it is unsent. */
  readonly forget: (slot: string) => Promise<Result<void>>;
  readonly losses: Losses;
  readonly close: () => void;
}

export interface Recovered {
  readonly person: string;
  readonly chooseSecret: (secret: string) => Promise<Result<Store>>;
}

/** The facts of a slot by name. `recovery-to-send` is dropped once the server has it. */
export const FACT = {
  signIn: 'sign-in',
  replicaSecret: 'replica-secret',
  /** The server's public key for exchange files. */
  fileKey: 'file-key',
  /** What became of the files made here: exchange-files' own business (courier/file-notes.ts). */
  files: 'files-out',
  recovery: 'recovery-to-send',
  lastAt: 'last-at',
};

const noSentinel: Sentinel = { read: () => NO_MARK, change: () => undefined };

/** The row that lists the slots as they were made. */
const ORDER = 'order';

export const openDevice = async (deps: DeviceDeps): Promise<Result<Device>> => {
  const { dexie, keyFiles, install } = deviceDatabase();
  const sentinel = deps.sentinel ?? noSentinel;
  const mirrors = new Map<string, Mirror>();
  /** As this tab last had them in hand: the database may be gone when they are needed. */
  const held = new Map<string, KeyFile>();
  const losses = createLosses({ sentinel, mirrors, now: deps.now, keyFile: (slot) => held.get(slot) });
  const remembered = Object.keys(sentinel.read().slots);
  const lose = (slots: readonly string[], problem: Problem): void => {
    if (problem.code !== 'store/lost') return;
    // What somebody took off this phone in another tab is no loss.
    const left = sentinel.read().left ?? [];
    if (!slots.some((slot) => left.includes(slot))) losses.note(slots, problem.how);
    deps.onLost?.();
  };
  const open = (expected: boolean) =>
    openDatabase(dexie, expected, {
      ...deps,
      onTrouble: (problem) => {
        if (problem.code === 'store/lost') lose(Object.keys(sentinel.read().slots), problem);
        else deps.onTrouble?.(problem);
      },
    });
  const opened = await open(remembered.length > 0);
  if (!opened.ok) {
    if (opened.problem.code !== 'store/lost') return opened;
    // Everything that people shared here is gone; what is made now is made for those who come anew.
    losses.note(remembered, opened.problem.how);
    const anew = await open(false);
    if (!anew.ok) return anew;
  }
  const guard = <T>(work: () => Promise<Result<T>>) => guarded(dexie, work);

  const installed = await guard(async () => {
    const id = toBase64url(randomBytes(16));
    return ok(
      await dexie.transaction('rw', install, async () => {
        const found = await install.get('install');
        if (found !== undefined) return found.id;
        await install.add({ k: 'install', id });
        return id;
      }),
    );
  });
  if (!installed.ok) return installed;

  const vaultDeps: VaultDeps = {
    derive: deps.derive,
    now: deps.now,
    keep: async (file) => {
      held.set(file.slot, file);
      await dexie.transaction('rw', keyFiles, () => keyFiles.put(file));
    },
  };

  const { launchLifeboat } = deps;
  const storeDeps: StoreDeps = {
    ...deps,
    mirrors,
    onLoss: (slot, problem) => lose([slot], problem),
    ...(launchLifeboat !== undefined && {
      launch: (slot, more) => launchLifeboat({ slot, keyFile: () => Promise.resolve(held.get(slot)), ...more }),
    }),
  };

  const keyFileOf = async (slot: string): Promise<Result<KeyFile>> => {
    const parsed = v.safeParse(KeyFile, await keyFiles.get(slot));
    return parsed.success ? ok(parsed.output) : fail<Problem>({ code: 'vault/damaged' });
  };

  /** As they were made: "Sổ tay 1" stays the same person's when another one comes. */
  const slotsInOrder = async (): Promise<readonly string[]> => {
    const known = await keyFiles.toCollection().primaryKeys();
    const order = (await install.get(ORDER))?.id.split(' ') ?? [];
    return known.sort((a, b) => order.indexOf(a) - order.indexOf(b));
  };

  const rememberOrder = (slot: string): Promise<void> =>
    dexie.transaction('rw', install, async () => {
      const before = (await install.get(ORDER))?.id;
      await install.put({ k: ORDER, id: before === undefined ? slot : `${before} ${slot}` });
    });

  /** Databases that this version of the app could not take over: what is unsent there can be handed out. */
  const stranded = new Map<string, Adrift>();

  const openFor = async (vault: OpenVault): Promise<Result<Store>> => {
    const { slot } = vault;
    const store = await openStore(vault, undefined, storeDeps);
    stranded.delete(slot);
    if (!store.ok && store.problem.code === 'store/not-upgraded') {
      const { strandedRows } = await import('./stranded.ts');
      stranded.set(slot, { slot, keyFile: held.get(slot), rows: await strandedRows(slot) });
    }
    if (!store.ok && store.problem.code === 'store/lost') losses.note([vault.slot], store.problem.how);
    return store;
  };

  const later = async () => {
    const { deviceLater } = await import('./device-later.ts');
    return deviceLater({
      vaultDeps,
      keyFileOf,
      openFor,
      guard,
      sentinel,
      renewKey: (slot) => mirrors.get(slot)?.renewKey(),
      dropKeyFile: async (slot) => {
        held.delete(slot);
        mirrors.delete(slot);
        const left = (await slotsInOrder()).filter((one) => one !== slot);
        await dexie.transaction('rw', keyFiles, install, async () => {
          await install.put({ k: ORDER, id: left.join(' ') });
          await keyFiles.delete(slot);
        });
      },
      rescueFiles: deps.rescueFiles,
    });
  };

  return ok({
    losses: {
      ...losses,
      adrift: () => [...losses.adrift(), ...stranded.values()],
      // The key files of what is lost open nothing here any more; the lifeboat has its own.
      leave: async () => {
        const gone = losses.current()?.slots ?? [];
        if (dexie.isOpen()) await dexie.transaction('rw', keyFiles, () => keyFiles.bulkDelete([...gone]));
        await losses.leave();
      },
    },
    close: () => dexie.close(),
    slots: () => guard(async () => ok(await slotsInOrder())),
    newSlot: () => slotFrom(randomBytes(8)),
    nameOf: (slot) => `${installed.value}-${slot}`,
    create: (person, secret) =>
      guard(async () => {
        // What an attempt that failed half-way left behind: without a key file nobody can open it, so nothing is lost.
        if ((await keyFiles.get(person.slot)) === undefined) await Dexie.delete(slotDatabaseName(person.slot));
        const made = await createVault(vaultDeps, { slot: person.slot, person: person.me.id, secret });
        if (!made.ok) return made;
        const store = await openStore(made.value.vault, person.me, storeDeps);
        if (!store.ok) return store;
        const { facts } = store.value;
        await facts.write(FACT.recovery, toBase64url(made.value.recoveryKey));
        await facts.write(FACT.signIn, person.signIn);
        if (person.replicaSecret !== undefined) await facts.write(FACT.replicaSecret, person.replicaSecret);
        await rememberOrder(person.slot);
        await made.value.keep();
        return store;
      }),
    unlock: (slot, secret) =>
      guard(async () => {
        const file = await keyFileOf(slot);
        if (!file.ok) return file;
        const vault = await unlockVault(vaultDeps, file.value, secret);
        return vault.ok ? openFor(vault.value) : vault;
      }),
    recover: (...given) => guard(async () => (await later()).recover(...given)),
    changeSecret: (...given) => guard(async () => (await later()).changeSecret(...given)),
    forget: (slot) => guard(async () => (await later()).forget(slot)),
  });
};
