/** The sync door, and what is read online beside it: history, the work of units below, and receipts. */
import * as v from 'valibot';
import { isScope, type Scope } from '#domain/scope.ts';
import { actorOf } from '#server/actions/describe-me.ts';
import { readHistory } from '#server/actions/read-history.ts';
import { readReceiptAs } from '#server/actions/read-receipt.ts';
import { MAX_BODY_BYTES } from '#sync/version.ts';
import type { AppDeps } from './app-deps.ts';
import { problemResponse } from './problem-response.ts';
import { parseWith } from './read-body.ts';
import type { createRouter } from './router.ts';
import { syncRoute } from './sync-route.ts';
import { workRoute } from './work-route.ts';

/** Each once: of a parameter that stands twice, nobody could say which was meant. */
const HistoryQuery = v.strictObject({
  scope: v.strictTuple([v.custom<Scope>((value) => typeof value === 'string' && isScope(value))]),
  table: v.strictTuple([v.pipe(v.string(), v.regex(/^[\w-]{1,20}$/u))]),
  id: v.strictTuple([v.pipe(v.string(), v.regex(/^[\w.~:-]{1,400}$/u))]),
  before: v.optional(v.strictTuple([v.pipe(v.string(), v.regex(/^\d{1,15}$/u))])),
});

export const registerRecordRoutes = (router: ReturnType<typeof createRouter>, deps: AppDeps): void => {
  const history = readHistory(deps);
  const receipt = readReceiptAs(deps);

  router.streaming('POST /api/sync', MAX_BODY_BYTES, syncRoute(deps));

  router.signed('GET /api/history', async (context, { account, session }) => {
    const query = parseWith(HistoryQuery, context.req.queries());
    if (!query.ok) return problemResponse(query.problem);
    const { scope, table, id, before } = query.value;
    const asker = { person: account.person, device: session.device, actor: actorOf(account) };
    const page = await history(asker, {
      scope: scope[0],
      table: table[0],
      id: id[0],
      before: before === undefined ? Number.MAX_SAFE_INTEGER : Number(before[0]),
    });
    return page.ok ? context.json(page.value) : problemResponse(page.problem);
  });

  router.signed('GET /api/work/:id', workRoute(deps));

  router.signed('GET /api/receipts/:code', async (context, { account }) => {
    const asker = { actor: actorOf(account), person: account.person };
    const found = await receipt(asker, context.req.param('code') ?? '');
    if (!found.ok) return problemResponse(found.problem);
    const { code, at, person, name, taken, held, whole } = found.value;
    return context.json({ code, at, person, name, taken, held, whole });
  });
};
