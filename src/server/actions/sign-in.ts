/**
 * Opens a session for a person on a device.
 *
 * - An unknown name takes the same time and gets the same answer as a wrong password: a hash is checked and a refusal is
 *   noted for it as well.
 * - The token is given to the browser and only its hash is kept.
 * - A device gets its replica secret once; its recovery key, if it left one, comes back at every sign-in.
 */
import { fail, ok, type Result } from '#domain/result.ts';
import { scopeOf, UNITS_SCOPE } from '#domain/scope.ts';
import { openSession, type Place, type SignedIn } from './open-session.ts';
import type { Account, Deps } from './ports.ts';
import { signInKey } from './sign-in-names.ts';
import { accountKey, addressKey, deviceKey, forgive, startTry, sweepTries } from './slow-down.ts';

export interface SignInRequest extends Place {
  readonly signIn: string;
  readonly password: string;
  /** Where the request came from, for slowing down. */
  readonly address: string;
}

/** A hash of nothing that anyone knows, made once: verifying against it takes as long as against a real one. */
export const createDecoy = (deps: Pick<Deps, 'secrets'>): (() => Promise<string>) => {
  let decoy: Promise<string> | undefined;
  return () => (decoy ??= deps.secrets.hashPassword(deps.secrets.newToken()));
};

export const signIn = (deps: Deps) => {
  const decoyHash = createDecoy(deps);

  return async (request: SignInRequest): Promise<Result<SignedIn>> => {
    const { storage, secrets } = deps;
    const now = deps.now();
    const name = signInKey(request.signIn);
    const own = [accountKey(name), deviceKey(request.device)];
    const shared = [addressKey(request.address)];

    const wait = await startTry(storage.slowDowns, [...own, ...shared], now);
    if (wait !== undefined) return fail(wait);

    const account = await storage.accounts.bySignIn(name);
    const isRight = await secrets.verifyPassword(account?.passwordHash ?? (await decoyHash()), request.password);
    if (account === undefined || account.closed || !isRight) {
      await auditTry(deps, account, request.device, 'refused');
      return fail({ code: 'session/wrong-sign-in' });
    }
    // While the password was looked at it may have been changed, to keep just this one out.
    const fresh = await storage.accounts.byPerson(account.person);
    if (fresh === undefined || fresh.closed || fresh.passwordHash !== account.passwordHash) {
      await auditTry(deps, account, request.device, 'refused');
      return fail({ code: 'session/wrong-sign-in' });
    }
    await forgive(storage.slowDowns, own, shared, now);
    await sweepTries(storage.slowDowns, now);
    await auditTry(deps, account, request.device, 'done');
    return ok(await openSession(deps, account, request));
  };
};

/** What belongs to no account is noted where all units stand; the name that was tried may be a slip of somebody's password. */
export const auditTry = (
  { storage, now }: Deps,
  account: Account | undefined,
  device: string,
  result: 'done' | 'refused',
  what = 'sign-in',
): Promise<void> => {
  const scope = account === undefined ? UNITS_SCOPE : scopeOf(account.unit, 'directory');
  const person = account?.person ?? '';
  return storage.audit.append(scope, { at: now(), person, device, what, object: '', result });
};
