/** Open sessions. Only the hash of a token is kept: whoever reads the table cannot sign in with it. */
import type { Kysely } from 'kysely';
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
}

const findSigned = preparing<{ readonly tokenHash: string }>()((database, slotOf) =>
  database
    .selectFrom('session')
    .innerJoin('account', 'account.person', 'session.person')
    .select(['token_hash', 'device', 'slot', 'created', 'last_seen', 'expires'])
    .select(accountColumns)
    .where('session.token_hash', '=', slotOf('tokenHash')),
);

interface Signed {
  readonly session: Session;
  readonly account: ReturnType<typeof accountOfRow>;
}

export const createSessions = (database: Kysely<Schema>) => ({
  find: async (hash: string): Promise<Signed | undefined> => {
    const [row] = await findSigned(database, { tokenHash: hash });
    if (row === undefined) return undefined;
    const { token_hash: tokenHash, person, device, slot, created, last_seen: lastSeen, expires } = row;
    return { session: { tokenHash, person, device, slot, created, lastSeen, expires }, account: accountOfRow(row) };
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
