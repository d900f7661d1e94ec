/**
 * The server's doors as the app calls them. Answers are parsed; what goes wrong is a problem by its code, and a link
 * that does not carry is told apart from a server that refuses.
 */
import * as v from 'valibot';
import type { Problem } from '#domain/problem.ts';
import { readProblem } from '#domain/read-problem.ts';
import { Role } from '#domain/records/unit.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { Loss } from '#client/store/sentinel.ts';
import { Me } from '#client/store/shown.ts';
import type { Packed } from './pack-lines.ts';

export interface ApiDeps {
  readonly fetch: (path: string, init: RequestInit) => Promise<Response>;
  readonly online: () => boolean;
  readonly pack: (lines: readonly string[]) => Promise<Packed>;
}

/** Whose session a request is sent under. */
export interface Caller {
  readonly slot: string;
  readonly person: string;
}

const LINES = 'application/x-ndjson';

/** The server's public key for exchange files; an older server gives none. */
const FileKey = v.optional(v.string());

export const SignedIn = v.object({
  me: Me,
  replicaSecret: v.nullable(v.string()),
  recoveryKey: v.nullable(v.string()),
  fileKey: FileKey,
});
export type SignedIn = v.InferOutput<typeof SignedIn>;

const Account = v.object({
  role: Role,
  unit: v.string(),
  agency: v.string(),
  name: v.string(),
  signIn: v.string(),
  password: v.string(),
});

/** Another of the doors, asked as the person at work; the answer is read by its schema, as JSON unless `read` takes it. */
export type Ask = <S extends v.GenericSchema>(
  method: 'GET' | 'POST',
  path: string,
  schema: S,
  body?: unknown,
  read?: (response: Response) => Promise<unknown>,
) => Promise<Result<v.InferOutput<S>>>;

export const createServerApi = ({ fetch, online, pack }: ApiDeps) => {
  const send = async (path: string, init: RequestInit): Promise<Result<Response>> => {
    try {
      return ok(
        await fetch(`/api${path}`, { cache: 'no-store', credentials: 'same-origin', redirect: 'error', ...init }),
      );
    } catch {
      return fail<Problem>({ code: online() ? 'courier/unreachable' : 'courier/offline' });
    }
  };

  const ask = async <S extends v.GenericSchema>(
    method: string,
    path: string,
    schema: S,
    { body, caller }: { readonly body?: unknown; readonly caller?: Caller | undefined } = {},
    read: (response: Response) => Promise<unknown> = jsonOf,
  ): Promise<Result<v.InferOutput<S>>> => {
    const sent = await send(path, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headersOf(caller),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!sent.ok) return sent;
    if (!sent.value.ok) return fail(await problemOf(sent.value));
    const answer: unknown = sent.value.status === 204 ? undefined : await read(sent.value);
    const parsed = v.safeParse(schema, answer);
    // A portal that answers for the server: its page says nothing about our request.
    return parsed.success ? ok(parsed.output) : fail<Problem>({ code: 'courier/unreachable' });
  };

  const post = async (
    caller: Caller,
    path: string,
    { type, encoding, ...init }: Packed & { readonly type: string; readonly signal?: AbortSignal },
  ): Promise<Result<Response>> => {
    const packed: Record<string, string> = encoding === undefined ? {} : { 'content-encoding': encoding };
    const headers = { 'content-type': type, ...packed, ...headersOf(caller) };
    const sent = await send(path, { method: 'POST', headers, ...init });
    return sent.ok && !sent.value.ok ? fail(await problemOf(sent.value)) : sent;
  };

  const Nothing = v.undefined();
  return {
    needsSetUp: () => ask('GET', '/set-up', v.object({ needed: v.boolean() })),
    setUp: (request: unknown) => ask('POST', '/set-up', v.object({ accounts: v.array(Account) }), { body: request }),
    /** With the code of an invitation the password is the one that the person chooses. */
    signIn: (body: { signIn: string; password: string; device: string; slot: string; code?: string }) =>
      ask('POST', 'code' in body ? '/invitation' : '/sign-in', SignedIn, { body }),
    signOut: (caller: Caller) => ask('POST', '/sign-out', v.unknown(), { caller, body: {} }),
    me: (caller: Caller) => ask('GET', '/me', v.object({ me: Me, fileKey: FileKey }), { caller }),
    putRecovery: (caller: Caller, key: string) => ask('PUT', '/recovery', Nothing, { caller, body: { key } }),
    /** Data was lost on this device. */
    reportLoss: (caller: Caller, { how, at, unsent }: Loss) =>
      ask('POST', '/incident', Nothing, { caller, body: { kind: `data-${how}`, at, unsent: unsent ?? null } }),
    moveSampleDay: (caller: Caller, today: string) =>
      ask('POST', '/sample/today', Nothing, { caller, body: { today } }),
    askAs:
      (caller: Caller): Ask =>
      (method, path, schema, body, read) =>
        ask(method, path, schema, { body, caller }, read),
    /** The streamed answer, or why there is none. A portal's page that says 200 is no answer of ours. */
    sync: async (caller: Caller, lines: readonly string[], signal: AbortSignal): Promise<Result<Response>> => {
      const sent = await post(caller, '/sync', { type: LINES, ...(await pack(lines)), signal });
      if (!sent.ok || sent.value.headers.get('content-type')?.startsWith(LINES) === true) return sent;
      await sent.value.body?.cancel();
      return fail<Problem>({ code: 'courier/unreachable' });
    },
    /** An exchange file, a person's own or another's; the answer is the reply file. */
    deliverFile: (caller: Caller, bytes: Uint8Array<ArrayBuffer>): Promise<Result<Response>> =>
      post(caller, '/files', { type: 'application/octet-stream', body: bytes }),
  };
};

export type ServerApi = ReturnType<typeof createServerApi>;

const headersOf = (caller: Caller | undefined): Record<string, string> =>
  caller === undefined ? {} : { 'x-slot': caller.slot, 'x-person': caller.person };

const jsonOf = (response: Response): Promise<unknown> => response.json().catch(() => undefined);

/**
 * What does not come from our server has no code of its own: a portal, a proxy. By its status alone it may say why it let
 * nothing through.
 */
const problemOf = async (response: Response): Promise<Problem> => {
  const problem = readProblem(await jsonOf(response));
  if (problem.code !== 'problem/unknown' || problem.was !== '') return problem;
  const { status, headers } = response;
  const seconds = Number(headers.get('retry-after') ?? 0) || 0;
  if (status === 429 || status === 503) return { code: 'server/busy', seconds };
  if (status === 413) return { code: 'request/too-large', max: 0 };
  return { code: status >= 500 ? 'server/failed' : 'courier/unreachable' };
};
