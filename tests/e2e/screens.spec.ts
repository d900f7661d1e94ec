/** Every screen, on a phone and on a desk, light and dark: no violation of accessibility rules, and a picture of each. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { vi } from './pages/words.ts';
import { SMALL, WIDE } from '#tests/support/profile.ts';
import { expect, test } from './fixtures.ts';
import { anEvent, aNewsItem, openActivity, recordActivity } from './pages/activities.ts';
import { chooseSecret, enter, expectOpen, signIn } from './pages/door.ts';
import { expectAllSent, goTo } from './pages/shell.ts';

const pictures = new URL('../../test-results/screens', import.meta.url).pathname;
mkdirSync(pictures, { recursive: true });

const schemes = ['light', 'dark'] as const;
const sizes = [SMALL, WIDE] as const;

/** A look at one screen in both sizes and both schemes. */
const look = async (page: Page, name: string): Promise<void> => {
  await expect(page.locator('.toast')).toHaveCount(0);
  for (const size of sizes) {
    for (const colorScheme of schemes) {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
      const where = `${name} at ${String(size.width)}, ${colorScheme}`;
      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
      expect.soft(found, where).toEqual([]);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect.soft(width, `${where}: no sideways scrolling`).toBeLessThanOrEqual(size.width);
      await page.screenshot({
        path: join(pictures, `${name}-${String(size.width)}-${colorScheme}.png`),
      });
    }
  }
  await page.setViewportSize(SMALL);
  await page.emulateMedia({ colorScheme: 'light' });
};

test('the way in', async ({ workspace, phone }) => {
  const { page } = await phone({ url: workspace.server.url });
  await page().goto('/');
  await expect(page().getByLabel(vi.signIn.name, { exact: true })).toBeVisible();
  await look(page(), 'sign-in');
  await signIn(page(), workspace.account('officer'));
  await expect(page().getByRole('heading', { name: vi.secret.title })).toBeVisible({ timeout: 20_000 });
  await look(page(), 'secret');
  await chooseSecret(page());
  await expectOpen(page());
  await page().reload();
  await expect(page().getByRole('heading', { name: vi.unlock.title })).toBeVisible();
  await look(page(), 'unlock');
});

test('the screens of an open workbook', async ({ workspace, phone }) => {
  test.setTimeout(240_000);
  const it = await phone({ url: workspace.server.url });
  const page = it.page();
  await enter(page, workspace.account('officer'));
  await expectAllSent(page);
  await recordActivity(page, aNewsItem({ title: 'Tin truyền thanh Tháng hành động' }));
  await recordActivity(page, anEvent({ title: 'Lễ phát động Tháng hành động', female: '64', male: '41' }));

  await goTo(page, 'today');
  await look(page, 'today');
  await goTo(page, 'activities');
  await look(page, 'activities');
  await openActivity(page, 'Lễ phát động Tháng hành động');
  await look(page, 'activity');
  await goTo(page, 'record');
  await look(page, 'record');
  await goTo(page, 'measures');
  await look(page, 'measures');
  await page.getByRole('main').locator('a[href^="/chi-tieu/"]').first().click();
  await look(page, 'measure');
  await goTo(page, 'plans');
  await look(page, 'plans');
  await page.getByRole('main').locator('a[href^="/ke-hoach/"]').first().click();
  await look(page, 'plan');
  await page.getByRole('main').locator('a[href*="/nhiem-vu/"]:visible').first().click();
  await look(page, 'task');
  await goTo(page, 'sync');
  await look(page, 'sync');
  await goTo(page, 'more');
  await look(page, 'more');
});
