/** The real server over a database in memory, with people who may be sent elsewhere, and a life that may end at any statement. */
import type SqliteDatabase from 'better-sqlite3';
import type { Role } from '#domain/records/unit.ts';
import { collectAllTombstones } from '#server/actions/collect-tombstones.ts';
import { actorOf, describeMe } from '#server/actions/describe-me.ts';
import type { Deps, Secrets } from '#server/actions/ports.ts';
import { dropHeld, releaseHeld, type HeldName } from '#server/actions/release-held.ts';
import { createUnitsReader } from '#server/actions/units.ts';
import { writeAsServer } from '#server/actions/write-as-server.ts';
import { aliasFloor } from '#server/database/backup/alias-floor.ts';
import { newEpoch } from '#server/database/heads.ts';
import { createStorage } from '#server/database/storage.ts';
import { buildApp } from '#server/http/app.ts';
import { secrets } from '#server/secrets.ts';
import type { Me } from '#client/store/shown.ts';
import { beginnings, people, type PersonInCast } from './cast.ts';
import type { Time } from './time.ts';
import { beginLife, emptyFile, openFile, type File, type Life } from './sqlite.ts';

export const PUBLIC_URL = 'http://localhost:4180';
const SESSION_MS = 30 * 86_400_000;

/** Nobody signs in by password here, and hashing one is the slowest thing that a server does. */
const cheap: Secrets = { ...secrets, hashPassword: (password) => Promise.resolve(password) };

export interface Backend {
  readonly file: () => File;
  readonly isUp: () => boolean;
  /** How often it has begun anew: an answer of an earlier life never arrives. */
  readonly life: () => number;
  readonly request: (path: string, init: RequestInit) => Promise<Response>;
  readonly deps: () => Deps;
  readonly die: (statements?: number) => void;
  readonly start: () => void;
  readonly backUp: () => void;
  readonly hasBackup: () => boolean;
  readonly restore: () => void;
  /** How many deleted records were forgotten. */
  readonly collect: () => Promise<number>;
  readonly settleHeld: (person: string, name: HeldName, outcome: 'released' | 'dropped') => Promise<boolean>;
  readonly endSessions: (person: string) => Promise<void>;
  readonly addSession: (session: { token: string; person: string; device: string; slot: string }) => void;
  readonly appoint: (person: string, post: { readonly unit: string; readonly role: Role }) => void;
  readonly postOf: (person: string) => { readonly unit: string; readonly role: Role };
  readonly meOf: (person: string) => Promise<Me>;
}

const silent = { request: () => undefined, alarm: () => undefined, violation: () => undefined };

let made: Buffer | undefined;

/** Once a thread, before any story: the same first database for all of them. */
export const prepareBackend = async (now: () => number): Promise<void> => {
  made ??= await firstFile(now);
};

/** The database as every story finds it. */
const firstFile = async (now: () => number): Promise<Buffer> => {
  const file = openFile(await emptyFile());
  const { database } = beginLife(file, new Map());
  const { accounts, ledger, deviceKeys } = createStorage(database);
  // Nobody carries files here; a real pair is made by threads of its own, which no seed would rule.
  await deviceKeys.firstFileKey({ publicKey: 'sample-public', privateKey: 'sample-private', at: now() });
  for (const one of people) {
    const { person, name, unit, role, agency }: PersonInCast = one;
    await accounts.add({
      person,
      name,
      unit,
      role,
      agency,
      title: '',
      signIn: person,
      passwordHash: '',
      closed: false,
    });
  }
  for (const { scope, changes } of beginnings) await writeAsServer(ledger, { scope, changes, person: '', at: now() });
  return file.serialize();
};

export const createBackend = (
  { now, wait }: Pick<Time, 'now' | 'wait'>,
  failed: (error: unknown) => void,
  onRolledBack: () => void,
): Backend => {
  if (made === undefined) throw new Error('no database was prepared');
  let file = openFile(made);
  let prepared = new Map<string, SqliteDatabase.Statement>();
  let lives = 0;
  let backup: Buffer | undefined;

  const begin = () => {
    lives += 1;
    const life: Life = beginLife(file, prepared, onRolledBack);
    const storage = createStorage(life.database, { chance: Math.random, wait });
    const deps = { storage, secrets: cheap, now };
    const readUnits = createUnitsReader(storage.ledger);
    const failure = (_route: string, error: unknown): void => {
      if (!life.isOver()) failed(error);
    };
    const log = { ...silent, failure };
    const app = buildApp({
      ...deps,
      readUnits,
      setUpCode: undefined,
      publicUrl: PUBLIC_URL,
      trustedProxies: [],
      version: '0.0.0-test',
      files: new Map(),
      log,
    });
    return { life, deps, readUnits, app };
  };
  let running = begin();

  return {
    file: () => file,
    isUp: () => !running.life.isOver(),
    life: () => lives,
    request: async (path, init) => running.app.request(path, init, {}),
    deps: () => running.deps,
    die: (statements) => {
      running.life.die(statements);
    },
    start: () => {
      running = begin();
    },
    backUp: () => {
      backup = file.serialize();
      // As server/database/backup does once the file is whole.
      file.exec('update dev set safe_n = last_n');
    },
    hasBackup: () => backup !== undefined,
    restore: () => {
      if (backup === undefined) return;
      running.life.die();
      file = openFile(backup);
      prepared = new Map();
      // As a restore does: every scope begins a new life, and what the backup holds is safe in it.
      file.exec('update dev set safe_n = last_n');
      for (const { scope } of file.prepare<unknown[], { scope: string }>('select scope from scope_head').all())
        file
          .prepare(
            'update scope_head set epoch = ?, alias_floor = max(?, coalesce((select max(alias) from dev d where d.scope = ?), 0)) where scope = ?',
          )
          .run(newEpoch(), aliasFloor(0, now()), scope, scope);
      running = begin();
    },
    collect: () => collectAllTombstones({ ...running.deps, readUnits: running.readUnits }),
    settleHeld: async (person, name, outcome) => {
      const account = await running.deps.storage.accounts.byPerson(person);
      if (account === undefined) return false;
      const settle = outcome === 'released' ? releaseHeld : dropHeld;
      const sender = { device: 'sample-device-0000', person, actor: actorOf(account) };
      return (await settle({ ...running.deps, readUnits: running.readUnits })(sender, name)).ok;
    },
    endSessions: (person) => running.deps.storage.sessions.endOfPerson(person),
    addSession: ({ token, person, device, slot }) => {
      file
        .prepare(
          'insert into session (token_hash, person, device, slot, created, last_seen, expires) values (?, ?, ?, ?, ?, ?, ?)',
        )
        .run(secrets.hashToken(token), person, device, slot, now(), now(), now() + SESSION_MS);
    },
    appoint: (person, { unit, role }) => {
      file.prepare('update account set unit = ?, role = ? where person = ?').run(unit, role, person);
    },
    postOf: (person) => {
      const row = file.prepare('select unit, role from account where person = ?').get(person);
      return row as { unit: string; role: Role };
    },
    meOf: async (person) => {
      const account = await running.deps.storage.accounts.byPerson(person);
      if (account === undefined) throw new Error('nobody of that name');
      return describeMe({ readUnits: running.readUnits, now })(account);
    },
  };
};
