/**
 * Makes the sample workspace in one transaction: units, agencies, people with new passwords, the ready-made plans and, if it
 * is asked for, a whole year of the commune's work. What is the commune's enters as its officer's own work, by the door that
 * every phone uses.
 */
import { mutationsOfPlan } from '#catalogue/copy-plan.ts';
import {
  sampleAgencies,
  sampleLines,
  samplePeople,
  samplePlans,
  sampleUnits,
  type SamplePlan,
} from '#catalogue/sample.ts';
import { mutationsOfYear } from '#catalogue/sample-year.ts';
import type { Change } from '#domain/change.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { compartmentOf, scopeOf, UNITS_SCOPE, type Scope } from '#domain/scope.ts';
import { chainHash } from '#sync/chain.ts';
import { SCHEMA_VERSION } from '#sync/version.ts';
import { lineOfMutation, type Mutation, type Operation } from '#sync/mutation.ts';
import { FIRST_STAMP, nextStamp } from '#sync/stamp.ts';
import { made, type Asker, type NewAccount } from './administration.ts';
import { actorOf } from './describe-me.ts';
import type { Deps, Stores } from './ports.ts';
import type { Incoming } from './incoming.ts';
import { receiveMutations } from './receive-mutations.ts';
import { signInKey } from './sign-in-names.ts';
import { readUnits } from './units.ts';
import { writeAsServer } from './write-as-server.ts';

/** The device in whose name the sample's plans are written. */
const SAMPLE_DEVICE = 'sample-workspace';
const SAMPLE_REPLICA = 'sample-plans';
const YEAR_REPLICA = 'sample-year';

/** `plans`: the log is empty. `year`: it holds what a commune did in 2024. */
export type SampleKind = 'plans' | 'year';

interface Credential {
  readonly password: string;
  readonly passwordHash: string;
}

/** Hashing is slow on purpose, so it is done before the transaction. */
export const newCredentials = (deps: Deps): Promise<readonly Credential[]> =>
  Promise.all(
    samplePeople.map(async () => {
      const password = deps.secrets.newPassword();
      return { password, passwordHash: await deps.secrets.hashPassword(password) };
    }),
  );

export const createSample = async (
  deps: Deps,
  asker: Asker,
  kind: SampleKind = 'plans',
): Promise<Result<readonly NewAccount[]>> => {
  const credentials = await newCredentials(deps);
  return deps.storage.together((stores) => writeSample(deps, stores, asker, credentials, kind));
};

export const writeSample = async (
  deps: Deps,
  stores: Stores,
  asker: Asker,
  credentials: readonly Credential[],
  kind: SampleKind,
): Promise<Result<readonly NewAccount[]>> => {
  const at = deps.now();
  const root = sampleUnits[0]?.id ?? '';
  if ((await readUnits(stores.ledger)).byId.has(root)) return fail({ code: 'set-up/done-already' });

  await writeUnits(stores, at);
  await writeDirectories(stores, at);
  const accounts = await writeAccounts(stores, credentials);
  for (const plan of samplePlans) await writePlan(deps, stores, plan, at);
  if (kind === 'year') await writeYear(deps, stores, at);
  const entry = { at, ...asker, what: 'create-sample', object: root, result: 'done' as const };
  await stores.audit.append(scopeOf(root, 'directory'), entry);
  return ok(accounts);
};

const writeUnits = (stores: Stores, at: number): Promise<void> =>
  writeAsServer(stores.ledger, {
    scope: UNITS_SCOPE,
    changes: [
      ...sampleUnits.map(({ id, fields }) => made('unit', id, fields)),
      ...sampleLines.map(({ id, fields }) => made('unit-line', id, fields)),
    ],
    person: '',
    at,
  });

const writeDirectories = async (stores: Stores, at: number): Promise<void> => {
  for (const { id: unit } of sampleUnits) {
    const changes: readonly Change[] = [
      ...sampleAgencies
        .filter(({ fields }) => fields.unit === unit)
        .map(({ id, fields }) => made('agency', id, fields)),
      ...samplePeople.filter(({ fields }) => fields.unit === unit).map(({ id, fields }) => made('person', id, fields)),
    ];
    await writeAsServer(stores.ledger, { scope: scopeOf(unit, 'directory'), changes, person: '', at });
  }
};

const writeAccounts = async (stores: Stores, credentials: readonly Credential[]): Promise<readonly NewAccount[]> => {
  const accounts: NewAccount[] = [];
  for (const [index, { id, fields, signIn: typed }] of samplePeople.entries()) {
    const credential = credentials[index];
    if (credential === undefined) throw new Error('a sample person has no password');
    const { unit, agency = '', name, title = '', role } = fields;
    const signIn = signInKey(typed);
    const { password, passwordHash } = credential;
    const account = { person: id, signIn, name, title, passwordHash, unit, agency, role, closed: false };
    if (!(await stores.accounts.add(account))) throw new Error(`the sign-in name ${signIn} is taken`);
    accounts.push({
      role,
      unit: sampleUnits.find((one) => one.id === unit)?.fields.name ?? '',
      agency: sampleAgencies.find((one) => one.id === agency)?.fields.name ?? '',
      name,
      signIn,
      password,
    });
  }
  return accounts;
};

/** What is in somebody's `work` is sent as theirs; an issued plan is a frozen copy, which the server writes. */
const writePlan = async (deps: Deps, stores: Stores, plan: SamplePlan, at: number): Promise<void> => {
  const { scope, author, document, parents, taskIndicators } = plan;
  const bundles = mutationsOfPlan(document, { parents, taskIndicators });
  if (compartmentOf(scope) !== 'work') {
    for (const changes of bundles) await writeAsServer(stores.ledger, { scope, changes, person: author, at });
    return;
  }
  await send(deps, stores, { scope, author, replica: SAMPLE_REPLICA, bundles, at });
};

const writeYear = async (deps: Deps, stores: Stores, at: number): Promise<void> => {
  const own = samplePlans.find(({ scope }) => compartmentOf(scope) === 'work');
  if (own === undefined) throw new Error('no unit of the sample works');
  const { scope, author } = own;
  await send(deps, stores, { scope, author, replica: YEAR_REPLICA, bundles: mutationsOfYear(), at });
};

interface SampleWork {
  readonly scope: Scope;
  readonly author: string;
  readonly replica: string;
  readonly bundles: readonly (readonly Change[])[];
  readonly at: number;
}

const send = async (deps: Deps, stores: Stores, work: SampleWork): Promise<void> => {
  const { scope, author, replica: token, bundles, at } = work;
  const account = await stores.accounts.byPerson(author);
  if (account === undefined) throw new Error(`the sample's author ${author} has no account`);
  const receive = receiveMutations({
    storage: { together: (write) => write(stores) },
    readUnits: () => readUnits(stores.ledger),
    now: deps.now,
  });
  const sender = { device: SAMPLE_DEVICE, person: author, actor: actorOf(account) };
  const { epoch } = await stores.ledger.change(scope, ({ head }) => Promise.resolve(head));
  const incoming = mutationLines(bundles, at);
  const { lastN } = await receive(sender, { scope, replica: token, epoch, incoming });
  const replica = await stores.ledger.replica(scope, { ...sender, replica: token });
  const refused = await stores.ledger.refusals(scope, replica?.alias ?? 0, 0);
  // The catalogue is ours: what its own door refuses is a bug, and the transaction must not stand.
  if (lastN !== bundles.length || refused.length > 0)
    throw new Error(`the sample was refused: ${JSON.stringify(refused.map(({ problem }) => problem))}`);
};

const mutationLines = (bundles: readonly (readonly Change[])[], at: number): readonly Incoming[] => {
  const lines: Incoming[] = [];
  let stamp = FIRST_STAMP;
  let h = 0;
  for (const [index, changes] of bundles.entries()) {
    stamp = nextStamp(stamp, at);
    const operations = changes.map(({ table, id, values }): Operation => [table, id, 0, values]);
    const content = { n: index + 1, ...stamp, operations, schema: SCHEMA_VERSION };
    h = chainHash(h, content);
    const mutation: Mutation = { ...content, h };
    lines.push({ is: 'mutation', mutation, text: lineOfMutation(mutation) });
  }
  return lines;
};
