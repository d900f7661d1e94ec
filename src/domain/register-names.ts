/**
 * The registers (sổ) by their tables' names. They stand apart from the tables themselves, which the first page does without.
 * Names are for ever.
 */

/** Every agency keeps its own part of these. */
export const sharedRegisters = [
  'model',
  'refuge',
  'hotline',
  'inspection',
  'training',
  'commendation',
  'difficulty',
  'document',
] as const;

/** Kept for the whole unit, by whoever may write all of it. */
const unitRegisters = ['committee-member', 'budget-line'] as const;

export const registerNames = [...sharedRegisters, ...unitRegisters] as const;
export type RegisterName = (typeof registerNames)[number];

const known: ReadonlySet<string> = new Set(registerNames);
export const isRegisterName = (name: string): name is RegisterName => known.has(name);
