/**
 * A backup as a file: nobody else may read it, it is sealed if there is a key, and it takes its name only when it is
 * on the disk and was read through once more. Without a key it is a plain gzip.
 */
import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable, pipeline } from 'node:stream';
import { createGunzip, createGzip } from 'node:zlib';
import { itemsOfLines, type BackupItem } from './backup-lines.ts';
import { isSealed, seal, unseal } from './sealing.ts';

export type FileFault =
  | 'missing'
  /** A file of that name is there already. */
  | 'exists'
  /** Sealed, and no key was given. */
  | 'no-key'
  /** Cut, changed, no backup at all, or sealed under another key. */
  | 'damaged';

const compressed = (lines: AsyncIterable<string>, key: string | undefined): AsyncIterable<Uint8Array> => {
  const zipped = pipeline(Readable.from(lines), createGzip(), () => undefined);
  return key === undefined ? zipped : seal(key)(zipped);
};

/** `fill` writes the lines and has ended when they are all there: what follows takes as long as reading a backup does. */
export const writeFileSafely = async (
  path: string,
  key: string | undefined,
  fill: (write: (lines: AsyncIterable<string>) => Promise<void>) => Promise<void>,
): Promise<FileFault | undefined> => {
  if (await isThere(path)) return 'exists';
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const writing = `${path}.${randomBytes(4).toString('hex')}.part`;
  try {
    const file = await open(writing, 'wx', 0o600);
    try {
      await fill(async (lines) => {
        for await (const bytes of compressed(lines, key)) await file.write(bytes);
      });
      await file.sync();
    } finally {
      await file.close();
    }
    if (!(await isWhole(writing, key))) return 'damaged';
    if (await isThere(path)) return 'exists';
    await rename(writing, path);
    await syncFolder(dirname(path));
    return undefined;
  } finally {
    await rm(writing, { force: true });
  }
};

const isThere = async (path: string): Promise<boolean> => (await stat(path).catch(() => undefined)) !== undefined;

/** The new name is on the disk, too. */
const syncFolder = async (path: string): Promise<void> => {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
};

/** Whether there is something to read, and a key if it needs one. What it holds is seen by reading it. */
export const inspectBackup = async (path: string, key: string | undefined): Promise<FileFault | undefined> => {
  const file = await open(path, 'r').catch(() => undefined);
  if (file === undefined) return 'missing';
  try {
    const { buffer } = await file.read(Buffer.alloc(16), 0, 16, 0);
    return isSealed(buffer) && key === undefined ? 'no-key' : undefined;
  } finally {
    await file.close();
  }
};

/** The items of a file; one that is damaged has no end. */
export async function* readBackupFile(
  path: string,
  key: string | undefined,
): AsyncGenerator<BackupItem, void, undefined> {
  const file = await open(path, 'r');
  const { buffer } = await file.read(Buffer.alloc(16), 0, 16, 0);
  await file.close();
  const bytes = createReadStream(path);
  const zipped = key !== undefined && isSealed(buffer) ? Readable.from(unseal(key)(bytes)) : bytes;
  const text = pipeline(zipped, createGunzip(), () => undefined);
  try {
    yield* itemsOfLines(linesOf(text));
  } finally {
    text.destroy();
    bytes.destroy();
  }
}

/** Lines end at a line feed and nowhere else: text may hold other separators. */
async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for await (const chunk of bytes) {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } catch {
    // A stream that breaks ends; whoever reads must look for the end mark.
  }
}

const isWhole = async (path: string, key: string | undefined): Promise<boolean> => {
  for await (const item of readBackupFile(path, key)) if (item.is === 'end') return true;
  return false;
};
