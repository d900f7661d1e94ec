/** What becomes of a mutation that was refused: those who may write all of the scope release it or put it away. */
import * as v from 'valibot';
import { isScope, type Scope } from '#domain/scope.ts';
import type { Signed } from '#server/actions/ports.ts';
import { actorOf } from '#server/actions/describe-me.ts';
import { dropHeld, releaseHeld, type ReleaseHeldDeps } from '#server/actions/release-held.ts';
import { problemResponse } from './problem-response.ts';
import { parseBody } from './read-body.ts';
import type { createRouter } from './router.ts';

const number = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const HeldBody = v.strictObject({
  scope: v.custom<Scope>((value) => typeof value === 'string' && isScope(value)),
  alias: number,
  n: number,
});

const senderOf = ({ account, session }: Signed) => ({
  person: account.person,
  device: session.device,
  actor: actorOf(account),
});

export const registerHeldRoutes = (router: ReturnType<typeof createRouter>, deps: ReleaseHeldDeps): void => {
  const release = releaseHeld(deps);
  const drop = dropHeld(deps);

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
