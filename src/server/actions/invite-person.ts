/** A new person with an open invitation: until it is used no password opens the account. */
import { ok, type Result } from '#domain/result.ts';
import { scopeOf } from '#domain/scope.ts';
import { audited, writePerson, type Asker, type NewAccount, type NewPerson } from './administration.ts';
import { INVITATION_MS, type Invited } from './invitations.ts';
import { plainCode } from './plain-code.ts';
import type { Deps } from './ports.ts';

export interface InvitedPerson extends Omit<NewAccount, 'password'>, Invited {
  readonly id: string;
}

export const invitePerson = async (deps: Deps, asker: Asker, person: NewPerson): Promise<Result<InvitedPerson>> => {
  const { secrets } = deps;
  const code = secrets.newCode();
  const codeHash = await secrets.hashPassword(plainCode(code));
  // Of something that nobody knows, this server included.
  const passwordHash = await secrets.hashPassword(secrets.newToken());
  const id = secrets.newId();
  return audited(
    deps,
    asker,
    'add-person',
    () => [scopeOf(person.unit, 'directory'), id],
    async (stores, at) => {
      const written = await writePerson(stores, { id, person, passwordHash, by: asker.person, at });
      if (!written.ok) return written;
      const expires = at + INVITATION_MS;
      await stores.invitations.put({ person: id, codeHash, expires });
      return ok({ ...written.value, id, code, expires });
    },
  );
};
