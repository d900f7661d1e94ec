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

export type UnitIndex = readonly Entry[];

const withSpace = (text: string): string => ` ${fold(text)}`;

const bareOf = (name: string, kind: string): string => {
  const [folded, prefix] = [withSpace(name), `${withSpace(kind)} `];
  return folded.startsWith(prefix) ? folded.slice(prefix.length - 1) : folded;
};

export const indexUnits = (units: readonly IndexedUnit[], day: LocalDate): UnitIndex =>
  units
    .map(({ id, fields }): Entry => {
      const now = asOn(fields, day);
      return {
        id,
        name: withSpace(now.name),
        bare: bareOf(now.name, now.kind),
        code: now.officialCode ?? '',
        former: formerNames(fields, day).map((name) => ({ name, folded: withSpace(name) })),
        hasEnded: fields.to !== undefined && fields.to < day,
      };
    })
    .sort((a, b) => (a.bare < b.bare ? -1 : Number(a.bare > b.bare)));

/** 0 is best; `undefined` when it does not match. */
const rankOf = (entry: Entry, words: readonly string[], whole: string): number | undefined => {
  if (entry.code !== '' && entry.code.startsWith(whole.trim())) return entry.code.length === whole.length - 1 ? 0 : 3;
  if (!words.every((word) => entry.name.includes(word))) return undefined;
  if (entry.bare === whole || entry.name === whole) return 0;
  return entry.bare.startsWith(whole) || entry.name.startsWith(whole) ? 1 : 2;
};

const ENDED = 8;
const FORMER = 4;

/** At most `limit` units, the best first; none for an empty query. */
export const findUnits = (index: UnitIndex, query: string, limit: number): readonly Found[] => {
  const whole = withSpace(query);
  if (whole === ' ') return [];
  const words = whole
    .slice(1)
    .split(' ')
    .map((word) => ` ${word}`);
  const ranks = new Map<number, Found[]>();
  for (const entry of index) {
    const rank = rankOf(entry, words, whole);
    const formerly =
      rank === undefined
        ? entry.former.find(({ folded }) => words.every((word) => folded.includes(word)))?.name
        : undefined;
    if (rank === undefined && formerly === undefined) continue;
    const place = (rank ?? FORMER) + (entry.hasEnded ? ENDED : 0);
    const found = ranks.get(place);
    if (found === undefined) ranks.set(place, [{ id: entry.id, formerly }]);
    else found.push({ id: entry.id, formerly });
  }
  return [...ranks]
    .sort(([a], [b]) => a - b)
    .flatMap(([, found]) => found)
    .slice(0, limit);
};
