/** Puts one case of the table of rights to the running server, with somebody else's ids, and tells what came of it. */
import { CREATED } from '#domain/change.ts';
import type { RouteName } from '#domain/rights-table.ts';
import { scopeOf, UNITS_SCOPE, type Scope } from '#domain/scope.ts';
import { fileCipher } from '#client/vault/file-cipher.ts';
import type { Outcome, RightsCase, Writing } from '#commands/rights/cases.ts';
import { readFile, type Bytes } from '#sync/exchange-file.ts';
import { parseResponseLine, type ResponseLine } from '#sync/messages.ts';
import type { Operation } from '#sync/mutation.ts';
import { openReply, sealRequest } from '#sync/sealed-file.ts';
import { anActivity, createNumbering, linesOf, signInAs } from '../test-server.ts';
import { done } from '../three-communes.ts';
import { aPlan, type Asker, type Resident, type RightsWorld } from './world.ts';

export interface Asked {
  readonly status: number;
  readonly outcome: Outcome;
  /** The body, for looking what else it tells. */
  readonly text: string;
  /** Which rows may have changed. */
  readonly mayChange: RegExp;
}

const NOTHING = /^$/u;

interface Call {
  readonly path: string;
  readonly body?: unknown;
  /** For a session of its own, where the asker's must go on. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly mayChange?: RegExp;
}

let serial = 0;
const next = (): string => {
  serial += 1;
  return String(serial);
};

type Way = (world: RightsWorld, one: RightsCase, resident: Resident | undefined, asker: Asker) => Call | Promise<Call>;

const scopeIn = ({ compartment = 'work' }: RightsCase, resident: Resident | undefined): Scope =>
  compartment === 'units' ? UNITS_SCOPE : scopeOf(resident?.unit ?? 'nowhere', compartment);

const inScope = (tables: string, scope: Scope): RegExp => new RegExp(`^(?:${tables}) .*"scope":"${scope}"`, 'u');

const settling =
  (verb: 'release' | 'drop'): Way =>
  (_world, one, resident) => {
    const scope = scopeIn(one, resident);
    const held = resident?.held.get(one.compartment ?? 'work');
    const n = held?.next ?? 1;
    return {
      path: `/api/held/${verb}`,
      body: { scope, alias: held?.alias ?? 1, n },
      mayChange: inScope('rec|history|held|scope_head|audit', scope),
    };
  };

const onUnit =
  (path: string, bodyOf: (unit: string) => object, mayChange: RegExp): Way =>
  (_world, _one, resident) => ({ path, body: bodyOf(resident?.unit ?? 'nowhere'), mayChange });

const onPerson =
  (verb: string, body: object, mayChange: RegExp): Way =>
  (_world, _one, resident) => ({ path: `/api/people/${resident?.idle ?? 'nobody'}/${verb}`, body, mayChange });

const auditOnly = /^(?:audit|scope_head) .*"scope":"[\w-]+\/directory"/u;
const anyUnits = /^(?:rec|history|scope_head|audit) .*"scope":"(?:root\/units|[\w-]+\/directory)"/u;

const aListUnder = (under: string): object => {
  const row = { code: next().padStart(5, '9'), name: 'Xã Nhập', kind: 'xã' };
  return { under, source: 'Danh mục mẫu', dated: '2026-07-25', format: 'json', list: JSON.stringify([row]) };
};
const aMergerOf = (unit: string): object => ({
  units: [unit],
  into: { name: 'Xã Gộp', kind: 'xã' },
  from: '2026-02-30',
});

/** How each route is asked. What has no way here fails the matrix: it goes over all routes of the table. */
const ways: Readonly<Record<Exclude<RouteName, 'POST /api/sync' | 'POST /api/files'>, Way>> = {
  'GET /api/health': () => ({ path: '/api/health' }),
  'POST /api/csp-report': () => ({ path: '/api/csp-report', body: {} }),
  'GET /api/set-up': () => ({ path: '/api/set-up' }),
  'POST /api/set-up': () => ({ path: '/api/set-up', body: {} }),
  'POST /api/sign-in': () => ({ path: '/api/sign-in', body: {} }),
  'POST /api/invitation': () => ({ path: '/api/invitation', body: {} }),
  'GET /api/account': () => ({ path: '/api/account' }),
  'POST /api/account/password': () => ({ path: '/api/account/password', body: {} }),
  // Of a device on which nobody is signed in: the asker's sessions are needed.
  'POST /api/account/sessions/end': () => ({
    path: '/api/account/sessions/end',
    body: { device: 'x'.repeat(22) },
    mayChange: auditOnly,
  }),
  'POST /api/sign-out': async ({ server }, _one, _resident, { account }) => {
    const { headers } = await signInAs(server, account);
    return { path: '/api/sign-out', body: {}, headers, mayChange: /^session /u };
  },
  'GET /api/me': () => ({ path: '/api/me' }),
  'PUT /api/recovery': () => ({
    path: '/api/recovery',
    body: { key: next().padStart(43, 'k') },
    mayChange: /^recovery /u,
  }),
  'POST /api/incident': () => ({
    path: '/api/incident',
    body: { kind: 'data-cleared', at: 0, unsent: null },
    mayChange: auditOnly,
  }),
  'GET /api/history': (_world, one, resident) => {
    const unit = resident?.unit ?? 'nowhere';
    const table = one.compartment === 'issued' ? `plan&id=plan-${unit}:1` : `activity&id=activity-${unit}`;
    return {
      path: `/api/history?scope=${encodeURIComponent(scopeIn(one, resident))}&table=${table}`,
      // Who looks from above is put down.
      mayChange:
        one.place === 'child' || one.place === 'below'
          ? inScope('audit|scope_head', scopeOf(unit, 'directory'))
          : NOTHING,
    };
  },
  'GET /api/work/:id': (_world, _one, resident) => ({
    path: `/api/work/${resident?.unit ?? 'nowhere'}`,
    mayChange: auditOnly,
  }),
  'GET /api/held': (_world, one, resident) => {
    const { alias, next: n } = resident?.held.get(one.compartment ?? 'work') ?? { alias: 1, next: 1 };
    const scope = encodeURIComponent(scopeIn(one, resident));
    return { path: `/api/held?scope=${scope}&alias=${String(alias)}&n=${String(n)}` };
  },
  'POST /api/held/release': settling('release'),
  'POST /api/held/drop': settling('drop'),
  'GET /api/receipts/:code': (_world, _one, resident) => ({
    path: `/api/receipts/${resident?.receipt ?? 'ZZZZ-ZZZZ'}`,
  }),
  'POST /api/sample/today': () => ({
    path: '/api/sample/today',
    body: { today: '2026-11-21' },
    mayChange: /^(?:rec|history|scope_head) .*"scope":"root\/units"/u,
  }),
  'POST /api/units': onUnit('/api/units', (parent) => ({ name: `Thôn ${next()}`, kind: 'thôn', parent }), anyUnits),
  'POST /api/units/import': onUnit('/api/units/import', aListUnder, anyUnits),
  'POST /api/units/import/preview': onUnit('/api/units/import/preview', aListUnder, NOTHING),
  // On no day that there is: what was let merge would be gone for the cases that follow.
  'POST /api/units/merge': onUnit('/api/units/merge', aMergerOf, NOTHING),
  'POST /api/units/merge/preview': onUnit('/api/units/merge/preview', aMergerOf, NOTHING),
  'POST /api/agencies': onUnit('/api/agencies', (unit) => ({ unit, name: 'Đoàn mẫu', kind: 'other' }), anyUnits),
  'POST /api/people': onUnit(
    '/api/people',
    (unit) => ({ unit, name: 'Mai Mẫu', title: '', role: 'recorder', agency: '', signIn: `nguoi.${next()}` }),
    new RegExp(`${anyUnits.source}|^(?:account|invitation) `, 'u'),
  ),
  'GET /api/audit': (_world, _one, resident) => ({ path: `/api/audit?unit=${resident?.unit ?? 'nowhere'}` }),
  'GET /api/people': (_world, _one, resident) => ({ path: `/api/people?unit=${resident?.unit ?? 'nowhere'}` }),
  'POST /api/people/:id/invitation': onPerson('invitation', {}, new RegExp(`${auditOnly.source}|^invitation `, 'u')),
  'POST /api/people/:id/sessions/end': onPerson('sessions/end', {}, auditOnly),
  'POST /api/people/:id/closed': onPerson(
    'closed',
    { closed: false },
    new RegExp(`${anyUnits.source}|^(?:account|invitation) `, 'u'),
  ),
  'ALL /api/*': () => ({ path: '/api/khong-co', body: {} }),
  'GET /*': () => ({ path: '/khong-co.js' }),
};

/** A held mutation tells the problem for which it is held: only a refusal's own code counts. */
const outcomeOfCode = (status: number, text: string): Outcome => {
  const code = status < 400 ? undefined : /^\{"code":"([^"]*)"/u.exec(text)?.[1];
  if (code === 'rights/forbidden') return 'forbidden';
  return code === 'rights/not-found' ? 'not-found' : 'may';
};

const askRoute = async (world: RightsWorld, one: RightsCase, way: Way): Promise<Asked> => {
  const asker = world.askers[one.role];
  const resident = one.place === 'nowhere' ? undefined : world.residents[one.place];
  const { path, body, headers = asker.person.headers, mayChange = NOTHING } = await way(world, one, resident, asker);
  const [method = ''] = one.route.split(' ');
  const response = await fetch(`${world.url}${path}`, {
    method: method === 'ALL' ? 'POST' : method,
    headers: { ...headers, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const outcome = outcomeOfCode(response.status, text);
  // What was settled waits no longer.
  const held = resident?.held.get(one.compartment ?? 'work');
  if (held !== undefined && outcome === 'may' && path.startsWith('/api/held/')) held.next += 1;
  return { status: response.status, outcome, text, mayChange: outcome === 'may' ? mayChange : NOTHING };
};

const operationOf = (
  { table, agency: whose }: Writing,
  world: RightsWorld,
  resident: Resident | undefined,
): Operation => {
  const id = `written-${next()}`;
  const unit = resident?.unit ?? 'nowhere';
  const agency = whose === 'own' ? world.agency : (resident?.agency ?? 'none');
  const made = { [CREATED]: true };
  switch (table) {
    case 'activity':
      return anActivity(id, { agency });
    case 'reading': {
      const key = { measure: id, unit, agency, period: '2026' };
      return ['reading', Object.values(key).join('~'), 0, { ...made, ...key }];
    }
    case 'model':
      return ['model', id, 0, { ...made, title: 'Câu lạc bộ mẫu', kind: 'club', agency }];
    case 'budget-line':
      return ['budget-line', id, 0, { ...made, title: 'Khoản mẫu', year: 2026, fund: 'state', agency }];
    case 'plan':
      return aPlan(id);
    case 'person':
      return ['person', id, 0, { ...made, unit, name: 'Mai Mẫu', role: 'officer' }];
    case 'unit':
      return ['unit', id, 0, { ...made, name: 'Xã Thêm', kind: 'xã' }];
  }
};

/** What became of a scope, and of the one mutation if there was one. */
const outcomeOfLines = (lines: readonly ResponseLine[], isWritten: boolean): Outcome => {
  if (linesOf(lines, 'g').length > 0) return 'not-found';
  const [refusal] = linesOf(lines, 'x');
  if (refusal !== undefined) return refusal[2].code === 'rights/not-found' ? 'not-found' : 'forbidden';
  const acknowledged = linesOf(lines, 'h')[0]?.[5] ?? -1;
  if (acknowledged !== (isWritten ? 1 : 0)) throw new Error(`neither taken nor refused: ${JSON.stringify(lines)}`);
  return 'may';
};

const changesOfExchange = (scope: Scope, outcome: Outcome, isWritten: boolean): string => {
  const of = (tables: string): string => `^(?:${tables}) .*"scope":"${scope}"`;
  if (outcome === 'not-found') return '^$';
  if (!isWritten) return of('dev|scope_head');
  // What is refused is kept for a human, with a conflict that says so.
  const kept = `${of('dev|held|taken|scope_head')}|^receipt |^rec .*"scope":"${scope}","tbl":"conflict"`;
  return outcome === 'forbidden' ? kept : `${kept}|${of('rec|history')}`;
};

const askExchange = async (world: RightsWorld, one: RightsCase, byFile: boolean): Promise<Asked> => {
  const { server, url, askers, carrier } = world;
  const { person, secret } = askers[one.role];
  const resident = one.place === 'nowhere' ? undefined : world.residents[one.place];
  const scope = scopeIn(one, resident);
  // The token of somebody else's life in the scope, and its epoch: they open nothing to others.
  const token = one.writing === undefined && resident !== undefined ? resident.token : next().padStart(12, 'b');
  const numbering = createNumbering(server.clock, person, {
    scope,
    token,
    epoch: () => server.epochs.get(scope) ?? '',
  });
  const { writing } = one;
  const lines =
    writing === undefined
      ? [numbering.question(), numbering.standing()]
      : numbering.lines(numbering.mutation([operationOf(writing, world, resident)]));
  const text = lines.map((line) => `${line}\n`).join('');
  const sent = byFile ? await sealed(world, person, secret, text) : text;
  const response = await fetch(`${url}${byFile ? '/api/files' : '/api/sync'}`, {
    method: 'POST',
    headers: {
      'Content-Type': byFile ? 'application/octet-stream' : 'application/x-ndjson',
      ...(byFile ? carrier : person).headers,
    },
    body: sent,
  });
  if (response.status !== 200) {
    const refused = await response.text();
    return {
      status: response.status,
      outcome: outcomeOfCode(response.status, refused),
      text: refused,
      mayChange: NOTHING,
    };
  }
  const answered = byFile ? await opened(secret, new Uint8Array(await response.arrayBuffer())) : await response.text();
  const parsed = answered
    .split('\n')
    .map(parseResponseLine)
    .filter((line) => line !== undefined);
  const outcome = outcomeOfLines(parsed, writing !== undefined);
  const audited = `^(?:audit|scope_head) .*"scope":"${world.residents.own.unit}/directory"`;
  const changes = changesOfExchange(scope, outcome, writing !== undefined);
  const mayChange = new RegExp(byFile ? `${changes}|${audited}` : changes, 'u');
  return { status: 200, outcome, text: answered, mayChange };
};

const bytesOf = (text: string): Bytes => new Uint8Array(Buffer.from(text, 'base64url'));

const sealed = async (
  { fileKey }: RightsWorld,
  { id, device }: Asker['person'],
  secret: string,
  text: string,
): Promise<Bytes> => {
  const keys = { server: bytesOf(fileKey), secret: bytesOf(secret) };
  return done(await sealRequest(fileCipher, keys, { person: id, device }, text)).bytes;
};

const opened = async (secret: string, bytes: Bytes): Promise<string> => {
  const file = done(readFile(bytes));
  const lines = file.is === 'reply' ? await openReply(fileCipher, bytesOf(secret), file) : undefined;
  if (lines === undefined) throw new Error('the reply does not open');
  return lines;
};

export const askCase = (world: RightsWorld, one: RightsCase): Promise<Asked> => {
  const { route } = one;
  if (route === 'POST /api/sync' || route === 'POST /api/files')
    return askExchange(world, one, route === 'POST /api/files');
  return askRoute(world, one, ways[route]);
};
