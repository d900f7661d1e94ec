/** The registers: written and read without a server, sent when there is one, refused without losing a word. */
import { vi } from './pages/words.ts';
import { expect, test } from './fixtures.ts';
import { enter, unlock } from './pages/door.ts';
import { look } from './pages/look.ts';
import { addRow, changeRow, openRegister, openRow, rowIn, submitRow, typeRow } from './pages/registers.ts';
import { expectAllSent, goTo, sendNow } from './pages/shell.ts';

const fields = vi.fields;
const { labels } = vi.registers;
const aClub = {
  [fields.title]: 'CLB Gia đình hạnh phúc thôn 3',
  [fields.kind]: 'Câu lạc bộ',
  [fields.place]: 'Nhà văn hoá thôn 3',
  [fields.founded]: '03/2022',
  [fields.female]: '18',
  [fields.male]: '12',
};

test('a row is made, found without accents, edited, deleted and brought back, all without a server', async ({
  workspace,
  phone,
}) => {
  test.setTimeout(120_000);
  const it = await phone({ url: workspace.server.url });
  await enter(it.page(), workspace.account('officer'));
  await expectAllSent(it.page());
  await workspace.server.stop();
  const main = it.page().getByRole('main');

  await openRegister(it.page(), 'model');
  await expect(main).toContainText(vi.registers.empty.model);
  await addRow(it.page(), 'model', aClub);
  await expect(main).toContainText(vi.recordState['on-device']);
  await expect(main.locator('.facts')).toContainText('30');
  await addRow(it.page(), 'model', {
    [fields.title]: 'Tổ truyền thông cộng đồng bản Mẫu',
    [fields.kind]: 'Tổ truyền thông cộng đồng',
  });

  await openRegister(it.page(), 'model');
  const search = it.page().getByRole('searchbox', { name: vi.registers.search });
  await search.fill('hanh phuc THON');
  await expect(main.getByRole('listitem')).toHaveCount(1);
  // By what a code says, not only by what was typed.
  await search.fill('to truyen thong');
  await expect(rowIn(it.page(), 'bản Mẫu')).toBeVisible();
  await search.fill('khong co');
  await expect(main).toContainText(vi.registers.notFound('khong co'));

  await openRow(it.page(), 'model', 'CLB Gia đình hạnh phúc thôn 3');
  await changeRow(it.page(), { [fields.female]: '20', [fields.meetings]: '4', [fields.countedIn]: '2024' });
  await expect(main.locator('.facts')).toContainText('32');

  await main.getByRole('button', { name: vi.delete, exact: true }).click();
  await expect(it.page().getByText(vi.registers.deleted)).toBeVisible();
  await expect(rowIn(it.page(), 'hạnh phúc')).toHaveCount(0);
  await it.page().getByRole('button', { name: vi.undo, exact: true }).click();
  await expect(rowIn(it.page(), 'hạnh phúc')).toHaveCount(1);

  await it.close();
  await it.reopen();
  await it.page().goto('/so/mo-hinh');
  await unlock(it.page());
  await rowIn(it.page(), 'hạnh phúc').getByRole('link').click();
  await expect(it.page().getByRole('main').locator('.facts')).toContainText('32');

  // An old link to a form whose row is not here opens no form that would write another.
  await it.page().goto('/so/mo-hinh/khong-con/sua');
  await unlock(it.page());
  await expect(it.page().getByRole('heading', { name: vi.registers.gone })).toBeVisible();
});

test('what one phone writes another sees, with who wrote it; each agency keeps its own', async ({
  workspace,
  phone,
}) => {
  test.setTimeout(120_000);
  const officer = await phone({ url: workspace.server.url });
  const union = await phone({ url: workspace.server.url });
  await enter(officer.page(), workspace.account('officer'));
  await enter(union.page(), workspace.account('recorder'));
  await expectAllSent(union.page());
  await addRow(union.page(), 'model', aClub);
  await addRow(officer.page(), 'hotline', {
    [fields.title]: 'Đường dây nóng của xã',
    [fields.phone]: '1800 1769',
    [fields.kind]: 'Của xã',
  });
  await sendNow(union.page());
  await sendNow(officer.page());
  await sendNow(union.page());

  await openRow(officer.page(), 'model', 'CLB Gia đình hạnh phúc thôn 3');
  await expect(officer.page().getByRole('main')).toContainText(vi.recordState.sent);
  await officer.page().getByRole('link', { name: vi.history.link }).click();
  await expect(officer.page().getByRole('heading', { name: 'Hoa Mẫu' })).toBeVisible();
  await expect(officer.page().getByRole('main')).toContainText('Câu lạc bộ');

  const reader = union.page();
  await openRow(reader, 'hotline', 'Đường dây nóng của xã');
  await expect(reader.getByRole('main')).toContainText('1800 1769');
  await expect(reader.getByText(vi.registers.notYours)).toBeVisible();
  await openRegister(reader, 'budget-line');
  await expect(reader.getByText(vi.registers.emptyReader)).toBeVisible();
  await expect(reader.getByRole('link', { name: vi.registers.add, exact: true })).toHaveCount(0);
});

test('a form says everything that is wrong at once, and keeps what was typed, also when the page is killed', async ({
  workspace,
  phone,
}) => {
  test.setTimeout(120_000);
  const it = await phone({ url: workspace.server.url });
  await enter(it.page(), workspace.account('officer'));
  await expectAllSent(it.page());
  await openRegister(it.page(), 'budget-line');
  await it.page().getByRole('link', { name: vi.registers.add, exact: true }).click();
  await typeRow(it.page(), {
    [fields.year]: '24',
    [fields.estimate]: 'năm triệu',
    [fields.appraised]: '4.000.000',
    [fields.approved]: '4.500.000',
    [fields.estimatedOn]: '31/02/2024',
  });
  await submitRow(it.page());
  await expect(it.page().getByText(vi.errorTitle(6))).toBeVisible();
  for (const label of [
    labels['budget-line.title'],
    fields.year,
    fields.fund,
    fields.estimate,
    fields.estimatedOn,
    fields.approved,
  ])
    await expect(it.page().getByLabel(label, { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await expect(it.page().getByLabel(fields.estimate, { exact: true })).toHaveValue('năm triệu');
  await expect(it.page().getByText(/Nháp trên máy/u)).toBeVisible();

  await workspace.server.stop();
  await it.close();
  await it.reopen();
  await it.page().goto('/so/kinh-phi/moi');
  await unlock(it.page());
  await expect(it.page().getByText(vi.activity.draftBack)).toBeVisible();
  await expect(it.page().getByLabel(fields.estimate, { exact: true })).toHaveValue('năm triệu');
  await typeRow(it.page(), {
    [labels['budget-line.title']]: 'In tờ rơi Tháng hành động',
    [fields.year]: '2024',
    [fields.fund]: 'Ngân sách xã',
    [fields.estimate]: '5.000.000',
    [fields.estimatedOn]: '20/02/2024',
    [fields.reason]: 'Bổ sung giữa năm',
  });
  await submitRow(it.page());
  await expect(it.page().getByRole('heading', { name: 'In tờ rơi Tháng hành động' })).toBeVisible();
  await expect(it.page().getByRole('main')).toContainText('4.500.000 đồng');
});

test('a row that the server refuses stands under its name, and is put right in its form', async ({
  workspace,
  phone,
}) => {
  test.setTimeout(120_000);
  const it = await phone({ url: workspace.server.url });
  const recorder = workspace.account('recorder');
  await enter(it.page(), recorder);
  await expectAllSent(it.page());
  await workspace.server.stop();
  await addRow(it.page(), 'difficulty', {
    [fields.difficulty]: 'Thiếu tài liệu tiếng dân tộc',
    [fields.sentTo]: 'UBND xã',
  });
  // Meanwhile the office gave this person a role that writes nothing, and then the old one back.
  workspace.server.admin('set-role', '--sign-in', recorder.signIn, '--role', 'leader');
  await workspace.server.start();
  await goTo(it.page(), 'sync');
  await it.page().getByRole('button', { name: vi.sync.now }).click();
  const main = it.page().getByRole('main');
  await expect(main.getByRole('heading', { name: 'Thiếu tài liệu tiếng dân tộc' })).toBeVisible({ timeout: 30_000 });
  await expect(main).toContainText(vi.tables.difficulty);
  workspace.server.admin('set-role', '--sign-in', recorder.signIn, '--role', 'recorder');
  await it.page().getByRole('button', { name: vi.sync.now }).click();
  await main.getByRole('link', { name: vi.sync.fix, exact: true }).click();
  await expect(it.page().getByLabel(fields.sentTo, { exact: true })).toHaveValue('UBND xã');
});

test('the screens of the registers, empty and full', async ({ workspace, phone }) => {
  test.setTimeout(240_000);
  const it = await phone({ url: workspace.server.url });
  const page = it.page();
  await enter(page, workspace.account('officer'));
  await expectAllSent(page);
  await openRegister(page, 'inspection');
  await look(page, 'register-empty');
  await page.getByRole('link', { name: vi.registers.add, exact: true }).click();
  await submitRow(page);
  await expect(page.getByRole('alert')).toBeVisible();
  await look(page, 'register-errors');

  await addRow(page, 'model', aClub);
  await addRow(page, 'difficulty', {
    [fields.difficulty]: 'Thiếu tài liệu truyền thông bằng tiếng dân tộc cho các thôn vùng cao',
    [fields.sentTo]: 'Phòng LĐTBXH thành phố',
  });
  await addRow(page, 'inspection', {
    [labels['inspection.title']]: 'Kiểm tra việc thực hiện kế hoạch tại thôn 3',
    [fields.kind]: 'Kiểm tra',
    [fields.followUp]: 'Bổ sung bảng tin, danh sách địa chỉ tin cậy',
    [fields.followUpBy]: '30/10/2024',
    [fields.from]: '12/09/2024',
  });
  const line = (title: string, fund: string, amounts: Readonly<Record<string, string>>) =>
    addRow(page, 'budget-line', {
      [labels['budget-line.title']]: title,
      [fields.fund]: fund,
      [fields.year]: '2024',
      ...amounts,
    });
  await line('In tờ rơi, băng rôn Tháng hành động', 'Ngân sách xã', {
    [fields.estimate]: '5.000.000',
    [fields.appraised]: '4.500.000',
    [fields.approved]: '4.500.000',
    [fields.settled]: '4.380.000',
  });
  await line('Giao lưu ngày 20/10', 'Xã hội hóa', { [fields.estimate]: '12.000.000', [fields.approved]: '10.000.000' });

  await goTo(page, 'registers');
  await look(page, 'registers');
  await openRegister(page, 'budget-line');
  await look(page, 'register-budget');
  await page.getByRole('link', { name: /In tờ rơi/u }).click();
  await expect(page.getByRole('heading', { name: /In tờ rơi/u })).toBeVisible();
  await look(page, 'register-budget-line');
  await openRow(page, 'model', 'CLB Gia đình hạnh phúc thôn 3');
  await look(page, 'register-row');
  await page.getByRole('link', { name: vi.edit, exact: true }).click();
  await expect(page.getByRole('heading', { name: vi.registers.editTitle })).toBeVisible();
  await look(page, 'register-form');
  await openRegister(page, 'inspection');
  await look(page, 'register-list');
});
