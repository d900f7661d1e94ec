/** Open sessions. Only the hash of a token is kept: whoever reads the table cannot sign in with it. */
import type { Kysely } from 'kysely';
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

const findSession = preparing<{ readonly tokenHash: string }>()((database, slotOf) =>
  database
    .selectFrom('session')
    .select(['token_hash', 'person', 'device', 'slot', 'created', 'last_seen', 'expires'])
    .where('token_hash', '=', slotOf('tokenHash')),
);

export const createSessions = (database: Kysely<Schema>) => ({
  find: async (tokenHash: string): Promise<Session | undefined> => {
    const [row] = await findSession(database, { tokenHash });
    if (row === undefined) return undefined;
    const { token_hash, last_seen, ...rest } = row;
    return { ...rest, tokenHash: token_hash, lastSeen: last_seen };
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
