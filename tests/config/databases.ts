/**
 * The PostgreSQL of a test run: TEST_DATABASE_URL, else the one shipped by npm, in a temporary directory.
 * It is there for every run, so that no suite is left out because of a machine.
 */
import type { TestProject } from 'vitest/node';
import { startPostgres } from '#tests/support/postgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A PostgreSQL whose user may create databases. */
    postgresUrl: string;
  }
}

/** Vitest asks for a default export. */
export default async (project: TestProject): Promise<(() => Promise<void>) | undefined> => {
  const given = process.env['TEST_DATABASE_URL'];
  if (given !== undefined && given !== '') {
    project.provide('postgresUrl', given);
    return undefined;
  }
  const { url, stop } = await startPostgres();
  project.provide('postgresUrl', url);
  return stop;
};
