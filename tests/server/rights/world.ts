/**
 * A running server with a unit in every relation to the one from which is asked: in each, people whose work is there to be
 * asked for, and in the own unit one person of each role who asks.
 */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { sql } from 'kysely';
import { CREATED } from '#domain/change.ts';
import type { Role } from '#domain/records/unit.ts';
import { scopeOf, UNITS_SCOPE } from '#domain/scope.ts';
import type { Compartment } from '#domain/tables.ts';
import { roles, type Place } from '#commands/rights/cases.ts';
import { addAgency, addPerson, addUnit, COMMAND_LINE, type NewAccount } from '#server/actions/administration.ts';
import { mergeUnits } from '#server/actions/merge-units.ts';
import { writeAsServer } from '#server/actions/write-as-server.ts';
import type { Operation } from '#sync/mutation.ts';
import type { TestDatabase } from '#tests/support/databases.ts';
import {
  anActivity,
  createReplica,
  linesOf,
  openServer,
  signInAs,
  type SignedPerson,
  type TestServer,
} from '../test-server.ts';
import { done } from '../three-communes.ts';

/** Somebody else's unit, and what others might ask for there. */
export interface Resident {
  readonly unit: string;
  /** An agency that is not the asker's. */
  readonly agency: string;
  readonly officer: SignedPerson;
  /** What the officer's phone chose for its life in `work`. */
  readonly token: string;
  /** Of what the officer sent. */
  readonly receipt: string;
  /** Nobody uses this account: its password may be set anew. */
  readonly idle: string;
  /** Mutations that were refused, by the compartment in which they wait. */
  readonly held: ReadonlyMap<Compartment, HeldOnes>;
}

export interface HeldOnes {
  readonly alias: number;
  /** The number of the next one that still waits; each is settled once. */
  next: number;
}

export interface Asker {
  readonly account: NewAccount;
  readonly person: SignedPerson;
  readonly secret: string;
}

export interface RightsWorld {
  readonly server: TestServer;
  readonly url: string;
  readonly residents: Readonly<Record<Exclude<Place, 'nowhere'>, Resident>>;
  readonly askers: Readonly<Record<Role, Asker>>;
  /** The agency of those who ask. */
  readonly agency: string;
  /** Somebody elsewhere, who carries files. */
  readonly carrier: SignedPerson;
  /** To which exchange files are sealed. */
  readonly fileKey: string;
  readonly close: () => Promise<void>;
}

/** So many wait in each compartment: more than the table lets anybody settle. */
const HELD = 8;

export const aPlan = (id: string): Operation => [
  'plan',
  id,
  0,
  { [CREATED]: true, kind: 'plan', title: 'Kế hoạch mẫu', issuer: 'UBND', from: '2026-01-01', to: '2026-12-31' },
];

const listen = async (server: TestServer): Promise<{ readonly url: string; readonly stop: () => void }> => {
  const http = createAdaptorServer({ fetch: server.app.fetch });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const { port } = http.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    stop: () => {
      http.close();
      if ('closeAllConnections' in http) http.closeAllConnections();
    },
  };
};

export const openRightsWorld = async (database: TestDatabase): Promise<RightsWorld> => {
  const server = await openServer(database);
  const { deps } = server;
  let serial = 0;
  const unit = async (name: string, parent?: string): Promise<string> =>
    done(await addUnit(deps, COMMAND_LINE, { name, kind: 'xã', parent })).id;
  const agencyIn = async (at: string): Promise<string> =>
    done(await addAgency(deps, COMMAND_LINE, { unit: at, name: 'Cơ quan mẫu', kind: 'other' })).id;
  const account = async (at: string, role: Role, agency: string): Promise<NewAccount> => {
    serial += 1;
    const signIn = `mau.${String(serial)}`;
    return done(await addPerson(deps, COMMAND_LINE, { unit: at, agency, name: 'Người Mẫu', title: '', role, signIn }));
  };

  const above = await unit('Tỉnh Mẫu');
  const parent = await unit('Huyện Mẫu', above);
  const predecessor = await unit('Xã Cũ', parent);
  const another = await unit('Xã Cũ Khác', parent);
  const into = { name: 'Phường Mẫu', kind: 'phường', officialCode: undefined, parent };
  const merged = { units: [predecessor, another], into, from: '2025-07-01' };
  const { id: own } = done(await mergeUnits(deps, COMMAND_LINE, merged));
  const child = await unit('Thôn Mẫu', own);
  const units = {
    own,
    predecessor,
    parent,
    above,
    child,
    below: await unit('Tổ Mẫu', child),
    sibling: await unit('Xã Bên', parent),
    elsewhere: await unit('Tỉnh Khác'),
  };
  // The day of a sample workspace may be moved; of other workspaces there is none.
  const sample = { table: 'unit', id: above, values: { sample: true, today: '2026-11-21' } } as const;
  await writeAsServer(deps.storage.ledger, { scope: UNITS_SCOPE, changes: [sample], person: '', at: server.clock.now });

  const resident = async (at: string): Promise<Resident> => {
    const agency = await agencyIn(at);
    const person = async (role: Role, of = agency): Promise<SignedPerson> =>
      signInAs(server, await account(at, role, of));
    const officer = await person('officer');
    const leader = await person('leader');
    const work = createReplica(server, officer, scopeOf(at, 'work'));
    const told = await work.push(
      work.mutation([anActivity(`activity-${at}`, { agency })]),
      work.mutation([aPlan(`plan-${at}`)]),
    );
    const issued = createReplica(server, leader, scopeOf(at, 'issued'));
    await issued.push(issued.mutation([aPlan(`plan-${at}:1`)]));

    const held = new Map<Compartment, HeldOnes>();
    const refused = async (compartment: Compartment, from: SignedPerson, operation: (n: number) => Operation) => {
      const replica = createReplica(server, from, scopeOf(at, compartment));
      const made = Array.from({ length: HELD }, (_, n) => replica.mutation([operation(n)]));
      const answer = await replica.push(...made);
      if (linesOf(answer, 'x').length !== HELD) throw new Error(`not held in ${compartment}`);
      held.set(compartment, { alias: linesOf(answer, 'h')[0]?.[2] ?? 0, next: 1 });
    };
    const recorder = await person('recorder', await agencyIn(at));
    await refused('work', recorder, (n) => anActivity(`held-${at}-${String(n)}`, { agency }));
    await refused('issued', officer, (n) => aPlan(`held-${at}-${String(n)}:1`));
    await refused('inbox', officer, (n) => aPlan(`held-${at}-${String(n)}`));
    await refused('directory', officer, (n) => [
      'person',
      `held-${at}-${String(n)}`,
      0,
      { [CREATED]: true, unit: at, name: 'Người Mẫu', role: 'officer' },
    ]);
    const { signIn } = await account(at, 'auditor', '');
    const idle = (await deps.storage.accounts.bySignIn(signIn))?.person ?? '';
    const receipt = linesOf(told, 'k')[0]?.[1] ?? '';
    return { unit: at, agency, officer, token: work.token, receipt, idle, held };
  };
  const residents = Object.fromEntries(
    await inTurn(Object.entries(units), async ([place, at]) => [place, await resident(at)] as const),
  ) as RightsWorld['residents'];

  const agency = await agencyIn(own);
  const asker = async (role: Role): Promise<Asker> => {
    const made = await account(own, role, agency);
    const person = await signInAs(server, made);
    // Its phone has every scope that it keeps, so that their heads and epochs are there.
    for (const scope of person.answer.me.scopes) await createReplica(server, person, scope).push();
    return { account: made, person, secret: person.answer.replicaSecret ?? '' };
  };
  const askers = Object.fromEntries(
    await inTurn(roles, async (role) => [role, await asker(role)] as const),
  ) as RightsWorld['askers'];
  const { officer: carrier } = residents.elsewhere;
  const me = await server.app.request('/api/me', { headers: carrier.headers }, {});
  const { fileKey }: { readonly fileKey: string } = await me.json();
  const { url, stop } = await listen(server);
  const close = async () => {
    stop();
    await server.close();
  };
  return { server, url, residents, askers, agency, carrier, fileKey, close };
};

const inTurn = async <T, U>(all: readonly T[], one: (each: T) => Promise<U>): Promise<readonly U[]> => {
  const made: U[] = [];
  for (const each of all) made.push(await one(each));
  return made;
};

/** Every table that there is, asked for once: it takes long. */
const tablesOf = new WeakMap<TestServer, Promise<readonly string[]>>();
const namesOfTables = (server: TestServer): Promise<readonly string[]> => {
  const known = tablesOf.get(server);
  if (known !== undefined) return known;
  const asked = server.opened.database.introspection.getTables().then((tables) => tables.map(({ name }) => name));
  tablesOf.set(server, asked);
  return asked;
};

type Dump = ReadonlySet<string>;

/** How many rows SQLite has written in all, over the server's one connection; of PostgreSQL nothing so cheap is known. */
const writtenBy = async ({ opened }: TestServer): Promise<number | undefined> => {
  if (opened.settings.databaseUrl !== undefined) return undefined;
  const { rows } = await sql<{ readonly n: number }>`select total_changes() as n`.execute(opened.database);
  return rows[0]?.n;
};
const dumps = new WeakMap<TestServer, { readonly written: number; readonly dump: Dump }>();

/** Every row of every table, as `table {…}`, each once; read anew where something was written since. */
export const dumpOf = async (server: TestServer): Promise<Dump> => {
  const written = await writtenBy(server);
  const known = dumps.get(server);
  if (written !== undefined && known?.written === written) return known.dump;
  const dump = await readDump(server);
  if (written !== undefined) dumps.set(server, { written, dump });
  return dump;
};

const readDump = async (server: TestServer): Promise<Dump> => {
  const { database } = server.opened;
  const names = await namesOfTables(server);
  const rows = await Promise.all(
    names.map(async (name) => {
      const all = await database
        .selectFrom(name as 'rec')
        .selectAll()
        .execute();
      return all.map((row) => `${name} ${JSON.stringify(row)}`);
    }),
  );
  return new Set(rows.flat());
};

/** Rows that came, went or changed. */
export const changesBetween = (before: Dump, after: Dump): readonly string[] => [
  ...[...before].filter((row) => !after.has(row)),
  ...[...after].filter((row) => !before.has(row)),
];
