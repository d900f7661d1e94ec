/** The accounts of a unit as whoever administrates it sees them, and closing one. Never a password, a code or a token. */
import { fail, ok, type Result } from '#domain/result.ts';
import type { Role } from '#domain/records/unit.ts';
import { scopeOf } from '#domain/scope.ts';
import { audited, type Asker } from './administration.ts';
import { placesOf, type SignedInPlace } from './own-account.ts';
import type { Account, Deps } from './ports.ts';
import { visible } from './units.ts';

export interface AccountSeen {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly role: Role;
  /** Its id; "" for none. */
  readonly agency: string;
  readonly signIn: string;
  readonly closed: boolean;
  /** Until when an open invitation holds (ms since 1970); `null` for none. */
  readonly invitedUntil: number | null;
  /** Without the devices' names, which are their owners' own. */
  readonly places: readonly Omit<SignedInPlace, 'device' | 'own'>[];
}

export const peopleOf = async (deps: Deps, unit: string): Promise<readonly AccountSeen[]> => {
  const accounts = await deps.storage.accounts.ofUnit(unit);
  return Promise.all(accounts.map((account) => seen(deps, account)));
};

/** By id, so that a new person can be given one; the directories of units below are on no administrator's device. */
export const agenciesOf = async (
  { storage }: Deps,
  unit: string,
): Promise<readonly { readonly id: string; readonly name: string }[]> =>
  (await storage.ledger.recordsOf(scopeOf(unit, 'directory'), 'agency')).flatMap((stored) => {
    const agency = visible('agency', stored);
    return agency === undefined ? [] : [{ id: stored.id, name: agency.name }];
  });

const seen = async (deps: Deps, account: Account): Promise<AccountSeen> => {
  const { person: id, name, title, role, agency, signIn, closed } = account;
  const invitation = await deps.storage.invitations.find(id);
  const invitedUntil = invitation !== undefined && invitation.expires > deps.now() ? invitation.expires : null;
  return {
    id,
    name,
    title,
    role,
    agency,
    signIn,
    closed,
    invitedUntil,
    places: (await placesOf(deps, id)).map(({ label, since, lastSeen }) => ({ label, since, lastSeen })),
  };
};

/** Closing ends all sessions and any invitation; what the person wrote stays, and their unsent work is held when it comes. */
export const setClosed = (deps: Deps, asker: Asker, account: Account, closed: boolean): Promise<Result<void>> =>
  audited(
    deps,
    asker,
    closed ? 'close-account' : 'open-account',
    () => [scopeOf(account.unit, 'directory'), account.person],
    async ({ accounts, sessions, invitations }) => {
      // Whoever shuts themself out may be the last who could let anyone in.
      if (account.person === asker.person) return fail({ code: 'account/own' });
      await accounts.setClosed(account.person, closed);
      // Also one that was made meanwhile: what opens again is what was closed.
      await invitations.drop(account.person);
      if (closed) await sessions.endOfPerson(account.person);
      return ok(undefined);
    },
  );
