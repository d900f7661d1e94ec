/**
 * No byte of what a person wrote lies unsealed on the phone's disk. A search that finds nothing proves nothing by
 * itself, so the same search runs over a build that seals nothing, and must find.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { freePort } from '#tests/support/free-port.ts';
import { searchProfile } from '#tests/support/profile-search.ts';
import { createServerProcess } from '#tests/support/server-process.ts';
import { expect, test, type Phone } from './fixtures.ts';
import { anEvent, recordActivity } from './pages/activities.ts';
import { enter } from './pages/door.ts';
import { goTo, sendNow } from './pages/shell.ts';

/** Words that stand nowhere else, one for each field where text is kept, and a draft that is never saved. */
const planted = {
  title: 'Gieohatzqx tiêuđề',
  place: 'Gieohatzqx nơichốn',
  narrative: 'Gieohatzqx diễnbiến',
};
const draft = 'Gieohatzqx nhápdở';
const tokens = [...Object.values(planted), draft, 'gieohatzqx'];

const plant = async (phone: Phone): Promise<void> => {
  const page = phone.page();
  await recordActivity(page, anEvent(planted));
  await goTo(page, 'record');
  await page.getByLabel('Nơi', { exact: true }).fill(draft);
  await expect(page.getByText(/Nháp trên máy/)).toBeVisible();
  await goTo(page, 'sync');
  await phone.close();
};

test('a search of the whole profile finds nothing that was written', async ({ workspace, phone }) => {
  const it = await phone({ url: workspace.server.url });
  await enter(it.page(), workspace.account('officer'));
  await recordActivity(it.page(), anEvent({ ...planted, title: `${planted.title} đã gửi` }));
  await sendNow(it.page());
  await workspace.server.stop();
  await plant(it);
  // What is unsent stands there a second time, outside the database.
  const rows = searchProfile(join(it.directory, 'Default', 'File System'), ['"sealed":{"nonce":"']);
  expect(rows.found.length, 'the lifeboat is on the disk').toBeGreaterThan(0);
  const report = searchProfile(it.directory, tokens);
  expect(report.files).toBeGreaterThan(20);
  expect(report.bytes).toBeGreaterThan(100_000);
  expect(report.found).toEqual([]);
});

test('the same search finds every one of them where nothing is sealed', async ({ workspace, scratch, phone }) => {
  test.setTimeout(180_000);
  const distDir = join(scratch, 'dist-plain');
  const built = spawnSync('vite', ['build', '--logLevel', 'warn'], {
    cwd: new URL('../..', import.meta.url).pathname,
    env: { ...process.env, DIST_DIR: distDir, VITE_PLAIN_STORE: 'yes' },
    encoding: 'utf8',
  });
  expect(built.status, built.stderr).toBe(0);
  await workspace.server.stop();
  const port = await freePort();
  const server = createServerProcess({ port, dataDir: workspace.dataDir, distDir });
  await server.start();

  const it = await phone({ url: server.url });
  await enter(it.page(), workspace.account('officer'));
  await plant(it);
  const { found } = searchProfile(it.directory, tokens);
  expect([...new Set(found.map(({ token }) => token))].sort()).toEqual([...tokens].sort());
  await server.stop();
});
