/** The sync centre on real phones: conflicts side by side, held work, receipts, history, what waits and why. */
import { readFileSync } from 'node:fs';
import { vi } from './pages/words.ts';
import { expect, test, type Phone, type Workspace } from './fixtures.ts';
import { anEvent, changeActivity, expectInList, openActivity, recordActivity } from './pages/activities.ts';
import { enter } from './pages/door.ts';
import { look } from './pages/look.ts';
import { expectAllSent, goTo, sendNow, statusOf } from './pages/shell.ts';
import { choose, conflictOf, conflictsOf, exchangeNow, openHistory, receiptsOf } from './pages/sync-centre.ts';

type PhoneOf = (options?: { readonly url?: string }) => Promise<Phone>;

const TITLE = 'Buổi nói chuyện của hai người';

/** An activity of the Women's Union that both phones hold. */
const twoPhones = async (workspace: Workspace, phone: PhoneOf) => {
  const [officer, union] = [await phone({ url: workspace.server.url }), await phone({ url: workspace.server.url })];
  await enter(officer.page(), workspace.account('officer'));
  await enter(union.page(), workspace.account('recorder'));
  await recordActivity(union.page(), anEvent({ title: TITLE, place: 'Nhà văn hoá cũ', narrative: 'Chép lần đầu' }));
  await sendNow(union.page());
  await sendNow(officer.page());
  await expectInList(officer.page(), TITLE, vi.recordState.sent);
  return { officer, union };
};

const changeOn = async (phone: Phone, typed: Parameters<typeof changeActivity>[1]) => {
  await openActivity(phone.page(), TITLE);
  await changeActivity(phone.page(), typed);
};

test('a field that two people wrote offline is shown with both values, and either can be used or merged', async ({
  workspace,
  phone,
}) => {
  test.setTimeout(240_000);
  const { officer, union } = await twoPhones(workspace, phone);
  const page = officer.page();
  await workspace.server.stop();
  await changeOn(officer, { place: 'Hội trường của công chức', narrative: 'Công chức ghi thêm' });
  await changeOn(union, { place: 'Sân của chi hội', narrative: 'Chi hội ghi thêm' });
  await workspace.server.start();
  await sendNow(officer.page());
  await sendNow(union.page());
  await sendNow(officer.page());

  await test.step('the chip and the record lead to it', async () => {
    await expect(statusOf(page)).toContainText(vi.status.conflicts(2));
    await openActivity(page, TITLE);
    await page.getByRole('link', { name: vi.conflict.mark(2) }).click();
    await expect(conflictsOf(page).getByRole('article')).toHaveCount(2);
  });

  await test.step('both values stand there, with whose they are', async () => {
    const place = conflictOf(page, TITLE, vi.fields.place);
    await expect(place).toContainText('Hội trường của công chức');
    await expect(place).toContainText('Sân của chi hội');
    await expect(place).toContainText(vi.conflict.wrote(vi.conflict.me));
    await look(page, 'conflicts');
  });

  await test.step('mine is used, offline as well, and the way back is offered', async () => {
    await workspace.server.stop();
    await choose(conflictOf(page, TITLE, vi.fields.place), vi.conflict.takeMine);
    await page.getByRole('button', { name: vi.undo, exact: true }).click();
    await expect(conflictOf(page, TITLE, vi.fields.place)).toBeVisible();
    await choose(conflictOf(page, TITLE, vi.fields.place), vi.conflict.takeMine);
  });

  await test.step('the long texts are merged by hand', async () => {
    const card = conflictOf(page, TITLE, vi.fields.narrative);
    await card.getByRole('button', { name: vi.conflict.merge }).click();
    const text = card.getByLabel(vi.conflict.mergeLabel(vi.fields.narrative));
    await expect(text).toHaveValue('Chi hội ghi thêm');
    await card.getByRole('button', { name: vi.conflict.insertOther }).click();
    await expect(text).toHaveValue('Chi hội ghi thêm\nCông chức ghi thêm');
    await choose(card, vi.conflict.mergeSave);
  });

  await workspace.server.start();
  await sendNow(officer.page());
  await sendNow(union.page());
  for (const one of [officer, union]) {
    await openActivity(one.page(), TITLE);
    await expect(one.page().getByRole('main')).toContainText('Hội trường của công chức');
    await expect(one.page().getByRole('main')).toContainText('Công chức ghi thêm');
    await expect(statusOf(one.page())).toContainText(vi.status.allSent);
  }

  await test.step('what was not used is in the history', async () => {
    await openHistory(page);
    await expect(page.getByRole('main')).toContainText('Sân của chi hội');
    await look(page, 'history');
    await workspace.server.stop();
    await page.getByRole('link', { name: vi.back }).click();
    await openHistory(page);
    await expect(page.getByRole('main')).toContainText(vi.history.offline);
    await workspace.server.start();
    await page.getByRole('button', { name: vi.history.again }).click();
    await expect(page.getByRole('main')).toContainText('Sân của chi hội');
  });
});

test('a record that one deleted while the other was editing can be restored with the edit in it', async ({
  workspace,
  phone,
}) => {
  test.setTimeout(120_000);
  const { officer, union } = await twoPhones(workspace, phone);
  await workspace.server.stop();
  await openActivity(officer.page(), TITLE);
  await officer.page().getByRole('button', { name: vi.delete, exact: true }).click();
  await changeOn(union, { place: 'Nơi vừa sửa' });
  await workspace.server.start();
  await sendNow(officer.page());
  await sendNow(union.page());
  await sendNow(officer.page());

  const card = conflictsOf(officer.page()).getByRole('article');
  await expect(card).toContainText('Nơi vừa sửa');
  await choose(card, vi.conflict.restore);
  await sendNow(officer.page());
  await sendNow(union.page());
  for (const one of [officer, union]) {
    await openActivity(one.page(), TITLE);
    await expect(one.page().getByRole('main')).toContainText('Nơi vừa sửa');
  }
});

test('what was sent by someone who may no longer write is released by the officer', async ({ workspace, phone }) => {
  test.setTimeout(120_000);
  const officer = await phone({ url: workspace.server.url });
  const union = await phone({ url: workspace.server.url });
  const recorder = workspace.account('recorder');
  await enter(officer.page(), workspace.account('officer'));
  await enter(union.page(), recorder);
  await expectAllSent(union.page());
  await workspace.server.stop();
  await recordActivity(union.page(), anEvent({ title: 'Ghi trước khi đổi việc' }));
  workspace.server.admin('set-role', '--sign-in', recorder.signIn, '--role', 'leader');
  await workspace.server.start();
  await exchangeNow(union.page());
  await expect(union.page().getByRole('heading', { name: 'Ghi trước khi đổi việc' })).toBeVisible({ timeout: 30_000 });

  const download = union.page().waitForEvent('download');
  await union.page().getByRole('button', { name: vi.sync.export }).click();
  const file = readFileSync(await (await download).path(), 'utf8');
  expect(file).toContain('Ghi trước khi đổi việc');

  await sendNow(officer.page());
  const card = conflictsOf(officer.page()).getByRole('article');
  await expect(card).toContainText(vi.conflict.heldReasons['rights/forbidden']);
  await card.getByRole('button', { name: vi.conflict.heldShow }).click();
  await expect(card.getByRole('group', { name: vi.conflict.heldSays })).toContainText('Ghi trước khi đổi việc');
  await look(officer.page(), 'held');
  await choose(card, vi.conflict.heldRelease);
  await expectInList(officer.page(), 'Ghi trước khi đổi việc', vi.recordState.sent);
});

test('a sent change has a receipt that the server confirms', async ({ workspace, phone }) => {
  test.setTimeout(120_000);
  const it = await phone({ url: workspace.server.url });
  const page = it.page();
  await enter(page, workspace.account('officer'));
  await expectAllSent(page);
  await recordActivity(page, anEvent({ title: 'Có biên nhận' }));
  await sendNow(page);
  const receipts = receiptsOf(page);
  await expect(receipts).toContainText(vi.receipts.counts(1, 0));
  const code = (await receipts.locator('b').first().textContent()) ?? '';
  expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/u);

  await receipts.getByText(vi.receipts.check).click();
  await receipts.getByLabel(vi.receipts.codeLabel).fill(code.toLowerCase());
  await receipts.getByRole('button', { name: vi.receipts.checkButton }).click();
  await expect(receipts).toContainText(vi.receipts.whole);
  await receipts.getByLabel(vi.receipts.codeLabel).fill('ZZZZ-ZZZZ');
  await receipts.getByRole('button', { name: vi.receipts.checkButton }).click();
  await expect(receipts).toContainText(vi.receipts.unknown);
  await look(page, 'receipts');
});

test('what waits is listed with its weight, and why it waits is said', async ({ workspace, phone }) => {
  test.setTimeout(120_000);
  const it = await phone({ url: workspace.server.url });
  const page = it.page();
  await enter(page, workspace.account('officer'));
  await expectAllSent(page);
  await workspace.server.stop();
  await recordActivity(page, anEvent({ title: 'Chờ mạng', female: '30', male: '12' }));
  await changeActivity(page, { place: 'Nơi sửa lại' });
  await exchangeNow(page);
  const waiting = page.getByRole('region', { name: vi.sync.list }).getByRole('listitem');
  await expect(waiting).toHaveCount(1);
  await expect(waiting).toContainText('Chờ mạng');
  await expect(waiting).toContainText(vi.sync.edits(2));
  await expect(waiting).toContainText(/byte|KB/u);
  await expect(page.getByRole('main')).toContainText(vi.standstill.unreachable.why, { timeout: 20_000 });
  await look(page, 'waiting');

  await test.step('totals say what is only on this phone', async () => {
    await goTo(page, 'today');
    const month = page.getByRole('region', { name: /^Tháng hành động/u });
    await expect(month).toContainText(vi.split.onDevice('1'));
    await expect(month).toContainText(vi.split.onDevice('42'));
    await goTo(page, 'activities');
    await expect(page.getByRole('main')).toContainText(`${vi.activity.splitPeople}: ${vi.split.onDevice('42')}`);
  });
  await workspace.server.start();
  await sendNow(page);
  await goTo(page, 'today');
  await expect(page.getByRole('region', { name: /^Tháng hành động/u })).not.toContainText(vi.split.onDevice('1'));
});

test('a phone whose clock is years wrong is told so, and works on', async ({ workspace, phone }) => {
  test.setTimeout(120_000);
  const it = await phone({ url: workspace.server.url });
  const page = it.page();
  await page.clock.setFixedTime(new Date(Date.now() - 3 * 365.25 * 86_400_000));
  await enter(page, workspace.account('officer'));
  const banner = page.getByText(vi.clock.wrong('behind', vi.clock.years(3)));
  await expect(banner).toBeVisible({ timeout: 20_000 });
  await look(page, 'wrong-clock');
  await recordActivity(page, anEvent({ title: 'Ghi với đồng hồ sai' }));
  await sendNow(page);
  await goTo(page, 'today');
  await page.getByRole('button', { name: vi.close, exact: true }).click();
  await expect(banner).toHaveCount(0);
});
