/**
 * A database that is lost is an incident, never a first run: it is said, nothing more is written into a new one, what is
 * unsent comes back from outside the database, and the server is told.
 */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { aNewsItem, expectInList, recordActivity } from './pages/activities.ts';
import { enter, expectOpen, unlock } from './pages/door.ts';
import { look } from './pages/look.ts';
import { exportCopy, expectLost, goOnAs, openCopy, restoreFile } from './pages/recovery.ts';
import { sendNow } from './pages/shell.ts';
import { vi } from './pages/words.ts';
import { clearStorage, damageLog, damageManifest, expect, test, type Office, type StoragePhone } from './storage.ts';

const incidents = (office: Office): readonly unknown[] => {
  const database = new Database(join(office.dataDir, 'so-tay.sqlite'), { readonly: true });
  const rows = database.prepare("select what, object from audit where what like 'data-%' order by at").all();
  database.close();
  return rows;
};

/** Unlocked, without a server, with one record that is nowhere else. */
const withUnsentWork = async (phone: StoragePhone, office: Office, title: string): Promise<void> => {
  await phone.page().goto('/');
  await unlock(phone.page());
  await office.server.stop();
  await recordActivity(phone.page(), aNewsItem({ title }));
  // The second writing comes after the save, and nobody waits for it but this test.
  await expect
    .poll(() =>
      phone.page().evaluate(async () => {
        const root = await navigator.storage.getDirectory();
        const folder = await root.getDirectoryHandle('so-tay-lifeboat');
        const names: string[] = [];
        for await (const name of folder.keys()) names.push(name);
        return names.length;
      }),
    )
    .toBe(2);
};

test('what is cleared while the workbook is open is noticed at once, and comes back from the lifeboat', async ({
  office,
  copyOfPhone,
}) => {
  const phone = await copyOfPhone();
  await withUnsentWork(phone, office, 'Tin ghi trước khi bị xoá');
  await clearStorage(phone, office.url, 'indexeddb');
  const page = phone.page();
  await expectLost(page);
  await expect(page.getByRole('alert')).toContainText(vi.recovery.unsent(1));
  await expect(page.getByRole('alert')).toContainText(vi.recovery.copiesLeft(1));

  // It stays an incident after a reload, and a wrong code opens nothing.
  await page.reload();
  await expectLost(page);
  await openCopy(page, '999111');
  await expect(page.getByText(/Mã mở khoá không đúng/u)).toBeVisible();
  await openCopy(page);
  await expect(page.getByText(vi.recovery.aboard(1))).toBeVisible();

  await office.server.start();
  const before = incidents(office).length;
  await goOnAs(page, office.officer);
  await sendNow(page);
  await expectInList(page, 'Tin ghi trước khi bị xoá', vi.recordState.sent);
  await expect
    .poll(() => incidents(office).slice(before))
    .toEqual([{ what: 'data-cleared', object: expect.stringMatching(/^at \d+, unsent 1$/u) }]);
});

/** How many files stand beside the database. */
const filesBeside = async (): Promise<number> => {
  let files = 0;
  for await (const folder of (await navigator.storage.getDirectory()).values()) {
    if (!(folder instanceof FileSystemDirectoryHandle)) continue;
    for await (const _name of folder.keys()) files += 1;
  }
  return files;
};

test('when everything is cleared at once, the open page still holds what was unsent', async ({
  office,
  copyOfPhone,
}) => {
  const phone = await copyOfPhone();
  await withUnsentWork(phone, office, 'Tin chỉ còn trong thẻ');
  await office.server.start();
  await clearStorage(phone, office.url, 'all');
  const page = phone.page();
  await expectLost(page);
  await expect(page.getByRole('button', { name: vi.recovery.exportFile })).toBeVisible();
  // The browser may still have been clearing when it was first written down.
  await expect.poll(() => page.evaluate(filesBeside), { timeout: 15_000 }).toBeGreaterThan(1);
  await page.reload();
  await expectLost(page);
  await openCopy(page);
  await expect(page.getByText(vi.recovery.aboard(1))).toBeVisible();
  await goOnAs(page, office.officer);
  await sendNow(page);
  await expectInList(page, 'Tin chỉ còn trong thẻ', vi.recordState.sent);
});

test('what is cleared while the phone is closed, or deleted by another tab, is no first run', async ({
  office,
  copyOfPhone,
}) => {
  const phone = await copyOfPhone();
  await clearStorage(phone, office.url, 'indexeddb');
  await phone.page().goto('/');
  await expectLost(phone.page());
  await look(phone.page(), 'lost');
  await goOnAs(phone.page(), office.officer);

  const other = await phone.context().newPage();
  await other.goto('/favicon.svg');
  await other.evaluate(async () => {
    for (const { name = '' } of await indexedDB.databases()) indexedDB.deleteDatabase(name);
  });
  await expectLost(phone.page());
});

for (const { file, damage } of [
  { file: 'the manifest', damage: damageManifest },
  { file: 'the log', damage: damageLog },
]) {
  test(`damage to ${file} on disk is told as such, and a file carries the unsent work to another phone`, async ({
    office,
    copyOfPhone,
    freshPhone,
  }) => {
    const phone = await copyOfPhone();
    const title = `Tin trước khi hỏng ${file}`;
    await withUnsentWork(phone, office, title);
    await phone.close();
    damage(phone.directory);
    await phone.reopen();
    await office.server.start();
    await phone.page().goto('/');
    await expectLost(phone.page());
    await expect(phone.page().getByRole('alert')).toContainText('bị hỏng');
    const path = await exportCopy(phone.page());

    const fresh = await freshPhone();
    await enter(fresh.page(), office.officer);
    await restoreFile(fresh.page(), path);
    await expect(fresh.page().getByText(vi.recovery.restored(1, 0))).toBeVisible();
    await restoreFile(fresh.page(), path);
    await expect(fresh.page().getByText(vi.recovery.restored(0, 1))).toBeVisible();
    await sendNow(fresh.page());
    await expectInList(fresh.page(), title, vi.recordState.sent);
    await expectOpen(fresh.page());
  });
}
