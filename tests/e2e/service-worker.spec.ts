/** The installed app: all of it stored, a new version offered and never forced, a missing part said to be missing. */
import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { createServerProcess } from '#tests/support/server-process.ts';
import { expect, test } from './fixtures.ts';
import { chooseSecret, enter, expectInstalled, expectOpen, signIn, unlock } from './pages/door.ts';
import { goTo } from './pages/shell.ts';
import { vi } from './pages/words.ts';

const dist = new URL('../../dist', import.meta.url).pathname;

const cachedPaths = (): Promise<readonly string[]> =>
  (async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  })();

/** Asks for a newer version and waits until its installation has gone one way or the other. */
const updateOutcome = (page: Page) =>
  page.evaluate(async () => {
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

test.describe('Where something forbidden is tried,', () => {
  test.use({ triesForbidden: true });

  test('what the policy forbids does not happen, and the server hears of it', async ({ workspace, phone }) => {
    const { page } = await phone({ url: workspace.server.url });
    await enter(page(), workspace.account('officer'));
    const heard = (): readonly string[] =>
      workspace.server.output().match(/"directive":"[\w-]+","kind":"[\w-]+"/gu) ?? [];
    // The app itself, its workers and its sealing do nothing that is forbidden.
    expect(heard()).toEqual([]);

    const tried = await page().evaluate(() => {
      const outcomeOf = (attempt: () => unknown): string => {
        try {
          attempt();
          return 'done';
        } catch (error) {
          return error instanceof TypeError ? 'refused' : String(error);
        }
      };
      const { trustedTypes } = globalThis as unknown as {
        readonly trustedTypes: { readonly createPolicy: (name: string, rules: object) => unknown };
      };
      return {
        markup: outcomeOf(() => {
          document.createElement('div').innerHTML = '<img src="x" onerror="alert(1)">';
        }),
        foreignWorker: outcomeOf(() => new Worker('https://example.com/x.js')),
        policyAgain: outcomeOf(() => trustedTypes.createPolicy('solid', { createHTML: String })),
        anotherPolicy: outcomeOf(() => trustedTypes.createPolicy('mine', { createHTML: String })),
      };
    });
    const refused = { markup: 'refused', foreignWorker: 'refused', policyAgain: 'refused', anotherPolicy: 'refused' };
    expect(tried).toEqual(refused);
    const sink = '"directive":"require-trusted-types-for","kind":"trusted-types-sink"';
    await expect
      .poll(() => [heard().includes(sink), heard().join().includes('"directive":"trusted-types"')])
      .toEqual([true, true]);
  });
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
  expect(await updateOutcome(page())).toEqual({ waiting: undefined, active: 'activated' });
  await same.stop();
  await page().reload();
  await expect(page().getByRole('heading', { level: 1 })).toBeVisible();
});

test('a page of HTML in the place of a script is never stored', async ({ workspace, scratch, phone }) => {
  const { page, context } = await phone({ url: workspace.server.url });
  await page().goto('/');
  await expectInstalled(page());
  await workspace.server.stop();

  // A captive portal answers 200 to everything, with a page of its own.
  const newDist = join(scratch, 'dist');
  cpSync(dist, newDist, { recursive: true });
  const worker = join(newDist, 'sw.js');
  writeFileSync(worker, readFileSync(worker, 'utf8').replace(/assets\/[\w-]+\.js/, 'assets/never-built.js'));
  let answered = 0;
  await context().route('**/assets/never-built.js*', async (route) => {
    answered += 1;
    await route.fulfill({ status: 200, contentType: 'text/html', body: '<h1>Xin chào</h1>' });
  });
  const newer = createServerProcess({ port: workspace.port, dataDir: workspace.dataDir, distDir: newDist });
  await newer.start();
  expect(await updateOutcome(page())).toEqual({ waiting: undefined, active: 'activated' });
  expect(answered).toBeGreaterThan(0);
  expect(await page().evaluate(cachedPaths)).not.toContain('/assets/never-built.js');
  await newer.stop();
});

test('an old page whose part is gone after a deploy reloads once, and the draft is still there', async ({
  workspace,
  scratch,
  phone,
}) => {
  await workspace.server.stop();
  const oldDist = join(scratch, 'dist');
  cpSync(dist, oldDist, { recursive: true });
  const place = { port: workspace.port, dataDir: workspace.dataDir, distDir: oldDist };
  const before = createServerProcess(place);
  await before.start();
  // Without a service worker, which would have kept the part.
  const { page } = await phone({ url: before.url, serviceWorkers: 'block' });
  await page().goto('/');
  await signIn(page(), workspace.account('officer'));
  await chooseSecret(page());
  await expectOpen(page());
  await goTo(page(), 'record');
  await page().getByLabel(vi.activity.place, { exact: true }).fill('Chỗ đang gõ dở');
  await expect(page().getByText(/Nháp trên máy/)).toBeVisible();
  await before.stop();

  const gone = readdirSync(join(oldDist, 'assets')).filter((name) => /^Measures-.*\.js$/u.test(name));
  expect(gone).toHaveLength(1);
  for (const name of gone) rmSync(join(oldDist, 'assets', name));
  const after = createServerProcess(place);
  await after.start();
  let loads = 0;
  page().on('load', () => {
    loads += 1;
  });
  await page().locator('a[href="/them"]:visible').first().click();
  await page().locator('a[href="/chi-tieu"]:visible').first().click();
  await expect(page().getByRole('heading', { name: vi.unlock.title })).toBeVisible();
  expect(loads).toBe(1);
  await page().goto('/hoat-dong/moi');
  await unlock(page());
  await expect(page().getByLabel(vi.activity.place, { exact: true })).toHaveValue('Chỗ đang gõ dở');
  await after.stop();
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
