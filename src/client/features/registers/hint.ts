/** What helps with a field: its own sentence in this register, or that of its kind. */
import type { Register, RegisterField } from '#catalogue/registers.ts';
import { s } from '#client/texts/screens.ts';

export const hintOf = ({ table }: Pick<Register, 'table'>, field: RegisterField): string | undefined => {
  const hints: Readonly<Record<string, string>> = s().registers.hints;
  const isRepeated = 'sameAs' in field && field.sameAs !== undefined;
  return hints[`${table}.${field.name}`] ?? (isRepeated ? s().registers.hints.to : hints[field.is]);
};
