/** Communes that merged: the new one's officer sees what the old ones recorded, by name, and finds any unit of the country. */
import type { Page } from '@playwright/test';
import { vi } from './pages/words.ts';
import { expect, test } from './fixtures.ts';
import { aNewsItem, recordActivity } from './pages/activities.ts';
import { enter } from './pages/door.ts';
import { look } from './pages/look.ts';
import { madeBefore, MERGED, mergeCommunes } from './pages/merged-communes.ts';
import { addProvinceAdministrator } from './pages/province-administrator.ts';
import { expectAllSent, goTo } from './pages/shell.ts';

const QUARTERLY = 'Tin, bài mỗi quý của xã';

const openUnits = async (page: Page): Promise<void> => {
  await goTo(page, 'more');
  await page.getByRole('link', { name: vi.units.title }).click();
  await expect(page.getByRole('heading', { name: vi.units.title, level: 1 })).toBeVisible();
};

const search = async (page: Page, query: string): Promise<void> => {
  await page.getByRole('searchbox', { name: vi.units.search }).fill(query);
};

test('the officer of a merged commune has the three old ones in lists and tallies, each by its name', async ({
  workspace,
  phone,
}) => {
  test.setTimeout(240_000);
  const officer = workspace.account('officer');
  await workspace.server.stop();
  await mergeCommunes(workspace, officer.signIn);
  await workspace.server.start();
  const it = await phone({ url: workspace.server.url });
  const page = it.page();
  await enter(page, officer);
  await expectAllSent(page);
  const main = page.getByRole('main');

  await expect(main.getByText(MERGED)).toBeVisible();
  const campaign = main.locator('section.campaign');
  await expect(campaign.locator('dd').first()).toHaveText('3');
  await look(page, 'today-merged');

  await goTo(page, 'activities');
  for (const { commune, title } of madeBefore)
    await expect(main.getByRole('link').filter({ hasText: title })).toContainText(commune);
  await look(page, 'activities-merged');
  await main.getByText(vi.activity.filters, { exact: true }).click();
  await main.getByLabel(vi.units.filter, { exact: true }).selectOption({ label: 'Xã Hạ Mẫu' });
  await expect(main.getByRole('link').filter({ hasText: 'Tọa đàm ở xã dưới' })).toBeVisible();
  await expect(main.getByRole('link').filter({ hasText: 'Tin truyền thanh ở xã trên' })).toHaveCount(0);
  await main.getByRole('link').filter({ hasText: 'Tọa đàm ở xã dưới' }).click();
  await expect(main.getByText(vi.units.madeIn('Xã Hạ Mẫu'))).toBeVisible();
  await expect(main.getByText(vi.units.keptAsMade)).toBeVisible();
  await expect(main.getByRole('link', { name: vi.edit, exact: true })).toHaveCount(0);
  await look(page, 'activity-merged');

  // What the province asks of a commune the new one answers with all that the old ones did.
  await recordActivity(page, aNewsItem({ title: 'Tin của phường mới', outputs: { tin: '1' } }));
  await goTo(page, 'measures');
  const measure = main.getByRole('link').filter({ hasText: QUARTERLY });
  await expect(measure.locator('.big')).toHaveText(/^4\b/u);
  await look(page, 'measures-merged');
  await measure.click();
  for (const { commune, title } of madeBefore)
    await expect(main.getByRole('link', { name: `${title} (${commune})` })).toBeVisible();
});

test('any unit is found as it is typed, and tells its names, its place and what it carries on', async ({
  workspace,
  phone,
}) => {
  test.setTimeout(240_000);
  const officer = workspace.account('officer');
  await workspace.server.stop();
  await mergeCommunes(workspace, officer.signIn);
  await workspace.server.start();
  const it = await phone({ url: workspace.server.url });
  const page = it.page();
  await enter(page, officer);
  await expectAllSent(page);
  const main = page.getByRole('main');
  await openUnits(page);
  await expect(main.getByText(vi.units.source('Danh mục mẫu', '01/11/2024', 61))).toBeVisible();
  await look(page, 'units');

  await search(page, 'ban lau');
  await expect(main.getByRole('link').filter({ hasText: 'Phường Bản Lầu Mẫu' })).toContainText('Lào Cai');
  await search(page, '901');
  await expect(main.getByRole('link').filter({ hasText: 'Phường Bản Lầu Mẫu' })).toBeVisible();
  await search(page, 'không có đâu');
  await expect(main.getByText(vi.units.notFound('không có đâu'))).toBeVisible();
  await search(page, 'dong tuyen');
  await expect(main.getByRole('link').filter({ hasText: 'Xã Đồng Tuyển' })).toContainText(
    `${vi.units.endedOn('17/11/2024')} · ${vi.units.nowIn(MERGED)}`,
  );
  await look(page, 'units-search');
  await main.getByRole('link').filter({ hasText: 'Xã Đồng Tuyển' }).click();
  await expect(page.getByRole('heading', { name: 'Xã Đồng Tuyển', level: 1 })).toBeVisible();
  await expect(main.getByText(vi.units.endedNote)).toBeVisible();
  await look(page, 'unit-ended');

  await main.getByRole('region', { name: vi.units.carriedOnBy, exact: true }).getByRole('link').click();
  await expect(page.getByRole('heading', { name: MERGED, level: 1 })).toBeVisible();
  const carried = main.getByRole('region', { name: vi.units.carriesOn, exact: true });
  await expect(carried.getByRole('link')).toHaveCount(3);
  await expect(carried.getByRole('link').filter({ hasText: 'Xã Hạ Mẫu' })).toContainText('từ 18/11/2024');
  await look(page, 'unit-merged');

  // Without a server all of it is still there.
  await workspace.server.stop();
  await openUnits(page);
  await search(page, 'xã hạ');
  await main.getByRole('link').filter({ hasText: 'Xã Hạ Mẫu' }).click();
  await expect(main.getByRole('row').filter({ hasText: 'đến hết 31/12/2023' })).toBeVisible();
});

test('an administrator takes a list over and lets two communes merge, and sees before what follows', async ({
  workspace,
  phone,
}) => {
  test.setTimeout(120_000);
  await workspace.server.stop();
  const administrator = await addProvinceAdministrator(workspace);
  await workspace.server.start();
  const it = await phone({ url: workspace.server.url });
  const page = it.page();
  await enter(page, administrator);
  await openUnits(page);
  const main = page.getByRole('main');
  await main.getByRole('link', { name: vi.unitAdmin.title }).click();
  await expect(page.getByRole('heading', { name: vi.unitAdmin.title, level: 1 })).toBeVisible();

  const imports = main.getByRole('region', { name: vi.unitAdmin.list.title });
  const choose = (name: string, text: string) =>
    imports
      .locator('input[type="file"]')
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text, 'utf-8') });
  const lookAhead = () => imports.getByRole('button', { name: vi.unitAdmin.preview });
  await lookAhead().click();
  await expect(imports.getByText(vi.unitAdmin.list.noFile)).toBeVisible();
  await imports.getByLabel(vi.unitAdmin.list.source, { exact: true }).fill('Danh mục mẫu');
  await imports.getByLabel(vi.unitAdmin.list.dated, { exact: true }).fill('01/11/2024');
  await choose('xa.csv', 'mã,tên\n9001,Xã Một Mẫu\n90002,Hai Mẫu\n');
  await lookAhead().click();
  await expect(imports.getByText(vi.unitAdmin.list.faults(2))).toBeVisible();
  await expect(imports.getByText(`Dòng 2: ${vi.unitAdmin.list.fault.code} (9001)`)).toBeVisible();
  await look(page, 'unit-admin-faults');
  await choose('xa.csv', 'mã,tên\n90001,Xã Một Mẫu\n90002,Xã Hai Mẫu\n');
  await expect(imports.getByText(vi.unitAdmin.list.faults(2))).toHaveCount(0);
  await lookAhead().click();
  await expect(imports.getByRole('region', { name: vi.unitAdmin.list.would })).toContainText('2 đơn vị');
  await imports.getByRole('button', { name: vi.unitAdmin.list.submit(2, 0) }).click();
  await expect(imports.getByRole('region', { name: vi.unitAdmin.list.done })).toBeVisible();

  const merger = main.getByRole('region', { name: vi.unitAdmin.merger.title });
  const words = vi.unitAdmin.picker;
  for (const name of ['Xã Một Mẫu', 'Xã Hai Mẫu']) {
    await merger.getByLabel(words.search(vi.unitAdmin.merger.units)).fill(name);
    // What was imported a moment ago comes down with the next exchange.
    await merger.getByRole('button', { name: words.choose(name) }).click({ timeout: 30_000 });
    await expect(merger.getByRole('button', { name: words.remove(name) })).toBeVisible();
  }
  await merger.getByLabel(vi.unitAdmin.merger.name, { exact: true }).fill('Phường Mẫu Mới');
  await merger.getByLabel(vi.unitAdmin.merger.kind, { exact: true }).selectOption('phường');
  await merger.getByLabel(vi.unitAdmin.merger.from, { exact: true }).fill('18/11/2024');
  await merger.getByRole('button', { name: vi.unitAdmin.preview }).click();
  const follows = merger.getByRole('region', { name: vi.unitAdmin.merger.would });
  await expect(follows).toContainText(vi.unitAdmin.merger.ends('Xã Một Mẫu, Xã Hai Mẫu', '17/11/2024'));
  await look(page, 'unit-admin-merger');
  await follows.getByRole('button', { name: vi.unitAdmin.merger.submit(2) }).click();
  await merger.getByRole('link', { name: vi.unitAdmin.merger.open }).click({ timeout: 30_000 });
  await expect(page.getByRole('heading', { name: 'Phường Mẫu Mới', level: 1 })).toBeVisible({ timeout: 30_000 });
  const carried = main.getByRole('region', { name: vi.units.carriesOn, exact: true });
  await expect(carried.getByRole('link')).toHaveCount(2);
});
