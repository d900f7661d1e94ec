/**
 * Invitations: whoever administrates hands over a one-time code, and the person chooses a password with it, the first one or
 * a new one. So nobody ever knows another's password.
 *
 * - A code has 40 random bits, holds for a week and lets one person in once. Only a slow hash of it is kept.
 * - Until it is used the earlier password goes on working; then every other session of the person ends.
 * - An unknown name, a name without an invitation, a wrong code and one that is too old take the same time and get the same
 *   answer. A password that is too weak costs no code.
 */
import type { Problem } from '#domain/problem.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { scopeOf } from '#domain/scope.ts';
import { audited, type Asker } from './administration.ts';
import { openSession, type Place, type SignedIn } from './open-session.ts';
import { checkPassword } from './passwords.ts';
import { plainCode } from './plain-code.ts';
import type { Account, Deps } from './ports.ts';
import { auditTry, createDecoy } from './sign-in.ts';
import { signInKey } from './sign-in-names.ts';
import { accountKey, addressKey, deviceKey, forgive, startTry } from './slow-down.ts';

export const INVITATION_MS = 7 * 24 * 60 * 60_000;

/** The code is shown once and kept nowhere in clear; `expires` is ms since 1970. */
export interface Invited {
  readonly code: string;
  readonly expires: number;
}

/** Not for oneself: a session that was left open would be enough to choose another password. */
export const invite = async (deps: Deps, asker: Asker, account: Account): Promise<Result<Invited>> => {
  if (account.person === asker.person) return fail({ code: 'account/own' });
  const code = deps.secrets.newCode();
  const codeHash = await deps.secrets.hashPassword(plainCode(code));
  return audited(
    deps,
    asker,
    'invite',
    () => [scopeOf(account.unit, 'directory'), account.person],
    async ({ invitations }, at) => {
      const expires = at + INVITATION_MS;
      await invitations.put({ person: account.person, codeHash, expires });
      return ok({ code, expires });
    },
  );
};

export interface AcceptRequest extends Place {
  readonly signIn: string;
  readonly code: string;
  readonly password: string;
  /** Where the request came from, for slowing down. */
  readonly address: string;
}

export const acceptInvitation = (deps: Deps) => {
  const decoyHash = createDecoy(deps);

  return async (request: AcceptRequest): Promise<Result<SignedIn>> => {
    const { storage, secrets } = deps;
    const now = deps.now();
    const name = signInKey(request.signIn);
    const own = [accountKey(name), deviceKey(request.device)];
    const shared = [addressKey(request.address)];
    const wait: Problem | undefined = await startTry(storage.slowDowns, [...own, ...shared], now);
    if (wait !== undefined) return fail(wait);

    const account = await storage.accounts.bySignIn(name);
    const invitation = account && (await storage.invitations.find(account.person));
    const isRight = await secrets.verifyPassword(invitation?.codeHash ?? (await decoyHash()), plainCode(request.code));
    const wrong = fail<Problem>({ code: 'account/wrong-code' });
    if (!isRight || account === undefined || account.closed || !invitation || invitation.expires <= now) {
      await auditTry(deps, account, request.device, 'refused', 'accept-invitation');
      return wrong;
    }
    await forgive(storage.slowDowns, own, shared, now);
    const weak = checkPassword(request.password, [account.signIn, account.name]);
    if (weak !== undefined) return fail(weak);

    const passwordHash = await secrets.hashPassword(request.password);
    const { person, unit } = account;
    const chosen = await audited(
      deps,
      { person, device: request.device },
      'accept-invitation',
      () => [scopeOf(unit, 'directory'), person],
      async (stores) => {
        if (!(await stores.invitations.take(invitation))) return wrong;
        await stores.accounts.setPassword(person, passwordHash);
        await stores.sessions.endOfPerson(person);
        return ok(undefined);
      },
    );
    if (!chosen.ok) return chosen;
    // An invitation leads into a new slot: the key to an older one is not given for a code that somebody else handed out.
    return ok({ ...(await openSession(deps, account, request)), recoveryKey: null });
  };
};
