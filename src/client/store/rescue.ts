/**
 * Finds, opens, hands out and takes in sealed copies of unsent work: the lifeboats beside the database, what a tab still
 * holds of a lost one, and files that were handed out before.
 *
 * - A copy is handed out as it stands, sealed; whoever carries it cannot read it, and no secret is asked for.
 * - It opens with the unlock secret of the slot that it comes from. Wrong tries slow down here as they do at the door.
 * - A copy is let go only by who has put its work somewhere else, and only the rows that were: what else stands there stays.
 */
import * as v from 'valibot';
import type { Problem } from '#domain/problem.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { Scope } from '#domain/scope.ts';
import type { Derive } from '#client/vault/argon.ts';
import { KeyFile, sealedFromText } from '#client/vault/key-file.ts';
import { NO_TRIES } from '#client/vault/tries.ts';
import { unlockVault } from '#client/vault/vault.ts';
import { entryPlace } from './core.ts';
import { KeptRow, keyFileFrom, keyName, lineOfKept, rowsFrom, rowsName, type RescueFiles } from './lifeboat.ts';
import type { Adrift } from './losses.ts';
import { createSealer, ScopeName, StoredEntry } from './sealing.ts';

const FORMAT = 'so-tay/unsent';

const RescueFile = v.object({
  format: v.literal(FORMAT),
  version: v.literal(1),
  keyFile: KeyFile,
  rows: v.array(KeptRow),
});

/** A sealed copy that stands somewhere. */
export interface SealedCopy {
  readonly slot: string;
  /** Mutations in it. */
  readonly count: number;
}

export interface RescuedEntry {
  readonly scope: Scope;
  readonly mutation: v.InferOutput<typeof StoredEntry>['mutation'];
}

/** A copy that was opened. */
export interface Rescued {
  readonly slot: string;
  readonly person: string;
  readonly entries: readonly RescuedEntry[];
  /** Rows that do not open: damaged, or of another version. */
  readonly unreadable: number;
  /** What was opened, as it stood there. */
  readonly rows: readonly KeptRow[];
}

export interface Rescue {
  /** But for those of slots that are `leftOut`: they are not even read. */
  readonly copies: (leftOut?: (slot: string) => boolean) => Promise<readonly SealedCopy[]>;
  /** The text of the file to hand out; `undefined` when there is no such copy. */
  readonly fileOf: (slot: string) => Promise<string | undefined>;
  readonly open: (slot: string, secret: string) => Promise<Result<Rescued>>;
  readonly openFile: (text: string, secret: string) => Promise<Result<Rescued>>;
  /** Its work stands elsewhere now: out of the slot's copy go these very rows. */
  readonly letGo: (rescued: Pick<Rescued, 'slot' | 'rows'>) => Promise<void>;
}

export interface RescueDeps {
  readonly files: RescueFiles;
  readonly derive: Derive;
  readonly now: () => number;
  /** What a tab still holds of databases that were lost while it was open. */
  readonly adrift: () => readonly Adrift[];
}

interface Copy {
  readonly keyFile: KeyFile;
  readonly rows: readonly KeptRow[];
}

const unreadable = (): Result<never> => fail<Problem>({ code: 'rescue/unreadable' });

const keyOf = (row: KeptRow): string => `${row.s}.${row.n}`;

/** Those of `rows` that do not stand in `others` as they are. */
const without = (rows: readonly KeptRow[], others: readonly KeptRow[]): readonly KeptRow[] => {
  const there = new Set(others.map(lineOfKept));
  return rows.filter((row) => !there.has(lineOfKept(row)));
};

const openRows = async (
  copy: Copy,
  derive: Derive,
  now: () => number,
  keep: (file: KeyFile) => Promise<void>,
  secret: string,
): Promise<Result<Rescued>> => {
  const vault = await unlockVault({ derive, now, keep }, copy.keyFile, secret);
  if (!vault.ok) return vault;
  const { slot, person, cipher } = vault.value;
  const sealer = createSealer(cipher);
  const entries: RescuedEntry[] = [];
  for (const { s, n, name, sealed } of copy.rows) {
    const scope = await sealer.open('positions', String(s), sealedFromText(name), ScopeName);
    const entry = await sealer.open('journal', entryPlace(s, n), sealedFromText(sealed), StoredEntry);
    if (scope !== undefined && entry !== undefined) entries.push({ scope, mutation: entry.mutation });
  }
  return ok({ slot, person, entries, unreadable: copy.rows.length - entries.length, rows: copy.rows });
};

export const createRescue = ({ files, derive, now, adrift }: RescueDeps): Rescue => {
  /** A storage that was cleared or does not answer holds no copy; what is in memory may still be there. */
  const readOrNothing = (name: string) => files.read(name).catch(() => undefined);

  const keptRows = async (slot: string): Promise<readonly KeptRow[]> =>
    rowsFrom((await readOrNothing(rowsName(slot))) ?? '');

  const copyOf = async (slot: string): Promise<Copy | undefined> => {
    const floating = adrift().find((one) => one.slot === slot);
    const keyFile = keyFileFrom(await readOrNothing(keyName(slot))) ?? floating?.keyFile;
    if (keyFile === undefined) return undefined;
    const rows = new Map((await keptRows(slot)).map((row) => [keyOf(row), row]));
    for (const row of floating?.rows ?? []) rows.set(keyOf(row), row);
    return rows.size === 0 ? undefined : { keyFile, rows: [...rows.values()] };
  };

  const slots = async (): Promise<readonly string[]> => {
    const names = await files.names().catch((): readonly string[] => []);
    const afloat = names.filter((name) => name.endsWith('.key')).map((name) => name.slice(0, -'.key'.length));
    return [...new Set([...afloat, ...adrift().map(({ slot }) => slot)])];
  };

  /**
   * What only this tab holds is written down as soon as somebody looks, beside what stands there: the tab may be closed
   * next, and the lifeboat may have been behind.
   */
  const writeDown = async (): Promise<void> => {
    for (const { slot, keyFile, rows } of adrift()) {
      if (keyFile === undefined || without(rows, await keptRows(slot)).length === 0) continue;
      const copy = await copyOf(slot);
      const text = copy?.rows.map(lineOfKept).join('') ?? '';
      await files.write(keyName(slot), JSON.stringify({ ...keyFile, tries: NO_TRIES })).catch(() => undefined);
      await files.write(rowsName(slot), text).catch(() => undefined);
    }
  };

  return {
    copies: async (leftOut = () => false) => {
      await writeDown();
      const wanted = (await slots()).filter((slot) => !leftOut(slot));
      const all = await Promise.all(
        wanted.map(async (slot) => ({ slot, count: (await copyOf(slot))?.rows.length ?? 0 })),
      );
      return all.filter(({ count }) => count > 0);
    },
    fileOf: async (slot) => {
      const copy = await copyOf(slot);
      return copy && JSON.stringify({ format: FORMAT, version: 1, ...copy });
    },
    open: async (slot, secret) => {
      const copy = await copyOf(slot);
      if (copy === undefined) return unreadable();
      const keep = (file: KeyFile) => files.write(keyName(slot), JSON.stringify(file)).catch(() => undefined);
      return openRows(copy, derive, now, keep, secret);
    },
    openFile: async (text, secret) => {
      const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), RescueFile), text);
      if (!parsed.success) return unreadable();
      // A file is anyone's to copy: counting tries in it would stop nobody. Argon2id does.
      return openRows(parsed.output, derive, now, () => Promise.resolve(), secret);
    },
    letGo: ({ slot, rows }) =>
      files.inTurn(slot, async () => {
        const left = without(await keptRows(slot), rows);
        if (left.length > 0) return files.write(rowsName(slot), left.map(lineOfKept).join(''));
        await files.remove(rowsName(slot));
        return files.remove(keyName(slot));
      }),
  };
};
