/**
 * What a stranger, a broken phone or a curious colleague might send, as arbitraries of fast-check: for every route of the table
 * a request that is nearly right, and beside it bytes that are none.
 */
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { routeRights, type RouteName } from '#domain/rights-table.ts';
import { ID_BYTES, joinBytes, POINT_BYTES, requestHeader, type Bytes } from '#sync/exchange-file.ts';
import { PROTOCOL_VERSION, SCHEMA_VERSION } from '#sync/version.ts';
import type { FuzzWorld, Session } from './world.ts';

export interface FuzzRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | undefined;
}

/** Strings that have broken something somewhere. None of them looks like the inside of a server. */
const nasty = [
  '',
  ' ',
  '\u0000',
  '\u202e\u200b\ufeff',
  '\ud800',
  'be\u0323\u0302nh',
  '<img src=x onerror=alert(1)>',
  '</script><svg onload=alert(1)>',
  'javascript:alert(1)',
  '{{7*7}}${7*7}%s%n',
  `';--"`,
  "' OR '1'='1",
  '=cmd|calc',
  '../../../../etc/passwd',
  '%2f%2e%2e%00',
  '__proto__',
  'constructor',
  'toString',
  'null',
  'x'.repeat(5_000),
  '1e309',
  '-0',
  '9007199254740993',
];
const strange: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(...nasty, null, true, -1, 0, 1.5, 2 ** 53, 1e308, [], {}, [[]], { $c: true }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.integer(),
  fc.double({ noNaN: true }),
  fc.jsonValue({ maxDepth: 4 }),
);
const deep = fc
  .tuple(fc.constantFrom(['[', ']'], ['{"a":', '}']), fc.integer({ min: 5, max: 4_000 }))
  .map(([[open = '', close = ''], depth]) => open.repeat(depth) + (open === '[' ? '' : '1') + close.repeat(depth));

type Fields = Readonly<Record<string, fc.Arbitrary<unknown>>>;

/** The fields as they should be, most of the time: some missing, some strange, some too many. */
const nearly = (fields: Fields): fc.Arbitrary<unknown> => {
  const each = Object.entries(fields).map(([name, right]) =>
    fc.tuple(
      fc.constant(name),
      fc.oneof({ arbitrary: right, weight: 9 }, { arbitrary: strange, weight: 1 }),
      fc.oneof({ arbitrary: fc.constant(true), weight: 19 }, { arbitrary: fc.constant(false), weight: 1 }),
    ),
  );
  const extra = fc.oneof(
    { arbitrary: fc.constant(undefined), weight: 19 },
    {
      arbitrary: fc.tuple(fc.constantFrom('__proto__', 'role', 'approvedBy', 'unit', 'constructor'), strange),
      weight: 1,
    },
  );
  return fc.tuple(fc.tuple(...each), extra).map(([found, more]) => {
    const kept = found.filter(([, , isThere]) => isThere).map(([name, value]) => [name, value]);
    return Object.fromEntries(more === undefined ? kept : [...kept, more]);
  });
};

const text = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value) ?? '');
const bodyOf = (right: fc.Arbitrary<unknown>): fc.Arbitrary<Uint8Array> =>
  fc.oneof(
    { arbitrary: right.map(text), weight: 16 },
    { arbitrary: strange.map(text), weight: 1 },
    { arbitrary: deep.map((json) => Buffer.from(json)), weight: 1 },
    { arbitrary: fc.uint8Array({ maxLength: 200 }), weight: 1 },
    { arbitrary: right.map((value) => text(value).subarray(0, -2)), weight: 1 },
  );

const number = fc.oneof(fc.nat(40), fc.nat(), fc.constantFrom(2 ** 31, 2 ** 53 - 1));

/** The lines of an exchange, of which some are wrong. */
const exchangeLines = ({ epochs, ids, scopes }: FuzzWorld, session: Session): fc.Arbitrary<string> => {
  const id = fc.oneof(fc.constantFrom(...ids), fc.stringMatching(/^[\w.~:-]{1,20}$/u), fc.constantFrom(...nasty));
  const table = fc.constantFrom(
    'activity',
    'reading',
    'plan',
    'measure',
    'conflict',
    'person',
    'unit',
    'model',
    'none',
    '',
  );
  const device = fc.oneof({ arbitrary: fc.constant(session.device), weight: 9 }, { arbitrary: id, weight: 1 });
  const question = fc.tuple(
    fc.constant('q'),
    fc.constantFrom(PROTOCOL_VERSION, PROTOCOL_VERSION, PROTOCOL_VERSION, 1, 99),
    fc.constantFrom(SCHEMA_VERSION, SCHEMA_VERSION, 0, 99),
    device,
    number,
    fc.nat(20_000),
    fc.constantFrom(0, 0, 0, 1, 12_345),
    fc.constantFrom(0, 1),
  );
  const standing = fc
    .constantFrom(...scopes, 'nowhere/work', '../etc')
    .chain((scope) =>
      fc.tuple(
        fc.constant('s'),
        fc.constant(scope),
        fc.constantFrom('token-of-12c', 'another-12ch', 'short'),
        fc.constantFrom(epochs[scope] ?? '', epochs[scope] ?? '', '', 'x'.repeat(41)),
        number,
        number,
        fc.oneof(fc.constant(null), fc.tuple(number, number)),
        number,
        number,
      ),
    );
  const values = fc.dictionary(
    fc.constantFrom('$c', '$d', 'title', 'agency', 'from', 'to', 'tasks/x', '+female', 'guarded', 'state', '__proto__'),
    fc.oneof(fc.constantFrom<unknown>(true, 'Hoạt động', '2026-11-20', 'sample-agency-commune'), strange),
  );
  const operation = fc.tuple(table, id, number, values);
  const mutation = fc.tuple(
    fc.constant('m'),
    number,
    number,
    number,
    fc.nat(9),
    fc.array(operation, { maxLength: 4 }),
    fc.nat(4),
  );
  const slice = fc.tuple(fc.constant('p'), number, number, number, number, fc.string({ maxLength: 600 }));
  const line = fc.oneof(
    { arbitrary: standing, weight: 4 },
    { arbitrary: mutation, weight: 6 },
    { arbitrary: slice, weight: 2 },
    { arbitrary: question, weight: 1 },
    { arbitrary: strange, weight: 1 },
  );
  return fc
    .tuple(
      fc.oneof({ arbitrary: question, weight: 9 }, { arbitrary: line, weight: 1 }),
      standing,
      fc.array(line, { maxLength: 8 }),
    )
    .map(([first, second, more]) => [first, second, ...more].map((one) => `${JSON.stringify(one) ?? ''}\n`).join(''));
};

const someBytes = (length: number): fc.Arbitrary<Bytes> =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((all) => Uint8Array.from(all));

/** A frame that fits, sealed by nobody; and what is no frame. */
const exchangeFiles = ({ fingerprint }: FuzzWorld): fc.Arbitrary<Uint8Array> =>
  fc.oneof(
    fc
      .tuple(
        someBytes(ID_BYTES),
        someBytes(POINT_BYTES),
        fc.constantFrom(fingerprint, fingerprint, new Uint8Array(8)),
        fc.nat(300),
      )
      .chain(([id, ephemeral, of, length]) =>
        someBytes(length + 16).map((sealed) =>
          joinBytes(requestHeader({ id, fingerprint: of, ephemeral }, length), sealed),
        ),
      ),
    fc.uint8Array({ maxLength: 200 }).map((all) => Buffer.concat([Buffer.from('STBG\u0001\u0001'), all])),
  );

const pathPart = fc.oneof(
  fc.stringMatching(/^[\w.~:-]{0,40}$/u),
  fc.constantFrom(...nasty).map((part) => encodeURIComponent(part.replaceAll(/[\ud800-\udfff]/gu, ''))),
  fc.constantFrom('%', '%2', '%zz', '%c0%af', '..;', '//', '%2e%2e%2f', 'a%00b'),
);
/** As a query would have it; an object may have no words for itself. */
const plain = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));

const queryOf = (fields: Fields): fc.Arbitrary<string> =>
  fc
    .tuple(nearly(fields), fc.constantFrom('', '', '', '&scope=x&scope=y', '&__proto__=1', '&%', '&=&&'))
    .map(([found, more]) => {
      const parts = Object.entries(Object(found)).map(
        ([name, value]) =>
          `${encodeURIComponent(name)}=${encodeURIComponent(plain(value).replaceAll(/[\ud800-\udfff]/gu, ''))}`,
      );
      return parts.join('&') + more;
    });

interface Shape {
  readonly path: fc.Arbitrary<string>;
  readonly type?: string;
  readonly body?: fc.Arbitrary<Uint8Array>;
}

/** A route that is not in here does not compile. */
const shapesOf = (world: FuzzWorld, session: Session): Readonly<Record<RouteName, Shape>> => {
  const { ids, scopes } = world;
  const at = (path: string): fc.Arbitrary<string> => fc.constant(path);
  const id = fc.oneof(fc.constantFrom(...ids), fc.stringMatching(/^[\w-]{1,40}$/u));
  const name = fc.string({ minLength: 1, maxLength: 30 });
  const scope = fc.constantFrom(...scopes, 'nowhere/work');
  const json = (path: string, fields: Fields): Shape => ({ path: at(path), body: bodyOf(nearly(fields)) });
  const device = fc.stringMatching(/^[\w-]{16,22}$/u);
  const onPerson = (verb: string, fields: Fields): Shape => ({
    path: fc.oneof(pathPart, fc.constantFrom('theirs', 'nobody')).map((one) => `/api/people/${one}/${verb}`),
    body: bodyOf(nearly(fields)),
  });
  const slot = fc.stringMatching(/^[A-Za-z0-9]{8}$/u);
  const held = { scope, alias: fc.nat(5), n: fc.nat(40) };
  const directive = fc.constantFrom('img-src', 'script-src-elem', 'x');
  const report = nearly({
    'effective-directive': directive,
    'blocked-uri': fc.webUrl(),
    'violated-directive': directive,
  });
  const lines = exchangeLines(world, session);
  const listed = fc.array(nearly({ code: fc.stringMatching(/^\d{1,6}$/u), name, kind: fc.constantFrom('xã', 'x') }), {
    maxLength: 3,
  });
  const list = {
    under: id,
    source: name,
    dated: fc.constantFrom('2026-07-25', 'x'),
    format: fc.constantFrom('json', 'csv'),
    list: fc.oneof(
      listed.map((rows) => JSON.stringify(rows)),
      fc.constant('mã,tên\n97,Tỉnh Mẫu'),
      fc.string(),
    ),
  };
  const merger = {
    units: fc.array(id, { maxLength: 4 }),
    into: fc.oneof(id, nearly({ name, kind: name, parent: id })),
    from: fc.constantFrom('2026-07-01', '2026-02-30', 'x'),
  };
  return {
    'GET /api/health': { path: at('/api/health') },
    'POST /api/csp-report': {
      path: at('/api/csp-report'),
      type: 'application/csp-report',
      body: bodyOf(report.map((one) => ({ 'csp-report': one }))),
    },
    'GET /api/set-up': { path: at('/api/set-up') },
    'POST /api/set-up': json('/api/set-up', { code: name, sample: fc.constantFrom(true, 'year') }),
    'POST /api/sign-in': json('/api/sign-in', { signIn: name, password: name, device, slot }),
    'POST /api/invitation': json('/api/invitation', { signIn: name, code: name, password: name, device, slot }),
    'GET /api/account': { path: at('/api/account') },
    'POST /api/account/password': json('/api/account/password', { current: name, chosen: name }),
    'POST /api/account/sessions/end': json('/api/account/sessions/end', { device }),
    'POST /api/sign-out': json('/api/sign-out', {}),
    'GET /api/me': { path: at('/api/me') },
    'PUT /api/recovery': json('/api/recovery', { key: fc.stringMatching(/^[\w-]{43}$/u) }),
    'POST /api/incident': json('/api/incident', {
      kind: fc.constantFrom('data-cleared', 'data-damaged'),
      at: fc.nat(),
      unsent: fc.oneof(fc.constant(null), fc.nat()),
    }),
    'POST /api/sync': {
      path: at('/api/sync'),
      type: 'application/x-ndjson',
      body: lines.map((all) => Buffer.from(all)),
    },
    'POST /api/files': {
      path: at('/api/files'),
      type: 'application/octet-stream',
      body: exchangeFiles(world),
    },
    'GET /api/history': {
      path: fc
        .oneof(
          queryOf({ scope, table: fc.constantFrom('plan', 'activity', 'x'), id, before: fc.nat() }),
          // What is there and nobody's who asks: by chance it would hardly be named.
          fc.constantFrom(...world.theirs).map((one) => String(new URLSearchParams({ ...one }))),
        )
        .map((query) => `/api/history?${query}`),
    },
    'GET /api/work/:id': {
      path: fc
        .tuple(fc.oneof(pathPart, id), queryOf({ known: name }))
        .map(([unit, query]) => `/api/work/${unit}?${query}`),
    },
    'GET /api/held': { path: queryOf(held).map((query) => `/api/held?${query}`) },
    'POST /api/held/release': json('/api/held/release', held),
    'POST /api/held/drop': json('/api/held/drop', held),
    'GET /api/receipts/:code': { path: pathPart.map((code) => `/api/receipts/${code}`) },
    'POST /api/sample/today': json('/api/sample/today', {
      today: fc.constantFrom('2024-11-21', '2024-11-31', '0000-00-00'),
    }),
    'POST /api/units': json('/api/units', { name, kind: name, parent: id }),
    'POST /api/units/import': json('/api/units/import', list),
    'POST /api/units/import/preview': json('/api/units/import/preview', list),
    'POST /api/units/merge': json('/api/units/merge', merger),
    'POST /api/units/merge/preview': json('/api/units/merge/preview', merger),
    'POST /api/agencies': json('/api/agencies', { unit: id, name, kind: name }),
    'POST /api/people': json('/api/people', {
      name,
      title: name,
      role: fc.constantFrom('recorder', 'administrator', 'root'),
      unit: id,
      agency: fc.constant(''),
      signIn: fc.stringMatching(/^[a-z.]{1,20}$/u),
    }),
    'GET /api/audit': {
      path: queryOf({ unit: id, before: fc.nat() }).map((query) => `/api/audit?${query}`),
    },
    'GET /api/people': { path: queryOf({ unit: id }).map((query) => `/api/people?${query}`) },
    'POST /api/people/:id/invitation': onPerson('invitation', {}),
    // Nobody's whose session is needed.
    'POST /api/people/:id/sessions/end': onPerson('sessions/end', { device }),
    'POST /api/people/:id/closed': onPerson('closed', { closed: fc.boolean() }),
    'ALL /api/*': { path: pathPart.map((part) => `/api/${part}`), body: bodyOf(strange) },
    'GET /*': { path: fc.tuple(pathPart, pathPart).map(([one, two]) => `/${one}/${two}`) },
  };
};

const typed = (type: string): fc.Arbitrary<string> =>
  fc.oneof(
    { arbitrary: fc.constant(type), weight: 12 },
    {
      arbitrary: fc.constantFrom('text/plain', 'application/json; charset=utf-16', 'multipart/form-data', ''),
      weight: 1,
    },
  );

/** Most of the time a session that is one; sometimes a part of another's. */
const identityOf = (session: Session, other: Session): fc.Arbitrary<Readonly<Record<string, string>>> => {
  const right = { Cookie: session.cookie, 'X-Slot': session.slot, 'X-Person': session.person };
  return fc.oneof(
    { arbitrary: fc.constant(right), weight: 14 },
    {
      arbitrary: fc.constantFrom(
        {},
        { ...right, 'X-Person': other.person },
        { ...right, 'X-Slot': other.slot },
        { ...right, Cookie: `${session.cookie}; ${other.cookie}; ${session.cookie}x` },
        { ...right, Cookie: `__Host-s${session.slot}=${'x'.repeat(4_000)}` },
        { ...right, 'X-Slot': '__proto__' },
      ),
      weight: 2,
    },
  );
};

const more: fc.Arbitrary<Readonly<Record<string, string>>> = fc.oneof(
  { arbitrary: fc.constant({}), weight: 12 },
  {
    arbitrary: fc.constantFrom<Readonly<Record<string, string>>>(
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-origin', Origin: 'https://example.com' },
      { Origin: 'null' },
      { 'X-Forwarded-For': "203.0.113.9, ' OR 1=1" },
      { 'Accept-Encoding': 'br, gzip' },
      { 'Accept-Encoding': 'gzip;q=x' },
      { 'If-None-Match': 'W/"x"' },
      { Accept: 'text/html' },
      { 'Content-Encoding': 'br' },
      { Forwarded: 'for=1', Host: 'example.com' },
      { Range: 'bytes=0-1' },
    ),
    weight: 3,
  },
);

const routes = Object.keys(routeRights) as readonly RouteName[];
const methods = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'];

const ofShape = (route: RouteName, shape: Shape, session: Session, other: Session): fc.Arbitrary<FuzzRequest> => {
  const { path, type = 'application/json', body = fc.constant(undefined) } = shape;
  const [right = ''] = route.split(' ');
  const method = fc.oneof(
    { arbitrary: right === 'ALL' ? fc.constantFrom(...methods) : fc.constant(right), weight: 15 },
    { arbitrary: fc.constantFrom(...methods), weight: 1 },
  );
  return fc
    .tuple(method, path, identityOf(session, other), typed(type), body, more, fc.nat(15))
    .map(([asked, where, identity, contentType, bytes, extra, dice]) => {
      const isPacked = dice === 0 && bytes !== undefined;
      return {
        method: asked,
        path: where,
        headers: {
          ...identity,
          ...(bytes === undefined ? {} : { 'Content-Type': contentType }),
          ...(isPacked ? { 'Content-Encoding': 'gzip' } : {}),
          ...extra,
        },
        body: isPacked ? gzipSync(bytes) : bytes,
      };
    });
};

/** A request that is one, to any route, of anybody. */
export const requests = (world: FuzzWorld): fc.Arbitrary<FuzzRequest> => {
  const { sessions, passing } = world;
  const all = sessions.flatMap((session, at) => {
    const other = sessions[(at + 1) % sessions.length] ?? session;
    const gone = passing[at % passing.length] ?? session;
    const shapes = shapesOf(world, session);
    // Who signs out is gone: only sessions that nobody needs.
    return routes.map((route) => ofShape(route, shapes[route], route === 'POST /api/sign-out' ? gone : session, other));
  });
  return fc.oneof(...all);
};

const head = fc.constantFrom(
  'GET / HTTP/1.1',
  'POST /api/sync HTTP/1.1',
  'POST /api/people HTTP/1.1',
  'POST /api/files HTTP/1.1',
  'GET //api//me HTTP/1.1',
  'GET http://example.com/api/me HTTP/1.1',
  'GET /../../etc/passwd HTTP/1.1',
  'GET /%c0%ae%c0%ae/ HTTP/1.1',
  'OPTIONS * HTTP/1.1',
  'BREW /api/me HTTP/1.1',
  'GET /api/me HTTP/9.9',
  'GET /api/me',
  '\u0016\u0003\u0001\u0002',
);
const line = fc.oneof(
  fc.constantFrom(
    'Host: localhost',
    'Content-Length: 5',
    'Content-Length: -1',
    'Content-Length: 99999999999999999999',
    'Transfer-Encoding: chunked',
    'Transfer-Encoding: gzip, chunked',
    'Content-Type: application/json',
    'Content-Type: application/x-ndjson',
    'Content-Encoding: gzip',
    'Expect: 100-continue',
    'Upgrade: websocket',
    'Connection: upgrade',
    'Cookie: __Host-sAAAAAAAA=x; __Host-sAAAAAAAA=y',
    `X-Long: ${'x'.repeat(20_000)}`,
    ' folded',
    'no colon',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
const rest = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  fc
    .constantFrom('5\r\nhello\r\n0\r\n\r\n', 'ffffffff\r\nx', '-1\r\n\r\n', 'zz\r\n', '[1,2', '')
    .map((body) => Buffer.from(body)),
  fc.constant(gzipSync(Buffer.alloc(2_000_000, 32))),
);

/** What need not be a request at all: written to the socket as it is. */
export const rawBytes: fc.Arbitrary<Uint8Array> = fc.oneof(
  fc
    .tuple(head, fc.array(line, { maxLength: 6 }), rest)
    .map(([first, lines, body]) =>
      Buffer.concat([Buffer.from([first, ...lines, '', ''].join('\r\n'), 'latin1'), body]),
    ),
  fc.uint8Array({ minLength: 1, maxLength: 400 }),
);
