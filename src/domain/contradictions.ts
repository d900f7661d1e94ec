/**
 * Rules of one obligation that say different things: 001 asks for the annual report before 10/11 and before 05/12.
 *
 * All of them stay, side by side, each with its printed words; none is preferred by the app. The officer chooses which
 * governs (`governing` of the own plan), and may choose anew; the others are kept and marked.
 */
import { fold } from './folding.ts';
import type { Plan, Rule } from './records/plan.ts';

export interface StatedRule {
  /** `scope~rule id`. */
  readonly key: string;
  readonly fields: Rule;
}

/** `open` until somebody has chosen; then one governs, and the others yield. */
export type Standing = 'open' | 'governs' | 'yields';

export interface Contradiction {
  readonly name: string;
  /** As they came. */
  readonly rules: readonly (StatedRule & { readonly standing: Standing })[];
  /** Why that one was chosen. */
  readonly reason?: string;
}

/** The rules that share a name, and what was chosen; a choice of a rule that is gone is none. */
export const contradictionsOf = (
  rules: readonly StatedRule[],
  governing: Plan['governing'],
): readonly Contradiction[] => {
  const byName = new Map<string, StatedRule[]>();
  for (const rule of rules) {
    const name = rule.fields.contradiction;
    if (name !== undefined) byName.set(name, [...(byName.get(name) ?? []), rule]);
  }
  return [...byName]
    .filter(([, stated]) => stated.length > 1)
    .map(([name, stated]) => {
      const choice = governing[name];
      const chosen = stated.find(({ key }) => key === choice?.rule);
      const standing = (rule: StatedRule): Standing => {
        if (chosen === undefined) return 'open';
        return rule === chosen ? 'governs' : 'yields';
      };
      return {
        name,
        rules: stated.map((rule) => ({ ...rule, standing: standing(rule) })),
        ...(chosen && choice?.reason !== undefined && { reason: choice.reason }),
      };
    });
};

const saysOf = ({ rule, monthDay, month, year }: Rule): string => [rule, monthDay, month, year].join('|');
const obligationOf = ({ kind, from, to, reach }: Rule): string => [kind, fold(from), fold(to), reach].join('|');

/**
 * Rules that bear no name yet and ask the same report of the same people for another day: for a person to look at, never
 * decided. Several dates of one year may be meant so (two half-year reports), so at most one a half-year is compared.
 */
export const likelyContradictions = (rules: readonly StatedRule[]): readonly (readonly StatedRule[])[] => {
  const dated = rules.filter(({ fields }) => fields.contradiction === undefined && fields.rule !== 'none');
  const halfOf = ({ fields }: StatedRule): string => {
    if (fields.kind !== 'half-year') return '';
    return String(Number(fields.monthDay?.slice(0, 2) ?? fields.month ?? 1) <= 6);
  };
  const alike = new Map<string, StatedRule[]>();
  for (const rule of dated) {
    const key = `${obligationOf(rule.fields)}|${halfOf(rule)}`;
    alike.set(key, [...(alike.get(key) ?? []), rule]);
  }
  return [...alike.values()].filter((group) => new Set(group.map(({ fields }) => saysOf(fields))).size > 1);
};
