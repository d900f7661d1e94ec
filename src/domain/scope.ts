/**
 * A scope is one compartment of one unit, `unit/compartment`: what a device holds an exact prefix of,
 * and what rights, sequence numbers and digests belong to. `root/units` is the one scope that all read.
 */
import type { Compartment } from './tables.ts';

export type Scope = `${string}/${Compartment}`;

export const UNITS_SCOPE: Scope = 'root/units';

export const scopeOf = (unit: string, compartment: Compartment): Scope => `${unit}/${compartment}`;

const pattern = /^([\w-]{1,40})\/(work|issued|inbox|directory|units)$/u;

export const isScope = (value: string): value is Scope =>
  pattern.test(value) && (value === UNITS_SCOPE || !value.endsWith('/units'));

export const unitOfScope = (scope: Scope): string => scope.slice(0, scope.indexOf('/'));
export const compartmentOf = (scope: Scope): Compartment => scope.slice(scope.indexOf('/') + 1) as Compartment;
