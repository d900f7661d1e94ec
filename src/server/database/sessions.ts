/** Open sessions. Only the hash of a token is kept: whoever reads the table cannot sign in with it. */
import type { Kysely, Selectable } from 'kysely';
import { accountColumns, accountOfRow } from './accounts.ts';
import { preparing } from './prepared.ts';
import type { Schema } from './schema.ts';

interface Session {
  readonly tokenHash: string;
  readonly person: string;
  readonly device: string;
  readonly slot: string;
  readonly created: number;
  readonly lastSeen: number;
  readonly expires: number;
  readonly label: string;
}

const findSigned = preparing<{ readonly tokenHash: string }>()((database, slotOf) =>
  database
    .selectFrom('session')
    .innerJoin('account', 'account.person', 'session.person')
    .select(['token_hash', 'device', 'slot', 'created', 'last_seen', 'expires', 'label'])
    .select(accountColumns)
    .where('session.token_hash', '=', slotOf('tokenHash')),
);

interface Signed {
  readonly session: Session;
  readonly account: ReturnType<typeof accountOfRow>;
}

const sessionOfRow = ({
  token_hash: tokenHash,
  last_seen: lastSeen,
  ...row
}: Selectable<Schema['session']>): Session => {
  const { person, device, slot, created, expires, label } = row;
  return { tokenHash, person, device, slot, created, lastSeen, expires, label };
};

export const createSessions = (database: Kysely<Schema>) => ({
  find: async (hash: string): Promise<Signed | undefined> => {
    const [row] = await findSigned(database, { tokenHash: hash });
    if (row === undefined) return undefined;
    return { session: sessionOfRow(row), account: accountOfRow(row) };
  },

  add: async ({ tokenHash, lastSeen, ...rest }: Session) => {
    await database
      .insertInto('session')
      .values({ ...rest, token_hash: tokenHash, last_seen: lastSeen })
      .execute();
  },

  touch: async (tokenHash: string, lastSeen: number) => {
    await database.updateTable('session').set({ last_seen: lastSeen }).where('token_hash', '=', tokenHash).execute();
  },

  end: async (tokenHash: string) => {
    await database.deleteFrom('session').where('token_hash', '=', tokenHash).execute();
  },

  ofPerson: async (person: string) => {
    const rows = await database
      .selectFrom('session')
      .selectAll()
      .where('person', '=', person)
      .orderBy('last_seen', 'desc')
      .orderBy('token_hash')
      .execute();
    return rows.map(sessionOfRow);
  },

  endOfDevice: async ({ person, device }: Pick<Session, 'person' | 'device'>) => {
    await database.deleteFrom('session').where('person', '=', person).where('device', '=', device).execute();
  },

  endOthers: async (person: string, tokenHash: string) => {
    await database.deleteFrom('session').where('person', '=', person).where('token_hash', '!=', tokenHash).execute();
  },

  endOfPerson: async (person: string) => {
    await database.deleteFrom('session').where('person', '=', person).execute();
  },

  sweep: async (now: number, idleSince: number) => {
    await database
      .deleteFrom('session')
      .where((row) => row.or([row('expires', '<=', now), row('last_seen', '<=', idleSince)]))
      .execute();
  },
});
