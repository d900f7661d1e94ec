/** The installed app: all of it stored, a new version offered and never forced, a missing part said to be missing. */
import { cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createServerProcess } from '#tests/support/server-process.ts';
import { expect, test } from './fixtures.ts';
import { enter, expectInstalled, unlock } from './pages/door.ts';
import { vi } from './pages/words.ts';

const dist = new URL('../../dist', import.meta.url).pathname;

const cachedPaths = (): Promise<readonly string[]> =>
  (async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  })();

test('every built file is on the phone after the first visit', async ({ workspace, phone }) => {
  const { page } = await phone({ url: workspace.server.url });
  await page().goto('/');
  await expectInstalled(page());
  const built = readdirSync(join(dist, 'assets'));
  expect(built.length).toBeGreaterThan(3);
  await expect
    .poll(async () => {
      const cached = await page().evaluate(cachedPaths);
      return built.filter((name) => !cached.includes(`/assets/${name}`));
    })
    .toEqual([]);
  expect(await page().evaluate(cachedPaths)).toContain('/index.html');
});

test('a part that does not exist is answered 404, never with a page', async ({ workspace, request }) => {
  for (const path of ['/assets/gone-00000000.js', '/assets/gone-00000000.css', '/gone.js']) {
    const answer = await request.get(`${workspace.server.url}${path}`);
    expect(answer.status(), path).toBe(404);
    expect(answer.headers()['content-type'] ?? '', path).not.toContain('text/html');
    expect(answer.headers()['x-content-type-options'], path).toBe('nosniff');
  }
});

test('an address of a screen is answered with the app', async ({ workspace, request }) => {
  const answer = await request.get(`${workspace.server.url}/hoat-dong/khong-co`, { headers: { accept: 'text/html' } });
  expect(answer.status()).toBe(200);
  expect(answer.headers()['content-type']).toContain('text/html');
});

test('the content security policy lets nothing in by default', async ({ workspace, request }) => {
  const policy = (await request.get(workspace.server.url)).headers()['content-security-policy'] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(policy).not.toContain('unsafe-inline');
  expect(policy).not.toContain("'unsafe-eval'");
});

test('a new version waits until the person takes it', async ({ workspace, scratch, phone }) => {
  // The same app with one byte more in its worker: what a deploy looks like to a phone.
  const newDist = join(scratch, 'dist');
  cpSync(dist, newDist, { recursive: true });
  const { page } = await phone({ url: workspace.server.url });
  await enter(page(), workspace.account('officer'));
  await workspace.server.stop();

  const worker = join(newDist, 'sw.js');
  writeFileSync(worker, `${readFileSync(worker, 'utf8')}\n// a newer version\n`);
  const newer = createServerProcess({ port: workspace.port, dataDir: workspace.dataDir, distDir: newDist });
  await newer.start();

  await page().evaluate(() => {
    document.documentElement.dataset['visit'] = 'same';
  });
  await page().evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  const offer = page().getByRole('button', { name: /phiên bản mới|[Cc]ập nhật/ });
  await expect(offer).toBeVisible();
  const waiting = () =>
    page().evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting !== null);
  expect(await waiting()).toBe(true);
  expect(await page().evaluate(() => document.documentElement.dataset['visit'])).toBe('same');

  await offer.click();
  // Reloaded, and therefore locked.
  await expect(page().getByRole('heading', { name: vi.unlock.title })).toBeVisible();
  await expect.poll(waiting).toBe(false);
  await newer.stop();
});

test('half a new version is no version: the old one goes on whole', async ({ workspace, scratch, phone }) => {
  const { page } = await phone({ url: workspace.server.url });
  await page().goto('/');
  await expectInstalled(page());
  await workspace.server.stop();

  // The newer worker asks for a file that the server does not have.
  const newDist = join(scratch, 'dist');
  cpSync(dist, newDist, { recursive: true });
  const worker = join(newDist, 'sw.js');
  const text = readFileSync(worker, 'utf8');
  const broken = text.replace(/assets\/[\w-]+\.js/, 'assets/never-built.js');
  expect(broken).not.toBe(text);
  writeFileSync(worker, broken);
  const same = createServerProcess({ port: workspace.port, dataDir: workspace.dataDir, distDir: newDist });
  await same.start();
  const states = await page().evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration?.update().catch(() => undefined);
    const installing = registration?.installing;
    if (installing) {
      await new Promise<void>((resolve) => {
        installing.addEventListener('statechange', () => {
          resolve();
        });
      });
    }
    return { waiting: registration?.waiting?.state, active: registration?.active?.state };
  });
  expect(states).toEqual({ waiting: undefined, active: 'activated' });
  await same.stop();
  await page().reload();
  await expect(page().getByRole('heading', { level: 1 })).toBeVisible();
});

test('a worker that was killed starts again with nothing lost', async ({ workspace, phone }) => {
  const { page, context } = await phone({ url: workspace.server.url });
  await enter(page(), workspace.account('officer'));
  await workspace.server.stop();
  const session = await context().newCDPSession(page());
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await page().reload();
  await expect(page().getByRole('heading', { level: 1 })).toBeVisible();
});

test('a broken worker is removed by the kill switch, and what was saved stays', async ({
  workspace,
  scratch,
  phone,
}) => {
  const { page } = await phone({ url: workspace.server.url });
  await enter(page(), workspace.account('officer'));
  await workspace.server.stop();

  const newDist = join(scratch, 'dist');
  cpSync(dist, newDist, { recursive: true });
  cpSync(join(newDist, 'kill-switch.js'), join(newDist, 'sw.js'));
  const mended = createServerProcess({ port: workspace.port, dataDir: workspace.dataDir, distDir: newDist });
  await mended.start();
  await page().evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  // It takes over, takes itself away and brings the page back, locked.
  await expect(page().getByRole('heading', { name: vi.unlock.title })).toBeVisible();
  expect(await page().evaluate(() => navigator.serviceWorker.controller === null)).toBe(true);
  await unlock(page());
  await mended.stop();
});
