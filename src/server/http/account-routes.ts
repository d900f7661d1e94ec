/** A person's own account, and the accounts of a unit for whoever administrates it. */
import * as v from 'valibot';
import type { Result } from '#domain/result.ts';
import { Role } from '#domain/records/unit.ts';
import { filled, text } from '#domain/table.ts';
import { actorOf } from '#server/actions/describe-me.ts';
import { accountToAdminister, administrationProblem } from '#server/actions/find-account.ts';
import { invite } from '#server/actions/invitations.ts';
import { invitePerson } from '#server/actions/invite-person.ts';
import { changePassword, endSessions, placesOf } from '#server/actions/own-account.ts';
import { agenciesOf, peopleOf, setClosed } from '#server/actions/people.ts';
import { readAudit } from '#server/actions/read-audit.ts';
import type { Account, Signed } from '#server/actions/ports.ts';
import type { AppDeps } from './app-deps.ts';
import { problemResponse } from './problem-response.ts';
import { parseBody, parseWith } from './read-body.ts';
import type { createRouter, SignedHandler } from './router.ts';

const Device = v.pipe(v.string(), v.regex(/^[\w-]{16,64}$/u));
const UnitId = v.pipe(v.string(), v.regex(/^[\w-]{1,40}$/u));

const PasswordBody = v.strictObject({
  current: v.pipe(v.string(), v.maxLength(512)),
  chosen: v.pipe(v.string(), v.maxLength(512)),
});
/** Without a device: all, and of one's own all others. */
const EndBody = v.strictObject({ device: v.optional(Device) });
const ClosedBody = v.strictObject({ closed: v.boolean() });
const NoBody = v.strictObject({});
const PeopleQuery = v.strictObject({ unit: v.strictTuple([UnitId]) });
/** Each once: of a parameter that stands twice, nobody could say which was meant. */
const AuditQuery = v.strictObject({
  unit: v.strictTuple([UnitId]),
  before: v.optional(v.strictTuple([v.pipe(v.string(), v.regex(/^\d{1,15}$/u))])),
});
const PersonBody = v.strictObject({
  name: filled(120),
  title: text(120),
  role: Role,
  unit: UnitId,
  agency: v.pipe(v.string(), v.regex(/^[\w.~:-]{0,120}$/u)),
  signIn: filled(60),
});

export const askerOf = ({ account, session }: Signed) => ({ person: account.person, device: session.device });

const noContent = (done: Result<void>): Response =>
  done.ok ? new Response(null, { status: 204 }) : problemResponse(done.problem);

export const registerAccountRoutes = (router: ReturnType<typeof createRouter>, deps: AppDeps): void => {
  const audit = readAudit(deps);

  router.signed('GET /api/account', async (context, { account, session }) =>
    context.json({ signIn: account.signIn, places: await placesOf(deps, account.person, session) }),
  );

  router.signed('POST /api/account/password', async (context, signed) => {
    const body = await parseBody(context, PasswordBody);
    return body.ok ? noContent(await changePassword(deps, signed, body.value)) : problemResponse(body.problem);
  });

  router.signed('POST /api/account/sessions/end', async (context, signed) => {
    const body = await parseBody(context, EndBody);
    if (!body.ok) return problemResponse(body.problem);
    const which = { device: body.value.device, spare: signed.session.tokenHash };
    return noContent(await endSessions(deps, askerOf(signed), signed.account, which));
  });

  router.signed('GET /api/people', async (context, { account }) => {
    const query = parseWith(PeopleQuery, context.req.queries());
    if (!query.ok) return problemResponse(query.problem);
    const [unit] = query.value.unit;
    const problem = await administrationProblem(deps, actorOf(account), unit);
    if (problem !== undefined) return problemResponse(problem);
    return context.json({ people: await peopleOf(deps, unit), agencies: await agenciesOf(deps, unit) });
  });

  router.signed('GET /api/audit', async (context, { account }) => {
    const query = parseWith(AuditQuery, context.req.queries());
    if (!query.ok) return problemResponse(query.problem);
    const { unit, before } = query.value;
    const asked = { unit: unit[0], before: before === undefined ? Number.MAX_SAFE_INTEGER : Number(before[0]) };
    const page = await audit(actorOf(account), asked);
    return page.ok ? context.json(page.value) : problemResponse(page.problem);
  });

  router.signed('POST /api/people', async (context, signed) => {
    const body = await parseBody(context, PersonBody);
    if (!body.ok) return problemResponse(body.problem);
    const problem = await administrationProblem(deps, actorOf(signed.account), body.value.unit);
    if (problem !== undefined) return problemResponse(problem);
    const person = await invitePerson(deps, askerOf(signed), body.value);
    return person.ok ? context.json(person.value, 201) : problemResponse(person.problem);
  });

  /** Reads the body by its schema, then finds the account and asks whether it may be administered. */
  const onAccount =
    <S extends v.GenericSchema>(
      schema: S,
      act: (signed: Signed, account: Account, body: v.InferOutput<S>) => Promise<Response>,
    ): SignedHandler =>
    async (context, signed) => {
      const body = await parseBody(context, schema);
      if (!body.ok) return problemResponse(body.problem);
      const account = await accountToAdminister(deps, actorOf(signed.account), context.req.param('id') ?? '');
      return account.ok ? act(signed, account.value, body.value) : problemResponse(account.problem);
    };

  router.signed(
    'POST /api/people/:id/invitation',
    onAccount(NoBody, async (signed, account) => {
      const invited = await invite(deps, askerOf(signed), account);
      return invited.ok ? Response.json(invited.value) : problemResponse(invited.problem);
    }),
  );

  router.signed(
    'POST /api/people/:id/sessions/end',
    onAccount(EndBody, async (signed, account, { device }) =>
      noContent(await endSessions(deps, askerOf(signed), account, { device })),
    ),
  );

  router.signed(
    'POST /api/people/:id/closed',
    onAccount(ClosedBody, async (signed, account, { closed }) =>
      noContent(await setClosed(deps, askerOf(signed), account, closed)),
    ),
  );
};
