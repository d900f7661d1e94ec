/**
 * Brings a mutation that an older app made up to the schema of today: a phone that was off for months sends what it
 * has, as it has it, and loses nothing.
 *
 * - A lens is pure and goes one version up; they are applied one after the other, and none is ever removed while a phone
 *   may still hold what it reads.
 * - Tables and fields are only ever added, so most versions need no lens at all.
 */
import type { Value, Values } from '#domain/change.ts';
import { SCHEMA_VERSION } from './version.ts';
import type { Operation } from './mutation.ts';

type Lens = (operation: Operation) => Operation;

const composed = (value: Value): Value => {
  if (typeof value === 'string') return value.normalize('NFC');
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map(composed);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, composed(item)]));
};

const isList = (value: Value): value is readonly Value[] => Array.isArray(value);

/** Some keyboards write letters and their marks apart; from 2 on the app composes them before it saves. */
const composeTexts: Lens = ([table, id, b, values]) => {
  const written: Values = Object.fromEntries(Object.entries(values).map(([field, value]) => [field, composed(value)]));
  return [table, id, b, written];
};

/** By the version that they start from. */
const lenses: Readonly<Record<number, Lens>> = { 1: composeTexts };

/** A mutation of a newer app than this is left as it is: what this version does not know of it is refused by name. */
export const upgradeOperations = (operations: readonly Operation[], schema: number): readonly Operation[] => {
  let upgraded = operations;
  for (let version = schema; version < SCHEMA_VERSION; version += 1) {
    const lens = lenses[version];
    if (lens !== undefined) upgraded = upgraded.map(lens);
  }
  return upgraded;
};
