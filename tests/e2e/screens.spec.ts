/** Every screen, on a phone and on a desk, light and dark: no violation of accessibility rules, and a picture of each. */
import { vi } from './pages/words.ts';
import { expect, test } from './fixtures.ts';
import { anEvent, aNewsItem, openActivity, recordActivity } from './pages/activities.ts';
import { chooseSecret, enter, expectOpen, signIn } from './pages/door.ts';
import { look } from './pages/look.ts';
import { SMALL, WIDE } from '#tests/support/profile.ts';
import { expectAllSent, goTo } from './pages/shell.ts';

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
  await page.getByRole('main').locator('a.card[href^="/chi-tieu/"]').first().click();
  await look(page, 'measure');
  await goTo(page, 'plans');
  await look(page, 'plans');
  await page
    .getByRole('main')
    .getByRole('link', { name: /Đồng Tuyển năm 2024/ })
    .first()
    .click();
  await look(page, 'plan');
  await page.locator('details#tasks').evaluate((fold) => fold.setAttribute('open', ''));
  await page.locator('#tasks a[href*="/nhiem-vu/"]').first().click();
  await look(page, 'task');
  await goTo(page, 'sync');
  await look(page, 'sync');
  await goTo(page, 'more');
  await look(page, 'more');
});

test('forms, empty and wrong', async ({ workspace, phone }) => {
  test.setTimeout(240_000);
  const { page } = await phone({ url: workspace.server.url });
  await enter(page(), workspace.account('officer'));
  await expectAllSent(page());

  await goTo(page(), 'record');
  await page().getByRole('button', { name: vi.activity.submit, exact: true }).click();
  await expect(page().getByRole('alert')).toBeVisible();
  await look(page(), 'record-errors');

  // A tablet that is turned has room for the list beside: the form stays where it is, with the hand in it.
  const place = page().getByLabel(vi.activity.place, { exact: true });
  await place.click();
  await page().setViewportSize(WIDE);
  await expect(page().locator('.beside > .list')).toBeVisible();
  await expect(place).toBeFocused();
  await page().setViewportSize(SMALL);
  await expect(page().locator('.beside > .list')).toBeHidden();
  await expect(place).toBeFocused();

  await recordActivity(page(), anEvent({ title: 'Buổi nói chuyện mẫu' }));
  await page().getByRole('link', { name: vi.edit, exact: true }).click();
  await expect(page().getByRole('heading', { name: vi.activity.editTitle })).toBeVisible();
  await look(page(), 'edit');
  await page().locator('a.back').click();

  await goTo(page(), 'measures');
  await page().getByRole('main').locator('a.card[href^="/chi-tieu/"]').first().click();
  await page().getByRole('button', { name: vi.measure.enter }).click();
  await page().getByRole('button', { name: vi.save, exact: true }).click();
  await expect(page().getByRole('alert')).toBeVisible();
  await look(page(), 'reading-errors');

  await page().getByRole('button', { name: vi.ribbon.change }).click();
  await look(page(), 'sample-day');
});
