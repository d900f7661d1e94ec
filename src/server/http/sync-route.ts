/** POST /api/sync: lines in, lines out, both as streams. */
import type { Context } from 'hono';
import type { Problem } from '#domain/problem.ts';
import { actorOf } from '#server/actions/describe-me.ts';
import { createExchange, type Exchange, type ExchangeDeps } from '#server/actions/exchange.ts';
import type { AppDeps } from './app-deps.ts';
import { breakingOff } from './breaking-off.ts';
import { readLines, type Reading } from './line-reader.ts';
import { streamLines } from './line-stream.ts';
import { problemResponse } from './problem-response.ts';
import { hasContentType } from './read-body.ts';
import type { ReadAhead } from './read-ahead.ts';
import type { Env, StreamingHandler } from './router.ts';
import { MAX_BODY_BYTES } from './sync-limits.ts';

export const syncRoute =
  (deps: ExchangeDeps & Pick<AppDeps, 'log'>): StreamingHandler =>
  async (context, { account, session }, body) => {
    const unfit = unfitProblem(context);
    if (unfit !== undefined) {
      body.drop();
      return problemResponse(unfit);
    }
    const sender = { device: session.device, person: account.person, actor: actorOf(account) };
    const exchange = createExchange(deps, sender);
    const problem = (await takeAll(exchange, body)) ?? exchange.unasked();
    if (problem !== undefined) return problemResponse(problem);
    const { answer, isOnItsWay } = breakingOff(deps.log, context, exchange.answer);
    const response = await streamLines(answer, context.req.header('Accept-Encoding') ?? '');
    isOnItsWay();
    return response;
  };

/** Each bundle is stored when the next one shows that it is not the last, and at the end, whatever that is. */
const takeAll = async (exchange: Exchange, body: ReadAhead): Promise<Problem | undefined> => {
  let lines: readonly string[] = [];
  for await (const reading of readLines(body.chunks())) {
    const isOver = reading.is !== 'lines';
    const problem = (await exchange.take(lines, 'more to come')) ?? (isOver ? problemOf(reading) : undefined);
    if (problem !== undefined) return problem;
    lines = isOver ? [] : reading.lines;
  }
  return exchange.take(lines);
};

const unfitProblem = (context: Context<Env>): Problem | undefined => {
  if (!hasContentType(context, 'application/x-ndjson')) return { code: 'request/malformed', field: 'Content-Type' };
  const length = Number(context.req.header('Content-Length') ?? 0);
  return length > MAX_BODY_BYTES ? { code: 'request/too-large', max: MAX_BODY_BYTES } : undefined;
};

const problemOf = (reading: Exclude<Reading, { readonly is: 'lines' }>): Problem =>
  reading.is === 'too-large' ? { code: 'request/too-large', max: reading.max } : { code: 'sync/malformed' };
