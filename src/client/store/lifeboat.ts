/**
 * The lifeboat: unsent mutations a second time, outside IndexedDB, so that they outlive it.
 *
 * - Its rows are the journal's own, sealed as they stand there; beside them stands the slot's key file, so that the
 *   unlock secret opens them when the database is gone. Nothing in it is in clear but numbers.
 * - Rows are appended as they are saved. When enough was acknowledged it is written anew from what is unsent.
 * - It is written after the save, and nobody waits for it. When it cannot be written that is told once, and the next
 *   time it is written anew and whole.
 */
import * as v from 'valibot';
import type { Sealed } from '#client/vault/cipher.ts';
import { KeyFile, sealedAsText, SealedText } from '#client/vault/key-file.ts';
import { NO_TRIES } from '#client/vault/tries.ts';

/** A folder of small files outside IndexedDB; one change runs at a time, over all tabs. */
export interface RescueFiles {
  readonly names: () => Promise<readonly string[]>;
  readonly read: (name: string) => Promise<string | undefined>;
  /** All of it, or nothing. */
  readonly write: (name: string, text: string) => Promise<void>;
  readonly append: (name: string, text: string) => Promise<void>;
  readonly remove: (name: string) => Promise<void>;
  readonly inTurn: <T>(slot: string, task: () => Promise<T>) => Promise<T>;
}

/** A journal's row that the server has not acknowledged, and the sealed name of its scope. */
export interface UnsentRow {
  readonly s: number;
  readonly n: number;
  readonly name: Sealed | undefined;
  readonly sealed: Sealed;
}

export const KeptRow = v.object({ s: v.number(), n: v.number(), name: SealedText, sealed: SealedText });
export type KeptRow = v.InferOutput<typeof KeptRow>;

export const rowsName = (slot: string): string => `${slot}.rows`;
export const keyName = (slot: string): string => `${slot}.key`;

export const lineOfKept = (row: KeptRow): string => `${JSON.stringify(row)}\n`;

const lineOf = ({ s, n, name, sealed }: UnsentRow): string =>
  name === undefined ? '' : lineOfKept({ s, n, name: sealedAsText(name), sealed: sealedAsText(sealed) });

/** What can be read of it; a line that was torn is left out. */
export const rowsFrom = (text: string): readonly KeptRow[] => {
  const rows = new Map<string, KeptRow>();
  for (const line of text.split('\n')) {
    const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), KeptRow), line);
    if (parsed.success) rows.set(`${parsed.output.s}.${parsed.output.n}`, parsed.output);
  }
  return [...rows.values()].sort((a, b) => a.s - b.s || a.n - b.n);
};

export const keyFileFrom = (text: string | undefined): KeyFile | undefined => {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), KeyFile), text);
  return parsed.success ? parsed.output : undefined;
};

export interface Lifeboat {
  /** Just saved, and on disk in the journal. */
  readonly keep: (rows: readonly UnsentRow[]) => void;
  /** Some are no longer unsent: what is left is read anew, and that alone stays. */
  readonly renew: () => void;
  /** The wraps of the key have changed. */
  readonly renewKey: () => void;
  /** What stands in it. */
  readonly rows: () => Promise<readonly KeptRow[]>;
  /** Resolves when all that was asked for so far is written, or has failed. */
  readonly settled: () => Promise<void>;
}

export interface LifeboatDeps {
  readonly slot: string;
  readonly files: RescueFiles;
  readonly keyFile: () => Promise<KeyFile | undefined>;
  /** Every unsent row of the journal. */
  readonly unsent: () => Promise<readonly UnsentRow[]>;
  /** Hears, once, that unsent work stands in one place only. */
  readonly onFailure: (error: unknown) => void;
}

export const createLifeboat = ({ slot, files, keyFile, unsent, onFailure }: LifeboatDeps): Lifeboat => {
  let waiting: UnsentRow[] = [];
  let mustRenew = false;
  let keyIsKept = false;
  /** A write failed: the file may lack rows until it is written anew. */
  let isBehind = false;
  let hasFailed = false;
  let running: Promise<void> | undefined;

  const writeKey = async (): Promise<void> => {
    const file = keyIsKept ? undefined : await keyFile();
    if (file === undefined) return;
    // The wraps alone: how often someone tried is counted where they try.
    await files.write(keyName(slot), JSON.stringify({ ...file, tries: NO_TRIES }));
    keyIsKept = true;
  };

  const writeAll = async (): Promise<void> => {
    const lines = (await unsent()).map(lineOf).join('');
    if (lines === '') return files.remove(rowsName(slot));
    await writeKey();
    return files.write(rowsName(slot), lines);
  };

  const writeNext = async (): Promise<void> => {
    const lines = waiting.map(lineOf).join('');
    const whole = mustRenew || isBehind;
    waiting = [];
    mustRenew = false;
    try {
      await files.inTurn(slot, async () => {
        if (whole) return writeAll();
        await writeKey();
        return files.append(rowsName(slot), lines);
      });
      isBehind = false;
    } catch (error) {
      isBehind = true;
      if (!hasFailed) onFailure(error);
      hasFailed = true;
    }
  };

  const hasWork = (): boolean => waiting.length > 0 || mustRenew;
  const work = async (): Promise<void> => {
    while (hasWork()) await writeNext();
    running = undefined;
  };
  const start = (): void => {
    running ??= work();
  };

  return {
    keep: (rows) => {
      waiting.push(...rows);
      start();
    },
    renew: () => {
      mustRenew = true;
      start();
    },
    renewKey: () => {
      keyIsKept = false;
      mustRenew = true;
      start();
    },
    rows: async () => rowsFrom((await files.read(rowsName(slot))) ?? ''),
    settled: () => running ?? Promise.resolve(),
  };
};
