import { describe, expect, test } from 'vitest';
import { registerCodes } from '#catalogue/register-codes.ts';
import { fieldsOf, registerAt, registerOf, registers } from '#catalogue/registers.ts';
import { registerNames } from '#domain/register-names.ts';
import { registerTables } from '#domain/records/registers.ts';
import type { Table } from '#domain/table.ts';
import { screensVi } from '#client/texts/screens-vi.ts';

const tableOf = (name: (typeof registerNames)[number]): Table => registerTables[name];

test('Every register is described once, under an address of its own', () => {
  expect(registers.map(({ table }) => table).toSorted()).toEqual([...registerNames].toSorted());
  expect(new Set(registers.map(({ path }) => path)).size).toBe(registers.length);
  for (const register of registers) {
    expect(registerAt(register.path)).toBe(register);
    expect(registerOf(register.table)).toBe(register);
  }
});

describe.each(registers)('The description of $table', (register) => {
  const table = tableOf(register.table);
  const fields = fieldsOf(register);
  const names = fields.map(({ name }) => name);

  test('shows every field of its table once, so that nothing written can be out of sight', () => {
    expect(names.toSorted()).toEqual([...Object.keys(table.single), ...Object.keys(table.sets)].toSorted());
  });

  test('asks at once for what a row must have; only the agency may be folded away, for it is filled in', () => {
    const shown = register.main.flat().map(({ name }) => name);
    const unseen = table.required.filter((field) => !shown.includes(field));
    expect(unseen.filter((field) => field !== 'agency')).toEqual([]);
  });

  test('tells sets from single fields', () => {
    const sets = fields.filter(({ is }) => ['checks', 'partners', 'tasks', 'campaigns'].includes(is));
    expect(sets.map(({ name }) => name).toSorted()).toEqual(Object.keys(table.sets).toSorted());
  });

  test('has a word for every field', () => {
    expect(names.filter((name) => !Object.hasOwn(screensVi.fields, name))).toEqual([]);
  });
});

test('No code of the registers means two things, and each is in composed Unicode', () => {
  const codes = registerCodes.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  for (const { code, vi, en } of registerCodes) {
    expect(code).toMatch(/^[a-z][a-z0-9-]{0,39}$/u);
    expect([vi, vi !== '', en !== '']).toEqual([vi.normalize('NFC'), true, true]);
  }
});

test('Every code that a form offers has its word where bare codes are told', () => {
  const known = new Set(registerCodes.map(({ code }) => code));
  const offered = registers.flatMap((register) =>
    fieldsOf(register).flatMap((field) =>
      'codes' in field && field.name !== 'topics' ? field.codes.map(({ code }) => code) : [],
    ),
  );
  expect(offered.filter((code) => !known.has(code))).toEqual([]);
});
