/** A link that breaks every few thousand bytes: slower, but everything arrives, once. */
import { join } from 'node:path';
import { cpSync } from 'node:fs';
import { openCutProxy } from '#tests/support/cut-proxy.ts';
import { freePort } from '#tests/support/free-port.ts';
import { createServerProcess } from '#tests/support/server-process.ts';
import { accountOf, expect, test } from './fixtures.ts';
import { anEvent, expectInList, recordActivity } from './pages/activities.ts';
import { chooseSecret, enter, expectInstalled, expectOpen, signIn } from './pages/door.ts';
import { goTo, sendNow, statusOf } from './pages/shell.ts';
import { vi } from './pages/words.ts';

const CUT_AFTER = 6 * 1024;

test('plans arrive and records leave through a link that is cut again and again', async ({
  sample,
  scratch,
  phone,
}) => {
  test.setTimeout(180_000);
  const dataDir = join(scratch, 'data');
  cpSync(sample.dataDir, dataDir, { recursive: true });
  const [target, port] = [await freePort(), await freePort()];
  const publicUrl = `http://localhost:${String(port)}`;
  const server = createServerProcess({ port: target, dataDir, publicUrl });
  await server.start();
  const proxy = await openCutProxy({ port, target });

  // The app itself is installed over a link that holds; then the link turns bad, before the first exchange.
  const { page } = await phone({ url: publicUrl });
  await page().goto('/');
  await expectInstalled(page());
  await signIn(page(), accountOf(sample.accounts, 'officer'));
  proxy.cutAfter(CUT_AFTER);
  await chooseSecret(page());
  await expectOpen(page());
  await goTo(page(), 'plans');
  await expect(
    page()
      .getByRole('main')
      .getByText(/Đồng Tuyển năm 2024/)
      .first(),
  ).toBeVisible({ timeout: 120_000 });
  await expect(statusOf(page())).toContainText(vi.status.allSent, { timeout: 120_000 });
  expect(proxy.cuts()).toBeGreaterThan(5);

  const before = proxy.cuts();
  const narrative = 'Diễn biến dài để một lần gửi không vừa. '.repeat(150);
  for (const n of ['một', 'hai', 'ba']) {
    await recordActivity(page(), anEvent({ title: `Buổi thứ ${n} qua đường kém`, narrative }));
  }
  await sendNow(page());
  expect(proxy.cuts()).toBeGreaterThan(before);

  // Another phone, on a good link: each record is there, once.
  proxy.cutAfter(Number.POSITIVE_INFINITY);
  const other = await phone({ url: publicUrl });
  await enter(other.page(), accountOf(sample.accounts, 'recorder'));
  for (const n of ['một', 'hai', 'ba']) {
    await expectInList(other.page(), `Buổi thứ ${n} qua đường kém`, vi.recordState.sent);
    await expect(other.page().getByRole('link', { name: new RegExp(`Buổi thứ ${n} qua đường kém`) })).toHaveCount(1);
  }
  await proxy.close();
  await server.stop();
});
