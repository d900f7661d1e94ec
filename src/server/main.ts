/** Composition root: settings → database → app → listening. */
import type { Server } from 'node:http';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { fail, ok, type Result } from '#domain/result.ts';
import { deliverAll } from './actions/deliver-outbox.ts';
import { collectAllTombstones, type CollectDeps } from './actions/collect-tombstones.ts';
import type { Deps } from './actions/ports.ts';
import { releaseUnderstood, type ReleaseUnderstoodDeps } from './actions/release-understood.ts';
import { isSetUpNeeded } from './actions/set-up.ts';
import { createUnitsReader } from './actions/units.ts';
import type { Database } from './database/dialects.ts';
import { DATABASE_FILE, openDatabase, type DatabaseRefusal, type DatabaseSettings } from './database/open-database.ts';
import { createPersist, patient } from './database/patience.ts';
import { createRowReader, type RowReader } from './database/row-reader.ts';
import { createStorage } from './database/storage.ts';
import { buildApp } from './http/app.ts';
import type { Log } from './http/request-log.ts';
import { readStaticFiles } from './http/static-files.ts';
import { repeatedly, type Repeating } from './repeating.ts';
import { newSetUpCode, secrets } from './secrets.ts';
import type { Settings } from './settings.ts';

export type StartRefusal =
  | { readonly is: 'database'; readonly refusal: DatabaseRefusal }
  | { readonly is: 'port-taken'; readonly host: string; readonly port: number }
  | { readonly is: 'cannot-listen'; readonly host: string; readonly port: number; readonly detail: string };

export interface RunningServer {
  /** To be shown once, if nobody administrates this server yet. */
  readonly setUpCode: string | undefined;
  /** Takes no new request, gives running ones time to end, and closes the database. */
  readonly stop: () => Promise<void>;
}

export interface Workshop extends Deps {
  readonly database: Database;
  readonly close: () => Promise<void>;
}

/** The database and what is needed to act on it; for the server and for the command line. */
export const openWorkshop = async (
  settings: DatabaseSettings,
  log?: Log,
): Promise<Result<Workshop, DatabaseRefusal>> => {
  const database = await openDatabase(settings, (error) => log?.failure('database', error));
  if (!database.ok) return database;
  const close = () => database.value.destroy();
  return ok({ storage: createStorage(database.value), secrets, now: Date.now, database: database.value, close });
};

export interface Program {
  readonly version: string;
  /** Where the built app lies. */
  readonly appDir: string;
  readonly log: Log;
}

const STOP_MS = 5_000;
const SWEEP_MS = 20;
/** How soon what one scope has to say to another is carried. */
const OUTBOX_MS = 30_000;
const DAY_MS = 24 * 60 * 60_000;

export const startServer = async (
  settings: Settings,
  { version, appDir, log }: Program,
): Promise<Result<RunningServer, StartRefusal>> => {
  const workshop = await openWorkshop(settings, log);
  if (!workshop.ok) return fail({ is: 'database', refusal: workshop.problem });
  const { close: closeDatabase, ...deps } = workshop.value;
  const reader = createReader(settings);
  const close = async () => {
    await reader?.close();
    await closeDatabase();
  };
  const setUpCode = (await isSetUpNeeded(deps)) ? newSetUpCode() : undefined;
  const readUnits = createUnitsReader(deps.storage.ledger);
  const app = buildApp({
    ...deps,
    readUnits,
    ...(reader === undefined ? {} : { readElsewhere: reader.open }),
    setUpCode,
    publicUrl: settings.publicUrl,
    trustedProxies: settings.trustedProxies,
    version,
    files: await readStaticFiles(appDir),
    log,
  });
  const server = createAdaptorServer({ fetch: app.fetch });
  const refusal = await listen(server, settings);
  if (refusal !== undefined) {
    await close();
    return fail(refusal);
  }
  const upkeep = startUpkeep({ ...deps, readUnits }, log);
  const stop = async () => {
    await Promise.all([stopListening(server), ...upkeep.map((work) => work.stop())]);
    await close();
  };
  return ok({ setUpCode, stop });
};

/** PostgreSQL reads elsewhere by itself. */
const createReader = ({ databaseUrl, dataDir }: Settings): RowReader | undefined =>
  databaseUrl === undefined ? createRowReader(join(dataDir, DATABASE_FILE), createPersist(patient)) : undefined;

/** What the server does beside answering. */
const startUpkeep = (
  deps: Deps & Pick<ReleaseUnderstoodDeps & CollectDeps, 'readUnits'>,
  log: Log,
): readonly Repeating[] => {
  const failing = (what: string) => (error: unknown) => {
    log.failure(what, error);
  };
  const always = (what: string, work: (signal: AbortSignal) => Promise<unknown>, everyMs: number) =>
    repeatedly(
      async (signal) => {
        await work(signal);
      },
      everyMs,
      failing(what),
    );
  return [
    always('outbox', deliverAll({ ...deps, onFailure: failing('outbox') }), OUTBOX_MS),
    always('release-understood', (signal) => releaseUnderstood(deps, signal), DAY_MS),
    always('collect-tombstones', (signal) => collectAllTombstones(deps, signal), DAY_MS),
  ];
};

type HttpServer = ReturnType<typeof createAdaptorServer>;

const listen = (server: HttpServer, { host, port }: Settings): Promise<StartRefusal | undefined> =>
  new Promise((resolve) => {
    server.once('error', (error) => {
      const isTaken = 'code' in error && error.code === 'EADDRINUSE';
      resolve(isTaken ? { is: 'port-taken', host, port } : { is: 'cannot-listen', host, port, detail: error.message });
    });
    server.listen(port, host, () => {
      resolve(undefined);
    });
  });

const stopListening = (server: HttpServer): Promise<void> =>
  new Promise((resolve) => {
    const cut = setTimeout(() => {
      closeConnections(server, 'all');
    }, STOP_MS);
    // A connection that has been answered would be kept for the next request, which will not come.
    const sweep = setInterval(() => {
      closeConnections(server, 'idle');
    }, SWEEP_MS);
    server.close(() => {
      clearTimeout(cut);
      clearInterval(sweep);
      resolve();
    });
  });

const isHttp1 = (server: HttpServer): server is Server => 'closeAllConnections' in server;

const closeConnections = (server: HttpServer, which: 'all' | 'idle'): void => {
  if (!isHttp1(server)) return;
  if (which === 'all') server.closeAllConnections();
  else server.closeIdleConnections();
};
