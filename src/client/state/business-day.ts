/** The day on which work stands: the sample's stored one where the unit, or one above it, has one; else Việt Nam's. */
import { todayAt } from '#domain/dates.ts';
import type { UnitLine } from '#domain/records/unit.ts';
import type { NearUnits } from '#client/store/shown.ts';

/** The unit and those that lines of a kind lead to, nearest first, whatever the day; a circle ends where it closes. */
export const reachedBy = (
  relation: UnitLine['relation'],
  own: string,
  { lines }: Pick<NearUnits, 'lines'>,
): readonly string[] => {
  const found = new Set([own]);
  for (const unit of found)
    for (const { fields } of lines) if (fields.relation === relation && fields.unit === unit) found.add(fields.other);
  return [...found];
};

export const sampleOf = (
  own: string,
  tree: NearUnits,
): { readonly isSample: boolean; readonly today: string | undefined } => {
  const above = reachedBy('parent', own, tree).flatMap((id) => tree.units.find((unit) => unit.id === id) ?? []);
  return {
    isSample: above.some((unit) => unit.fields.sample === true),
    today: above.find((unit) => unit.fields.today !== undefined)?.fields.today,
  };
};

export const businessDay = (own: string, tree: NearUnits, now: number): string =>
  sampleOf(own, tree).today ?? todayAt(now);
