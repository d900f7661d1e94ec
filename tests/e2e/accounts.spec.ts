/** Accounts as people meet them: an invitation handed over, a phone that is made one's own, and one that is left. */
import type { Page } from '@playwright/test';
import { aNewsItem, recordActivity } from './pages/activities.ts';
import { chooseSecret, enter, expectInstalled, expectOpen, unlock } from './pages/door.ts';
import { expect, test } from './fixtures.ts';
import { look } from './pages/look.ts';
import { expectAllSent, goTo, sendNow } from './pages/shell.ts';
import { vi } from './pages/words.ts';

const NEW_SECRET = '830462';
const PASSWORD = 'bon con trau den';

const titles = {
  '': vi.account.title,
  '/nguoi-dung': vi.account.peopleTitle,
  '/nhat-ky': vi.account.trailTitle,
} as const;

const openAccount = async (page: Page, of: keyof typeof titles = ''): Promise<void> => {
  await goTo(page, 'more');
  await page.locator(`main a[href="/tai-khoan${of}"]`).click();
  await expect(page.getByRole('heading', { level: 1, name: titles[of] })).toBeVisible();
};

test('an administrator hands over a code, and the person comes in with a password that nobody else knows', async ({
  workspace,
  phone,
}) => {
  test.setTimeout(120_000);
  const desk = await phone({ url: workspace.server.url });
  await enter(desk.page(), workspace.account('administrator'));
  await openAccount(desk.page(), '/nguoi-dung');
  await expect(desk.page().getByRole('heading', { level: 2, name: 'Lan Mẫu' })).toBeVisible();
  await look(desk.page(), 'people');

  await desk.page().getByRole('button', { name: vi.account.add }).click();
  await desk.page().getByRole('button', { name: vi.account.addButton }).click();
  await expect(desk.page().getByRole('alert').getByRole('link')).toHaveCount(2);
  await desk.page().getByLabel(vi.account.name, { exact: true }).fill('Cúc Mẫu');
  await desk.page().getByLabel(vi.account.role, { exact: true }).selectOption({ label: vi.roles.recorder });
  await desk.page().getByLabel(vi.account.newSignIn, { exact: true }).fill('cuc.mau');
  await desk.page().getByRole('button', { name: vi.account.addButton }).click();
  const card = desk.page().getByRole('region', { name: vi.account.codeTitle('Cúc Mẫu') });
  await expect(card).toBeVisible();
  const code = (await card.locator('.secret').textContent()) ?? '';
  expect(code).toMatch(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/u);
  await look(desk.page(), 'people-code');

  const hers = await phone({ url: workspace.server.url });
  await hers.page().goto('/');
  await hers.page().getByRole('button', { name: vi.signIn.invited }).click();
  await look(hers.page(), 'invitation');
  await hers.page().getByLabel(vi.signIn.name, { exact: true }).fill('cuc.mau');
  await hers.page().getByLabel(vi.account.invitationCode, { exact: true }).fill(code.toLowerCase());
  await hers.page().getByLabel(vi.account.passwordNew, { exact: true }).fill('123456');
  await hers.page().getByRole('button', { name: vi.account.invitationSubmit }).click();
  // Said at the password; the code is not spent by it, and nothing typed is gone.
  await expect(hers.page().locator('#invitation-password-error')).toBeVisible({ timeout: 20_000 });
  await hers.page().getByLabel(vi.account.passwordNew, { exact: true }).fill(PASSWORD);
  await hers.page().getByRole('button', { name: vi.account.invitationSubmit }).click();
  await chooseSecret(hers.page());
  await expectOpen(hers.page());
  await expectAllSent(hers.page());
  await goTo(hers.page(), 'more');
  await expect(hers.page().getByText('Cúc Mẫu')).toBeVisible();

  await openAccount(desk.page(), '/nhat-ky');
  const trail = desk.page().getByRole('list', { name: vi.account.trailTitle });
  await expect(trail.getByRole('listitem').filter({ hasText: vi.account.deeds['accept-invitation'] })).toContainText(
    'Cúc Mẫu',
  );
  await look(desk.page(), 'trail');
});

test('on a phone of one’s own the secret is changed offline; it is left only when nothing is unsent', async ({
  workspace,
  phone,
}) => {
  test.setTimeout(120_000);
  const it = await phone({ url: workspace.server.url });
  const page = it.page();
  await enter(page, workspace.account('officer'));
  await expectAllSent(page);
  await openAccount(page);
  await expect(page.getByText(vi.account.here, { exact: true })).toBeVisible();
  await look(page, 'account');
  await workspace.server.stop();

  await page.getByLabel(vi.account.secretNow, { exact: true }).fill('999999');
  await page.getByLabel(vi.account.secretNew, { exact: true }).fill(NEW_SECRET);
  await page.getByRole('button', { name: vi.account.secretChange }).click();
  await expect(page.locator('#secret-now-error')).toBeVisible({ timeout: 20_000 });
  await page.getByLabel(vi.account.secretNow, { exact: true }).fill('274915');
  await page.getByRole('button', { name: vi.account.secretChange }).click();
  await expect(page.getByText(vi.account.secretChanged)).toBeVisible({ timeout: 20_000 });

  await recordActivity(page, aNewsItem({ title: 'Tin chưa gửi khi trả máy' }));
  await openAccount(page);
  await page.getByRole('button', { name: vi.account.leave }).click();
  await page.getByRole('button', { name: vi.account.leaveSure }).click();
  await expect(page.getByText(/Còn 1 thay đổi trên máy chưa gửi/u)).toBeVisible();

  await page.reload();
  await unlock(page, NEW_SECRET);
  await workspace.server.start();
  await sendNow(page);
  await openAccount(page);
  await page.getByRole('button', { name: vi.account.leave }).click();
  await page.getByRole('button', { name: vi.account.leaveSure }).click();
  await expect(page.getByRole('heading', { level: 1, name: vi.signIn.title })).toBeVisible({ timeout: 20_000 });
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: vi.signIn.title })).toBeVisible();
  await expectInstalled(page);
  const databases = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
  expect(databases.filter((name) => /^so-tay-\w{8}$/u.test(name ?? ''))).toEqual([]);
});
