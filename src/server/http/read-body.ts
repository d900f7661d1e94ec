/** Bodies are read from the stream and measured while they come: what is too large is refused before it is held. */
import type { Context } from 'hono';
import * as v from 'valibot';
import { fail, ok, type Result } from '#domain/result.ts';
import { isTooDeep } from '#server/actions/json-depth.ts';

export const MAX_JSON_BYTES = 16 * 1024;

export interface Expected {
  readonly contentType?: string;
  /** In bytes. */
  readonly max?: number;
}

export const parseBody = async <S extends v.GenericSchema>(
  context: Context,
  schema: S,
  { contentType = 'application/json', max = MAX_JSON_BYTES }: Expected = {},
): Promise<Result<v.InferOutput<S>>> => {
  if (!hasContentType(context, contentType)) return fail({ code: 'request/malformed', field: 'Content-Type' });
  const bytes = await readBytes(context.req.raw, max);
  if (!bytes.ok) return bytes;
  return parseJson(bytes.value, schema);
};

export const hasContentType = (context: Context, expected: string): boolean =>
  context.req.header('Content-Type')?.split(';', 1)[0]?.trim().toLowerCase() === expected;

export const readBytes = async (request: Request, max: number): Promise<Result<Uint8Array>> => {
  if (Number(request.headers.get('Content-Length') ?? 0) > max) return fail({ code: 'request/too-large', max });
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of request.body ?? []) {
      length += chunk.length;
      if (length > max) return fail({ code: 'request/too-large', max });
      chunks.push(chunk);
    }
  } catch {
    // The link broke; nobody will read this answer.
    return fail({ code: 'request/malformed' });
  }
  return ok(Buffer.concat(chunks));
};

const parseJson = <S extends v.GenericSchema>(bytes: Uint8Array, schema: S): Result<v.InferOutput<S>> => {
  let body: unknown;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (isTooDeep(text)) return fail({ code: 'request/malformed' });
    body = JSON.parse(text);
  } catch {
    return fail({ code: 'request/malformed' });
  }
  return parseWith(schema, body);
};

/** The field is a name from our own schema or of the caller's making; it goes back to the caller alone. */
export const parseWith = <S extends v.GenericSchema>(schema: S, input: unknown): Result<v.InferOutput<S>> => {
  const parsed = v.safeParse(schema, input);
  if (parsed.success) return ok(parsed.output);
  const field = v.getDotPath(parsed.issues[0]);
  return fail({ code: 'request/malformed', ...(field === null ? {} : { field: field.slice(0, 100) }) });
};
