/** No network at all: a phone's work goes to the server and its answer comes back as files, on another person's phone. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import type { Page } from '@playwright/test';
import { expect, test, type Workspace } from './fixtures.ts';
import { aNewsItem, anEvent, expectInList, recordActivity } from './pages/activities.ts';
import { enter } from './pages/door.ts';
import { look } from './pages/look.ts';
import { expectAllSent, goTo } from './pages/shell.ts';
import { vi } from './pages/words.ts';

const openFiles = async (page: Page): Promise<void> => {
  await goTo(page, 'sync');
  await page.getByRole('link', { name: vi.sync.byFile }).click();
  await expect(page.getByRole('heading', { name: vi.files.title, level: 1 })).toBeVisible();
};

const cardOf = (page: Page, heading: string) =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: heading, exact: true }) });

const choose = async (page: Page, heading: string, label: string, path: string): Promise<void> => {
  await cardOf(page, heading).getByLabel(label).setInputFiles(path);
};

/** What the card offers goes where a person would put it: onto a stick. */
const saveFrom = async (page: Page, heading: string, directory: string): Promise<string> => {
  const coming = page.waitForEvent('download');
  await cardOf(page, heading).getByRole('button', { name: vi.files.save }).click();
  const download = await coming;
  const path = join(directory, download.suggestedFilename());
  await download.saveAs(path);
  return path;
};

const headOf = ({ dataDir }: Workspace): unknown => {
  const file = new SqliteDatabase(join(dataDir, 'so-tay.sqlite'), { readonly: true });
  try {
    return file.prepare("SELECT seq, dig FROM scope_head WHERE scope = 'sample-commune/work'").get();
  } finally {
    file.close();
  }
};

test('work recorded without a network is sent by a file on somebody else’s phone', async ({
  workspace,
  phone,
  scratch,
}) => {
  test.setTimeout(120_000);
  const lan = await phone({ url: workspace.server.url });
  const carrier = await phone({ url: workspace.server.url });
  await enter(lan.page(), workspace.account('officer'));
  await enter(carrier.page(), workspace.account('leader'));
  await expectAllSent(lan.page());
  await lan.context().setOffline(true);

  await recordActivity(lan.page(), aNewsItem({ title: 'Tin ghi trên bản xa' }));
  await recordActivity(
    lan.page(),
    anEvent({ title: 'Họp chi hội ở bản xa', narrative: 'Không ai đọc được dọc đường' }),
  );
  await openFiles(lan.page());
  await expect(lan.page().getByText(vi.files.makeWaiting(2))).toBeVisible();
  await lan.page().getByRole('button', { name: vi.files.makeButton }).click();
  const file = await saveFrom(lan.page(), vi.files.make, scratch);
  expect(file).toMatch(/so-tay-gui-\d{4}-\d{2}-\d{2}\.stbg$/u);
  expect(statSync(file).size).toBeLessThan(4_096);
  expect(readFileSync(file, 'latin1')).not.toMatch(/bản xa|sample|lan/u);

  await openFiles(carrier.page());
  await choose(carrier.page(), vi.files.carry, vi.files.carryButton, file);
  await expect(carrier.page().getByText(vi.files.carried)).toBeVisible();
  const reply = await saveFrom(carrier.page(), vi.files.carry, scratch);

  await choose(lan.page(), vi.files.take, vi.files.takeButton, reply);
  await expect(lan.page().getByText(vi.files.acknowledged(2, 2))).toBeVisible();
  await expectInList(lan.page(), 'Tin ghi trên bản xa', vi.recordState.sent);
  await expectInList(lan.page(), 'Họp chi hội ở bản xa', vi.recordState.sent);

  const head = headOf(workspace);
  await choose(carrier.page(), vi.files.carry, vi.files.carryButton, file);
  await expect(carrier.page().getByText(vi.files.carried)).toBeVisible();
  const console = JSON.parse(workspace.server.admin('deliver', file, '--reply', join(scratch, 'again.stbg'), '--json'));
  expect(console).toMatchObject({ changes: 2 });
  expect(headOf(workspace)).toEqual(head);

  await openFiles(lan.page());
  await choose(lan.page(), vi.files.take, vi.files.takeButton, join(scratch, 'again.stbg'));
  await expect(lan.page().getByText(vi.files.acknowledged(2, 2))).toBeVisible();
  await lan.context().setOffline(false);
  await expectAllSent(lan.page());
  expect(headOf(workspace)).toEqual(head);
  await expectInList(lan.page(), 'Tin ghi trên bản xa', vi.recordState.sent);
});

test('a file that is of no use says why, and what to do', async ({ workspace, phone, scratch }) => {
  test.setTimeout(120_000);
  const lan = await phone({ url: workspace.server.url });
  await enter(lan.page(), workspace.account('officer'));
  await expectAllSent(lan.page());
  await openFiles(lan.page());
  await lan.page().getByRole('button', { name: vi.files.makeButton }).click();
  const file = await saveFrom(lan.page(), vi.files.make, scratch);
  await look(lan.page(), 'files');

  await choose(lan.page(), vi.files.take, vi.files.takeButton, file);
  await expect(cardOf(lan.page(), vi.files.take).getByRole('alert')).toHaveText(vi.files.faults['is-request']);
  await choose(lan.page(), vi.files.carry, vi.files.carryButton, 'package.json');
  await expect(cardOf(lan.page(), vi.files.carry).getByRole('alert')).toHaveText(vi.files.faults['not-ours']);

  await lan.context().setOffline(true);
  await expect(lan.page().getByText(vi.files.carryOffline)).toBeVisible();
  await look(lan.page(), 'files-wrong');
});
