/** What a person does to their own account: another password, and an end to sessions on devices they no longer have. */
import type { Problem } from '#domain/problem.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { scopeOf } from '#domain/scope.ts';
import { audited, type Asker } from './administration.ts';
import { checkPassword } from './passwords.ts';
import { SESSION_IDLE_MS } from './open-session.ts';
import type { Account, Deps, Session, Signed } from './ports.ts';
import { accountKey, forgive, startTry } from './slow-down.ts';

/** A place where a person is signed in. Moments are ms since 1970. */
export interface SignedInPlace {
  readonly device: string;
  readonly label: string;
  readonly since: number;
  readonly lastSeen: number;
  /** Whether it is the one that asks. */
  readonly own: boolean;
}

/** The place that was used last comes first; those that have ended by themselves are left out. */
export const placesOf = async (
  { storage, now }: Deps,
  person: string,
  own?: Pick<Session, 'tokenHash'>,
): Promise<readonly SignedInPlace[]> => {
  const at = now();
  const sessions = await storage.sessions.ofPerson(person);
  return sessions
    .filter(({ expires, lastSeen }) => expires > at && lastSeen + SESSION_IDLE_MS > at)
    .map(({ device, label, created, lastSeen, tokenHash }) => ({
      device,
      label,
      since: created,
      lastSeen,
      own: tokenHash === own?.tokenHash,
    }));
};

/** Ends the sessions of one of the account's devices; of all if none is named, but for `spare`. */
export const endSessions = (
  deps: Deps,
  asker: Asker,
  account: Account,
  { device, spare }: { readonly device?: string | undefined; readonly spare?: string | undefined },
): Promise<Result<void>> =>
  audited(
    deps,
    asker,
    'end-sessions',
    () => [scopeOf(account.unit, 'directory'), account.person],
    async ({ sessions }) => {
      const { person } = account;
      if (device !== undefined) await sessions.endOfDevice({ person, device });
      else if (spare !== undefined) await sessions.endOthers(person, spare);
      else await sessions.endOfPerson(person);
      return ok(undefined);
    },
  );

export interface PasswordChange {
  readonly current: string;
  readonly chosen: string;
}

/** Asks for the password again: a session that was left open is not enough. Ends the person's other sessions. */
export const changePassword = async (
  deps: Deps,
  { account, session }: Signed,
  { current, chosen }: PasswordChange,
): Promise<Result<void>> => {
  const { storage, secrets } = deps;
  const keys = [accountKey(account.signIn)];
  const wait: Problem | undefined = await startTry(storage.slowDowns, keys, deps.now());
  if (wait !== undefined) return fail(wait);
  if (!(await secrets.verifyPassword(account.passwordHash, current))) return fail({ code: 'account/wrong-password' });
  await forgive(storage.slowDowns, keys, [], deps.now());
  const weak = checkPassword(chosen, [account.signIn, account.name]);
  if (weak !== undefined) return fail(weak);
  const passwordHash = await secrets.hashPassword(chosen);
  const { person, unit } = account;
  return audited(
    deps,
    { person, device: session.device },
    'change-password',
    () => [scopeOf(unit, 'directory'), person],
    async (stores) => {
      await stores.accounts.setPassword(person, passwordHash);
      await stores.sessions.endOthers(person, session.tokenHash);
      // An invitation that is still open was meant for whoever did not know the password.
      await stores.invitations.drop(person);
      return ok(undefined);
    },
  );
};
