/**
 * Figures as an officer gets and enters them: a whole period on one page, by keyboard and by thumb; what is strange needs
 * a reason, what was checked and changed is a draft again; and every figure can be opened. Numbers 1 to 12 of the digest's
 * acceptance list are read from the screen, except 8, whose measures are guarded, and the doctors of 7, whose figures come
 * from above: those are in the domain's tests alone.
 */
import { WIDE } from '#tests/support/profile.ts';
import { vi } from './pages/words.ts';
import { expect, test } from './fixtures.ts';
import { aNewsItem, recordActivity, typeActivity } from './pages/activities.ts';
import { enter, unlock } from './pages/door.ts';
import { look } from './pages/look.ts';
import { cell, choosePeriod, expectGrid, gridRow, openGrid, openMeasure } from './pages/readings.ts';
import { expectAllSent, goTo, moveDay } from './pages/shell.ts';

const { judged } = vi;
const births = { hauGiang: 'parent.measure.000.4.1', quangNinh: 'parent.measure.002.4.1' };

test('a period is entered by keyboard on one page, judged as it is typed: acceptance 5, 6, 7, 9, 10, 11, 12', async ({
  workspace,
  phone,
}) => {
  test.setTimeout(120_000);
  const it = await phone({ url: workspace.server.url, viewport: WIDE });
  const page = it.page();
  await enter(page, workspace.account('officer'));
  await expectAllSent(page);
  // A year in which every milestone but the last has passed.
  await moveDay(page, '20/11/2030');

  const expectRow = async (measure: string, figure: string, state: string) => {
    await expect(gridRow(page, measure)).toContainText(figure);
    await expect(gridRow(page, measure).locator('.chip')).toHaveText(state);
  };
  /** The first by hand, the others reached by Enter alone. */
  const typeRow = async (measure: string, first: string, ...numbers: readonly string[]) => {
    await cell(page, measure, first).focus();
    for (const number of numbers) {
      await page.keyboard.press('Control+A');
      await page.keyboard.type(number);
      await page.keyboard.press('Enter');
    }
  };
  /** An address that names a period; typed anew it locks the workbook. */
  const gridOf = async (period: string) => {
    await page.goto(`/chi-tieu/nhap?ky=${period}`);
    await unlock(page);
    await expectGrid(page);
  };

  await gridOf('2024');
  await typeRow(births.hauGiang, 'numerator', '109', '100');
  await expectRow(births.hauGiang, '109/100', judged.met);
  await typeRow(births.hauGiang, 'numerator', '110', '100');
  await expectRow(births.hauGiang, '110/100', judged['not-met']);
  await typeRow(births.quangNinh, 'numerator', '110', '100');
  await expectRow(births.quangNinh, '110/100', judged.met);

  await typeRow('parent.measure.000.4.2', 'numerator', '2', '10.000');
  await expectRow('parent.measure.000.4.2', '2/10.000', judged['not-met']);
  await typeRow('parent.measure.000.4.2', 'numerator', '19', '100.000');
  await expectRow('parent.measure.000.4.2', '1,9/10.000', judged.met);
  await typeRow('parent.measure.002.4.2', 'numerator', '25', '100.000');
  await expectRow('parent.measure.002.4.2', '25/100.000', judged.met);

  await typeRow('parent.measure.000.2.2', 'numerator', '300', '1.000');
  await expectRow('parent.measure.000.2.2', '30%', judged.met);
  await typeRow('parent.measure.002.1.1', 'numerator', '62', '100');
  await expectRow('parent.measure.002.1.1', '62%', judged.met);
  await typeRow('parent.measure.000.6.2', 'conditions-0', '9', '8', '7', '10');
  await expectRow('parent.measure.000.6.2', '70%', judged['not-met']);
  await typeRow('parent.measure.002.4.3', 'numerator', '20', '1.000');
  await expect(gridRow(page, 'parent.measure.002.4.3')).toContainText(vi.measure.explain.progress('60%'));

  // Arrows go from row to row in the same column, and leave a number only at its end.
  await cell(page, births.hauGiang, 'denominator').focus();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await expect(cell(page, births.hauGiang, 'denominator')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(cell(page, 'parent.measure.000.4.2', 'denominator')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(cell(page, births.hauGiang, 'denominator')).toBeFocused();
  // One row by itself, then all the others.
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(vi.entry.saved(1))).toBeVisible();
  await page.getByRole('button', { name: /^Lưu tất cả \(/u }).click();
  await expect(page.getByRole('button', { name: vi.entry.saveAll(0) })).toBeDisabled();
  await expect(cell(page, births.hauGiang, 'numerator')).toHaveValue('110');

  await gridOf('2025');
  await expect(gridRow(page, births.hauGiang)).toContainText('110 / 100');
  await typeRow('parent.measure.002.2.2', 'numerator', '300', '1.000');
  await expectRow('parent.measure.002.2.2', '30%', judged['not-met']);
  await typeRow('parent.measure.002.5.2a', 'femaleNumerator', '995', '1.000', '997', '1.000');
  await expectRow('parent.measure.002.5.2a', '99,6%', judged['not-met']);
  await choosePeriod(page, '2026');
  await typeRow('parent.measure.002.1.1', 'numerator', '62', '100');
  await expectRow('parent.measure.002.1.1', '62%', judged['not-due']);
  await gridOf('2030');
  await typeRow(births.quangNinh, 'numerator', '110', '100');
  await typeRow('parent.measure.002.4.2', 'numerator', '25', '100.000');
  await expectRow(births.quangNinh, '110/100', judged['not-met']);
  await expectRow('parent.measure.002.4.2', '25/100.000', judged['not-met']);
});

test('by thumb: zero, empty and nothing differ, the split adds up, and a killed page loses nothing', async ({
  workspace,
  phone,
}) => {
  test.setTimeout(120_000);
  const it = await phone({ url: workspace.server.url });
  await enter(it.page(), workspace.account('officer'));
  await expectAllSent(it.page());
  await workspace.server.stop();
  await openGrid(it.page());
  const school = 'parent.measure.002.5.2a';
  const wages = 'parent.measure.000.2.1';
  const row = (measure: string) => gridRow(it.page(), measure);

  await expect(row(births.hauGiang)).toContainText(vi.entry.blank);
  await expect(cell(it.page(), births.hauGiang, 'numerator')).toHaveAttribute('inputmode', 'numeric');
  await row(births.quangNinh).getByText(vi.measure.nothing, { exact: true }).click();
  await expect(row(births.quangNinh)).toContainText(judged['nothing-arose']);
  await expect(cell(it.page(), births.quangNinh, 'numerator')).toHaveCount(0);
  await cell(it.page(), wages, 'numerator').fill('0');
  await cell(it.page(), wages, 'denominator').fill('40');
  await expect(row(wages)).toContainText(vi.measure.figureSoFar('0%'));
  await cell(it.page(), school, 'femaleNumerator').fill('12');
  await cell(it.page(), school, 'femaleDenominator').fill('10');
  await expect(row(school)).toContainText('Số đếm được lớn hơn tổng số');
  await cell(it.page(), school, 'femaleNumerator').fill('1o');
  await expect(it.page().getByText(/Nháp trên máy/u)).toBeVisible();

  await it.close();
  await it.reopen();
  await it.page().goto('/chi-tieu/nhap');
  await unlock(it.page());
  await expectGrid(it.page());
  await expect(it.page().getByText(vi.activity.draftBack)).toBeVisible();
  await expect(cell(it.page(), school, 'femaleNumerator')).toHaveValue('1o');
  await expect(cell(it.page(), wages, 'numerator')).toHaveValue('0');

  // The rows that are right are saved; the other says what it lacks, and keeps what was typed.
  await it
    .page()
    .getByRole('button', { name: vi.entry.saveAll(3) })
    .click();
  await expect(it.page().getByText(vi.entry.saved(2))).toBeVisible();
  await expect(it.page().getByRole('alert')).toContainText(vi.entry.left(1));
  await expect(cell(it.page(), school, 'femaleNumerator')).toHaveAttribute('aria-invalid', 'true');
  await expect(it.page().locator('.toast')).toHaveCount(0, { timeout: 15_000 });
  await look(it.page(), 'entry-grid-errors');

  await cell(it.page(), school, 'femaleNumerator').fill('10');
  await cell(it.page(), school, 'maleNumerator').fill('9');
  await cell(it.page(), school, 'maleDenominator').fill('10');
  await it
    .page()
    .getByRole('button', { name: vi.entry.saveAll(1) })
    .click();
  await expect(it.page().getByRole('button', { name: vi.entry.saveAll(0) })).toBeDisabled();
  await expect(row(births.quangNinh)).toContainText(judged['nothing-arose']);
  await expect(row(school)).toContainText(vi.reading.status.draft);
});

test('a strange figure needs a reason; a checked one that is changed is a draft again, and both can be opened', async ({
  workspace,
  phone,
}) => {
  test.setTimeout(120_000);
  const it = await phone({ url: workspace.server.url });
  const page = it.page();
  await enter(page, workspace.account('officer'));
  await expectAllSent(page);
  await openGrid(page);
  const farming = '001.measure.farming';
  const TITLE = 'Tỷ trọng lao động nữ làm nông nghiệp';
  await choosePeriod(page, '2023');
  await cell(page, farming, 'numerator').fill('400');
  await cell(page, farming, 'denominator').fill('1.000');
  await gridRow(page, farming)
    .getByRole('button', { name: vi.entry.saveRowOf(TITLE) })
    .click();
  await expect(page.getByText(vi.entry.saved(1))).toBeVisible();

  await choosePeriod(page, '2024');
  await expect(gridRow(page, farming)).toContainText('400 / 1.000');
  await gridRow(page, farming)
    .getByRole('button', { name: vi.entry.copyOf(TITLE) })
    .click();
  await expect(cell(page, farming, 'numerator')).toHaveValue('400');
  await cell(page, farming, 'numerator').fill('40');
  const save = gridRow(page, farming).getByRole('button', { name: vi.entry.saveRowOf(TITLE) });
  await save.click();
  await expect(page.getByRole('alert')).toContainText('chênh khoảng 10 lần');
  await cell(page, farming, 'outlier').fill('Nhiều chị đi làm công ty');
  await save.click();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(gridRow(page, farming)).toContainText('giảm');

  // Its own page: the trend, and the check.
  await openMeasure(page, TITLE, vi.sources.contributes);
  const readings = page.getByRole('region', { name: vi.measure.readings });
  const latest = readings.getByRole('listitem').first();
  await expect(latest).toContainText('Nhiều chị đi làm công ty');
  await latest.getByRole('button', { name: new RegExp(`^${vi.reading.check}`, 'u') }).click();
  await expect(latest).toContainText(vi.reading.status.checked);
  await expect(page.getByRole('region', { name: vi.trend.title })).toContainText('giảm 36 điểm %');
  await expect(page.locator('.toast')).toHaveCount(0, { timeout: 15_000 });
  await page.getByRole('heading', { name: vi.trend.title }).scrollIntoViewIfNeeded();
  await look(page, 'measure-trend');
  await latest.getByRole('button', { name: /^Sửa số liệu/u }).click();
  await page.getByLabel('Lao động nữ làm nông nghiệp', { exact: true }).fill('41');
  await expect(page.getByText(vi.reading.backToDraft)).toBeVisible();
  await page.getByRole('button', { name: vi.save, exact: true }).click();
  await expect(latest).toContainText(vi.reading.status.changed);

  // Who said it, and what it rests on.
  await latest
    .getByRole('link', { name: /năm 2024/u })
    .first()
    .click();
  await expect(page.getByRole('heading', { name: vi.whyPage.title, level: 1 })).toBeVisible();
  const main = page.getByRole('main');
  await expect(main).toContainText('41 / 1.000');
  await expect(main).toContainText(vi.whyPage.speaks);
  await expect(main).toContainText('UBND xã Đồng Tuyển');
  await expect(page.locator('.toast')).toHaveCount(0, { timeout: 15_000 });
  await look(page, 'why-read');
});

test('the year’s days and items on the screen: acceptance 1, 2, 3 and 4, and why each month counts what it counts', async ({
  workspace,
  phone,
}) => {
  test.setTimeout(120_000);
  const it = await phone({ url: workspace.server.url });
  const page = it.page();
  await enter(page, workspace.account('officer'));
  await expectAllSent(page);
  const main = page.getByRole('main');
  // 2: the commune asks for its own reports 25 days after it must have handed them up.
  await expect(main).toContainText(vi.ahead.deadline.innerLater('09/11/2024', 25));
  await goTo(page, 'plans');
  await main
    .getByRole('link', { name: /xã Đồng Tuyển năm 2024/u })
    .first()
    .click();
  // 1: "trước" is exclusive.
  await expect(main).toContainText(vi.plan.lastDay('thứ Ba', '04/06/2024'));
  await expect(main).toContainText(vi.plan.lastDay('thứ Bảy', '09/11/2024'));
  await expect(main).toContainText(vi.ahead.deadline.weekendPast);

  // 3: both ends of the action month are inside.
  await goTo(page, 'record');
  const counted = page.getByRole('region', { name: vi.activity.countedInto });
  const ACTION_MONTH = /Tháng hành động/u;
  for (const [day, isIn] of [
    ['14/11/2024', false],
    ['15/11/2024', true],
    ['15/12/2024', true],
    ['16/12/2024', false],
  ] as const) {
    await typeActivity(page, { day });
    if (isIn) await expect(counted).toContainText(ACTION_MONTH);
    else await expect(counted).not.toContainText(ACTION_MONTH);
  }

  // 4, in the first year of the quarterly target: one item each month is enough for the one plan, and one too few in the quarter for the other.
  await moveDay(page, '20/11/2025');
  for (const [month, outputs] of [
    ['01', { tin: '1', 'lượt phát': '3' }],
    ['02', { tin: '1' }],
    ['03', { tin: '1' }],
  ] as const)
    await recordActivity(page, aNewsItem({ title: `Tin tháng ${month}`, day: `10/${month}/2025`, outputs }));

  await openMeasure(page, 'Tin, bài mỗi tháng của xã', vi.sources['own-log']);
  await page.getByRole('link', { name: vi.whyPage.open('tháng 1/2025, 1') }).click();
  await expect(page.getByRole('heading', { name: vi.whyPage.title, level: 1 })).toBeVisible();
  const period = (code: string) => page.locator(`[id="period-${code}"]`);
  for (const month of ['2025-01', '2025-02', '2025-03'])
    await expect(period(month)).toContainText(vi.measure.cadence.states.met);
  await expect(period('2025-04')).toContainText(vi.measure.cadence.states['not-met']);
  // An item that was aired three times is one item.
  await expect(period('2025-01')).toContainText(vi.whyPage.notItems('3 lượt phát'));
  await expect(period('2025-01')).toContainText('Tin, bài mỗi quý của xã (1)');
  await expect(main).toContainText(vi.whyPage.itemRule);
  await look(page, 'why-counted');

  await openMeasure(page, 'Tin, bài mỗi quý của xã', vi.sources['own-log']);
  await page.getByRole('link', { name: vi.whyPage.open('quý I/2025, 3') }).click();
  await expect(period('2025-Q1')).toContainText(vi.measure.cadence.states['not-met']);
  await expect(page.getByRole('region', { name: vi.whyPage.failing })).toContainText(vi.whyPage.missing(1));

  // And four in January alone are enough for the quarter, and leave February and March without any.
  await moveDay(page, '20/04/2026');
  await recordActivity(page, aNewsItem({ title: 'Bốn tin tháng 01', day: '10/01/2026', outputs: { tin: '4' } }));
  await openMeasure(page, 'Tin, bài mỗi quý của xã', vi.sources['own-log']);
  await page.getByRole('link', { name: vi.whyPage.open('quý I/2026, 4') }).click();
  await expect(period('2026-Q1')).toContainText(vi.measure.cadence.states.met);
  await openMeasure(page, 'Tin, bài mỗi tháng của xã', vi.sources['own-log']);
  await page.getByRole('link', { name: vi.whyPage.open('tháng 1/2026, 4') }).click();
  await expect(period('2026-01')).toContainText(vi.measure.cadence.states.met);
  for (const month of ['2026-02', '2026-03'])
    await expect(period(month)).toContainText(vi.measure.cadence.states['not-met']);
});
