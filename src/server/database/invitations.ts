/** One open invitation a person at most; a newer one replaces it. Only a slow hash of the code is kept. */
import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

interface Invitation {
  readonly person: string;
  readonly codeHash: string;
  readonly expires: number;
}

export const createInvitations = (database: Kysely<Schema>) => ({
  find: async (person: string): Promise<Invitation | undefined> => {
    const row = await database.selectFrom('invitation').selectAll().where('person', '=', person).executeTakeFirst();
    return row && { person: row.person, codeHash: row.code_hash, expires: row.expires };
  },

  put: async ({ person, codeHash, expires }: Invitation) => {
    await database
      .insertInto('invitation')
      .values({ person, code_hash: codeHash, expires })
      .onConflict((conflict) => conflict.column('person').doUpdateSet({ code_hash: codeHash, expires }))
      .execute();
  },

  /** `false` if it was not there any more: of two who hold a code one is let in. */
  take: async ({ person, codeHash }: Pick<Invitation, 'person' | 'codeHash'>): Promise<boolean> => {
    const taken = await database
      .deleteFrom('invitation')
      .where('person', '=', person)
      .where('code_hash', '=', codeHash)
      .returning('person')
      .executeTakeFirst();
    return taken !== undefined;
  },

  drop: async (person: string) => {
    await database.deleteFrom('invitation').where('person', '=', person).execute();
  },
});
