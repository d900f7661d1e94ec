/** The year's calendar, its file, the observances, and rules that contradict each other, as the officer has them. */
import { readFileSync } from 'node:fs';
import { WIDE } from '#tests/support/profile.ts';
import { expect, test } from './fixtures.ts';
import { aNewsItem, recordActivity } from './pages/activities.ts';
import { enter } from './pages/door.ts';
import { look } from './pages/look.ts';
import { expectAllSent, goTo } from './pages/shell.ts';
import { vi } from './pages/words.ts';

test('the calendar shows a month by its days and a year as a list, and is walked through by keys', async ({
  workspace,
  phone,
}) => {
  test.setTimeout(120_000);
  const it = await phone({ url: workspace.server.url, viewport: WIDE });
  const page = it.page();
  await enter(page, workspace.account('officer'));
  await expectAllSent(page);
  await recordActivity(page, aNewsItem({ title: 'Tin của ngày hai mươi', day: '20/11/2024' }));
  await goTo(page, 'calendar');
  const main = page.getByRole('main');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(vi.calendar.monthTitle('tháng 11/2024'));

  // Today is chosen; the arrows go on from there, over the end of the month too.
  const today = page.getByRole('button', { name: /^thứ Năm 21\/11\/2024;.* Tháng hành động/ });
  await expect(today).toHaveAttribute('aria-current', 'date');
  await today.press('ArrowLeft');
  await expect(page.getByRole('button', { name: /^thứ Tư 20\/11\/2024/ })).toBeFocused();
  const day = main.getByRole('region', { name: /thứ Tư 20\/11\/2024/ });
  await expect(day).toContainText('Tin của ngày hai mươi');
  await expect(day).toContainText('15/11 – 15/12/2024 · 31 ngày');
  await page.keyboard.press('PageDown');
  await page.keyboard.press('Home');
  await expect(page.getByRole('button', { name: /^thứ Hai 16\/12\/2024/ })).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('button', { name: /^Chủ nhật 15\/12\/2024;.* Tháng hành động/ })).toBeFocused();
  await main.getByRole('link', { name: vi.calendar.toToday }).click();
  await expect(today).toBeVisible();
  await look(page, 'calendar-month');

  await page.getByRole('link', { name: vi.calendar.year, exact: true }).click();
  const december = main.getByRole('region', { name: vi.monthTitle(12, 2024) });
  await expect(december).toContainText('hạn cuối thứ Tư 04/12/2024');
  await expect(main.getByRole('region', { name: vi.monthTitle(11, 2024) })).toContainText('Tháng hành động');
  await look(page, 'calendar-year');
});

test('the calendar file has every deadline with its alarms and the action month with its days', async ({
  workspace,
  phone,
}) => {
  const it = await phone({ url: workspace.server.url });
  const page = it.page();
  await enter(page, workspace.account('officer'));
  await expectAllSent(page);
  await workspace.server.stop();
  await goTo(page, 'calendar');
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: vi.calendarFile.save }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('lich-binh-dang-gioi-2024.ics');
  const file = readFileSync(await download.path(), 'utf8');

  expect(file.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  const lines = file.replaceAll('\r\n ', '').split('\r\n');
  const events = lines.join('\n').split('BEGIN:VEVENT').slice(1);
  const due = events.filter((event) => event.includes('BEGIN:VALARM'));
  // "trước 05/6" twice, "trước 10/11" and "trước 05/12": the days before.
  expect(due.map((event) => /DTSTART;VALUE=DATE:(\d+)/u.exec(event)?.[1])).toEqual([
    '20240604',
    '20240604',
    '20241109',
    '20241204',
  ]);
  const month = events.find((event) => event.includes('DTSTART;VALUE=DATE:20241115'));
  expect(month).toContain('DTEND;VALUE=DATE:20241216');
  expect(month).not.toContain('VALARM');
  const uids = lines.filter((line) => line.startsWith('UID:'));
  expect(new Set(uids).size).toBe(events.length);
});

test('an observance gets its other name, this year’s theme and a checklist that is ticked, without a network', async ({
  workspace,
  phone,
}) => {
  const it = await phone({ url: workspace.server.url });
  const page = it.page();
  await enter(page, workspace.account('officer'));
  await expectAllSent(page);
  await workspace.server.stop();
  await goTo(page, 'calendar');
  await page.getByRole('link', { name: vi.calendar.observancesLink }).click();
  // Only the catalogue knows this one: writing about it makes the unit's own.
  await page.getByRole('link', { name: /Ngày Quốc tế Trẻ em gái/ }).click();
  await expect(page.getByText(vi.observance.unsure)).toBeVisible();
  await page.getByRole('link', { name: vi.observance.editTheme }).click();
  await page.getByRole('textbox', { name: vi.observance.theme(2024) }).fill('Em gái làm chủ tương lai');
  await page.getByLabel(vi.planEdit.labels.aliases).fill('Ngày trẻ em gái');
  await page.getByLabel(vi.planEdit.labels['campaign.to']).fill('31/04');
  await page.getByRole('button', { name: vi.activity.submit, exact: true }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await page.getByLabel(vi.planEdit.labels['campaign.to']).fill('12/10');
  await page.getByRole('button', { name: vi.activity.submit, exact: true }).click();

  const main = page.getByRole('main');
  await expect(main).toContainText('Em gái làm chủ tương lai');
  await expect(main).toContainText('11/10 – 12/10/2024 · 2 ngày');
  await expect(main).toContainText('Ngày trẻ em gái');
  for (const item of ['Treo băng rôn', 'Nói chuyện ở trường']) {
    await page.getByLabel(vi.observance.newItem).fill(item);
    await page.getByRole('button', { name: vi.observance.addItem, exact: true }).click();
    await expect(page.getByRole('checkbox', { name: item })).toBeVisible();
  }
  await page.getByRole('checkbox', { name: 'Treo băng rôn' }).check();
  await expect(main).toContainText(vi.observance.done(1, 2));
  await look(page, 'observance');
  // Another year has the same list, and nothing done of it.
  await page.getByRole('link', { name: vi.observance.next }).click();
  await expect(page.getByRole('heading', { name: vi.observance.theme(2025) })).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'Treo băng rôn' })).not.toBeChecked();
  await workspace.server.start();
  await expectAllSent(page);
});

test('of two contradictory rules the officer chooses one, changes the choice, and the history tells both', async ({
  workspace,
  phone,
}) => {
  const it = await phone({ url: workspace.server.url });
  const page = it.page();
  await enter(page, workspace.account('officer'));
  await expectAllSent(page);
  const words = vi.ahead.contradiction;
  const due = page.getByRole('region', { name: vi.today.due });
  const choice = page.getByRole('group', { name: words.title(vi.ruleKinds.year) });
  await expect(choice.getByRole('radio')).toHaveCount(2);
  await look(page, 'today-contradiction');
  await page.getByRole('button', { name: words.choose }).click();
  await expect(due).toContainText(words.pick);
  await choice.getByRole('radio', { name: /trước 10\/11/ }).check();
  await page.getByLabel(words.reason).fill('Thành phố đã hướng dẫn');
  await page.getByRole('button', { name: words.choose }).click();
  await expect(choice).toHaveCount(0);
  await expect(due).toContainText(vi.ahead.deadline.governs);
  await expect(due).not.toContainText('trước 05/12');

  // On the plan both stand, the one that yields marked.
  await due.getByRole('link').filter({ hasText: 'trước 10/11' }).click();
  const rules = page.locator('#rules');
  await expect(rules).toContainText(words.yields);
  await expect(rules).toContainText(words.reasonWas('Thành phố đã hướng dẫn'));
  await rules.getByRole('button', { name: words.change }).click();
  await rules.getByRole('radio', { name: /trước 05\/12/ }).check();
  await rules.getByLabel(words.reason).fill('Theo Ban của tỉnh');
  await rules.getByRole('button', { name: words.choose }).click();
  await expect(rules).toContainText(words.reasonWas('Theo Ban của tỉnh'));
  await expectAllSent(page);
  await rules.getByRole('link', { name: words.history }).click();
  const main = page.getByRole('main');
  await expect(main).toContainText('trước 10/11 · hạn cuối thứ Bảy 09/11/2024 (Thành phố đã hướng dẫn)');
  await expect(main).toContainText('trước 05/12 · hạn cuối thứ Tư 04/12/2024 (Theo Ban của tỉnh)');

  // Two days before the last one it reminds of it, and is silent for the day once it was put off.
  await goTo(page, 'today');
  await page.getByRole('button', { name: vi.ribbon.change }).click();
  await page.getByLabel(vi.ribbon.field, { exact: true }).fill('02/12/2024');
  await page.getByRole('button', { name: vi.ribbon.submit, exact: true }).click();
  const reminders = page.getByRole('region', { name: vi.ahead.reminder.title });
  const report = reminders.getByRole('listitem').filter({ hasText: 'Báo cáo năm' });
  await expect(report).toContainText(`${vi.ahead.reminder.inDays(2)} · 04/12/2024`);
  await report.getByRole('button').click();
  await expect(report).toHaveCount(0);
});
