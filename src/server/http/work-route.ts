/**
 * GET /api/work/:id: the work of a unit below, streamed as lines (sync/opened-work.ts); 204 when nothing has changed since
 * `known`.
 */
import * as v from 'valibot';
import { actorOf } from '#server/actions/describe-me.ts';
import { openWork, type OpenWorkDeps } from '#server/actions/open-work.ts';
import type { AppDeps } from './app-deps.ts';
import { breakingOff } from './breaking-off.ts';
import { createLatestOnly } from './latest-only.ts';
import { streamLines } from './line-stream.ts';
import { problemResponse } from './problem-response.ts';
import { parseWith } from './read-body.ts';
import type { SignedHandler } from './router.ts';

const UnitId = v.pipe(v.string(), v.regex(/^[\w-]{1,40}$/u));
/** Once: of a parameter that stands twice, nobody could say which was meant. */
const WorkQuery = v.strictObject({
  known: v.optional(v.strictTuple([v.pipe(v.string(), v.regex(/^[\w.~-]{0,4000}$/u))])),
});

export const workRoute = (deps: OpenWorkDeps & Pick<AppDeps, 'log'>, latest = createLatestOnly()): SignedHandler => {
  const open = openWork(deps);
  return async (context, { account, session }) => {
    const unit = v.safeParse(UnitId, context.req.param('id'));
    // No unit has such a name.
    if (!unit.success) return problemResponse({ code: 'rights/not-found' });
    const query = parseWith(WorkQuery, context.req.queries());
    if (!query.ok) return problemResponse(query.problem);
    const asker = { person: account.person, device: session.device, actor: actorOf(account) };
    const opened = await open(asker, { unit: unit.output, known: query.value.known?.[0] ?? '' });
    if (!opened.ok) return problemResponse(opened.problem);
    const lines = opened.value;
    if (lines === undefined) return context.body(null, 204);

    const end = (): void => void context.env.incoming?.socket.destroy();
    const { answer, isOnItsWay } = breakingOff(deps.log, context, () => latest(account.person, lines(), end));
    const response = await streamLines(answer, context.req.header('Accept-Encoding') ?? '');
    isOnItsWay();
    return response;
  };
};
