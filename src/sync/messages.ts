/**
 * Everything that crosses the wire, one JSON array a line (NDJSON), both ways of one POST.
 * README.md says who sends what when; the shapes here are its letter.
 */
import * as v from 'valibot';
import type { Value } from '#domain/change.ts';
import { isScope, type Scope } from '#domain/scope.ts';
import { isValue, MAX_OPERATIONS, Operation } from './mutation.ts';
import { MAX_CTR } from './stamp.ts';
import { SLICE_CHARS } from './version.ts';

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const flag = v.picklist([0, 1]);
const ScopeName = v.custom<Scope>((value) => typeof value === 'string' && isScope(value));
/** Chosen by the device: what makes two lives of one device in one scope two replicas. */
export const ReplicaToken = v.pipe(v.string(), v.regex(/^[\w-]{12}$/u));

/**
 * `["q", protocol, schema, device, clientNowMs, maxBytes, sum, wantsReceipt]`: opens the exchange.
 * `sum` is 0, or the sum of all positions (positions.ts) of a device that has nothing to send and nothing half received;
 * then no other line follows.
 */
export const Question = v.strictTuple([
  v.literal('q'),
  whole,
  whole,
  v.pipe(v.string(), v.regex(/^[\w-]{16,64}$/u)),
  whole,
  whole,
  whole,
  flag,
]);
/**
 * `["s", scope, replica, epoch, done, at, inner, xSeen, gs]`: where the device stands in a scope.
 * `inner` is `[seq, chars]`: how much of the sliced row after `at` is staged, or null. `gs` is the scope's gcSeq as it
 * was when reading from `done` began.
 */
export const Standing = v.strictTuple([
  v.literal('s'),
  ScopeName,
  ReplicaToken,
  v.pipe(v.string(), v.maxLength(40)),
  whole,
  whole,
  v.nullable(v.strictTuple([whole, whole])),
  whole,
  whole,
]);
/** `["m", n, h, ms, ctr, operations, schema]`: a mutation of the scope named last, as the schema of its making wrote it. */
export const Push = v.strictTuple([
  v.literal('m'),
  whole,
  whole,
  whole,
  v.pipe(whole, v.maxValue(MAX_CTR)),
  v.pipe(v.array(Operation), v.minLength(1), v.maxLength(MAX_OPERATIONS)),
  whole,
]);
/** `["p", n, h, offset, total, chars]`: a slice of the text of mutation n's line. */
export const PushSlice = v.strictTuple([
  v.literal('p'),
  whole,
  whole,
  whole,
  whole,
  v.pipe(v.string(), v.maxLength(4 * SLICE_CHARS)),
]);
export const RequestLine = v.union([Question, Standing, Push, PushSlice]);
export type RequestLine = v.InferOutput<typeof RequestLine>;

/** `["u", nowMs]`: every scope is as the sum says. */
export const Unchanged = v.strictTuple([v.literal('u'), whole]);
/** `["d", nowMs]`: something differs; to be asked again with standings. */
export const Differs = v.strictTuple([v.literal('d'), whole]);
/** `["l", [[scope, size], …]]`: the scopes that this person's device keeps now; size is the number of the last change. */
export const Scopes = v.strictTuple([
  v.literal('l'),
  v.pipe(v.array(v.strictTuple([ScopeName, whole])), v.maxLength(1_000)),
]);
/**
 * `["h", scope, alias, epoch, gcSeq, ackN, ackH, nowMs, staged, forkN, fresh, safeN, seq]`: the answer for a scope begins.
 * Every mutation up to ackN is stored or held. `staged` is how many characters of mutation ackN + 1 the server holds.
 * `forkN` > 0: the mutation of that number is not the one that the server knows, or does not follow from it.
 * `fresh` = 1: the rows that follow start from nothing. Every mutation up to safeN is in a finished backup. `seq` is the
 * number of the scope's last change, by which a device knows about how much is left to read.
 */
export const Header = v.strictTuple([
  v.literal('h'),
  ScopeName,
  whole,
  v.string(),
  whole,
  whole,
  whole,
  whole,
  whole,
  whole,
  flag,
  whole,
  whole,
]);
/** `["x", n, problem]`: mutation n was refused and is held, with its reason. */
export const Refusal = v.strictTuple([v.literal('x'), whole, v.looseObject({ code: v.string() })]);

/** Registers of one stamp, `dMs` after the group before it: `[alias, ctr, dMs, { register: value }]` (row-form.ts). */
export type StampedGroup = readonly [alias: number, ctr: number, dMs: number, values: Readonly<Record<string, Value>>];
/** Registers that are exactly as the device sent them in its mutation n of this request: `[n, [register, …]]`. */
export type EchoedGroup = readonly [n: number, registers: readonly string[]];
/** `["r", table, id, dSeq, full, groups]`: a row; full = 1 replaces what the device holds, 0 merges into it. */
export type RowLine = readonly [
  'r',
  table: string,
  id: string,
  dSeq: number,
  full: 0 | 1,
  groups: readonly (StampedGroup | EchoedGroup)[],
];

/** `["t", seq, offset, total, chars]`: a slice of the text of the row line with that seq. */
export const RowSlice = v.strictTuple([v.literal('t'), whole, whole, whole, v.string()]);
/** `["c", seq]`: a group ends; everything up to seq may be shown. */
export const Commit = v.strictTuple([v.literal('c'), whole]);
/** `["e", seq, digest]`: the head is reached; the base must have this digest. */
export const End = v.strictTuple([v.literal('e'), whole, whole]);
/** `["g", scope, why]`: the scope may no longer be read. */
export const Gone = v.strictTuple([v.literal('g'), ScopeName, v.string()]);
/** `["z"]`: the answer stops here, as long as the device asked for; more is there. */
export const Pause = v.strictTuple([v.literal('z')]);
/** `["k", code, atMs, taken, held]`: the receipt for what the server took and held since the one before. */
export const Receipt = v.strictTuple([v.literal('k'), v.pipe(v.string(), v.maxLength(20)), whole, whole, whole]);
const OtherResponse = v.union([
  Unchanged,
  Differs,
  Scopes,
  Header,
  Refusal,
  RowSlice,
  Commit,
  End,
  Gone,
  Pause,
  Receipt,
]);
export type ResponseLine = v.InferOutput<typeof OtherResponse> | RowLine;

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

/** Written by hand: rows are most of what a phone ever parses, and a schema's walk over each costs more than storing it. */
const isRow = (line: unknown): line is RowLine => {
  if (!Array.isArray(line) || line.length !== 6) return false;
  const [kind, table, id, dSeq, full, groups]: readonly unknown[] = line;
  if (kind !== 'r' || typeof table !== 'string' || typeof id !== 'string' || !isWhole(dSeq)) return false;
  return (full === 0 || full === 1) && Array.isArray(groups) && groups.every(isGroup);
};

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isGroup = (group: unknown): boolean => {
  if (!Array.isArray(group)) return false;
  if (group.length === 2) {
    const [n, registers]: readonly unknown[] = group;
    return isWhole(n) && Array.isArray(registers) && registers.every((register) => typeof register === 'string');
  }
  const [alias, ctr, dMs, values]: readonly unknown[] = group;
  if (group.length !== 4 || !isWhole(alias) || !isWhole(ctr) || !Number.isSafeInteger(dMs)) return false;
  return isObject(values) && Object.values(values).every((value) => isValue(value));
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const parse = <S extends v.GenericSchema>(schema: S, data: unknown): v.InferOutput<S> | undefined => {
  const result = v.safeParse(schema, data);
  return result.success ? result.output : undefined;
};

/** A line of a request, or `undefined` when it is none. */
export const parseRequestLine = (text: string): RequestLine | undefined => parse(RequestLine, jsonOf(text));
export const parseResponseLine = (text: string): ResponseLine | undefined => {
  const data = jsonOf(text);
  return isRow(data) ? data : parse(OtherResponse, data);
};
