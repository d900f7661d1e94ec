/** The screens over a workbook of plain arrays: what is hard to bring about with a real server, and how each then looks. */
import { readFileSync } from 'node:fs';
import { expect, test as base, type Page } from '@playwright/test';
import { readProblem } from '#domain/read-problem.ts';
import { scopeOf } from '#domain/scope.ts';
import type { Refused } from '#client/state/workbook.ts';
import type { FakeDoorOptions } from '#tests/support/fake-workbook.ts';
import { buildScreens, openScreens } from '#tests/support/screens-build.ts';
import { vi } from './pages/words.ts';

const NOW = Date.UTC(2026, 10, 22, 3, 5);

const refused = (more: Partial<Refused> = {}): Refused => ({
  scope: scopeOf('sample-commune', 'work'),
  n: 7,
  at: NOW,
  problem: { code: 'sync/malformed' },
  changes: [{ table: 'activity', id: 'a', values: { $c: true, title: 'Họp của ngày mai', place: 'Nhà văn hoá' } }],
  ...more,
});

type Open = (path: string, options?: FakeDoorOptions) => Promise<Page>;

const test = base.extend<{ open: Open }, { screens: string }>({
  screens: [
    async ({ browserName }, use) => {
      expect(browserName).toBe('chromium');
      await use(await buildScreens());
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  open: async ({ page, screens }, use) => {
    await use(async (path, options = {}) => {
      page.setDefaultTimeout(10_000);
      await openScreens(page, screens, path, options);
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
      return page;
    });
  },
});

test('a reason that this version does not know is told by its code, and the text stays within reach', async ({
  open,
}) => {
  const page = await open('/cho-gui', { refused: [refused({ problem: readProblem({ code: 'sync/of-tomorrow' }) })] });
  const card = page.getByRole('article').first();
  await expect(card).toContainText('sync/of-tomorrow');
  await expect(card).toContainText('Họp của ngày mai');
  await expect(card.getByRole('button', { name: vi.sync.export })).toBeEnabled();
});

test('a page that fails says so; what is unsent is still handed out, and another page is one tap away', async ({
  open,
}) => {
  const broken: unknown = { ...refused(), problem: null };
  const page = await open('/cho-gui', { refused: [broken as Refused] });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(vi.broken.title);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: vi.sync.export }).click(),
  ]);
  expect(readFileSync(await download.path(), 'utf8')).toContain('Họp của ngày mai');
  await page.getByRole('link', { name: vi.notFound.home }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Hôm nay');
});
