/** The day on which work stands: the sample's stored one where the unit, or one above it, has one; else Việt Nam's. */
import { todayAt } from '#domain/dates.ts';
import type { Saved } from '#client/store/shown.ts';

export interface UnitTree {
  readonly units: readonly Saved<'unit'>[];
  readonly lines: readonly Saved<'unit-line'>[];
}

/** The unit and those above it, nearest first; a circle ends where it closes. */
export const unitAndAbove = (own: string, { lines }: Pick<UnitTree, 'lines'>): readonly string[] => {
  const parents = lines.filter((line) => line.fields.relation === 'parent');
  const found = [own];
  for (const unit of found) {
    for (const { fields } of parents) {
      if (fields.unit === unit && !found.includes(fields.other)) found.push(fields.other);
    }
  }
  return found;
};

export const sampleOf = (
  own: string,
  tree: UnitTree,
): { readonly isSample: boolean; readonly today: string | undefined } => {
  const above = unitAndAbove(own, tree).flatMap((id) => tree.units.find((unit) => unit.id === id) ?? []);
  return {
    isSample: above.some((unit) => unit.fields.sample === true),
    today: above.find((unit) => unit.fields.today !== undefined)?.fields.today,
  };
};

export const businessDay = (own: string, tree: UnitTree, now: number): string =>
  sampleOf(own, tree).today ?? todayAt(now);
