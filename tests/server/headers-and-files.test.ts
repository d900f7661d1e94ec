import { brotliDecompressSync } from 'node:zlib';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readStaticFiles } from '#server/http/static-files.ts';
import { databases } from '#tests/support/databases.ts';
import { openServer, post, type TestServer } from './test-server.ts';

const sqlite = () => {
  const found = databases.find(({ name }) => name === 'SQLite');
  if (found === undefined) throw new Error('unreachable');
  return found;
};

const page = `<!doctype html>${'<p>trang</p>'.repeat(100)}`;
const script = `export const x = ${'1 + '.repeat(500)}1;`;

describe('An answer', () => {
  let server: TestServer;
  let secure: TestServer;
  let directory: string;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'so-tay-dist-'));
    await mkdir(join(directory, 'assets'));
    await writeFile(join(directory, 'index.html'), page);
    await writeFile(join(directory, 'sw.js'), script);
    await writeFile(join(directory, 'app.webmanifest'), '{}');
    await writeFile(join(directory, '.build-hash'), 'hash');
    await writeFile(join(directory, 'assets/main-abc123.js'), script);
    const files = await readStaticFiles(directory);
    server = await openServer(sqlite(), { files });
    secure = await openServer(sqlite(), { files, publicUrl: 'https://sotay.example.vn' });
  });
  afterAll(async () => {
    await Promise.all([server.close(), secure.close(), rm(directory, { recursive: true, force: true })]);
  });

  const get = (path: string, headers: Readonly<Record<string, string>> = {}) => server.app.request(path, { headers });

  type Ask = readonly [what: string, ask: (from: TestServer) => Response | Promise<Response>];
  const ofTheApp: readonly Ask[] = [
    ['of the page', ({ app }) => app.request('/')],
    ['of a script', ({ app }) => app.request('/assets/main-abc123.js')],
    ['of a missing file', ({ app }) => app.request('/assets/none.js')],
    ['of a method that nobody knows', ({ app }) => app.request('/', { method: 'DELETE' })],
  ];
  const ofTheApi: readonly Ask[] = [
    ['of a route', ({ app }) => app.request('/api/health')],
    ['of a route that is not there', ({ app }) => app.request('/api/none')],
    ['of a route without a session', ({ app }) => app.request('/api/me')],
    ['of a malformed request', (from) => post(from, '/api/sign-in', {})],
    ['of a foreign request', (from) => post(from, '/api/sign-in', {}, { 'Sec-Fetch-Site': 'cross-site' })],
  ];

  test.each(ofTheApp)('%s bears every header that protects a page', async (_what, ask) => {
    const { headers } = await ask(server);
    const policy = headers.get('Content-Security-Policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(policy).toContain("require-trusted-types-for 'script'");
    // Each can be made once: who comes later finds it taken.
    expect(policy).toContain('trusted-types default solid;');
    expect(policy).toContain('report-uri /api/csp-report');
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval'? |\*|https?:/u);
    expect(headers.get('Referrer-Policy')).toBe('no-referrer');
    expect(headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin');
    expect(headers.get('Permissions-Policy')).toContain('camera=(self), ');
    expect(headers.get('Permissions-Policy')).toContain('geolocation=()');
  });

  test.each(ofTheApi)('%s lets nothing run in it', async (_what, ask) => {
    const { headers } = await ask(server);
    expect(headers.get('Content-Security-Policy')).toBe("default-src 'none'; frame-ancestors 'none'");
  });

  test.each([...ofTheApp, ...ofTheApi])('%s is taken for nothing else and shared with nobody', async (_what, ask) => {
    const { headers } = await ask(server);
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin');
    expect(headers.get('Access-Control-Allow-Origin')).toBeNull();
    expect(headers.get('Strict-Transport-Security')).toBeNull();
    expect((await ask(secure)).headers.get('Strict-Transport-Security')).toMatch(/^max-age=63072000/u);
  });

  test('under /api is stored nowhere', async () => {
    for (const path of ['/api/health', '/api/me', '/api/none'])
      expect((await get(path)).headers.get('Cache-Control')).toBe('no-store');
  });

  test('to a failure tells nothing of it, and the log tells where', async () => {
    const failing = await openServer(sqlite());
    await failing.opened.database.schema.dropTable('account').execute();
    const response = await failing.app.request('/api/set-up');
    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ code: 'server/failed' });
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(failing.log.join('')).toContain('"route":"/api/set-up"');
    await failing.close();
  });

  test('keeps hashed files for a year, and asks again for the rest', async () => {
    const { headers } = await get('/assets/main-abc123.js');
    expect(headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
    expect(headers.get('Content-Type')).toBe('text/javascript; charset=utf-8');
    for (const path of ['/', '/index.html', '/sw.js', '/app.webmanifest'])
      expect((await get(path)).headers.get('Cache-Control')).toBe('no-cache');
  });

  test('says "not modified" to who has it already', async () => {
    const etag = (await get('/')).headers.get('ETag') ?? '';
    const again = await get('/', { 'If-None-Match': etag });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  test('is compressed where the browser takes it', async () => {
    const packed = await get('/assets/main-abc123.js', { 'Accept-Encoding': 'gzip, deflate, br' });
    expect(packed.headers.get('Content-Encoding')).toBe('br');
    expect(packed.headers.get('Vary')).toBe('Accept-Encoding');
    const bytes = Buffer.from(await packed.arrayBuffer());
    expect(bytes.length).toBeLessThan(script.length / 4);
    expect(brotliDecompressSync(bytes).toString()).toBe(script);
    expect((await get('/assets/main-abc123.js', { 'Accept-Encoding': 'gzip' })).headers.get('Content-Encoding')).toBe(
      'gzip',
    );
    expect(await (await get('/assets/main-abc123.js')).text()).toBe(script);
  });

  test.each(['/', '/hoat-dong', '/hoat-dong/moi', '/ke-hoach/001.plan', '/x/y/z/'])(
    'to the deep link %s is the page',
    async (path) => {
      const response = await get(path, { Accept: 'text/html,application/xhtml+xml' });
      expect(response.status).toBe(200);
      expect(await response.text()).toBe(page);
    },
  );

  test.each(['/assets/none.js', '/none.css', '/main.js.map', '/.build-hash', '/x.php', '/../../etc/passwd.txt'])(
    'to the missing file %s is never the page',
    async (path) => {
      const response = await get(path);
      expect(response.status).toBe(404);
      expect(response.headers.get('Content-Type')).toMatch(/^text\/plain/u);
      expect(await response.text()).not.toContain('<');
    },
  );
});
