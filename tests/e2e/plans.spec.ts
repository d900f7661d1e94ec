/** The commune's own plan, whole, and the way through it: plan, objective, indicator, target, task and back. */
import { dongTuyen2024 } from '#catalogue/plans/dong-tuyen-2024.ts';
import { vi } from './pages/words.ts';
import { WIDE } from '#tests/support/profile.ts';
import { expect, test, type Phone } from './fixtures.ts';
import { enter } from './pages/door.ts';
import { expectAllSent, goTo } from './pages/shell.ts';

const openOwnPlan = async (phone: Phone): Promise<void> => {
  const page = phone.page();
  await goTo(page, 'plans');
  await page
    .getByRole('main')
    .getByRole('link', { name: /xã Đồng Tuyển năm 2024/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { name: dongTuyen2024.plan.title, level: 1 })).toBeVisible();
};

test('plan 001 is there whole, blanks kept as printed, with no server', async ({ workspace, phone }) => {
  const it = await phone({ url: workspace.server.url, viewport: WIDE });
  await enter(it.page(), workspace.account('officer'));
  await expectAllSent(it.page());
  await workspace.server.stop();
  await openOwnPlan(it);
  const main = it.page().getByRole('main');

  await expect(main).toContainText(vi.plan.blankBoth);
  await expect(main).toContainText(dongTuyen2024.plan.signingOffice ?? '');
  for (const { text } of dongTuyen2024.tasks) await expect(main).toContainText(text);
  for (const { title } of dongTuyen2024.objectives) await expect(main).toContainText(title);
  for (const { subject = '' } of dongTuyen2024.bases) await expect(main).toContainText(subject);
  for (const { name } of dongTuyen2024.campaigns) await expect(main).toContainText(name);
  for (const { printed = '' } of dongTuyen2024.rules) await expect(main).toContainText(printed);
  for (const { text } of dongTuyen2024.recipients) await expect(main).toContainText(text);
});

test('a reader goes from the plan to an indicator, its target, its task, and back', async ({ workspace, phone }) => {
  const it = await phone({ url: workspace.server.url });
  const page = it.page();
  await enter(page, workspace.account('officer'));
  await expectAllSent(page);
  await openOwnPlan(it);
  const planPath = new URL(page.url()).pathname;

  // Plan → measure of an indicator under its objective.
  await page
    .getByRole('main')
    .getByRole('link', { name: /làm công hưởng lương/ })
    .first()
    .click();
  await expect(page).toHaveURL((url) => url.pathname.startsWith('/chi-tieu/'));
  const main = page.getByRole('main');
  await expect(main).toContainText('Tăng tỷ lệ lao động nữ làm công hưởng lương');

  // Measure → its indicator in the plan → the task that serves it.
  await main.getByRole('link', { name: /^Tăng tỷ lệ lao động nữ làm công hưởng lương/ }).click();
  await expect(page).toHaveURL((url) => url.pathname === planPath && url.hash !== '');
  const indicator = page.locator(`[id="${decodeURIComponent(new URL(page.url()).hash.slice(1))}"]`);
  await expect(indicator).toBeInViewport();
  await indicator.getByText(vi.plan.servedBy).click();
  await indicator.getByRole('link', { name: /Hội nghị tư vấn việc làm/ }).click();
  await expect(page).toHaveURL((url) => url.pathname.includes('/nhiem-vu/'));
  await expect(main).toContainText('Hội nghị tư vấn việc làm');

  // Task → the indicator it serves, and back to the plan.
  await expect(main.getByRole('link', { name: /làm công hưởng lương/ }).first()).toBeVisible();
  await main.locator(`a[href^="${planPath}"]`).first().click();
  await expect(page).toHaveURL((url) => url.pathname === planPath);
});

test("the province's plans are there to read", async ({ workspace, phone }) => {
  const it = await phone({ url: workspace.server.url });
  const page = it.page();
  await enter(page, workspace.account('recorder'));
  await expectAllSent(page);
  await goTo(page, 'plans');
  await expect(page.getByRole('main')).toContainText(vi.plan.parents);
});
