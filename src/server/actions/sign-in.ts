/**
 * Opens a session for a person on a device.
 *
 * - An unknown name takes the same time and gets the same answer as a wrong password.
 * - The token is given to the browser and only its hash is kept.
 * - A device gets its replica secret once; its recovery key, if it left one, comes back at every sign-in.
 */
import { fail, ok, type Result } from '#domain/result.ts';
import { scopeOf } from '#domain/scope.ts';
import type { Account, Deps, Owner } from './ports.ts';
import { signInKey } from './sign-in-names.ts';
import { accountKey, addressKey, deviceKey, forgive, startTry, sweepTries } from './slow-down.ts';

const DAY_MS = 24 * 60 * 60_000;
/** A phone may be without a network for a week or a month; its work waits, and a sign-in sends it. */
export const SESSION_IDLE_MS = 7 * DAY_MS;
export const SESSION_MS = 30 * DAY_MS;

export interface SignInRequest {
  readonly signIn: string;
  readonly password: string;
  readonly device: string;
  readonly slot: string;
  /** Where the request came from, for slowing down. */
  readonly address: string;
}

export interface SignedIn {
  readonly account: Account;
  readonly token: string;
  readonly replicaSecret: string | null;
  readonly recoveryKey: string | null;
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
      if (account !== undefined) await audit(deps, account, request.device, 'refused');
      return fail({ code: 'session/wrong-sign-in' });
    }
    await forgive(storage.slowDowns, own, shared, now);
    await sweepTries(storage.slowDowns, now);
    await audit(deps, account, request.device, 'done');
    return ok({ account, ...(await openSession(deps, account, request)) });
  };
};

const openSession = async ({ storage, secrets, now }: Deps, account: Account, request: SignInRequest) => {
  const owner: Owner = { device: request.device, person: account.person };
  const token = secrets.newToken();
  const created = now();
  await storage.sessions.sweep(created, created - SESSION_IDLE_MS);
  await storage.sessions.add({
    tokenHash: secrets.hashToken(token),
    ...owner,
    slot: request.slot,
    created,
    lastSeen: created,
    expires: created + SESSION_MS,
  });
  const replicaSecret = (await storage.deviceKeys.giveSecretOnce(owner, secrets.newToken())) ?? null;
  const recoveryKey = (await storage.deviceKeys.recoveryKey(owner)) ?? null;
  return { token, replicaSecret, recoveryKey };
};

const audit = ({ storage, now }: Deps, { unit, person }: Account, device: string, result: 'done' | 'refused') =>
  storage.audit.append(scopeOf(unit, 'directory'), { at: now(), person, device, what: 'sign-in', object: '', result });
