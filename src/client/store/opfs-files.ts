/** The lifeboat's folder as the browser has it: the origin's private file system, which outlives a broken IndexedDB. */
import type { RescueFiles } from './lifeboat.ts';

const FOLDER = 'so-tay-lifeboat';
/** A tab that sleeps while it holds the lock must not keep the others' work from being written twice. */
const LOCK_MS = 5_000;

const folder = async (): Promise<FileSystemDirectoryHandle> => {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(FOLDER, { create: true });
};

const isMissing = (error: unknown): boolean => error instanceof DOMException && error.name === 'NotFoundError';

const fileOf = async (name: string): Promise<File | undefined> => {
  try {
    return await (await (await folder()).getFileHandle(name)).getFile();
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
};

/** What is written takes effect at the end, as a whole. */
const put = async (name: string, text: string, from: number): Promise<void> => {
  const handle = await (await folder()).getFileHandle(name, { create: true });
  const stream = await handle.createWritable({ keepExistingData: from > 0 });
  try {
    await stream.write({ type: 'write', position: from, data: text });
    await stream.close();
  } catch (error) {
    await stream.abort().catch(() => undefined);
    throw error;
  }
};

const locked = async <T>(slot: string, task: () => Promise<T>): Promise<T> => {
  if (!('locks' in navigator)) return task();
  let begun: Promise<T> | undefined;
  try {
    await navigator.locks.request(`so-tay-lifeboat-${slot}`, { signal: AbortSignal.timeout(LOCK_MS) }, () => {
      begun = task();
      return begun;
    });
  } catch (error) {
    if (begun === undefined && !(error instanceof DOMException)) throw error;
  }
  return begun ?? task();
};

export const opfsFiles: RescueFiles = {
  names: async () => {
    const names: string[] = [];
    for await (const name of (await folder()).keys()) names.push(name);
    return names.sort();
  },
  read: async (name) => (await fileOf(name))?.text(),
  write: (name, text) => put(name, text, 0),
  append: async (name, text) => put(name, text, (await fileOf(name))?.size ?? 0),
  remove: async (name) => {
    try {
      await (await folder()).removeEntry(name);
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  },
  inTurn: locked,
};
