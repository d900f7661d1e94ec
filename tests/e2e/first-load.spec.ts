/**
 * What a first visit costs: every script that the page and its workers ask for until Hôm nay accepts a tap, and the
 * service worker's own file; not what it then stores for later.
 */
import { gzipSync } from 'node:zlib';
import { vi } from './pages/words.ts';
import { expect, test } from './fixtures.ts';
import { chooseSecret, signIn } from './pages/door.ts';
import { expectAllSent } from './pages/shell.ts';

const MAX_SCRIPT = 110 * 1024;
const MAX_STYLE = 20 * 1024;

test('the scripts of a first visit weigh at most 110 KB, the styles 20 KB, and there is no font', async ({
  workspace,
  phone,
}) => {
  const { page, context } = await phone({ url: workspace.server.url });
  const scripts = new Set<string>();
  const styles = new Set<string>();
  const fonts: string[] = [];
  // What the page and its workers ask for; the service worker's precaching has no frame and is told apart by it.
  context().on('response', (response) => {
    const request = response.request();
    const path = new URL(response.url()).pathname;
    const isPrecaching = request.serviceWorker() !== null && path !== '/sw.js';
    if (isPrecaching) return;
    if (path.endsWith('.js')) scripts.add(path);
    if (path.endsWith('.css')) styles.add(path);
    if (request.resourceType() === 'font') fonts.push(path);
  });
  await page().addInitScript(() => {
    const look = (): void => {
      const isThere = document.querySelector('h1')?.textContent.startsWith('Hôm nay') === true;
      if (isThere && performance.getEntriesByName('first-page').length === 0) performance.mark('first-page');
    };
    new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
  });
  await page().goto('/');
  await signIn(page(), workspace.account('officer'));
  await chooseSecret(page());
  await expect(page().getByRole('heading', { level: 1, name: /^Hôm nay/ })).toBeVisible({ timeout: 20_000 });
  // Not by hovering: that would fetch the next screen ahead.
  await expect(page().getByRole('link', { name: vi.nav.activities }).first()).toBeEnabled();

  // What talks to the server is asked for once the first page is there. A page knows when a script was asked for only once
  // that has come: when all is sent and what it says stands there, all has.
  await expectAllSent(page());
  for (const name of [vi.today.due, vi.today.tasks])
    await expect(page().getByRole('region', { name })).toBeVisible({ timeout: 20_000 });
  const later = await page().evaluate(() => {
    const mark = performance.getEntriesByName('first-page')[0]?.startTime ?? Infinity;
    const asked = performance.getEntriesByType('resource').filter(({ startTime }) => startTime > mark);
    return asked.map(({ name }) => new URL(name).pathname);
  });
  for (const path of later) scripts.delete(path);

  // The service worker is always one, whether the page was seen to ask for it or not.
  scripts.add('/sw.js');
  // Asked for once more: a browser does not keep the body of every answer.
  const weigh = async (path: string): Promise<number> => {
    const answer = await context().request.get(path);
    expect(answer.ok(), path).toBe(true);
    return gzipSync(await answer.body(), { level: 9 }).length;
  };
  const weights = new Map<string, number>();
  for (const path of [...scripts, ...styles]) weights.set(path, await weigh(path));
  const sum = (paths: ReadonlySet<string>) => [...paths].reduce((total, path) => total + (weights.get(path) ?? 0), 0);
  const total = sum(scripts);
  const lines = [...scripts].map((path) => `${path} ${String(weights.get(path))}`);
  console.log(`first load: ${(total / 1024).toFixed(1)} KB of script\n${lines.join('\n')}`);
  expect(scripts.size).toBeGreaterThan(1);
  expect(total).toBeLessThanOrEqual(MAX_SCRIPT);
  expect(sum(styles)).toBeLessThanOrEqual(MAX_STYLE);
  expect(fonts).toEqual([]);
});
