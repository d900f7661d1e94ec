/**
 * A device without a browser, for load: signs in, and sends mutations with the engine's own lines and budgets.
 * Of an answer it keeps what it must know to go on; rows are read and let go.
 */
import { randomBytes } from 'node:crypto';
import { Agent, request as ask, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gzipSync } from 'node:zlib';
import * as v from 'valibot';
import type { Change } from '#domain/change.ts';
import type { Scope } from '#domain/scope.ts';
import { chainHash } from '#sync/chain.ts';
import { parseResponseLine } from '#sync/messages.ts';
import { SCHEMA_VERSION } from '#sync/version.ts';
import type { Mutation } from '#sync/mutation.ts';
import { FIRST_BUDGET, nextBudget, requestLines, type OutgoingScope } from '#sync/outgoing.ts';
import type { Officer } from './place.ts';

export interface Asked {
  readonly ms: number;
  readonly status: number;
}

export interface NodeDevice {
  /** One exchange, as much of what waits as the budget carries. */
  readonly exchange: () => Promise<Asked>;
  readonly write: (changes: readonly Change[]) => void;
  readonly waiting: () => number;
  /** What the server refused. */
  readonly refused: () => number;
}

const SignedIn = v.object({ me: v.object({ id: v.string() }) });
const MAX_ANSWER_BYTES = 1_000_000;

const nameOf = (bytes: number): string => randomBytes(bytes).toString('base64url');

/** `firstBudget` is what the link is known to carry; a phone that just came back knows nothing of its link. */
export const openNodeDevice = async (
  port: number,
  officer: Officer,
  firstBudget = FIRST_BUDGET,
): Promise<NodeDevice> => {
  const url = `http://localhost:${String(port)}/api`;
  const device = nameOf(16);
  const slot = randomBytes(4).toString('hex');
  const { signIn, password } = officer;
  const signed = await fetch(`${url}/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ signIn, password, device, slot }),
  });
  if (!signed.ok) throw new Error(`not signed in: ${String(signed.status)} ${await signed.text()}`);
  const cookie = signed.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const { me } = v.parse(SignedIn, await signed.json());
  const headers = {
    'content-type': 'application/x-ndjson',
    'content-encoding': 'gzip',
    'accept-encoding': 'br',
    cookie,
    host: `localhost:${String(port)}`,
    'x-slot': slot,
    'x-person': me.id,
  };

  let scope: OutgoingScope = standingAtNothing(officer.scope);
  let mutations: readonly Mutation[] = [];
  let [last, lastH, stampMs, refused] = [0, 0, 0, 0];
  let budget = firstBudget;

  const take = (text: string): void => {
    const line = parseResponseLine(text);
    if (line === undefined) throw new Error(`no line: ${text.slice(0, 200)}`);
    if (line[0] === 'h') {
      const [, , , epoch, , ackN] = line;
      mutations = mutations.filter(({ n }) => n > ackN);
      scope = { ...scope, epoch, staged: line[8] };
    } else if (line[0] === 'x') refused += 1;
    else if (line[0] === 'e') scope = { ...scope, done: line[1], at: line[1] };
  };

  return {
    exchange: async () => {
      const now = Date.now();
      const question = { device, now, maxBytes: MAX_ANSWER_BYTES, budget, wantsReceipt: false };
      const { lines, whole } = requestLines({ ...question, scopes: [{ ...scope, mutations }] });
      const start = performance.now();
      const { status, text } = await post(port, headers, gzipSync(`${lines.join('\n')}\n`));
      const ms = performance.now() - start;
      const isTaken = status === 200;
      if (isTaken) for (const line of text.split('\n')) if (line !== '') take(line);
      budget = whole && isTaken ? budget : nextBudget(budget, isTaken);
      return { ms, status };
    },
    write: (changes) => {
      mutations = [
        ...mutations,
        ...changes.map(({ table, id, values }): Mutation => {
          last += 1;
          stampMs = Math.max(stampMs + 1, Date.now());
          const content = {
            n: last,
            ms: stampMs,
            ctr: 0,
            schema: SCHEMA_VERSION,
            operations: [[table, id, 0, values]] as const,
          };
          lastH = chainHash(lastH, content);
          return { ...content, h: lastH };
        }),
      ];
    },
    waiting: () => mutations.length,
    refused: () => refused,
  };
};

/** Plainer than `fetch`, which costs a third of what the server does: what is measured shares the machine with who measures. */
const agent = new Agent({ keepAlive: true });

const post = async (
  port: number,
  headers: Readonly<Record<string, string>>,
  body: Uint8Array,
): Promise<{ readonly status: number; readonly text: string }> => {
  const answer = await new Promise<IncomingMessage | undefined>((resolve, reject) => {
    const request = ask({ agent, host: '127.0.0.1', port, path: '/api/sync', method: 'POST', headers });
    request
      .once('response', resolve)
      .once('error', (error) => {
        // The server had closed the kept connection; a push may be sent again.
        if (request.reusedSocket) resolve(undefined);
        else reject(error);
      })
      .end(body);
  });
  if (answer === undefined) return post(port, headers, body);
  const bytes = await buffer(answer);
  const isPacked = answer.headers['content-encoding'] === 'br';
  return { status: answer.statusCode ?? 0, text: (isPacked ? brotliDecompressSync(bytes) : bytes).toString() };
};

const standingAtNothing = (scope: Scope): OutgoingScope => ({
  scope,
  replica: nameOf(9),
  epoch: '',
  done: 0,
  at: 0,
  inner: null,
  xSeen: 0,
  gs: 0,
  mutations: [],
  staged: 0,
  size: 0,
  isLost: false,
});
