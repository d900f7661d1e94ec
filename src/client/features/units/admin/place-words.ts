/** Where a unit stands, and its code: what tells it from another of the same name. */
import type { LocalDate } from '#domain/dates.ts';
import { asOn } from '#domain/held.ts';
import type { UnitTree } from '#domain/unit-tree.ts';
import { s } from '#client/texts/screens.ts';

/** Its name and its place, for a button that is read aloud: two communes of one name are told apart. */
export const placedName = (tree: UnitTree | undefined, id: string, day: LocalDate): string => {
  const unit = tree?.unit(id);
  const name = unit === undefined ? id : asOn(unit.fields, day).name;
  return [name, placeWords(tree, id, day)].filter(Boolean).join(', ');
};

export const placeWords = (tree: UnitTree | undefined, id: string, day: LocalDate): string => {
  const unit = tree?.unit(id);
  if (tree === undefined || unit === undefined) return '';
  const above = tree.above(id).at(-1);
  const code = asOn(unit.fields, day).officialCode;
  return [above && asOn(above.fields, day).name, code && s().units.code(code)].filter(Boolean).join(' · ');
};
