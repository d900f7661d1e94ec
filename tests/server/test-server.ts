/** A server without a network: the app over a test database, a clock that the test owns, and a person who talks to it. */
import { randomBytes } from 'node:crypto';
import { createSample } from '#server/actions/create-sample.ts';
import { COMMAND_LINE, type NewAccount } from '#server/actions/administration.ts';
import { createUnitsReader } from '#server/actions/units.ts';
import { createStorage } from '#server/database/storage.ts';
import { buildApp } from '#server/http/app.ts';
import type { StaticFiles } from '#server/http/static-files.ts';
import { createLog } from '#server/log.ts';
import { secrets } from '#server/secrets.ts';
import { chainHash } from '#sync/chain.ts';
import { parseResponseLine, type ResponseLine } from '#sync/messages.ts';
import { PROTOCOL_VERSION, SCHEMA_VERSION } from '#sync/version.ts';
import { lineOfMutation, type Mutation, type Operation } from '#sync/mutation.ts';
import { receiveLine, startReceiving, type ReceivedRow } from '#sync/receiver.ts';
import { slicesOf } from '#sync/rows.ts';
import type { OpenedDatabase, TestDatabase } from '#tests/support/databases.ts';

export const PUBLIC_URL = 'http://localhost:4180';
export const SET_UP_CODE = 'ABCD-2345';
export const WORK = 'sample-commune/work';

export interface TestServer {
  readonly opened: OpenedDatabase;
  readonly app: ReturnType<typeof buildApp>;
  readonly deps: Parameters<typeof buildApp>[0];
  readonly clock: { now: number };
  readonly log: readonly string[];
  /** By scope, as far as the sample's making or an answer has told them. */
  readonly epochs: Map<string, string>;
  readonly close: () => Promise<void>;
}

export interface ServerOptions {
  readonly publicUrl?: string;
  readonly setUpCode?: string;
  readonly files?: StaticFiles;
  readonly trustedProxies?: readonly string[];
}

export const openServer = async ({ open }: TestDatabase, options: ServerOptions = {}): Promise<TestServer> => {
  const opened = await open();
  const storage = createStorage(opened.database);
  const clock = { now: Date.parse('2026-11-21T02:00:00Z') };
  const log: string[] = [];
  const deps = {
    storage,
    secrets,
    now: () => clock.now,
    readUnits: createUnitsReader(storage.ledger),
    setUpCode: options.setUpCode ?? SET_UP_CODE,
    publicUrl: options.publicUrl ?? PUBLIC_URL,
    trustedProxies: options.trustedProxies ?? [],
    version: '0.0.0-test',
    files: options.files ?? new Map(),
    log: createLog({ write: (line) => log.push(line) }),
  };
  return { opened, app: buildApp(deps), deps, clock, log, epochs: new Map(), close: opened.close };
};

export interface SampleServer extends TestServer {
  readonly accounts: readonly NewAccount[];
}

export const openSampleServer = async (database: TestDatabase, options?: ServerOptions): Promise<SampleServer> => {
  const server = await openServer(database, options);
  const sample = await createSample(server.deps, COMMAND_LINE);
  if (!sample.ok) throw new Error(`no sample: ${sample.problem.code}`);
  for (const { scope, epoch } of await server.opened.database
    .selectFrom('scope_head')
    .select(['scope', 'epoch'])
    .execute())
    server.epochs.set(scope, epoch);
  return { ...server, accounts: sample.value };
};

export const aDevice = (): string => randomBytes(16).toString('base64url');
export const aSlot = (): string => randomBytes(4).toString('hex');

const json = (body: unknown, headers: Readonly<Record<string, string>> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

export const post = (
  { app }: Pick<TestServer, 'app'>,
  path: string,
  body: unknown,
  headers?: Readonly<Record<string, string>>,
): Promise<Response> => Promise.resolve(app.request(path, json(body, headers), {}));

export interface SignedPerson {
  readonly id: string;
  readonly device: string;
  readonly slot: string;
  /** What each request of this person carries. */
  readonly headers: Readonly<Record<string, string>>;
  readonly answer: {
    readonly me: { readonly id: string; readonly scopes: readonly string[]; readonly role: string };
    readonly replicaSecret: string | null;
    readonly recoveryKey: string | null;
  };
}

export const accountOf = ({ accounts }: SampleServer, role: string): NewAccount => {
  const account = accounts.find((one) => one.role === role);
  if (account === undefined) throw new Error(`no ${role} in the sample`);
  return account;
};

export const signInAs = async (
  server: TestServer,
  { signIn, password }: Pick<NewAccount, 'signIn' | 'password'>,
  device = aDevice(),
  slot = aSlot(),
): Promise<SignedPerson> => {
  const response = await post(server, '/api/sign-in', { signIn, password, device, slot });
  if (response.status !== 200)
    throw new Error(`sign-in answered ${String(response.status)}: ${server.log.at(-2) ?? ''}`);
  const cookie = response.headers.get('Set-Cookie')?.split(';', 1)[0] ?? '';
  const answer: SignedPerson['answer'] = await response.json();
  const id = answer.me.id;
  return { id, device, slot, headers: { Cookie: cookie, 'X-Slot': slot, 'X-Person': id }, answer };
};

export const signInRole = (server: SampleServer, role: string, device?: string): Promise<SignedPerson> =>
  signInAs(server, accountOf(server, role), device);

/** What a device chooses for a life of its replica. */
export const aToken = (): string => randomBytes(9).toString('base64url');

export interface Stand {
  readonly epoch?: string;
  readonly done?: number;
  readonly at?: number;
  readonly inner?: readonly [seq: number, chars: number] | null;
  readonly xSeen?: number;
  readonly gs?: number;
}

export interface NumberingOptions {
  readonly scope?: string;
  readonly token?: string;
  /** "" is what a device says that has not been told it; from such a one nothing is taken. */
  readonly epoch?: () => string;
  /** The version of the app that makes the mutations. */
  readonly schema?: number;
}

/** Numbers and chains a replica's mutations as a device does. */
export const createNumbering = (
  clock: { readonly now: number },
  { device }: SignedPerson,
  { scope = WORK, token = aToken(), epoch = () => '', schema = SCHEMA_VERSION }: NumberingOptions = {},
) => {
  let n = 0;
  let h = 0;
  let ms = clock.now;

  const question = (sum = 0, wantsReceipt: 0 | 1 = 0): string =>
    JSON.stringify(['q', PROTOCOL_VERSION, SCHEMA_VERSION, device, clock.now, 1_048_576, sum, wantsReceipt]);
  const standing = (stand: Stand = {}): string => {
    const { done = 0, at = done, inner = null, xSeen = 0, gs = 0 } = stand;
    return JSON.stringify(['s', scope, token, stand.epoch ?? epoch(), done, at, inner, xSeen, gs]);
  };
  return {
    scope,
    device,
    token,
    question,
    standing,
    mutation: (operations: readonly Operation[], at?: number): Mutation => {
      n += 1;
      ms = at ?? Math.max(ms + 1, clock.now);
      const content = { n, ms, ctr: 0, operations, schema };
      h = chainHash(h, content);
      return { ...content, h };
    },
    lines: (...mutations: readonly Mutation[]): readonly string[] => [
      question(),
      standing(),
      ...mutations.map(lineOfMutation),
    ],
  };
};

export const createReplica = (
  server: TestServer,
  person: SignedPerson,
  scope = WORK,
  options: Omit<NumberingOptions, 'scope' | 'epoch'> = {},
) => {
  const numbering = createNumbering(server.clock, person, {
    ...options,
    scope,
    epoch: () => server.epochs.get(scope) ?? '',
  });
  return {
    ...numbering,
    push: async (...mutations: readonly Mutation[]): Promise<readonly ResponseLine[]> => {
      if (mutations.length > 0 && !server.epochs.has(scope))
        await exchange(server, person, [numbering.question(), numbering.standing()]);
      return exchange(server, person, numbering.lines(...mutations));
    },
    /** Reads from `done`, sends nothing. */
    pull: (stand: Stand = {}): Promise<readonly ResponseLine[]> =>
      exchange(server, person, [numbering.question(), numbering.standing(stand)]),
  };
};

/** The text of a mutation's line in slices, as a device sends a long one. */
export const sliceLines = (mutation: Pick<Mutation, 'n' | 'h'>, text: string): readonly string[] =>
  slicesOf(text, 0).map(([offset, chars]) => JSON.stringify(['p', mutation.n, mutation.h, offset, text.length, chars]));

export const askSync = (
  { app }: Pick<TestServer, 'app'>,
  person: SignedPerson,
  body: BodyInit,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> =>
  Promise.resolve(
    app.request('/api/sync', {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-ndjson', ...person.headers, ...headers },
      body,
      ...(typeof body === 'string' ? {} : { duplex: 'half' as const }),
    }),
  );

export const parseAnswer = async (response: Response): Promise<readonly ResponseLine[]> => {
  const text = await response.text();
  if (response.status !== 200) throw new Error(`sync answered ${String(response.status)}: ${text}`);
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const parsed = parseResponseLine(line);
      if (parsed === undefined) throw new Error(`not a line of the protocol: ${line}`);
      return parsed;
    });
};

export const exchange = async (
  server: Pick<TestServer, 'app' | 'epochs'>,
  person: SignedPerson,
  lines: readonly string[],
): Promise<readonly ResponseLine[]> => {
  const answer = await parseAnswer(await askSync(server, person, lines.map((line) => `${line}\n`).join('')));
  for (const [, scope, , epoch] of linesOf(answer, 'h')) server.epochs.set(scope, epoch);
  return answer;
};

/** The rows of an answer as a device understands them, slices joined. */
export const rowsOf = (lines: readonly ResponseLine[]): readonly ReceivedRow[] => {
  const rows: ReceivedRow[] = [];
  let state = startReceiving();
  for (const line of lines) {
    const [next, instruction] = receiveLine(state, JSON.stringify(line));
    state = next;
    if (instruction.do === 'stage') rows.push(instruction.row);
  }
  return rows;
};

type LineOf<Kind extends ResponseLine[0]> = Extract<ResponseLine, readonly [Kind, ...unknown[]]>;

export const linesOf = <Kind extends ResponseLine[0]>(
  lines: readonly ResponseLine[],
  kind: Kind,
): readonly LineOf<Kind>[] => lines.filter((line): line is LineOf<Kind> => line[0] === kind);

/** Up to which mutation the server has acknowledged. */
export const acknowledged = (lines: readonly ResponseLine[]): number => linesOf(lines, 'h')[0]?.[5] ?? -1;
/** The mutation at which the server knows another life of the replica; 0 for none. */
export const forkedAt = (lines: readonly ResponseLine[]): number => linesOf(lines, 'h')[0]?.[9] ?? -1;
export const refusalsOf = (lines: readonly ResponseLine[]): readonly (readonly [n: number, code: string])[] =>
  linesOf(lines, 'x').map(([, n, { code }]) => [n, code]);

export const anActivity = (id: string, values: Operation[3] = {}): Operation => [
  'activity',
  id,
  0,
  {
    $c: true,
    title: 'Treo băng rôn',
    type: 'banner',
    from: '2024-11-15',
    to: '2024-11-15',
    agency: 'sample-agency-commune',
    ...values,
  },
];
export const anEdit = (id: string, values: Operation[3], b = 0): Operation => ['activity', id, b, values];
