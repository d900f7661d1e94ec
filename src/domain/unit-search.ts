/**
 * Finds units as somebody types: by name, by a name that they had, and by official code; accents, case and đ do not matter.
 *
 * - Every word of the query must stand at the beginning of a word of the name, in any order; a code from its beginning.
 * - Better answers come first: the whole name, then its beginning, then a name in force before a former one.
 * - The index is made once; a search only looks through folded texts, so that it keeps up with typing over a whole country.
 */
import type { LocalDate } from './dates.ts';
import { fold } from './folding.ts';
import { asOn, formerNames } from './held.ts';
import type { Unit } from './records/unit.ts';

export interface IndexedUnit {
  readonly id: string;
  readonly fields: Unit;
}

export interface Found {
  readonly id: string;
  /** The former name by which it was found, where its own does not match. */
  readonly formerly: string | undefined;
}

interface Entry {
  readonly id: string;
  /** Folded, with a space before each word. */
  readonly name: string;
  /** The same without the word for its kind: "xã Bản Lầu" is looked for as "ban lau". */
  readonly bare: string;
  readonly code: string;
  readonly former: readonly { readonly name: string; readonly folded: string }[];
  readonly hasEnded: boolean;
}

export interface UnitIndex {
  readonly entries: readonly Entry[];
  /** All that the entries are found by, a line each: one search through it leaves few to look at. */
  readonly text: string;
  /** Where each entry's line begins. */
  readonly starts: readonly number[];
}

const withSpace = (text: string): string => ` ${fold(text)}`;

const bareOf = (name: string, kind: string): string => (name.startsWith(kind) ? name.slice(kind.length - 1) : name);

export const indexUnits = (units: readonly IndexedUnit[], day: LocalDate): UnitIndex => {
  const kinds = new Map<string, string>();
  const kindOf = (kind: string): string => {
    const folded = kinds.get(kind) ?? `${withSpace(kind)} `;
    kinds.set(kind, folded);
    return folded;
  };
  const entries = units
    .map(({ id, fields }): Entry => {
      const now = asOn(fields, day);
      const name = withSpace(now.name);
      return {
        id,
        name,
        bare: bareOf(name, kindOf(now.kind)),
        code: now.officialCode ?? '',
        former: formerNames(fields, day).map((one) => ({ name: one, folded: withSpace(one) })),
        hasEnded: fields.to !== undefined && fields.to < day,
      };
    })
    .sort((a, b) => (a.bare < b.bare ? -1 : Number(a.bare > b.bare)));
  const starts: number[] = [];
  let length = 0;
  const lines = entries.map(({ name, code, former }) => {
    const line = `${name} ${code}${former.map(({ folded }) => folded).join('')}\n`;
    starts.push(length);
    length += line.length;
    return line;
  });
  return { entries, text: lines.join(''), starts };
};

/** The entries in whose line a text stands. */
function* linesWith({ entries, text, starts }: UnitIndex, wanted: string): Generator<Entry, void, undefined> {
  let line = 0;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, starts[line])) {
    while ((starts[line + 1] ?? text.length) <= at) line += 1;
    const entry = entries[line];
    if (entry !== undefined) yield entry;
    line += 1;
    if (line === entries.length) return;
  }
}

/** 0 is best; `undefined` when it does not match. */
const rankOf = (entry: Entry, words: readonly string[], whole: string): number | undefined => {
  if (entry.code !== '' && ` ${entry.code}`.startsWith(whole)) return entry.code.length === whole.length - 1 ? 0 : 3;
  if (!words.every((word) => entry.name.includes(word))) return undefined;
  if (entry.bare === whole || entry.name === whole) return 0;
  return entry.bare.startsWith(whole) || entry.name.startsWith(whole) ? 1 : 2;
};

const FORMER = 4;
const ENDED = 5;
const RANKS = 2 * ENDED;

/** At most `limit` units, the best first; none for an empty query. */
export const findUnits = (index: UnitIndex, query: string, limit: number): readonly Found[] => {
  const whole = withSpace(query);
  if (whole === ' ') return [];
  const words = whole
    .slice(1)
    .split(' ')
    .map((word) => ` ${word}`);
  const longest = words.reduce((best, word) => (word.length > best.length ? word : best));
  const ranks: Found[][] = Array.from({ length: RANKS }, () => []);
  for (const entry of linesWith(index, longest)) {
    const rank = rankOf(entry, words, whole);
    const formerly =
      rank === undefined
        ? entry.former.find(({ folded }) => words.every((word) => folded.includes(word)))?.name
        : undefined;
    if (rank === undefined && formerly === undefined) continue;
    const place = ranks[(rank ?? FORMER) + (entry.hasEnded ? ENDED : 0)];
    if (place !== undefined && place.length < limit) place.push({ id: entry.id, formerly });
  }
  return ranks.flat().slice(0, limit);
};
