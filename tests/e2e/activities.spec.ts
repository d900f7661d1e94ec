/** The log, without a server: recorded, edited, deleted, brought back, listed, filtered and searched without accents. */
import { vi } from './pages/words.ts';
import { expect, test } from './fixtures.ts';
import {
  anEvent,
  aNewsItem,
  changeActivity,
  deleteActivity,
  openActivity,
  recordActivity,
  rowOf,
  typeActivity,
  unfoldFilters,
  undoDelete,
} from './pages/activities.ts';
import { enter, unlock } from './pages/door.ts';
import { expectAllSent, goTo } from './pages/shell.ts';

test('an activity is recorded, edited, deleted and brought back', async ({ workspace, phone }) => {
  const { page } = await phone({ url: workspace.server.url });
  await enter(page(), workspace.account('officer'));
  await expectAllSent(page());
  await workspace.server.stop();
  const main = page().getByRole('main');

  await recordActivity(page(), anEvent({ title: 'Toạ đàm về việc nhà', female: '48', male: '15' }));
  await expect(page().getByRole('heading', { name: 'Toạ đàm về việc nhà' })).toBeVisible();
  await expect(main).toContainText('63');
  await expect(main).toContainText(vi.activity.inCampaign('', '2024').trim());

  await changeActivity(page(), { place: 'Trường tiểu học', male: '1.015' });
  await expect(main).toContainText('Trường tiểu học');
  await expect(main).toContainText('1.063');

  await deleteActivity(page());
  await expect(rowOf(page(), 'Toạ đàm về việc nhà')).toHaveCount(0);
  await undoDelete(page());
  await expect(rowOf(page(), 'Toạ đàm về việc nhà')).toHaveCount(1);
});

test('search needs no accents, and reads place and narrative too', async ({ workspace, phone }) => {
  const { page } = await phone({ url: workspace.server.url });
  await enter(page(), workspace.account('officer'));
  await expectAllSent(page());
  await workspace.server.stop();
  await recordActivity(page(), anEvent({ title: 'Lễ phát động Tháng hành động', day: '15/11/2024' }));
  await recordActivity(page(), anEvent({ title: 'Sinh hoạt chi hội', narrative: 'Nhắc lại lễ phát động đầu tháng' }));
  await recordActivity(page(), aNewsItem({ title: 'Tin về đường dây nóng', day: '02/03/2024' }));
  await goTo(page(), 'activities');
  const search = page().getByRole('searchbox', { name: vi.activity.search });
  const rows = page().getByRole('main').getByRole('listitem');

  await search.fill('le phat dong');
  await expect(rows).toHaveCount(2);
  await expect(rowOf(page(), 'Lễ phát động Tháng hành động')).toBeVisible();
  await search.fill('DUONG day');
  await expect(rows).toHaveCount(1);
  await expect(rowOf(page(), 'Tin về đường dây nóng')).toBeVisible();
  await search.fill('khong co gi');
  await expect(rows).toHaveCount(0);
  await expect(page().getByText(vi.activity.notFound('khong co gi'))).toBeVisible();
});

test('the list stands by month and is filtered by type, campaign and agency', async ({ workspace, phone }) => {
  const { page } = await phone({ url: workspace.server.url });
  await enter(page(), workspace.account('officer'));
  await expectAllSent(page());
  await workspace.server.stop();
  await recordActivity(page(), anEvent({ title: 'Buổi trong tháng hành động', day: '15/11/2024' }));
  await recordActivity(page(), anEvent({ title: 'Buổi một ngày trước', day: '14/11/2024' }));
  await recordActivity(page(), aNewsItem({ title: 'Tin tháng ba', day: '05/03/2024' }));
  await goTo(page(), 'activities');
  await expect(page().getByRole('heading', { name: 'Tháng 11/2024' })).toBeVisible();
  await expect(page().getByRole('heading', { name: 'Tháng 3/2024' })).toBeVisible();

  await unfoldFilters(page());
  const rows = page().getByRole('main').getByRole('listitem');
  await page().getByLabel(vi.activity.filterType).selectOption({ label: 'Phát thanh trên loa' });
  await expect(rows).toHaveCount(1);
  await expect(rowOf(page(), 'Tin tháng ba')).toBeVisible();
  await page().getByRole('button', { name: vi.activity.clearFilters }).click();
  await expect(rows).toHaveCount(3);

  await unfoldFilters(page());
  const campaign = page().getByLabel(vi.activity.filterCampaign);
  await campaign.selectOption({ label: 'Tháng hành động vì bình đẳng giới và phòng chống bạo lực trên cơ sở giới' });
  await expect(rows).toHaveCount(1);
  await expect(rowOf(page(), 'Buổi trong tháng hành động')).toBeVisible();
  await campaign.selectOption('');
  await unfoldFilters(page());
  await page().getByLabel(vi.activity.filterAgency).selectOption({ label: 'Công an xã' });
  await expect(rows).toHaveCount(0);
});

test('a form says everything that is wrong at once, and loses nothing typed', async ({ workspace, phone }) => {
  const { page } = await phone({ url: workspace.server.url });
  await enter(page(), workspace.account('officer'));
  await goTo(page(), 'record');
  await typeActivity(page(), { day: '31/02/2024', place: 'Nhà văn hoá', female: 'nhiều', male: '-3' });
  await page().getByRole('button', { name: vi.activity.submit, exact: true }).click();
  await expect(page().getByText(/^Còn \d+ chỗ cần sửa$/u)).toBeVisible();
  for (const label of [vi.activity.from, vi.activity.female, vi.activity.male]) {
    await expect(page().getByLabel(label, { exact: true })).toHaveAttribute('aria-invalid', 'true');
  }
  await expect(page().getByLabel(vi.activity.female, { exact: true })).toHaveValue('nhiều');
  await expect(page().getByLabel(vi.activity.place, { exact: true })).toHaveValue('Nhà văn hoá');
});

test('a page that was killed while typing opens with the draft', async ({ workspace, phone }) => {
  const it = await phone({ url: workspace.server.url });
  await enter(it.page(), workspace.account('officer'));
  await expectAllSent(it.page());
  await workspace.server.stop();
  await goTo(it.page(), 'record');
  await typeActivity(it.page(), anEvent({ place: 'Chỗ đang gõ dở' }));
  await expect(it.page().getByText(/Nháp trên máy/)).toBeVisible();
  await it.close();
  await it.reopen();
  await it.page().goto('/hoat-dong/moi');
  await unlock(it.page());
  await expect(it.page().getByText(vi.activity.draftBack)).toBeVisible();
  await expect(it.page().getByLabel(vi.activity.place, { exact: true })).toHaveValue('Chỗ đang gõ dở');
});

test('a recorder changes what the own agency leads, and reads the rest', async ({ workspace, phone }) => {
  const officer = await phone({ url: workspace.server.url });
  await enter(officer.page(), workspace.account('officer'));
  await recordActivity(officer.page(), aNewsItem({ title: 'Tin của Uỷ ban' }));
  await expectAllSent(officer.page());
  const union = await phone({ url: workspace.server.url });
  await enter(union.page(), workspace.account('recorder'));
  await openActivity(union.page(), 'Tin của Uỷ ban');
  await expect(union.page().getByText(vi.activity.notYours)).toBeVisible();
  await expect(union.page().getByRole('link', { name: vi.edit, exact: true })).toHaveCount(0);
});

test('a syllable that is still being put together by the keyboard is kept when the field is left', async ({
  workspace,
  phone,
}) => {
  const { page, context } = await phone({ url: workspace.server.url });
  await enter(page(), workspace.account('officer'));
  await expectAllSent(page());
  await workspace.server.stop();
  await goTo(page(), 'record');
  await typeActivity(page(), anEvent({}));

  const keyboard = await context().newCDPSession(page());
  /** Each step replaces what is underlined, as Telex does: "nguo", "ngươ", "người". */
  const compose = async (...steps: readonly string[]) => {
    for (const text of steps)
      await keyboard.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  };
  const place = page().getByLabel(vi.activity.place, { exact: true });
  await place.fill('Nhà ');
  await place.press('End');
  await compose('nguo', 'ngươ', 'người');
  await expect(place).toHaveValue('Nhà người');
  // Into the next field, with the syllable still underlined.
  const female = page().getByLabel(vi.activity.female, { exact: true });
  await female.click();
  await expect(place).toHaveValue('Nhà người');

  await place.click();
  await place.press('End');
  await place.pressSequentially(' cao ');
  await compose('tuo', 'tuô', 'tuổi');
  await page().getByRole('button', { name: vi.activity.submit, exact: true }).click();
  await expect(page()).toHaveURL((url) => /^\/hoat-dong\/(?!moi)[\w-]+$/u.test(url.pathname));
  await expect(page().getByRole('main')).toContainText('Nhà người cao tuổi');
});
