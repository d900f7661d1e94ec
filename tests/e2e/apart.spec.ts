/** The screens over a workbook of plain arrays: what is hard to bring about with a real server, and how each then looks. */
import { readFileSync } from 'node:fs';
import { expect, test as base, type Page } from '@playwright/test';
import { readProblem } from '#domain/read-problem.ts';
import { scopeOf } from '#domain/scope.ts';
import type { Refused } from '#client/state/workbook.ts';
import type { FakeDoorOptions } from '#tests/support/fake-workbook.ts';
import { buildScreens, openScreens } from '#tests/support/screens-build.ts';
import { anEvent, rowOf, typeActivity } from './pages/activities.ts';
import { goTo } from './pages/shell.ts';
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

const focusedId = (page: Page) => page.evaluate(() => document.activeElement?.id);
const fix = (page: Page) => page.getByRole('link', { name: vi.sync.fix }).click();

test('a refused record opens at the field that was wrong, and says there what is wrong', async ({ open }) => {
  const changes = [{ table: 'activity', id: 'sample-activity-12', values: { cost: -5, female: 12 } }] as const;
  const problem = { code: 'sync/bad-value', field: 'cost', problem: { code: 'field/not-a-count' } } as const;
  const page = await open('/cho-gui', { refused: [refused({ changes, problem })] });
  await fix(page);
  await expect(page.getByLabel(vi.activity.cost, { exact: true })).toBeFocused();
  await expect(page.getByLabel(vi.activity.cost, { exact: true })).toHaveAccessibleDescription(/số nguyên/u);
});

test('a refused reading opens at the figure that was wrong', async ({ open }) => {
  const id = 'parent.measure.002.6.2~sample-commune~sample-agency-commune~2024';
  const changes = [{ table: 'reading', id, values: { $c: true, numerator: 9, denominator: 4 } }] as const;
  const problem = {
    code: 'sync/bad-value',
    field: 'numerator',
    problem: { code: 'reading/numerator-exceeds-denominator' },
  } as const;
  const page = await open('/cho-gui', { refused: [refused({ changes, problem })] });
  await fix(page);
  await expect.poll(() => focusedId(page)).toBe('reading-numerator');
});

test('a refused record whose wrong field no form shows opens at the reason', async ({ open }) => {
  const changes = [{ table: 'activity', id: 'sample-activity-12', values: { female: 12 } }] as const;
  const page = await open('/cho-gui', {
    refused: [refused({ changes, problem: { code: 'sync/unknown-field', field: 'mood' } })],
  });
  await fix(page);
  await expect.poll(() => focusedId(page)).toBe('activity-refused');
});

test('a form saved twice, because the first save was slow, records one activity', async ({ open }) => {
  const page = await open('/');
  await page.evaluate(() => {
    const workbook = window.fakeDoor?.workbook();
    if (workbook === undefined) throw new Error('no workbook');
    const { save } = workbook;
    let times = 0;
    Object.assign(workbook, {
      save: async (...given: Parameters<typeof save>) => {
        times += 1;
        const saved = await save(...given);
        return times === 1 ? { ok: false, problem: { code: 'store/slow' } } : saved;
      },
    });
  });
  await goTo(page, 'record');
  await typeActivity(page, anEvent({ title: 'Buổi họp lưu hai lần' }));
  const submit = page.getByRole('button', { name: vi.activity.submit, exact: true });
  await submit.click();
  await expect(page.getByRole('alert')).toContainText(/lâu quá/u);
  await submit.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Buổi họp lưu hai lần' })).toBeVisible();
  await goTo(page, 'activities');
  await expect(rowOf(page, 'Buổi họp lưu hai lần')).toHaveCount(1);
});
