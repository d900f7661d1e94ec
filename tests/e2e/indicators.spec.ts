/** Measures: a figure entered is judged at once; measures counted from the log follow every change of it, with no server. */
import type { Page } from '@playwright/test';
import { vi } from './pages/words.ts';
import { expect, test } from './fixtures.ts';
import {
  aNewsItem,
  changeActivity,
  deleteActivity,
  openActivity,
  recordActivity,
  undoDelete,
} from './pages/activities.ts';
import { enter } from './pages/door.ts';
import { expectAllSent, goTo } from './pages/shell.ts';

const MONTHLY = 'Tin, bài mỗi tháng của xã';
const QUARTERLY = 'Tin, bài mỗi quý của xã';

const openMeasure = async (page: Page, title: string, source: string = vi.sources['own-log']): Promise<void> => {
  await goTo(page, 'measures');
  await page
    .getByRole('group', { name: vi.measure.filterLabel })
    .getByText(new RegExp(`^${source} \\d`, 'u'))
    .click();
  await page.getByRole('main').getByRole('link').filter({ hasText: title }).first().click();
  await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
};

/** The line of one month or quarter in the table of a counted measure. */
const periodOf = (page: Page, period: string) => page.getByRole('row').filter({ hasText: period });

/** What a measure says of a period, asked on its own page. */
const expectPeriod = async (page: Page, measure: string, period: string, total: string, state: string) => {
  await openMeasure(page, measure);
  const cells = periodOf(page, period).getByRole('cell');
  // With no server, what is counted is told to be on the phone only.
  await expect(cells.nth(1)).toHaveText(new RegExp(`^${total}(?:\\d+ (?:đã gửi|trên máy|cần sửa).*)?$`, 'u'));
  await expect(cells.nth(2)).toContainText(state);
};

test('one news item that serves several measures leaves every page right, whatever happens to it', async ({
  workspace,
  phone,
}) => {
  test.setTimeout(120_000);
  const it = await phone({ url: workspace.server.url });
  const page = it.page();
  const { states } = vi.measure.cadence;
  await enter(page, workspace.account('officer'));
  await expectAllSent(page);
  await workspace.server.stop();
  await expectPeriod(page, MONTHLY, 'tháng 11/2024', '0', states.running);

  await recordActivity(page, aNewsItem({ title: 'Tin phục vụ nhiều kế hoạch', outputs: { tin: '1' } }));
  for (const name of [MONTHLY, QUARTERLY]) {
    await expect(page.getByRole('main').getByRole('link', { name })).toBeVisible();
  }
  await expectPeriod(page, MONTHLY, 'tháng 11/2024', '1', states.met);
  await expect(periodOf(page, 'tháng 11/2024')).toContainText('Tin phục vụ nhiều kế hoạch');
  await expectPeriod(page, QUARTERLY, 'quý IV/2024', '1', '');

  // Edited: three items in one.
  await openActivity(page, 'Tin phục vụ nhiều kế hoạch');
  await changeActivity(page, { outputs: { tin: '3' } });
  await expectPeriod(page, MONTHLY, 'tháng 11/2024', '3', states.met);
  await expectPeriod(page, QUARTERLY, 'quý IV/2024', '3', '');

  // Moved a month, and out of the quarter.
  await openActivity(page, 'Tin phục vụ nhiều kế hoạch');
  await changeActivity(page, { day: '20/09/2024' });
  await expectPeriod(page, MONTHLY, 'tháng 11/2024', '0', states.running);
  await expectPeriod(page, MONTHLY, 'tháng 9/2024', '3', states.met);
  await expectPeriod(page, QUARTERLY, 'quý III/2024', '3', '');
  await expectPeriod(page, QUARTERLY, 'quý IV/2024', '0', '');

  // Deleted, and brought back.
  await openActivity(page, 'Tin phục vụ nhiều kế hoạch');
  await deleteActivity(page);
  await undoDelete(page);
  await expectPeriod(page, MONTHLY, 'tháng 9/2024', '3', states.met);
  await openActivity(page, 'Tin phục vụ nhiều kế hoạch');
  await deleteActivity(page);
  await expectPeriod(page, MONTHLY, 'tháng 9/2024', '0', states['not-met']);
  await expectPeriod(page, QUARTERLY, 'quý III/2024', '0', '');
});

test('a figure is entered with its parts and judged against the target in force', async ({ workspace, phone }) => {
  const it = await phone({ url: workspace.server.url });
  const page = it.page();
  await enter(page, workspace.account('officer'));
  await expectAllSent(page);
  await workspace.server.stop();

  await openMeasure(page, 'Tỷ số giới tính khi sinh của xã', vi.sources['own-register']);
  await expect(page.getByRole('main')).toContainText(vi.judged['no-figure']);
  await page.getByRole('button', { name: vi.measure.enter }).click();
  await page.getByLabel('Bé trai sinh ra sống', { exact: true }).fill('nhiều');
  await page.getByRole('button', { name: vi.save, exact: true }).click();
  await expect(page.getByLabel('Bé trai sinh ra sống', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Bé trai sinh ra sống', { exact: true })).toHaveValue('nhiều');
  await page.getByLabel('Bé trai sinh ra sống', { exact: true }).fill('109');
  await page.getByLabel('Bé gái sinh ra sống', { exact: true }).fill('100');
  await page.getByLabel(vi.measure.source, { exact: true }).fill('Sổ hộ tịch');
  await page.getByRole('button', { name: vi.save, exact: true }).click();
  await expect(page.getByText(vi.measure.saved)).toBeVisible();
  const readings = page.getByRole('region', { name: vi.measure.readings });
  await expect(readings.getByRole('listitem')).toContainText('109 bé trai/100 bé gái');
  await expect(readings.getByRole('listitem')).toContainText('Sổ hộ tịch');
  await expect(readings.getByRole('listitem')).toContainText(vi.recordState['on-device']);

  // A measure that is done or not is met when it is done.
  await openMeasure(page, 'Đã ban hành văn bản chỉ đạo chỉ tiêu 18.5');
  await page.getByRole('button', { name: vi.measure.enter }).click();
  await page.getByRole('group', { name: vi.measure.done }).getByText(vi.yes, { exact: true }).click();
  await page.getByRole('button', { name: vi.save, exact: true }).click();
  await expect(page.locator('article header')).toContainText(vi.judged.met);

  await workspace.server.start();
  await expectAllSent(page);
});

test('a figure that comes from above cannot be entered here, and says so', async ({ workspace, phone }) => {
  const it = await phone({ url: workspace.server.url });
  const page = it.page();
  await enter(page, workspace.account('officer'));
  await expectAllSent(page);
  await openMeasure(page, 'Tỷ lệ xã, phường, thị trấn đạt nhịp mỗi tháng', vi.sources['from-above']);
  await expect(page.getByRole('main')).toContainText(vi.judged['from-above']);
  await expect(page.getByRole('button', { name: vi.measure.enter })).toHaveCount(0);
});
