/**
 * Rows sealed and opened. What comes out is parsed, because a row may have been written by another version.
 * A row that does not open is damaged: it is left where it stands and is not shown.
 */
import * as v from 'valibot';
import { readProblem } from '#domain/read-problem.ts';
import { isScope, type Scope } from '#domain/scope.ts';
import { isValue, Operation } from '#sync/mutation.ts';
import type { Register } from '#sync/register.ts';
import type { Cipher, Place, Sealed } from '#client/vault/cipher.ts';

/** The shape of what stands inside the seals; part of what is authenticated. */
const STORED_SCHEMA = 1;

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const isRegister = (value: unknown): value is Register =>
  Array.isArray(value) && value.length === 4 && isValue(value[0]) && value.slice(1).every(Number.isSafeInteger);

/** Checked by hand: thousands are opened at once, and a schema's walk over each costs more than opening it. */
export const Registers = v.custom<Readonly<Record<string, Register>>>(
  (value) => typeof value === 'object' && value !== null && Object.values(value).every(isRegister),
);

export const StoredRecord = v.object({ id: v.string(), registers: Registers });
export const StoredEntry = v.object({
  mutation: v.object({
    n: whole,
    h: whole,
    ms: whole,
    ctr: whole,
    schema: v.optional(whole, 1),
    operations: v.array(Operation),
  }),
  refusal: v.optional(
    v.object({
      at: v.number(),
      alias: v.optional(whole, 0),
      covered: v.exactOptional(v.array(v.string())),
      problem: v.pipe(v.unknown(), v.transform(readProblem)),
    }),
  ),
});
export const StoredRow = v.object({
  table: v.string(),
  id: v.string(),
  seq: whole,
  full: v.boolean(),
  registers: Registers,
});
export const StoredPart = v.object({ seq: whole, total: whole, text: v.string() });
export const ScopeName = v.custom<Scope>((value) => typeof value === 'string' && isScope(value));

export interface Sealer {
  readonly keyOf: (id: string) => Promise<string>;
  readonly seal: (table: string, id: string, value: unknown) => Promise<Sealed>;
  readonly open: <S extends v.GenericSchema>(
    table: string,
    id: string,
    sealed: Sealed,
    schema: S,
  ) => Promise<v.InferOutput<S> | undefined>;
}

export const createSealer = (cipher: Cipher): Sealer => {
  const place = (table: string, id: string): Place => ({ table, id, schema: STORED_SCHEMA });
  return {
    keyOf: cipher.keyOf,
    seal: (table, id, value) => cipher.seal(place(table, id), value),
    open: async (table, id, sealed, schema) => {
      const opened = await cipher.open(place(table, id), sealed).catch(() => undefined);
      const parsed = v.safeParse(schema, opened);
      return parsed.success ? parsed.output : undefined;
    },
  };
};
