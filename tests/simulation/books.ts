/**
 * What the simulation knows of every mutation that was ever written: who did it, under which hashes it travelled, and which
 * phones owe it to their people. Read off the disks, so that nothing rests on what the app says of itself.
 *
 * A mutation keeps its stamp and its content for life; its number and its hash change when it is issued anew.
 */
import { isDeepStrictEqual } from 'node:util';
import { journalOn, scopesOn, type JournalEntry, type RawMutation } from './inspect.ts';
import type { Phone } from './phone.ts';
import type { Deed } from './sim-world.ts';

export interface Written {
  readonly key: string;
  readonly scope: string;
  readonly person: string;
  readonly deed: Deed | undefined;
  /** As it was sent under each of its hashes. */
  readonly sent: Map<number, RawMutation>;
  /** The person has done with it, after it was refused. */
  settled: boolean;
  /** The server has had it, even if it was restored since to what it was before. */
  taken: boolean;
}

export interface Books {
  readonly all: ReadonlyMap<string, Written>;
  readonly byHash: ReadonlyMap<string, Written>;
  /** Reads a phone's journal; answers what is wrong with it in itself. */
  readonly read: (phone: Phone) => void;
  /** The same, and whatever stands there is owed from now on. */
  readonly oblige: (phone: Phone) => readonly string[];
  readonly owedBy: (phone: Phone) => ReadonlySet<string>;
  readonly refusedOn: (phone: Phone) => ReadonlySet<string>;
  /** The server has it, and the phone had to let go of all of its scope. */
  readonly release: (phone: Phone, key: string) => void;
  /** A copied profile owes what the original does. */
  readonly inherit: (from: Phone, to: Phone) => void;
  /** The phone has lost everything by itself. */
  readonly forgive: (phone: Phone) => void;
  readonly settle: (key: string) => void;
  readonly keysOn: (phone: Phone) => ReadonlyMap<string, JournalEntry>;
  readonly breaches: () => readonly string[];
}

/** What a hash stands for in one scope. */
export const hashName = (scope: string, h: number): string => `${scope}|${String(h)}`;

const contents = new WeakMap<object, string>();

const contentOf = (mutation: RawMutation): string => {
  const known = contents.get(mutation);
  if (known !== undefined) return known;
  const content = `${String(mutation.ms)}.${String(mutation.ctr)}|${JSON.stringify(
    mutation.operations.map(([table, id, , values]) => [table, id, values]),
  )}`;
  contents.set(mutation, content);
  return content;
};

/** Whether the mutation is what that deed saved; values that were refused before may go along. */
const isOf = (deed: Deed, { operations }: RawMutation): boolean =>
  deed.changes.length === operations.length &&
  deed.changes.every(({ table, id, values }, index) => {
    const [itsTable, itsId, , written] = operations[index] ?? [];
    return (
      table === itsTable &&
      id === itsId &&
      // What a refused mutation had added to a counter goes along with what is added now.
      Object.entries(values).every(([field, value]) =>
        field.startsWith('+') ? typeof written?.[field] === 'number' : isDeepStrictEqual(written?.[field], value),
      )
    );
  });

const known = new WeakSet<object>();
/** Whether a row of a journal was seen before, as it is. */
const isKnown = (row: unknown): boolean => {
  if (typeof row !== 'object' || row === null) return true;
  if (known.has(row)) return true;
  known.add(row);
  return false;
};

export const createBooks = (deeds: readonly Deed[]): Books => {
  const all = new Map<string, Written>();
  const byHash = new Map<string, Written>();
  const owed = new Map<Phone, Set<string>>();
  const refused = new Map<Phone, Set<string>>();
  const wrong: string[] = [];
  const setOf = (sets: Map<Phone, Set<string>>, phone: Phone): Set<string> => {
    const found = sets.get(phone) ?? new Set();
    sets.set(phone, found);
    return found;
  };

  const enter = (phone: Phone, scope: string, mutation: RawMutation): Written => {
    const key = `${scope}|${contentOf(mutation)}`;
    let written = all.get(key);
    if (written === undefined) {
      const isIts = (one: Deed): boolean =>
        one.key === undefined && one.outcome !== 'failed' && one.scope === scope && isOf(one, mutation);
      // Two deeds may say the same, a deletion above all: what was just written is the later one, if it was written at all.
      const outcomes = ['saved', 'saving', 'maybe'] as const;
      const own = outcomes.map((outcome) =>
        deeds.findLast((one) => one.phone === phone && one.outcome === outcome && isIts(one)),
      );
      const deed =
        own.find((one) => one !== undefined) ?? deeds.findLast((one) => one.person === phone.person && isIts(one));
      if (deed !== undefined) deed.key = key;
      written = { key, scope, person: phone.person, deed, sent: new Map(), settled: false, taken: false };
      all.set(key, written);
    }
    if (!written.sent.has(mutation.h)) {
      written.sent.set(mutation.h, mutation);
      byHash.set(hashName(scope, mutation.h), written);
    }
    return written;
  };

  const keysOn = (phone: Phone): ReadonlyMap<string, JournalEntry> => {
    const names = new Map(scopesOn(phone.disk, phone.database()).map(({ s, scope }) => [s, scope]));
    return new Map(
      journalOn(phone.disk, phone.database()).flatMap((entry) => {
        const scope = names.get(entry.s);
        return scope === undefined ? [] : [[enter(phone, scope, entry.mutation).key, entry] as const];
      }),
    );
  };

  return {
    all,
    byHash,
    keysOn,
    read: (phone) => {
      const fresh = phone.disk.rows(phone.database(), 'journal').filter((row) => !isKnown(row));
      if (fresh.length > 0) keysOn(phone);
    },
    oblige: (phone) => {
      const found = keysOn(phone);
      const mine = setOf(owed, phone);
      const turnedDown = setOf(refused, phone);
      for (const [key, { refused: isRefused }] of found) {
        mine.add(key);
        if (isRefused) turnedDown.add(key);
        else turnedDown.delete(key);
      }
      for (const deed of deeds) {
        if (deed.phone !== phone || deed.key !== undefined || deed.outcome !== 'saved') continue;
        wrong.push(`${phone.name} said that ${String(deed.number)} was saved, and it is not on its disk`);
        deed.key = '';
      }
      return wrong;
    },
    owedBy: (phone) => setOf(owed, phone),
    refusedOn: (phone) => setOf(refused, phone),
    release: (phone, key) => {
      owed.get(phone)?.delete(key);
    },
    inherit: (from, to) => {
      owed.set(to, new Set(setOf(owed, from)));
      refused.set(to, new Set(setOf(refused, from)));
    },
    forgive: (phone) => {
      owed.delete(phone);
      refused.delete(phone);
    },
    settle: (key) => {
      const written = all.get(key);
      if (written !== undefined) written.settled = true;
    },
    breaches: () => wrong,
  };
};
