/**
 * A server to be pestered: the real one, listening, over SQLite, with the sample workspace, somebody signed in for each role,
 * and a province elsewhere whose words must never be seen.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CREATED, type Change } from '#domain/change.ts';
import { scopeOf } from '#domain/scope.ts';
import { addPerson, addUnit, COMMAND_LINE, type NewAccount } from '#server/actions/administration.ts';
import { createSample } from '#server/actions/create-sample.ts';
import { writeAsServer } from '#server/actions/write-as-server.ts';
import { fileCipher } from '#server/file-cipher.ts';
import { createLog } from '#server/log.ts';
import { openWorkshop, startServer, type Workshop } from '#server/main.ts';
import type { Bytes } from '#sync/exchange-file.ts';
import { fingerprintOf } from '#sync/sealed-file.ts';
import { freePort } from '#tests/support/free-port.ts';
import { aDevice, aSlot, type SignedPerson } from '#tests/server/test-server.ts';
import { done } from '#tests/server/three-communes.ts';

/** Stands in everything that belongs to the unit elsewhere. */
export const MARK = 'BIMAT';

export interface Session {
  readonly role: string;
  readonly person: string;
  readonly device: string;
  readonly slot: string;
  readonly cookie: string;
}

export interface FuzzWorld {
  readonly port: number;
  /** One for each role, and some more of the officer's that may be ended. */
  readonly sessions: readonly Session[];
  readonly passing: readonly Session[];
  /** Ids that there are, of the sample and of the unit elsewhere. */
  readonly ids: readonly string[];
  readonly scopes: readonly string[];
  /** Records of the unit elsewhere. */
  readonly theirs: readonly { readonly scope: string; readonly table: string; readonly id: string }[];
  readonly epochs: Readonly<Record<string, string>>;
  /** Of the key to which exchange files are sealed. */
  readonly fingerprint: Bytes;
  /** A word that stands in no request: an answer with it says where or how the server works. */
  readonly dataDir: string;
  /** What the server said went wrong. */
  readonly failures: () => readonly string[];
  readonly stop: () => Promise<void>;
  /** After the end: what stands in the unit elsewhere, to be compared with what stood there before. */
  readonly elsewhere: () => Promise<string>;
  readonly before: string;
  readonly remove: () => Promise<void>;
}

const rowsElsewhere = async ({ database }: Workshop, unit: string): Promise<string> => {
  const of = (table: 'rec' | 'history' | 'held') =>
    database.selectFrom(table).selectAll().where('scope', 'like', `${unit}/%`).orderBy('scope').execute();
  const accounts = await database.selectFrom('account').selectAll().where('unit', '=', unit).execute();
  return JSON.stringify([await of('rec'), await of('history'), await of('held'), accounts]);
};

/** People of another province, and a plan and an activity of theirs. */
const fillElsewhere = async (deps: Workshop): Promise<{ readonly unit: string; readonly ids: readonly string[] }> => {
  const { id: unit } = done(await addUnit(deps, COMMAND_LINE, { name: 'Tỉnh Khác', kind: 'tỉnh', parent: undefined }));
  const name = `${MARK} Mẫu`;
  const signIn = `${MARK}.mau`.toLowerCase();
  done(await addPerson(deps, COMMAND_LINE, { unit, agency: '', name, title: MARK, role: 'officer', signIn }));
  const people = await deps.storage.accounts.all();
  const person = people.find((one) => one.unit === unit)?.person ?? '';
  const activity = {
    [CREATED]: true,
    title: `${MARK} ở Tỉnh Khác`,
    type: 'talk',
    from: '2026-11-20',
    to: '2026-11-20',
  };
  const plan = { [CREATED]: true, kind: 'plan', title: MARK, issuer: MARK, from: '2026-01-01', to: '2026-12-31' };
  const write = (compartment: 'work' | 'issued', change: Change) =>
    writeAsServer(deps.storage.ledger, {
      scope: scopeOf(unit, compartment),
      changes: [change],
      person,
      at: Date.now(),
    });
  await write('work', { table: 'activity', id: 'theirs', values: activity });
  await write('issued', { table: 'plan', id: 'theirs-plan', values: plan });
  return { unit, ids: ['theirs', 'theirs-plan', person] };
};

const signIn = async (port: number, { signIn: name, password, role }: NewAccount): Promise<Session> => {
  const device = aDevice();
  const slot = aSlot();
  const response = await fetch(`http://127.0.0.1:${String(port)}/api/sign-in`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ signIn: name, password, device, slot }),
  });
  const answer: SignedPerson['answer'] = await response.json();
  const cookie = response.headers.get('Set-Cookie')?.split(';', 1)[0] ?? '';
  return { role, person: answer.me.id, device, slot, cookie };
};

const fingerprintAt = async (port: number, session: Session | undefined): Promise<Bytes> => {
  const headers = { Cookie: session?.cookie ?? '', 'X-Slot': session?.slot ?? '', 'X-Person': session?.person ?? '' };
  const me = await fetch(`http://127.0.0.1:${String(port)}/api/me`, { headers });
  const { fileKey }: { readonly fileKey: string } = await me.json();
  return fingerprintOf(fileCipher, new Uint8Array(Buffer.from(fileKey, 'base64url')));
};

const inTurn = async <T, U>(all: readonly T[], one: (each: T) => Promise<U>): Promise<readonly U[]> => {
  const made: U[] = [];
  for (const each of all) made.push(await one(each));
  return made;
};

export const openFuzzWorld = async (): Promise<FuzzWorld> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'so-tay-fuzz-'));
  const port = await freePort();
  const settings = { dataDir, databaseUrl: undefined };
  const open = async (): Promise<Workshop> => {
    const opened = await openWorkshop(settings);
    if (!opened.ok) throw new Error(opened.problem.is);
    return opened.value;
  };
  const workshop = await open();
  const accounts = done(await createSample(workshop, COMMAND_LINE));
  const { unit, ids } = await fillElsewhere(workshop);
  const before = await rowsElsewhere(workshop, unit);
  const heads = await workshop.database.selectFrom('scope_head').select(['scope', 'epoch']).execute();
  await workshop.close();

  const said: string[] = [];
  const log = createLog({ write: (line) => said.push(line) });
  const url = `http://localhost:${String(port)}`;
  const started = await startServer(
    { ...settings, port, host: '127.0.0.1', publicUrl: url, trustedProxies: [] },
    { version: '0.0.0-fuzz', appDir: dataDir, log },
  );
  if (!started.ok) throw new Error(started.problem.is);
  const sessions = await inTurn(accounts, (account) => signIn(port, account));
  const [officer] = accounts;
  const passing = officer === undefined ? [] : await inTurn([1, 2, 3], () => signIn(port, officer));
  return {
    port,
    sessions,
    passing,
    fingerprint: await fingerprintAt(port, sessions[0]),
    ids: [...ids, '001.plan', 'sample-officer', 'sample-agency-commune', 'sample-commune', 'sample-city', unit],
    scopes: heads.map(({ scope }) => scope),
    theirs: [
      { scope: scopeOf(unit, 'work'), table: 'activity', id: 'theirs' },
      { scope: scopeOf(unit, 'issued'), table: 'plan', id: 'theirs-plan' },
    ],
    epochs: Object.fromEntries(heads.map(({ scope, epoch }) => [scope, epoch])),
    dataDir,
    failures: () => said.filter((line) => /"msg":"(?:failure|alarm)"/u.test(line)),
    stop: started.value.stop,
    before,
    elsewhere: async () => {
      const again = await open();
      const rows = await rowsElsewhere(again, unit);
      await again.close();
      return rows;
    },
    remove: () => rm(dataDir, { recursive: true, force: true }),
  };
};
