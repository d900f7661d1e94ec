/** Private files, a sentinel and a device without a browser, for the tests of what outlives a database. */
import { openDevice, type Device, type DeviceDeps } from '#client/store/device.ts';
import { createLifeboat, type RescueFiles } from '#client/store/lifeboat.ts';
import { createRescue, type Rescue } from '#client/store/rescue.ts';
import { NO_MARK, type Mark, type Sentinel } from '#client/store/sentinel.ts';
import { deriveCheaply } from '#tests/client/vault/derive.ts';
import { lanMau, must, storeDeps } from './world.ts';

export const SECRET = 'ruộng bậc thang';

export interface MemoryFiles extends RescueFiles {
  readonly all: Map<string, string>;
  /** While true, nothing can be written. */
  isFull: boolean;
}

export const memoryFiles = (): MemoryFiles => {
  const all = new Map<string, string>();
  const put = (name: string, text: string): Promise<void> => {
    if (files.isFull) return Promise.reject(new DOMException('full', 'QuotaExceededError'));
    all.set(name, text);
    return Promise.resolve();
  };
  const files: MemoryFiles = {
    all,
    isFull: false,
    names: () => Promise.resolve([...all.keys()]),
    read: (name) => Promise.resolve(all.get(name)),
    write: put,
    append: (name, text) => put(name, `${all.get(name) ?? ''}${text}`),
    remove: (name) => {
      all.delete(name);
      return Promise.resolve();
    },
    inTurn: (_slot, task) => task(),
  };
  return files;
};

export interface MemorySentinel extends Sentinel {
  mark: Mark;
}

export const memorySentinel = (): MemorySentinel => {
  const sentinel: MemorySentinel = {
    mark: NO_MARK,
    read: () => sentinel.mark,
    change: (change) => {
      sentinel.mark = change(sentinel.mark);
    },
  };
  return sentinel;
};

/** What stands outside the database, and what the device says of itself. */
export const createOutside = () => {
  const files = memoryFiles();
  const sentinel = memorySentinel();
  const failures: unknown[] = [];
  const deps = (over: Partial<DeviceDeps> = {}): DeviceDeps => ({
    ...storeDeps(),
    derive: deriveCheaply,
    sentinel,
    launchLifeboat: (more) => Promise.resolve(createLifeboat({ ...more, files })),
    onLifeboatFailure: (error) => failures.push(error),
    ...over,
  });
  const open = async (over: Partial<DeviceDeps> = {}): Promise<Device> => must(await openDevice(deps(over)));
  const rescueOf = (device?: { readonly losses: Pick<Device['losses'], 'adrift'> }): Rescue =>
    createRescue({
      files,
      derive: deriveCheaply,
      now: deps().now,
      adrift: () => device?.losses.adrift() ?? [],
    });
  return { files, sentinel, failures, deps, open, rescueOf };
};

/** The device with a new person on it. */
export const withPerson = async (device: Device, secret = SECRET) => {
  const slot = device.newSlot();
  const person = { slot, me: lanMau, signIn: 'lan.mau', replicaSecret: undefined };
  return { slot, store: must(await device.create(person, secret)) };
};
