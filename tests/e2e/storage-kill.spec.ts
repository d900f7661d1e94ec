/**
 * The browser is killed at any moment after "Đã lưu trên máy": nothing that was saved is lost, and nothing is there twice.
 * KILLS says how often; a few times in each run, more when asked for.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { aNewsItem, expectInList, recordActivity, typeActivity } from './pages/activities.ts';
import { unlock } from './pages/door.ts';
import { goTo, sendNow, statusOf } from './pages/shell.ts';
import { vi } from './pages/words.ts';
import { expect, test } from './storage.ts';

const kills = Number(process.env['KILLS'] ?? 6);
/** Within the time in which a browser might still be writing. */
const MOMENTS_MS = 250;

/** Every process of the browser that runs on this profile; the directory is this test's own. */
const processesOf = (directory: string): readonly number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8').includes(`--user-data-dir=${directory}`);
      } catch {
        return false;
      }
    });

test(`nothing that was saved is lost when the browser is killed, ${String(kills)} times`, async ({
  office,
  copyOfPhone,
}) => {
  test.setTimeout(30_000 + kills * 20_000);
  const phone = await copyOfPhone();
  await phone.page().goto('/');
  await unlock(phone.page());
  await office.server.stop();
  for (let kill = 1; kill <= kills; kill += 1) {
    const page = phone.page();
    const moment = Math.round(Math.random() * MOMENTS_MS);
    await recordActivity(page, aNewsItem({ title: `Tin thứ ${String(kill)} trước khi tắt ngang` }));
    await page.evaluate(
      (ms) =>
        new Promise((resolve) => {
          setTimeout(resolve, ms);
        }),
      moment,
    );
    const pids = processesOf(phone.directory);
    expect(pids.length).toBeGreaterThan(0);
    const closed = new Promise((resolve) => phone.context().once('close', resolve));
    for (const pid of pids) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // Gone with its parent.
      }
    }
    await closed;
    await phone.reopen();
    await phone.page().goto('/');
    await unlock(phone.page());
    await expect(statusOf(phone.page()), `killed ${String(moment)} ms after`).toContainText(vi.status.waiting(kill));
  }
  await office.server.start();
  await sendNow(phone.page());
  for (let kill = 1; kill <= kills; kill += 1)
    await expectInList(phone.page(), `Tin thứ ${String(kill)} trước`, vi.recordState.sent);
});

test('a page that crashes between two saves keeps the one and opens again to the draft of the other', async ({
  office,
  copyOfPhone,
}) => {
  const phone = await copyOfPhone();
  await phone.page().goto('/');
  await unlock(phone.page());
  await office.server.stop();
  await recordActivity(phone.page(), aNewsItem({ title: 'Tin ghi trước khi trang hỏng' }));
  await goTo(phone.page(), 'record');
  await typeActivity(phone.page(), { place: 'Nơi đang gõ dở' });
  // Typing is stored a moment after the last letter.
  await expect(phone.page().getByText(/Nháp trên máy/)).toBeVisible();

  const crashed = phone.page().waitForEvent('crash');
  // No answer comes from a page that is no more.
  void (await phone.cdp()).send('Page.crash').catch(() => undefined);
  await crashed;
  await phone.close();
  await phone.reopen();
  await phone.page().goto('/hoat-dong/moi');
  await unlock(phone.page());
  await expect(phone.page().getByText(vi.activity.draftBack)).toBeVisible();
  await expect(phone.page().getByLabel(vi.activity.place, { exact: true })).toHaveValue('Nơi đang gõ dở');
  await expect(statusOf(phone.page())).toContainText(vi.status.waiting(1));
  await goTo(phone.page(), 'activities');
  await expectInList(phone.page(), 'Tin ghi trước khi trang hỏng', vi.recordState['on-device']);
});
