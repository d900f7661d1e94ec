/** POST /api/sync: lines in, lines out, both as streams. */
import type { Context } from 'hono';
import type { Problem } from '#domain/problem.ts';
import { actorOf } from '#server/actions/describe-me.ts';
import { createExchange, type ExchangeDeps } from './exchange.ts';
import { readLines } from './line-reader.ts';
import { streamLines } from './line-stream.ts';
import { problemResponse } from './problem-response.ts';
import { hasContentType } from './read-body.ts';
import type { Env, SignedHandler } from './router.ts';
import { MAX_BODY_BYTES } from './sync-limits.ts';

export const syncRoute =
  (deps: ExchangeDeps): SignedHandler =>
  async (context, { account, session }) => {
    const unfit = unfitProblem(context);
    if (unfit !== undefined) return problemResponse(unfit);

    const sender = { device: session.device, person: account.person, actor: actorOf(account) };
    const exchange = createExchange(deps, sender);
    for await (const reading of readLines(context.req.raw.body ?? emptyBody())) {
      const problem = reading.is === 'lines' ? await exchange.take(reading.lines) : problemOf(reading);
      if (problem !== undefined) return problemResponse(problem);
    }
    if (!exchange.wasAsked()) return problemResponse({ code: 'sync/malformed' });
    return streamLines(exchange.answer(), context.req.header('Accept-Encoding') ?? '');
  };

const unfitProblem = (context: Context<Env>): Problem | undefined => {
  if (!hasContentType(context, 'application/x-ndjson')) return { code: 'request/malformed', field: 'Content-Type' };
  const length = Number(context.req.header('Content-Length') ?? 0);
  return length > MAX_BODY_BYTES ? { code: 'request/too-large', max: MAX_BODY_BYTES } : undefined;
};

const problemOf = (
  reading: { readonly is: 'too-large'; readonly max: number } | { readonly is: 'not-text' } | { readonly is: 'cut' },
): Problem =>
  reading.is === 'too-large' ? { code: 'request/too-large', max: reading.max } : { code: 'sync/malformed' };

const emptyBody = (): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start: (controller) => {
      controller.close();
    },
  });
