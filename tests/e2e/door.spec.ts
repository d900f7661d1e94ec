/** The door: a forgotten secret, two people on one phone, and a session that ended meanwhile. */
import { vi } from './pages/words.ts';
import { expect, test } from './fixtures.ts';
import { anEvent, aNewsItem, expectInList, openActivity, recordActivity, rowOf } from './pages/activities.ts';
import { chooseSecret, enter, expectOpen, SECRET, signIn, unlock } from './pages/door.ts';
import { expectAllSent, goTo, sendNow } from './pages/shell.ts';

const NEW_SECRET = '860318';

test('a forgotten secret is replaced after a sign-in, and what was not sent is still there', async ({
  workspace,
  phone,
}) => {
  const { page } = await phone({ url: workspace.server.url });
  const officer = workspace.account('officer');
  await enter(page(), officer);
  await expectAllSent(page());
  await workspace.server.stop();
  await recordActivity(page(), aNewsItem({ title: 'Tin chưa gửi' }));
  await page().reload();
  await workspace.server.start();

  await page().getByRole('button', { name: vi.unlock.forgotten }).click();
  await page().getByLabel(vi.signIn.name, { exact: true }).fill(officer.signIn);
  await page().getByLabel(vi.signIn.password, { exact: true }).fill(officer.password);
  await page().getByRole('button', { name: vi.unlock.recover }).click();
  await chooseSecret(page(), NEW_SECRET);
  await expectOpen(page());
  await openActivity(page(), 'Tin chưa gửi');

  // The old secret opens nothing any more.
  await page().reload();
  await page().getByLabel(vi.unlock.secret, { exact: true }).fill(SECRET);
  await page().getByRole('button', { name: vi.unlock.submit, exact: true }).click();
  await expect(page().getByRole('alert')).not.toBeEmpty();
  await expect(page().locator('main#main')).toHaveCount(0);
  await page().getByLabel(vi.unlock.secret, { exact: true }).fill(NEW_SECRET);
  await page().getByRole('button', { name: vi.unlock.submit, exact: true }).click();
  await expectOpen(page());
});

test('two people share a phone: each opens an own workbook, and work is sent in the name of who did it', async ({
  workspace,
  phone,
}) => {
  const { page } = await phone({ url: workspace.server.url });
  await enter(page(), workspace.account('officer'));
  await expectAllSent(page());
  await workspace.server.stop();
  await recordActivity(page(), aNewsItem({ title: 'Tin của người thứ nhất' }));
  await goTo(page(), 'more');
  await page().getByRole('button', { name: vi.more.other }).click();

  await workspace.server.start();
  await signIn(page(), workspace.account('recorder'));
  await chooseSecret(page(), NEW_SECRET);
  await expectOpen(page());
  await expectAllSent(page());
  await recordActivity(page(), anEvent({ title: 'Buổi của người thứ hai' }));
  await sendNow(page());
  // The first person's work waits for the first person.
  await goTo(page(), 'activities');
  await expect(rowOf(page(), 'Tin của người thứ nhất')).toHaveCount(0);

  await page().reload();
  // Workbooks have numbers, not names: a secret opens its own and no other.
  await page().getByText(vi.unlock.slot(1), { exact: true }).click();
  await page().getByLabel(vi.unlock.secret, { exact: true }).fill(SECRET);
  await page().getByRole('button', { name: vi.unlock.submit, exact: true }).click();
  const open = page().locator('main#main');
  await expect(open.or(page().getByRole('alert').getByText(/\S/))).toBeVisible();
  if ((await open.count()) === 0) {
    await page().getByText(vi.unlock.slot(2), { exact: true }).click();
    await unlock(page(), SECRET);
  }
  await sendNow(page());
  await expectInList(page(), 'Tin của người thứ nhất', vi.recordState.sent);
  await expectInList(page(), 'Buổi của người thứ hai', vi.recordState.sent);
});

test('after a session has ended, one password sends what waited', async ({ workspace, phone }) => {
  const { page } = await phone({ url: workspace.server.url });
  const officer = workspace.account('officer');
  await enter(page(), officer);
  await expectAllSent(page());
  await workspace.server.stop();
  const said = workspace.server.admin('set-password', '--sign-in', officer.signIn);
  const password = /password: (\S+)/u.exec(said)?.[1] ?? '';
  await recordActivity(page(), aNewsItem({ title: 'Tin chờ đăng nhập lại' }));
  await workspace.server.start();

  await goTo(page(), 'sync');
  await page().getByRole('button', { name: vi.sync.now }).click();
  await expect(page().getByRole('heading', { name: vi.sync.renewTitle })).toBeVisible({ timeout: 30_000 });
  await page().getByLabel(vi.signIn.password, { exact: true }).fill(password);
  await page().getByRole('button', { name: vi.sync.renew, exact: true }).click();
  await expect(page().getByText(vi.sync.waitingNone)).toBeVisible({ timeout: 30_000 });
  await expectInList(page(), 'Tin chờ đăng nhập lại', vi.recordState.sent);
});
