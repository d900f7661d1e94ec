/** Who may sign in. One row a person; `sign_in` is folded and unique. */
import type { Insertable, Kysely, Selectable } from 'kysely';
import * as v from 'valibot';
import { Role } from '#domain/records/unit.ts';
import { preparing } from './prepared.ts';
import type { Schema } from './schema.ts';

export const accountOfRow = (row: Selectable<Schema['account']>) => ({
  person: row.person,
  signIn: row.sign_in,
  name: row.name,
  title: row.title,
  passwordHash: row.password_hash,
  unit: row.unit,
  agency: row.agency,
  role: v.parse(Role, row.role),
  closed: row.closed === 1,
});
type Account = ReturnType<typeof accountOfRow>;

const rowOfAccount = (account: Account): Insertable<Schema['account']> => ({
  person: account.person,
  sign_in: account.signIn,
  name: account.name,
  title: account.title,
  password_hash: account.passwordHash,
  unit: account.unit,
  agency: account.agency,
  role: account.role,
  closed: account.closed ? 1 : 0,
});

export const accountColumns = [
  'account.person',
  'account.sign_in',
  'account.name',
  'account.title',
  'account.password_hash',
  'account.unit',
  'account.agency',
  'account.role',
  'account.closed',
] as const;

const findByPerson = preparing<{ readonly person: string }>()((database, slotOf) =>
  database.selectFrom('account').select(accountColumns).where('person', '=', slotOf('person')),
);

export const createAccounts = (database: Kysely<Schema>) => ({
  byPerson: async (person: string) => {
    const [row] = await findByPerson(database, { person });
    return row && accountOfRow(row);
  },

  bySignIn: async (signIn: string) => {
    const row = await database.selectFrom('account').selectAll().where('sign_in', '=', signIn).executeTakeFirst();
    return row && accountOfRow(row);
  },

  ofUnit: async (unit: string) => {
    const rows = await database.selectFrom('account').selectAll().where('unit', '=', unit).orderBy('sign_in').execute();
    return rows.map(accountOfRow);
  },

  all: async () => {
    const rows = await database.selectFrom('account').selectAll().orderBy('sign_in').execute();
    return rows.map(accountOfRow);
  },

  anyAdministrator: async () => {
    const row = await database
      .selectFrom('account')
      .select('person')
      .where('role', '=', 'administrator')
      .where('closed', '=', 0)
      .limit(1)
      .executeTakeFirst();
    return row !== undefined;
  },

  add: async (account: Account) => {
    const added = await database
      .insertInto('account')
      .values(rowOfAccount(account))
      .onConflict((conflict) => conflict.column('sign_in').doNothing())
      .returning('person')
      .executeTakeFirst();
    return added !== undefined;
  },

  setPassword: async (person: string, passwordHash: string) => {
    await database.updateTable('account').set({ password_hash: passwordHash }).where('person', '=', person).execute();
  },

  setRole: async (person: string, role: Role) => {
    await database.updateTable('account').set({ role }).where('person', '=', person).execute();
  },

  setClosed: async (person: string, closed: boolean) => {
    await database
      .updateTable('account')
      .set({ closed: closed ? 1 : 0 })
      .where('person', '=', person)
      .execute();
  },

  setUnit: async (person: string, unit: string, agency: string) => {
    await database.updateTable('account').set({ unit, agency }).where('person', '=', person).execute();
  },
});
