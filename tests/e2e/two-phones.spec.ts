/** An officer and a recorder of the Women's Union: both work without a network, and end with the same. */
import { vi } from './pages/words.ts';
import { expect, test } from './fixtures.ts';
import { aNewsItem, anEvent, changeActivity, expectInList, openActivity, recordActivity } from './pages/activities.ts';
import { look } from './pages/look.ts';
import { enter } from './pages/door.ts';
import { expectAllSent, goTo, sendNow } from './pages/shell.ts';

test('what both record offline is on both phones when the server is back', async ({ workspace, phone }) => {
  const officer = await phone({ url: workspace.server.url });
  const union = await phone({ url: workspace.server.url });
  await enter(officer.page(), workspace.account('officer'));
  await enter(union.page(), workspace.account('recorder'));
  await expectAllSent(officer.page());
  await expectAllSent(union.page());
  await workspace.server.stop();

  await recordActivity(officer.page(), aNewsItem({ title: 'Tin của công chức' }));
  await recordActivity(union.page(), anEvent({ title: 'Sinh hoạt của chi hội', female: '32', male: '4' }));
  await expectInList(officer.page(), 'Tin của công chức', vi.recordState['on-device']);
  await expectInList(union.page(), 'Sinh hoạt của chi hội', vi.recordState['on-device']);

  await workspace.server.start();
  await sendNow(officer.page());
  await sendNow(union.page());
  await sendNow(officer.page());
  for (const { page } of [officer, union]) {
    await expectInList(page(), 'Tin của công chức', vi.recordState.sent);
    await expectInList(page(), 'Sinh hoạt của chi hội', vi.recordState.sent);
  }
});

test('edits of different fields of one activity, made offline on both phones, are both kept', async ({
  workspace,
  phone,
}) => {
  const officer = await phone({ url: workspace.server.url });
  const union = await phone({ url: workspace.server.url });
  await enter(officer.page(), workspace.account('officer'));
  await enter(union.page(), workspace.account('recorder'));
  await recordActivity(union.page(), anEvent({ title: 'Buổi nói chuyện chung', place: 'Nhà văn hoá cũ' }));
  await sendNow(union.page());
  await sendNow(officer.page());
  await expectInList(officer.page(), 'Buổi nói chuyện chung', vi.recordState.sent);
  await workspace.server.stop();

  await openActivity(officer.page(), 'Buổi nói chuyện chung');
  await changeActivity(officer.page(), { place: 'Nhà văn hoá mới' });
  await openActivity(union.page(), 'Buổi nói chuyện chung');
  await changeActivity(union.page(), { female: '57' });

  await workspace.server.start();
  await sendNow(officer.page());
  await sendNow(union.page());
  await sendNow(officer.page());
  for (const { page } of [officer, union]) {
    await openActivity(page(), 'Buổi nói chuyện chung');
    await expect(page().getByRole('main')).toContainText('Nhà văn hoá mới');
    await expect(page().getByRole('main')).toContainText('57');
  }
});

test('a refused record stands in Cần sửa with its reason and its text', async ({ workspace, phone }) => {
  test.setTimeout(120_000);
  const union = await phone({ url: workspace.server.url });
  const recorder = workspace.account('recorder');
  await enter(union.page(), recorder);
  await expectAllSent(union.page());
  await workspace.server.stop();
  await recordActivity(union.page(), anEvent({ title: 'Ghi khi đã đổi việc', narrative: 'Nội dung không được mất' }));

  // Meanwhile the office gave this person another role, one that records nothing.
  workspace.server.admin('set-role', '--sign-in', recorder.signIn, '--role', 'leader');
  await workspace.server.start();
  await goTo(union.page(), 'sync');
  await union.page().getByRole('button', { name: vi.sync.now }).click();

  const main = union.page().getByRole('main');
  await expect(main.getByRole('heading', { name: 'Ghi khi đã đổi việc' })).toBeVisible({ timeout: 30_000 });
  await expect(main).toContainText('Nội dung không được mất');
  await expect(main).toContainText(/quyền/);
  await look(union.page(), 'refused');
  await expectInList(union.page(), 'Ghi khi đã đổi việc', vi.recordState['to-fix']);
});
