/**
 * Everything that crosses the wire, one JSON array a line (NDJSON), both ways of one POST.
 * README.md says who sends what when; the shapes here are its letter.
 */
import * as v from 'valibot';
import { isScope, type Scope } from '#domain/scope.ts';
import { MAX_OPERATIONS, Operation, ValueSchema } from './mutation.ts';

export const PROTOCOL_VERSION = 1;
export const SCHEMA_VERSION = 1;
/**
 * A line of more than twice this many characters is sent in slices of this many, so that a link that dies often still
 * ends. A character is at most three bytes: a slice, the standings and the answer's header pass a link of 4 KB.
 */
export const SLICE_CHARS = 512;

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const ScopeName = v.custom<Scope>((value) => typeof value === 'string' && isScope(value));

/** `["q", protocol, schema, device, clientNowMs, maxBytes]`: opens the exchange. */
export const Question = v.strictTuple([
  v.literal('q'),
  whole,
  whole,
  v.pipe(v.string(), v.regex(/^[\w-]{16,64}$/u)),
  whole,
  whole,
]);
/**
 * `["s", scope, alias, epoch, done, at, inner, xSeen]`: where the device stands in a scope.
 * alias 0 asks for one. `inner` is `[seq, chars]`: how much of the sliced row after `at` is staged, or null.
 */
export const Standing = v.strictTuple([
  v.literal('s'),
  ScopeName,
  whole,
  v.string(),
  whole,
  whole,
  v.nullable(v.strictTuple([whole, whole])),
  whole,
]);
/** `["m", n, h, ms, ctr, operations]`: a mutation of the scope named last. */
export const Push = v.strictTuple([
  v.literal('m'),
  whole,
  whole,
  whole,
  whole,
  v.pipe(v.array(Operation), v.minLength(1), v.maxLength(MAX_OPERATIONS)),
]);
/** `["p", n, offset, total, chars]`: a slice of the text of mutation n's line. */
export const PushSlice = v.strictTuple([
  v.literal('p'),
  whole,
  whole,
  whole,
  v.pipe(v.string(), v.maxLength(4 * SLICE_CHARS)),
]);
export const RequestLine = v.union([Question, Standing, Push, PushSlice]);
export type RequestLine = v.InferOutput<typeof RequestLine>;

/** `[value, ms, ctr, alias]`: the latest write of a field. */
export const RegisterSchema = v.strictTuple([ValueSchema, whole, whole, whole]);

/**
 * `["h", scope, alias, epoch, gcSeq, ackN, ackH, nowMs, staged]`: the answer for a scope begins.
 * Every mutation up to ackN is stored or held. `staged` is how many characters of mutation ackN + 1 the server holds.
 */
export const Header = v.strictTuple([v.literal('h'), ScopeName, whole, v.string(), whole, whole, whole, whole, whole]);
/** `["x", n, problem]`: mutation n was refused and is held, with its reason. */
export const Refusal = v.strictTuple([v.literal('x'), whole, v.looseObject({ code: v.string() })]);
/** `["r", table, id, seq, full, registers]`: a row; full = 1 replaces what the device holds, 0 merges into it. */
export const Row = v.strictTuple([
  v.literal('r'),
  v.string(),
  v.string(),
  whole,
  v.picklist([0, 1]),
  v.record(v.string(), RegisterSchema),
]);
/** `["t", seq, offset, total, chars]`: a slice of the text of the row line with that seq. */
export const RowSlice = v.strictTuple([v.literal('t'), whole, whole, whole, v.string()]);
/** `["c", seq]`: a group ends; everything up to seq may be shown. */
export const Commit = v.strictTuple([v.literal('c'), whole]);
/** `["e", seq, digest]`: the head is reached; the base must have this digest. */
export const End = v.strictTuple([v.literal('e'), whole, whole]);
/** `["g", scope, why]`: the scope may no longer be read. */
export const Gone = v.strictTuple([v.literal('g'), ScopeName, v.string()]);
export const ResponseLine = v.union([Header, Refusal, Row, RowSlice, Commit, End, Gone]);
export type ResponseLine = v.InferOutput<typeof ResponseLine>;

const parse = <S extends v.GenericSchema>(schema: S, text: string): v.InferOutput<S> | undefined => {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined;
  }
  const result = v.safeParse(schema, data);
  return result.success ? result.output : undefined;
};

/** A line of a request, or `undefined` when it is none. */
export const parseRequestLine = (text: string): RequestLine | undefined => parse(RequestLine, text);
export const parseResponseLine = (text: string): ResponseLine | undefined => parse(ResponseLine, text);
