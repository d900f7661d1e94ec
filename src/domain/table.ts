/**
 * How a table of records is described: which fields it has, and which of them are sets.
 *
 * - A single field is one register: two people who change different fields both win.
 * - A set field has one register an element, named `set/element`; two people who add different elements both win.
 * - A counter is added to, never set: on the wire `+name` carries an increment, and each phone's additions count once.
 * - On the wire a field that was cleared, or an element that was taken away, is `null`; in a record it is absent.
 */
import * as v from 'valibot';
import { visibleText } from './visible-text.ts';

export type Schema = v.GenericSchema;
export type Schemas = Readonly<Record<string, Schema>>;

export interface Table<
  Single extends Schemas = Schemas,
  Sets extends Schemas = Schemas,
  Required extends string = string,
  Counters extends string = string,
> {
  readonly single: Single;
  readonly sets: Sets;
  /** Single fields without which a record is refused when it is made. */
  readonly required: readonly Required[];
  /** Numbers that several phones add to at once; in a record their sum, absent when nobody has added. */
  readonly counters?: readonly Counters[];
}

/** A record of the table `T` as the screens and the rules see it. */
export type RecordOf<T> =
  T extends Table<infer Single, infer Sets, infer Required, infer Counters>
    ? { readonly [K in keyof Single as K extends Required ? never : K]?: v.InferOutput<Single[K]> } & {
        readonly [K in keyof Single as K extends Required ? K : never]: v.InferOutput<Single[K]>;
      } & { readonly [K in keyof Sets]: Readonly<Record<string, v.InferOutput<Sets[K]>>> } & {
        readonly [K in Counters]?: number;
      }
    : never;

export const defineTable = <
  Single extends Schemas,
  Sets extends Schemas,
  Required extends keyof Single & string,
  Counters extends string = never,
>(
  table: Table<Single, Sets, Required, Counters>,
): Table<Single, Sets, Required, Counters> => table;

/** Text of at most `max` characters, trimmed, in NFC and without what no screen shows. */
export const text = (max: number) =>
  v.pipe(
    v.string(),
    v.transform((value) => visibleText(value).trim()),
    v.maxLength(max),
  );
export const filled = (max: number) => v.pipe(text(max), v.nonEmpty());
/** A whole number of people, things or đồng. */
export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(1e13));
/** A figure that need not be whole, such as a rate. */
export const figure = v.pipe(v.number(), v.finite());
export const id = v.pipe(v.string(), v.regex(/^[\w.~:-]{1,120}$/u));
/** A calendar day as text, `2024-11-15`. Whether the day exists is asked by `dates.ts`. */
export const localDate = v.pipe(v.string(), v.isoDate());
/** A day whose month or day may be missing, as a document printed it: `2024`, `2024-02`, `2024-02-20`. */
export const partialDate = v.pipe(v.string(), v.regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u));
/** A day of every year, `11-15`. */
export const monthDay = v.pipe(v.string(), v.regex(/^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u));
export const year = v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2200));
/** The element of a set is there. */
export const present = v.literal(true);
/** A link to a record of another scope, by `scope~id`: the version that it was made to. */
export const linked = v.pipe(v.number(), v.integer(), v.minValue(1));
/** The record that this one was copied from, `scope~id`: last year's, or the level above's. */
export const copiedFrom = text(200);
export const every = v.picklist(['month', 'quarter', 'half-year', 'year']);
/** Where an item of ready-made reference data stands in its document; lines count from 1. */
export const line = v.pipe(v.number(), v.integer(), v.minValue(1));
/** Which source document an item is taken from, where that is not the plan's own. */
export const document = text(10);
/** Sorts siblings; a fractional key as text, so that one can be put between two others. */
export const order = v.pipe(v.string(), v.regex(/^[0-9A-Za-z]{1,60}$/u));
