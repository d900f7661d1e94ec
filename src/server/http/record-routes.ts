/** The sync door, and the history that is read online. */
import * as v from 'valibot';
import { isScope, type Scope } from '#domain/scope.ts';
import { actorOf } from '#server/actions/describe-me.ts';
import { readHistory } from '#server/actions/read-history.ts';
import type { AppDeps } from './app-deps.ts';
import { problemResponse } from './problem-response.ts';
import { parseWith } from './read-body.ts';
import type { createRouter } from './router.ts';
import { syncRoute } from './sync-route.ts';

/** Each once: of a parameter that stands twice, nobody could say which was meant. */
const HistoryQuery = v.strictObject({
  scope: v.strictTuple([v.custom<Scope>((value) => typeof value === 'string' && isScope(value))]),
  table: v.strictTuple([v.pipe(v.string(), v.regex(/^[\w-]{1,20}$/u))]),
  id: v.strictTuple([v.pipe(v.string(), v.regex(/^[\w.~:-]{1,400}$/u))]),
});

export const registerRecordRoutes = (router: ReturnType<typeof createRouter>, deps: AppDeps): void => {
  const history = readHistory(deps);

  router.signed('POST /api/sync', syncRoute(deps));

  router.signed('GET /api/history', async (context, { account }) => {
    const query = parseWith(HistoryQuery, context.req.queries());
    if (!query.ok) return problemResponse(query.problem);
    const { scope, table, id } = query.value;
    const entries = await history(actorOf(account), scope[0], { table: table[0], id: id[0] });
    return entries.ok ? context.json({ entries: entries.value }) : problemResponse(entries.problem);
  });
};
