/** A server of its own with one commune, its people, and as many records as are wanted; gone when it is closed. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ListedUnit } from '#domain/unit-list.ts';
import { scopeOf, type Scope } from '#domain/scope.ts';
import { addPerson, addUnit, COMMAND_LINE } from '#server/actions/administration.ts';
import { importUnits } from '#server/actions/import-units.ts';
import { createSample } from '#server/actions/create-sample.ts';
import { applyOperations, writeApplied } from '#server/actions/apply-operations.ts';
import type { LockedScope } from '#server/actions/ports.ts';
import { openWorkshop, type Workshop } from '#server/main.ts';
import { freePort } from '#tests/support/free-port.ts';
import { createServerProcess, type ServerProcess } from '#tests/support/server-process.ts';
import type { MadeRecord } from './records.ts';

export interface Officer {
  readonly unit: string;
  readonly scope: Scope;
  readonly signIn: string;
  readonly password: string;
}

export interface Place {
  readonly port: number;
  readonly server: ServerProcess;
  readonly officers: readonly Officer[];
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  readonly close: () => Promise<void>;
}

export interface PlaceOptions {
  readonly communes?: number;
  /** In each commune. */
  readonly records?: readonly MadeRecord[];
  /** What was done at once, after the records: it arrives as a whole or not at all. */
  readonly group?: readonly MadeRecord[];
  /** The built page that the server shows. */
  readonly pages?: string;
  readonly databaseUrl?: string;
  /** The sample's commune with its year instead of new ones; the records come on top. */
  readonly year?: true;
  /** Of a whole country, beside the communes. */
  readonly units?: readonly ListedUnit[];
}

const addOfficer = async (workshop: Workshop, nth: number): Promise<Officer> => {
  const unit = await addUnit(workshop, COMMAND_LINE, {
    name: `Xã Mẫu ${String(nth)}`,
    kind: 'commune',
    parent: undefined,
  });
  if (!unit.ok) throw new Error(JSON.stringify(unit.problem));
  const person = await addPerson(workshop, COMMAND_LINE, {
    unit: unit.value.id,
    agency: '',
    name: 'Lan Mẫu',
    title: '',
    role: 'officer',
    signIn: `lan.mau.${String(nth)}`,
  });
  if (!person.ok) throw new Error(JSON.stringify(person.problem));
  const { signIn, password } = person.value;
  return { unit: unit.value.id, scope: scopeOf(unit.value.id, 'work'), signIn, password };
};

const addYear = async (workshop: Workshop): Promise<Officer> => {
  const sample = await createSample(workshop, COMMAND_LINE, 'year');
  if (!sample.ok) throw new Error(JSON.stringify(sample.problem));
  const [officer] = sample.value;
  if (officer === undefined) throw new Error('the sample has no officer');
  const { signIn, password } = officer;
  return { unit: 'sample-commune', scope: scopeOf('sample-commune', 'work'), signIn, password };
};

const BUNDLE = 500;

type Group = readonly MadeRecord[];

const writeGroups = async (locked: LockedScope, groups: readonly Group[], at: number): Promise<void> => {
  let { head } = locked;
  for (const group of groups) {
    const [first] = group;
    if (first === undefined) continue;
    const author = { person: '', alias: first.alias, n: first.alias * 1_000_000 + head.seq, at };
    const applied = applyOperations(head, new Map(), group, { ms: first.ms, ctr: 0 }, author);
    await writeApplied(locked, applied);
    ({ head } = applied);
  }
  await locked.saveHead(head);
};

/** As if several people had written them in their order, each by itself. */
const seed = async (workshop: Workshop, scope: Scope, groups: readonly Group[]): Promise<void> => {
  for (let from = 0; from < groups.length; from += BUNDLE) {
    const some = groups.slice(from, from + BUNDLE);
    await workshop.storage.ledger.change(scope, (locked) => writeGroups(locked, some, workshop.now()));
  }
};

const seedUnits = async (workshop: Workshop, listed: readonly ListedUnit[]): Promise<void> => {
  const list = { listed, source: 'bench', dated: '2026-07-25', from: '2025-07-01', under: undefined, isTrial: false };
  const imported = await importUnits(workshop, COMMAND_LINE, { ...list, mayTouch: () => true });
  if (!imported.ok) throw new Error(JSON.stringify(imported.problem));
};

export const openPlace = async (options: PlaceOptions): Promise<Place> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'so-tay-bench-'));
  const { databaseUrl } = options;
  const workshop = await openWorkshop({ dataDir, databaseUrl });
  if (!workshop.ok) throw new Error(`the database did not open: ${JSON.stringify(workshop.problem)}`);
  const officers: Officer[] = [];
  if (options.year === true) officers.push(await addYear(workshop.value));
  for (let nth = 1; nth <= (options.communes ?? (options.year === true ? 0 : 1)); nth += 1)
    officers.push(await addOfficer(workshop.value, nth));
  const groups = [...(options.records ?? []).map((record) => [record]), options.group ?? []];
  for (const { scope } of officers) await seed(workshop.value, scope, groups);
  if (options.units !== undefined) await seedUnits(workshop.value, options.units);
  await workshop.value.close();

  const port = await freePort();
  const server = createServerProcess({
    port,
    dataDir,
    distDir: options.pages ?? dataDir,
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
  });
  await server.start();
  return {
    port,
    server,
    officers,
    databaseUrl,
    dataDir,
    close: async () => {
      await server.stop().catch((error: unknown) => {
        process.stderr.write(`bench: the server did not stop: ${String(error)}\n`);
      });
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};
