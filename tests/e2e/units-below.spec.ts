/** Who supervises opens the work of a commune below, reads it with the commune's own screens, and keeps nothing of it. */
import type { Page } from '@playwright/test';
import { createServerProcess, sampleAccounts } from '#tests/support/server-process.ts';
import { freePort } from '#tests/support/free-port.ts';
import { accountOf, expect, test } from './fixtures.ts';
import { enter, unlock } from './pages/door.ts';
import { look } from './pages/look.ts';
import { expectAllSent, goTo } from './pages/shell.ts';
import { vi } from './pages/words.ts';

const COMMUNE = 'Xã Đồng Tuyển';
const words = vi.units.open;

const openCommune = async (page: Page): Promise<void> => {
  await goTo(page, 'more');
  await page.getByRole('link', { name: vi.units.title }).click();
  await page.getByRole('region', { name: words.below }).getByRole('link', { name: COMMUNE }).click();
  await expect(page.getByRole('heading', { name: COMMUNE, level: 1 })).toBeVisible();
};

test('a supervisor opens a commune below, reads its year, and keeps nothing of it on the phone', async ({
  scratch,
  phone,
}) => {
  test.setTimeout(150_000);
  const server = createServerProcess({ port: await freePort(), dataDir: scratch });
  const accounts = sampleAccounts(server, '--year');
  await server.start();
  const it = await phone({ url: server.url });
  const page = it.page();
  const main = page.getByRole('main');
  const strip = page.getByRole('region', { name: words.strip });
  await enter(page, accountOf(accounts, 'supervisor'));
  await expectAllSent(page);

  await openCommune(page);
  await look(page, 'unit-below');
  await page.getByRole('button', { name: words.button }).click();
  await expect(strip).toContainText(words.of(COMMUNE));
  await expect(strip).toContainText(/Chỉ đọc, theo máy chủ lúc \d\d:\d\d, \d\d\/\d\d/u);
  await expect(page.getByRole('region', { name: vi.today.due })).toBeVisible();
  await look(page, 'opened-today');

  await goTo(page, 'measures');
  await expect(main.locator('a.card[href^="/chi-tieu/"]').first()).toBeVisible();
  await goTo(page, 'activities');
  await main.locator('a.row[href^="/hoat-dong/"]').first().click();
  await expect(main.getByRole('link', { name: vi.edit, exact: true })).toHaveCount(0);
  await look(page, 'opened-activity');
  await strip.getByRole('button', { name: words.refresh }).click();
  await expect(strip).toContainText(words.same);

  // Locked and unlocked: nothing of it is there any more.
  await page.reload();
  await unlock(page);
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await expect(strip).toHaveCount(0);
  await openCommune(page);
  await page.getByRole('button', { name: words.button }).click();
  await expect(strip).toContainText(words.of(COMMUNE));

  // Without a network what is open stays open, and is not opened again.
  await it.context().setOffline(true);
  await strip.getByRole('button', { name: words.refresh }).click();
  await expect(strip).toContainText(words.stillOld);
  await strip.getByRole('button', { name: words.close }).click();
  await expect(strip).toHaveCount(0);
  await expect(main.getByText(words.offline)).toBeVisible();
  await expect(page.getByRole('button', { name: words.button })).toBeDisabled();
  await goTo(page, 'activities');
  await expect(main.locator('a.row[href^="/hoat-dong/"]')).toHaveCount(0);
  await server.stop();
});
