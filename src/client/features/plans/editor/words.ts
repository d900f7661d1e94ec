/** The words of the choices in a plan's forms, in the language in use. */
import { outputs } from '#catalogue/outputs.ts';
import { language, t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import type { Option } from '#client/ui/SelectField.tsx';

type WordList = Readonly<Record<string, string>>;

/** By the name that a field's description gives. */
const lists = (): Readonly<Record<string, WordList>> => ({
  ...s().planEdit.choices,
  levels: s().levels,
  agencyRoles: s().agencyRoles,
  basisRelations: s().basisRelations,
  sources: s().sources,
  recurrences: t().recurrences,
  ruleKinds: t().ruleKinds,
  reaches: t().reaches,
  outputs: Object.fromEntries(outputs.map((output) => [output.code, output[language()]])),
});

/** In the order in which the texts have them; of numbers, smallest first, as an object keeps them. */
export const optionsOf = (words: string | undefined): readonly Option[] =>
  Object.entries(lists()[words ?? ''] ?? {}).map(([value, label]) => ({ value, label }));
