/** What the server keeps for a person on a device: the replica secret and the recovery key. */
import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

interface Owner {
  readonly device: string;
  readonly person: string;
}

export const createDeviceKeys = (database: Kysely<Schema>) => ({
  giveSecretOnce: async ({ person, device }: Owner, secret: string): Promise<string | undefined> => {
    const kept = await database
      .insertInto('replica_secret')
      .values({ person, device, secret })
      .onConflict((conflict) => conflict.columns(['person', 'device']).doNothing())
      .returning('secret')
      .executeTakeFirst();
    return kept?.secret;
  },

  recoveryKey: async ({ person, device }: Owner): Promise<string | undefined> => {
    const row = await database
      .selectFrom('recovery')
      .select('key')
      .where('person', '=', person)
      .where('device', '=', device)
      .executeTakeFirst();
    return row?.key;
  },

  saveRecoveryKey: async ({ person, device }: Owner, key: string) => {
    await database
      .insertInto('recovery')
      .values({ person, device, key })
      .onConflict((conflict) => conflict.columns(['person', 'device']).doUpdateSet({ key }))
      .execute();
  },
});
