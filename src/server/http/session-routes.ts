/** Signing in and out, who I am, the recovery key of this device, and what was lost on it. */
import type { Context } from 'hono';
import { deleteCookie } from 'hono/cookie';
import * as v from 'valibot';
import type { Result } from '#domain/result.ts';
import { describeMe } from '#server/actions/describe-me.ts';
import type { FileKeyReader } from '#server/actions/file-keys.ts';
import { INCIDENTS, reportIncident } from '#server/actions/report-incident.ts';
import { acceptInvitation } from '#server/actions/invitations.ts';
import { SESSION_MS, type SignedIn } from '#server/actions/open-session.ts';
import { signIn } from '#server/actions/sign-in.ts';
import { createAddressOf } from './address.ts';
import { browserLabel } from './browser-label.ts';
import type { AppDeps } from './app-deps.ts';
import { problemResponse } from './problem-response.ts';
import { parseBody } from './read-body.ts';
import { cookieName, type createRouter, type Env } from './router.ts';

const Device = v.pipe(v.string(), v.regex(/^[\w-]{16,64}$/u));
const Slot = v.pipe(v.string(), v.regex(/^[A-Za-z0-9]{8}$/u));

const SignInBody = v.strictObject({
  signIn: v.pipe(v.string(), v.nonEmpty(), v.maxLength(200)),
  password: v.pipe(v.string(), v.maxLength(512)),
  device: Device,
  slot: Slot,
});

const InvitationBody = v.strictObject({
  ...SignInBody.entries,
  code: v.pipe(v.string(), v.nonEmpty(), v.maxLength(40)),
});

/** 32 bytes. */
const RecoveryBody = v.strictObject({ key: v.pipe(v.string(), v.regex(/^[\w-]{43}$/u)) });

const IncidentBody = v.strictObject({
  kind: v.picklist(INCIDENTS),
  /** When the device noticed, by its own clock. */
  at: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  /** How much was unsent, as far as the device knew. */
  unsent: v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(1_000_000))),
});

interface SessionDeps extends AppDeps {
  readonly fileKey: FileKeyReader;
}

export const registerSessionRoutes = (router: ReturnType<typeof createRouter>, deps: SessionDeps): void => {
  const open = signIn(deps);
  const accept = acceptInvitation(deps);
  const describe = describeMe(deps);
  const addressOf = createAddressOf(deps.trustedProxies);
  const placeOf = (context: Context<Env>) => ({
    address: addressOf(context),
    label: browserLabel(context.req.header('User-Agent')),
  });

  /** Both ways in end alike: a cookie for the slot, and what the device needs. */
  const welcome = async (signed: Result<SignedIn>, slot: string): Promise<Response> => {
    if (!signed.ok) return problemResponse(signed.problem);
    const { account, token, replicaSecret, recoveryKey } = signed.value;
    const { publicKey: fileKey } = await deps.fileKey();
    const answer = Response.json({ me: await describe(account), replicaSecret, recoveryKey, fileKey });
    answer.headers.set('Set-Cookie', sessionCookie(slot, token));
    return answer;
  };

  router.open('POST /api/sign-in', async (context) => {
    const body = await parseBody(context, SignInBody);
    if (!body.ok) return problemResponse(body.problem);

    return welcome(await open({ ...body.value, ...placeOf(context) }), body.value.slot);
  });

  router.open('POST /api/invitation', async (context) => {
    const body = await parseBody(context, InvitationBody);
    if (!body.ok) return problemResponse(body.problem);
    return welcome(await accept({ ...body.value, ...placeOf(context) }), body.value.slot);
  });

  router.signed('POST /api/sign-out', async (context, { session }) => {
    await deps.storage.sessions.end(session.tokenHash);
    deleteCookie(context, cookieName(session.slot), { path: '/', secure: true });
    return context.body(null, 204);
  });

  router.signed('GET /api/me', async (context, { account }) => {
    const { publicKey: fileKey } = await deps.fileKey();
    return context.json({ me: await describe(account), fileKey });
  });

  router.signed('PUT /api/recovery', async (context, { session }) => {
    const body = await parseBody(context, RecoveryBody);
    if (!body.ok) return problemResponse(body.problem);
    await deps.storage.deviceKeys.saveRecoveryKey(session, body.value.key);
    return context.body(null, 204);
  });

  router.signed('POST /api/incident', async (context, { account, session }) => {
    const body = await parseBody(context, IncidentBody);
    if (!body.ok) return problemResponse(body.problem);
    await reportIncident(deps, { account, device: session.device, ...body.value });
    return context.body(null, 204);
  });
};

const sessionCookie = (slot: string, token: string): string =>
  [
    `${cookieName(slot)}=${token}`,
    'Path=/',
    `Max-Age=${String(SESSION_MS / 1_000)}`,
    'HttpOnly',
    'Secure',
    'SameSite=Strict',
  ].join('; ');
