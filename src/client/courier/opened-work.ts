/**
 * The work of a unit below, as the server streams it (sync/opened-work.ts): whole or not at all. It is held in memory and
 * given to no store. Fetched when somebody opens a unit.
 */
import * as v from 'valibot';
import type { Values } from '#domain/change.ts';
import type { Problem, ProblemCode } from '#domain/problem.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { Scope } from '#domain/scope.ts';
import { isTableName, type TableName } from '#domain/tables.ts';
import { parseOpenedLine, type OpenedLine } from '#sync/opened-work.ts';
import type { Ask } from './server-api.ts';

export interface OpenedRow {
  readonly scope: Scope;
  readonly table: TableName;
  readonly id: string;
  readonly values: Values;
}

export interface OpenedWork {
  /** When the server told of it (ms since 1970, its clock). */
  readonly at: number;
  /** By this name the server knows whether anything has changed since. */
  readonly tag: string;
  readonly rows: readonly OpenedRow[];
}

/** An answer that is silent for so long is taken to be cut. */
const SILENCE_MS = 20_000;

type Outcome = OpenedWork | { readonly why: ProblemCode };
const Given = v.optional(v.custom<Outcome>((outcome) => typeof outcome === 'object' && outcome !== null));

/** `undefined`: nothing has changed since `known`, which is "" at first. */
export const readWork = async (ask: Ask, unit: string, known: string): Promise<Result<OpenedWork | undefined>> => {
  const query = known === '' ? '' : `?${new URLSearchParams({ known }).toString()}`;
  const asked = await ask('GET', `/work/${encodeURIComponent(unit)}${query}`, Given, undefined, takeWork);
  if (!asked.ok) return asked;
  const outcome = asked.value;
  return outcome !== undefined && 'why' in outcome ? fail(problemOf(outcome.why)) : ok(outcome);
};

const problemOf = (why: ProblemCode): Problem =>
  why === 'sync/unreadable-answer' ? { code: 'sync/unreadable-answer' } : { code: 'courier/unreachable' };

/** A portal's page that says 200 is no answer of ours; one without its last line was cut. */
const takeWork = async (response: Response): Promise<Outcome> => {
  const isOurs = response.headers.get('content-type')?.startsWith('application/x-ndjson') === true;
  if (!isOurs || response.body === null) return { why: 'courier/unreachable' };
  const taking = createTaking();
  for await (const lines of linesOf(response.body))
    if (!lines.every(taking.take)) return { why: 'sync/unreadable-answer' };
  return taking.whole() ?? { why: 'courier/unreachable' };
};

const createTaking = () => {
  const rows = new Map<string, OpenedRow>();
  let at = 0;
  let tag: string | undefined;
  let scope: Scope | undefined;

  const put = (line: OpenedLine): boolean => {
    const [kind, told] = line;
    if (kind === 'o') at = told;
    else if (kind === 's') scope = told;
    else if (kind === 'z') tag = told;
    else if (kind !== 'e') {
      const [, table, id, values] = line;
      if (scope === undefined) return false;
      const key = `${scope} ${table} ${id}`;
      // A later line of a record stands in place of the one before; a table of a newer server is passed over.
      if (values === undefined) rows.delete(key);
      else if (isTableName(table)) rows.set(key, { scope, table, id, values });
    }
    return true;
  };
  return {
    take: (text: string): boolean => {
      const line = parseOpenedLine(text);
      return line !== undefined && put(line);
    },
    whole: (): OpenedWork | undefined => (tag === undefined ? undefined : { at, tag, rows: [...rows.values()] }),
  };
};

type Chunk = Awaited<ReturnType<ReadableStreamDefaultReader<Uint8Array>['read']>>;

/** `undefined` once the link is broken or silent. */
const chunkOf = async (reader: ReadableStreamDefaultReader<Uint8Array>): Promise<Chunk | undefined> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), SILENCE_MS);
  });
  try {
    return await Promise.race([reader.read(), silence]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
};

/** Whole lines, as they come; what a cut leaves of one is no line. */
async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<readonly string[], void, undefined> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (;;) {
      const chunk = await chunkOf(reader);
      if (chunk === undefined || chunk.done) return;
      const parts = (rest + decoder.decode(chunk.value, { stream: true })).split('\n');
      rest = parts.pop() ?? '';
      yield parts;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
