/** The server's doors that few ask for and nobody waits at: the history of a record, and what is held. Fetched when asked. */
import * as v from 'valibot';
import type { Change, Value } from '#domain/change.ts';
import type { Result } from '#domain/result.ts';
import type { Scope } from '#domain/scope.ts';
import { tableNames } from '#domain/tables.ts';
import { isValue } from '#sync/mutation.ts';
import type { Ask } from './server-api.ts';

const JsonValue = v.custom<Value>((value) => isValue(value));

export interface HistoryEntry {
  /** The scope's change that it belongs to. */
  readonly seq: number;
  readonly field: string;
  readonly before: Value;
  readonly after: Value;
  /** `false`: when it came, something that was written later stood there; it was not used. */
  readonly used: boolean;
  /** A person's id; empty for what the server wrote itself. */
  readonly person: string;
  readonly at: number;
}

export interface HistoryPage {
  /** Newest first. */
  readonly entries: readonly HistoryEntry[];
  /** Older changes are asked for with this as `before`; `null` when there are none. */
  readonly next: number | null;
}

export interface HistoryQuestion {
  readonly scope: Scope;
  readonly table: string;
  readonly id: string;
  readonly before?: number | undefined;
}

const Entry = v.object({
  seq: v.number(),
  field: v.string(),
  before: JsonValue,
  after: JsonValue,
  used: v.optional(v.boolean(), true),
  person: v.string(),
  at: v.number(),
});
const Page = v.object({ entries: v.array(Entry), next: v.nullable(v.number()) });

export const readHistory = (ask: Ask, question: HistoryQuestion): Promise<Result<HistoryPage>> => {
  const { scope, table, id, before } = question;
  const query = new URLSearchParams({ scope, table, id, ...(before !== undefined && { before: String(before) }) });
  return ask('GET', `/history?${query.toString()}`, Page);
};

export interface CheckedReceipt {
  readonly code: string;
  readonly at: number;
  readonly name: string;
  readonly taken: number;
  readonly held: number;
  /** Nothing of what it covers is missing. */
  readonly whole: boolean;
}

const Receipt = v.object({
  code: v.string(),
  at: v.number(),
  name: v.string(),
  taken: v.number(),
  held: v.number(),
  whole: v.boolean(),
});

/** One's own, or of somebody whom one supervises; of others there is none. */
export const checkReceipt = (ask: Ask, code: string): Promise<Result<CheckedReceipt>> =>
  ask('GET', `/receipts/${encodeURIComponent(code)}`, Receipt);

export interface HeldContents {
  /** `null` when only its author's device has them, or when they are guarded figures. */
  readonly changes: readonly Change[] | null;
}

const Held = v.object({
  changes: v.nullable(
    v.array(v.object({ table: v.picklist(tableNames), id: v.string(), values: v.record(v.string(), JsonValue) })),
  ),
});

/** What a held mutation says, for whoever may release it. */
export const readHeld = (
  ask: Ask,
  { scope, alias, n }: { readonly scope: Scope; readonly alias: number; readonly n: number },
): Promise<Result<HeldContents>> => {
  const query = new URLSearchParams({ scope, alias: String(alias), n: String(n) });
  return ask('GET', `/held?${query.toString()}`, Held);
};

/** `release`: judged again and written in its author's name. `drop`: let go; its author keeps the text. */
export const decideHeld = (
  ask: Ask,
  verb: 'release' | 'drop',
  held: { readonly scope: Scope; readonly alias: number; readonly n: number },
): Promise<Result<unknown>> => ask('POST', `/held/${verb}`, v.unknown(), held);
