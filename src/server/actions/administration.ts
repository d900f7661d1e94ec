/**
 * Units, agencies, people and their accounts. Everything that is synced enters by the server's merge; the account beside it
 * in the same transaction. Who may ask is the caller's question; what may be asked is answered here.
 */
import { CREATED, type Change } from '#domain/change.ts';
import type { Problem } from '#domain/problem.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { Role } from '#domain/records/unit.ts';
import { scopeOf, UNITS_SCOPE, type Scope } from '#domain/scope.ts';
import type { RecordIn, TableName } from '#domain/tables.ts';
import { checkValues, valuesOf } from '#domain/values.ts';
import { checkPassword } from './passwords.ts';
import type { Account, Deps, Stores } from './ports.ts';
import { isSignInName, signInKey } from './sign-in-names.ts';
import { readUnits, visible } from './units.ts';
import { writeAsServer } from './write-as-server.ts';

/** Who asks; person "" and device "" for the command line. */
export interface Asker {
  readonly person: string;
  readonly device: string;
}
export const COMMAND_LINE: Asker = { person: '', device: 'command-line' };

/** An account just made; its password is shown once and kept nowhere in clear. Unit and agency by name. */
export interface NewAccount {
  readonly role: Role;
  readonly unit: string;
  readonly agency: string;
  readonly name: string;
  readonly signIn: string;
  readonly password: string;
}

export interface NewUnit {
  readonly name: string;
  readonly kind: string;
  /** `undefined` for a root. */
  readonly parent: string | undefined;
}
export interface NewAgency {
  readonly unit: string;
  readonly name: string;
  readonly kind: string;
}
export interface NewPerson {
  readonly unit: string;
  /** "" for none. */
  readonly agency: string;
  readonly name: string;
  readonly title: string;
  readonly role: Role;
  readonly signIn: string;
}

export const made = <T extends TableName>(table: T, id: string, record: RecordIn<T>): Change => ({
  table,
  id,
  values: { [CREATED]: true, ...valuesOf(table, record) },
});

/** The command line has no schema in front of it, so the record's own is asked here. */
export const unfit = ({ table, id, values }: Change): Problem | undefined =>
  checkValues(table, values, { creating: true, id });

const notFound: Problem = { code: 'rights/not-found' };

/** What an action does, within the transaction in which it is audited. */
type Act<T> = (stores: Stores, at: number) => Promise<Result<T>>;

export const audited = <T>(
  deps: Deps,
  asker: Asker,
  what: string,
  objectOf: (value: T) => [Scope, string],
  act: Act<T>,
) =>
  deps.storage.together(async (stores): Promise<Result<T>> => {
    const at = deps.now();
    const done = await act(stores, at);
    if (!done.ok) return done;
    const [scope, object] = objectOf(done.value);
    await stores.audit.append(scope, { at, ...asker, what, object, result: 'done' });
    return done;
  });

export const addUnit = (deps: Deps, asker: Asker, unit: NewUnit): Promise<Result<{ readonly id: string }>> =>
  audited(
    deps,
    asker,
    'add-unit',
    ({ id }) => [scopeOf(id, 'directory'), id],
    async (stores, at) => {
      const { name, kind, parent } = unit;
      if (parent !== undefined && !(await readUnits(stores.ledger)).byId.has(parent)) return fail(notFound);
      const id = deps.secrets.newId();
      const change = made('unit', id, { name, kind });
      const problem = unfit(change);
      if (problem !== undefined) return fail(problem);
      const changes: Change[] = [change];
      if (parent !== undefined)
        changes.push(made('unit-line', deps.secrets.newId(), { unit: id, other: parent, relation: 'parent' }));
      await writeAsServer(stores.ledger, { scope: UNITS_SCOPE, changes, person: asker.person, at });
      return ok({ id });
    },
  );

export const addAgency = (deps: Deps, asker: Asker, agency: NewAgency): Promise<Result<{ readonly id: string }>> => {
  const scope = scopeOf(agency.unit, 'directory');
  return audited(
    deps,
    asker,
    'add-agency',
    ({ id }) => [scope, id],
    async (stores, at) => {
      if (!(await readUnits(stores.ledger)).byId.has(agency.unit)) return fail(notFound);
      const id = deps.secrets.newId();
      const change = made('agency', id, agency);
      const problem = unfit(change);
      if (problem !== undefined) return fail(problem);
      await writeAsServer(stores.ledger, { scope, changes: [change], person: asker.person, at });
      return ok({ id });
    },
  );
};

export const addPerson = async (deps: Deps, asker: Asker, person: NewPerson): Promise<Result<NewAccount>> => {
  const password = deps.secrets.newPassword();
  const passwordHash = await deps.secrets.hashPassword(password);
  const id = deps.secrets.newId();
  return audited(
    deps,
    asker,
    'add-person',
    () => [scopeOf(person.unit, 'directory'), id],
    async (stores, at) => {
      const written = await writePerson(stores, { id, person, passwordHash, by: asker.person, at });
      return written.ok ? ok({ ...written.value, password }) : written;
    },
  );
};

interface PersonToWrite {
  readonly id: string;
  readonly person: NewPerson;
  readonly passwordHash: string;
  readonly by: string;
  readonly at: number;
}

/** The person's record and account, in the transaction that is open. */
export const writePerson = async (
  stores: Stores,
  { id, person, passwordHash, by, at }: PersonToWrite,
): Promise<Result<Omit<NewAccount, 'password'>>> => {
  const names = await namesOf(stores, person);
  if (names === undefined) return fail(notFound);
  const signIn = signInKey(person.signIn);
  if (!isSignInName(signIn)) return fail({ code: 'request/malformed', field: 'signIn' });
  const change = made('person', id, recordOfPerson(person));
  const problem = unfit(change);
  if (problem !== undefined) return fail(problem);

  const { signIn: _, ...fields } = person;
  const added = await stores.accounts.add({ ...fields, person: id, signIn, passwordHash, closed: false });
  if (!added) return fail({ code: 'account/name-taken' });
  const scope = scopeOf(person.unit, 'directory');
  await writeAsServer(stores.ledger, { scope, changes: [change], person: by, at });
  return ok({ role: person.role, ...names, name: person.name, signIn });
};

const recordOfPerson = ({ unit, agency, name, title, role }: NewPerson): RecordIn<'person'> => ({
  unit,
  name,
  role,
  ...(agency === '' ? {} : { agency }),
  ...(title === '' ? {} : { title }),
});

/** The unit and the agency by name; `undefined` if either is not there. */
const namesOf = async (
  stores: Stores,
  { unit, agency }: Pick<NewPerson, 'unit' | 'agency'>,
): Promise<{ readonly unit: string; readonly agency: string } | undefined> => {
  const unitName = (await readUnits(stores.ledger)).byId.get(unit)?.name;
  if (unitName === undefined) return undefined;
  if (agency === '') return { unit: unitName, agency: '' };
  const stored = await stores.ledger.record(scopeOf(unit, 'directory'), { table: 'agency', id: agency });
  const agencyName = visible('agency', stored)?.name;
  return agencyName === undefined ? undefined : { unit: unitName, agency: agencyName };
};

/** A new password ends the person's sessions. Without `chosen`, one is made. */
export const setPassword = async (
  deps: Deps,
  asker: Asker,
  account: Account,
  chosen?: string,
): Promise<Result<{ readonly password: string }>> => {
  const problem = chosen === undefined ? undefined : checkPassword(chosen, [account.signIn, account.name]);
  if (problem !== undefined) return fail(problem);
  const password = chosen ?? deps.secrets.newPassword();
  const passwordHash = await deps.secrets.hashPassword(password);
  return audited(
    deps,
    asker,
    'set-password',
    () => [scopeOf(account.unit, 'directory'), account.person],
    async (stores) => {
      await stores.accounts.setPassword(account.person, passwordHash);
      await stores.sessions.endOfPerson(account.person);
      return ok({ password });
    },
  );
};

export const setRole = (
  deps: Deps,
  asker: Asker,
  account: Account,
  role: Role,
): Promise<Result<{ readonly role: Role }>> => {
  const scope = scopeOf(account.unit, 'directory');
  return audited(
    deps,
    asker,
    'set-role',
    () => [scope, `${account.person} ${role}`],
    async (stores, at) => {
      await stores.accounts.setRole(account.person, role);
      const change: Change = { table: 'person', id: account.person, values: { role } };
      await writeAsServer(stores.ledger, { scope, changes: [change], person: asker.person, at });
      return ok({ role });
    },
  );
};
