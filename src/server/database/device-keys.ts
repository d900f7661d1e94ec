/** What the server keeps for a person on a device: the replica secret and the recovery key; and its own pair for files. */
import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

interface Owner {
  readonly device: string;
  readonly person: string;
}

interface FileKey {
  readonly publicKey: string;
  readonly privateKey: string;
  readonly at: number;
}

const FILES = 'files';

export const createDeviceKeys = (database: Kysely<Schema>) => {
  const fileKey = async (): Promise<FileKey | undefined> => {
    const row = await database.selectFrom('server_key').selectAll().where('id', '=', FILES).executeTakeFirst();
    return row && { publicKey: row.public, privateKey: row.private, at: row.at };
  };

  return {
    giveSecretOnce: async ({ person, device }: Owner, secret: string): Promise<string | undefined> => {
      const kept = await database
        .insertInto('replica_secret')
        .values({ person, device, secret })
        .onConflict((conflict) => conflict.columns(['person', 'device']).doNothing())
        .returning('secret')
        .executeTakeFirst();
      return kept?.secret;
    },

    secretOf: async ({ person, device }: Owner): Promise<string | undefined> => {
      const row = await database
        .selectFrom('replica_secret')
        .select('secret')
        .where('person', '=', person)
        .where('device', '=', device)
        .executeTakeFirst();
      return row?.secret;
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

    fileKey,

    firstFileKey: async (made: FileKey): Promise<FileKey> => {
      await database
        .insertInto('server_key')
        .values({ id: FILES, public: made.publicKey, private: made.privateKey, at: made.at })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute();
      return (await fileKey()) ?? made;
    },
  };
};
