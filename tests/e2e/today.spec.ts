/** Hôm nay of the sample stands at 21/11/2024: what is due, what is late, which campaign runs, what is not sent yet. */
import { vi } from './pages/words.ts';
import { expect, test } from './fixtures.ts';
import { aNewsItem, recordActivity } from './pages/activities.ts';
import { enter } from './pages/door.ts';
import { openNewPlan, expectEditing } from './pages/plan-editor.ts';
import { expectAllSent, goTo, moveDay } from './pages/shell.ts';

test('today says what is due by its last valid day, what is late, and what to beware of', async ({
  workspace,
  phone,
}) => {
  const { page } = await phone({ url: workspace.server.url });
  await enter(page(), workspace.account('officer'));
  await expect(page().getByRole('heading', { level: 1 })).toHaveText('Hôm nay, thứ Năm 21/11/2024');
  const due = page().getByRole('region', { name: vi.today.due });

  // "trước ngày 05/12": the last day is the 4th.
  const inner = due.getByRole('listitem').filter({ hasText: 'trước 05/12' });
  await expect(inner).toContainText('Hạn cuối thứ Tư 04/12');
  await expect(inner).toContainText('còn 13 ngày');
  await expect(inner).toContainText(vi.ahead.deadline.innerLater('09/11/2024', 25));

  // "trước ngày 10/11": the 9th, a Saturday, and past.
  const outer = due.getByRole('listitem').filter({ hasText: 'trước 10/11' });
  await expect(outer).toContainText('Hạn cuối thứ Bảy 09/11');
  await expect(outer).toContainText(vi.ahead.deadline.overdue(12));
  await expect(outer).toContainText('Hạn rơi vào ngày nghỉ');
});

test('a report due "vào 05/6" is on time on that day, one due "trước 05/6" is late: acceptance 1', async ({
  workspace,
  phone,
}) => {
  const { page } = await phone({ url: workspace.server.url });
  await enter(page(), workspace.account('officer'));
  await expectAllSent(page());
  const due = page().getByRole('region', { name: vi.today.due });
  const report = (printed: string) => due.getByRole('listitem').filter({ hasText: printed }).first();

  await moveDay(page(), '05/06/2024');
  await expect(report('trước 05/06')).toContainText('Hạn cuối thứ Ba 04/06');
  await expect(report('trước 05/06')).toContainText(vi.ahead.deadline.overdue(1));

  // The province's plan of 2021 as the unit's own.
  await moveDay(page(), '05/06/2021');
  await openNewPlan(page());
  await page()
    .getByRole('button', { name: new RegExp(`^${vi.planEdit.useReady}.*năm 2021 trên địa bàn tỉnh`, 'u') })
    .click();
  await expectEditing(page());
  await goTo(page(), 'today');
  await expect(report('vào 05/06')).toContainText('Hạn cuối thứ Bảy 05/06');
  await expect(report('vào 05/06')).toContainText(vi.ahead.deadline.daysLeft(0));
  await expect(report('vào 05/06')).toContainText(vi.ahead.deadline.weekend);
  await expectAllSent(page());
  await moveDay(page(), '06/06/2021');
  await expect(report('vào 05/06')).toContainText(vi.ahead.deadline.overdue(1));
});

test('the action month is in its seventh of 31 days, and counts what is recorded in it', async ({
  workspace,
  phone,
}) => {
  const { page } = await phone({ url: workspace.server.url });
  await enter(page(), workspace.account('officer'));
  const month = page().getByRole('region', { name: /^Tháng hành động .* ngày 7\/31$/ });
  await expect(month).toBeVisible();
  await expect(month).toContainText('15/11 – 15/12/2024');
  await expect(month.getByRole('definition').first()).toHaveText('0');

  await workspace.server.stop();
  await recordActivity(page(), aNewsItem({ title: 'Tin trong tháng', day: '15/11/2024' }));
  await recordActivity(page(), aNewsItem({ title: 'Tin trước tháng', day: '14/11/2024' }));
  await goTo(page(), 'today');
  await expect(month.getByRole('definition').first()).toHaveText('1');

  const unsent = page().getByRole('region', { name: vi.today.unsent });
  await expect(unsent).toContainText(vi.status.waiting(2));
  await workspace.server.start();
  await expectAllSent(page());
  await expect(unsent).toHaveCount(0);
});

test('tasks without an activity are named, and lead to their page', async ({ workspace, phone }) => {
  const { page } = await phone({ url: workspace.server.url });
  await enter(page(), workspace.account('officer'));
  const tasks = page().getByRole('region', { name: vi.today.tasks });
  const link = tasks.locator('a[href*="/nhiem-vu/"]').first();
  await expect(link).toBeVisible();
  await link.click();
  await expect(page().getByRole('main')).toContainText(vi.plan.taskActivities);
});
