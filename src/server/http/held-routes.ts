/** A mutation that was refused: those who may write all of the scope look at it, release it or put it away. */
import * as v from 'valibot';
import { isScope, type Scope } from '#domain/scope.ts';
import type { Signed } from '#server/actions/ports.ts';
import { actorOf } from '#server/actions/describe-me.ts';
import { readHeld } from '#server/actions/read-held.ts';
import { dropHeld, releaseHeld, type ReleaseHeldDeps } from '#server/actions/release-held.ts';
import { problemResponse } from './problem-response.ts';
import { parseBody, parseWith } from './read-body.ts';
import type { createRouter } from './router.ts';

/** No scope gives a higher alias. */
const MAX_ALIAS = 2 ** 31 - 1;
const number = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const HeldScope = v.custom<Scope>((value) => typeof value === 'string' && isScope(value));
const HeldBody = v.strictObject({ scope: HeldScope, alias: v.pipe(number, v.maxValue(MAX_ALIAS)), n: number });

const digits = v.pipe(v.string(), v.regex(/^\d{1,15}$/u), v.transform(Number));
const HeldQuery = v.strictObject({
  scope: v.strictTuple([HeldScope]),
  alias: v.strictTuple([v.pipe(digits, v.minValue(1), v.maxValue(MAX_ALIAS))]),
  n: v.strictTuple([v.pipe(digits, v.minValue(1))]),
});

const senderOf = ({ account, session }: Signed) => ({
  person: account.person,
  device: session.device,
  actor: actorOf(account),
});

export const registerHeldRoutes = (router: ReturnType<typeof createRouter>, deps: ReleaseHeldDeps): void => {
  const read = readHeld(deps);
  const release = releaseHeld(deps);
  const drop = dropHeld(deps);

  router.signed('GET /api/held', async (context, signed) => {
    const query = parseWith(HeldQuery, context.req.queries());
    if (!query.ok) return problemResponse(query.problem);
    const { scope, alias, n } = query.value;
    const held = await read(senderOf(signed), { scope: scope[0], alias: alias[0], n: n[0] });
    return held.ok ? context.json(held.value) : problemResponse(held.problem);
  });

  router.signed('POST /api/held/release', async (context, signed) => {
    const body = await parseBody(context, HeldBody);
    if (!body.ok) return problemResponse(body.problem);
    const released = await release(senderOf(signed), body.value);
    return released.ok ? context.body(null, 204) : problemResponse(released.problem);
  });

  router.signed('POST /api/held/drop', async (context, signed) => {
    const body = await parseBody(context, HeldBody);
    if (!body.ok) return problemResponse(body.problem);
    const dropped = await drop(senderOf(signed), body.value);
    return dropped.ok ? context.body(null, 204) : problemResponse(dropped.problem);
  });
};
