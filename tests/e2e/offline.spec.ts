/** The server gone, the tab closed, the phone started again: everything opens and everything can be recorded. */
import { vi } from './pages/words.ts';
import { expect, test } from './fixtures.ts';
import { aNewsItem, expectInList, recordActivity } from './pages/activities.ts';
import { enter, expectOpen, unlock } from './pages/door.ts';
import { expectAllSent, goTo, statusOf } from './pages/shell.ts';

test('a deep link opens after an offline unlock, and the record is there', async ({ workspace, phone }) => {
  const it = await phone({ url: workspace.server.url });
  await enter(it.page(), workspace.account('officer'));
  await expectAllSent(it.page());
  await workspace.server.stop();

  await recordActivity(it.page(), aNewsItem({ title: 'Tin ghi khi mất mạng' }));
  await expectInList(it.page(), 'Tin ghi khi mất mạng', vi.recordState['on-device']);
  await it
    .page()
    .getByRole('link', { name: /Tin ghi khi mất mạng/ })
    .first()
    .click();
  await expect(it.page().getByRole('heading', { name: 'Tin ghi khi mất mạng' })).toBeVisible();
  const deepLink = new URL(it.page().url()).pathname;
  expect(deepLink).toMatch(/^\/hoat-dong\/[\w-]{8,}$/);

  await it.close();
  await it.reopen();
  await it.page().goto(deepLink);
  await unlock(it.page());
  await expect(it.page().getByRole('heading', { name: 'Tin ghi khi mất mạng' })).toBeVisible();
  await expect(it.page()).toHaveURL((url) => url.pathname === deepLink);

  await workspace.server.start();
  await expectAllSent(it.page());
  await expectInList(it.page(), 'Tin ghi khi mất mạng', vi.recordState.sent);
});

test('every screen opens without a server after a restart', async ({ workspace, phone }) => {
  const it = await phone({ url: workspace.server.url });
  await enter(it.page(), workspace.account('officer'));
  await expectAllSent(it.page());
  await workspace.server.stop();
  await it.close();
  await it.reopen();
  await it.context().setOffline(true);
  await it.page().goto('/');
  await unlock(it.page());
  await expect(statusOf(it.page())).toContainText(vi.status.offline);
  for (const place of ['activities', 'record', 'measures', 'plans', 'sync', 'more', 'today'] as const) {
    await goTo(it.page(), place);
    await expect(it.page().getByRole('heading', { level: 1 }).first()).toBeVisible();
  }
  await expectOpen(it.page());
});

test('a wrong secret opens nothing, and says so', async ({ workspace, phone }) => {
  const it = await phone({ url: workspace.server.url });
  await enter(it.page(), workspace.account('officer'));
  await workspace.server.stop();
  await it.page().reload();
  await it.page().getByLabel(vi.unlock.secret, { exact: true }).fill('999111');
  await it.page().getByRole('button', { name: vi.unlock.submit, exact: true }).click();
  await expect(it.page().getByRole('alert')).not.toBeEmpty();
  await expect(it.page().locator('main#main')).toHaveCount(0);
});

test('locking hides the workbook at once', async ({ workspace, phone }) => {
  const it = await phone({ url: workspace.server.url });
  await enter(it.page(), workspace.account('officer'));
  await goTo(it.page(), 'more');
  await it.page().getByRole('button', { name: vi.more.lock }).click();
  await expect(it.page().getByRole('heading', { name: vi.unlock.title })).toBeVisible();
  await unlock(it.page());
});
