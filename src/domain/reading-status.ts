/**
 * Whether somebody has checked a reading's figures: draft, checked, or changed since.
 *
 * - A check keeps the figures that were seen. It holds while exactly those stand, so a reading that is changed is a draft
 *   again by itself: also where two phones did both at once, and where an older version of the app made the change.
 * - Source, evidence, reasons and notes are not figures: completing them leaves a check as it was.
 * - Who checked, and when, is in the history. Who may check is asked here: those who enter for the whole unit; an
 *   agency's recorder does not check what the agency itself counted, and a leader writes no figures.
 */
import type { Value } from './change.ts';
import type { Problem } from './problem.ts';
import type { ReadingFields } from './reading-nothing.ts';
import type { Role } from './records/unit.ts';

export type ReadingStatus = 'draft' | 'checked' | 'changed';

const amounts = ['numerator', 'denominator'] as const;
const groups = ['female', 'male', 'minority', 'minorityFemale', 'minorityMale'] as const;
const rest = ['conditions', 'bodies', 'nothing', 'done'] as const;

/** All that counts of a reading, in one order, as text: two readings with the same say the same. */
export const figuresAsText = (reading: ReadingFields): string => {
  const said = [
    ...amounts.map((name) => [name, reading[name]] as const),
    ...groups.map((name) => {
      const part = reading[name];
      return [name, part && [part.numerator, part.denominator ?? null]] as const;
    }),
    ...rest.map((name) => [name, reading[name]] as const),
  ];
  return JSON.stringify(Object.fromEntries(said.filter(([, value]) => value !== undefined)));
};

export const readingStatus = (reading: ReadingFields): ReadingStatus => {
  if (reading.checked === undefined) return 'draft';
  return reading.checked === figuresAsText(reading) ? 'checked' : 'changed';
};

const checkers: ReadonlySet<Role> = new Set(['officer', 'supervisor']);
export const mayCheck = (role: Role): boolean => checkers.has(role);

/** Whether a person may write what a change makes of the check; taking one away is undoing, and as free as editing. */
export const checkChecked = (role: Role, before: Value | undefined, after: Value | undefined): Problem | undefined =>
  typeof after !== 'string' || after === before || mayCheck(role) ? undefined : { code: 'rights/forbidden' };
