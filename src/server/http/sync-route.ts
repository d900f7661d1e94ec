/** POST /api/sync: lines in, lines out, both as streams. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Context } from 'hono';
import type { Problem } from '#domain/problem.ts';
import { actorOf } from '#server/actions/describe-me.ts';
import { createEchoMemory } from '#server/actions/echo-memory.ts';
import { createExchange, type Exchange, type ExchangeDeps } from '#server/actions/exchange.ts';
import type { Clock } from '#server/actions/ports.ts';
import { MAX_BODY_BYTES, MAX_MUTATIONS } from '#sync/version.ts';
import type { AppDeps } from './app-deps.ts';
import { breakingOff } from './breaking-off.ts';
import { readLines, type Reading } from './line-reader.ts';
import { streamLines } from './line-stream.ts';
import { problemResponse } from './problem-response.ts';
import { hasContentType } from './read-body.ts';
import type { Env, StreamingHandler } from './router.ts';
import { createRoughLinks } from './rough-links.ts';
import { unpacked } from './unpacked.ts';

export const syncRoute =
  (
    deps: ExchangeDeps & Pick<AppDeps, 'log'>,
    memory = createEchoMemory(),
    links = createRoughLinks(deps.now),
  ): StreamingHandler =>
  async (context, { account, session }, body) => {
    const unfit = unfitProblem(context);
    if (unfit !== undefined) {
      body.drop();
      return problemResponse(unfit);
    }
    const sender = { device: session.device, person: account.person, actor: actorOf(account) };
    const exchange = createExchange(deps, sender, { memory, maxMutations: MAX_MUTATIONS });
    const isPacked = context.req.header('Content-Encoding') !== undefined;
    const bytes = isPacked ? unpacked(body.chunks()) : body.chunks();
    // Whatever became of it, what is still to come is read and dropped: the answer must get through.
    const problem =
      (await takeAll(exchange, bytes, deps.now, () => links.broke(session.device)).finally(body.drop)) ??
      exchange.unasked();
    if (problem !== undefined) return problemResponse(problem);
    const { answer, isOnItsWay } = breakingOff(deps.log, context, exchange.answer);
    const response = await streamLines(answer, context.req.header('Accept-Encoding') ?? '');
    isOnItsWay();
    if (links.isRough(session.device)) response.headers.set('Connection', 'close');
    return response;
  };

/**
 * So long at most, what came waits for more: each transaction is a disk flush, and twenty mutations come in two pieces. Then
 * it is stored, whether more comes or not: many links die without saying so.
 */
const GATHER_MS = 300;

/** What came is stored in such bundles, and at the end, whatever that is. */
const takeAll = async (
  exchange: Exchange,
  body: AsyncIterable<Uint8Array>,
  now: Clock,
  onCut: () => void,
): Promise<Problem | undefined> => {
  const readings = readLines(body);
  let lines: readonly string[] = [];
  let since = 0;
  for (;;) {
    const next = readings.next();
    if (lines.length > 0 && (await isLate(next))) {
      const problem = await exchange.take(lines, 'more to come');
      if (problem !== undefined) return problem;
      lines = [];
    }
    const { done, value: reading } = await next;
    if (done === true) return exchange.take(lines);
    const isOver = reading.is !== 'lines';
    if (!isOver && lines.length > 0 && now() - since < GATHER_MS) {
      lines = [...lines, ...reading.lines];
      continue;
    }
    if (reading.is === 'cut') onCut();
    const problem = (await exchange.take(lines, 'more to come')) ?? (isOver ? problemOf(reading) : undefined);
    if (problem !== undefined) return problem;
    lines = isOver ? [] : reading.lines;
    since = now();
  }
};

const isLate = async (next: Promise<unknown>): Promise<boolean> => {
  const over = new AbortController();
  const silence = pause(GATHER_MS, true, { signal: over.signal }).catch(() => false);
  const late = await Promise.race([next.then(() => false), silence]);
  over.abort();
  return late;
};

const unfitProblem = (context: Context<Env>): Problem | undefined => {
  if (!hasContentType(context, 'application/x-ndjson')) return { code: 'request/malformed', field: 'Content-Type' };
  const encoding = context.req.header('Content-Encoding') ?? 'gzip';
  if (encoding !== 'gzip') return { code: 'request/malformed', field: 'Content-Encoding' };
  const length = Number(context.req.header('Content-Length') ?? 0);
  return length > MAX_BODY_BYTES ? { code: 'request/too-large', max: MAX_BODY_BYTES } : undefined;
};

const problemOf = (reading: Exclude<Reading, { readonly is: 'lines' }>): Problem =>
  reading.is === 'too-large' ? { code: 'request/too-large', max: reading.max } : { code: 'sync/malformed' };
