/** What a field is called and what helps with it: its own words in this register, or those that it has everywhere. */
import type { Register, RegisterField } from '#catalogue/registers.ts';
import { s } from '#client/texts/screens.ts';

type Of = Pick<Register, 'table'>;

export const labelOf = ({ table }: Of, name: string): string => {
  const own: Readonly<Record<string, string>> = s().registers.labels;
  const names: Readonly<Record<string, string>> = s().fields;
  return own[`${table}.${name}`] ?? names[name] ?? name;
};

export const hintOf = ({ table }: Of, field: RegisterField): string | undefined => {
  const hints: Readonly<Record<string, string>> = s().registers.hints;
  const isRepeated = 'sameAs' in field && field.sameAs !== undefined;
  return hints[`${table}.${field.name}`] ?? (isRepeated ? s().registers.hints.to : hints[field.is]);
};
