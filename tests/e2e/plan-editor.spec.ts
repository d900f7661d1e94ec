/** Plans are written on a phone without a network: from nothing, and from what is there. */
import { dongTuyen2024 } from '#catalogue/plans/dong-tuyen-2024.ts';
import type { SampleAccount } from '#tests/support/server-process.ts';
import { WIDE } from '#tests/support/profile.ts';
import { expect, test, type Workspace } from './fixtures.ts';
import { enter } from './pages/door.ts';
import { look } from './pages/look.ts';
import {
  addRecord,
  expectEditing,
  fillRecord,
  openNewPlan,
  partOf,
  saveRecord,
  startFromNothing,
} from './pages/plan-editor.ts';
import { expectAllSent, goTo, sendNow } from './pages/shell.ts';
import { vi } from './pages/words.ts';

const words = vi.planEdit;
const TITLE = 'Kế hoạch bình đẳng giới xã Mẫu năm 2024';

test('a plan is written from nothing without a network, and is on the server afterwards', async ({
  workspace,
  phone,
}) => {
  test.setTimeout(120_000);
  const it = await phone({ url: workspace.server.url });
  const page = it.page();
  await enter(page, workspace.account('officer'));
  await expectAllSent(page);
  await workspace.server.stop();

  await startFromNothing(page, TITLE);
  const main = page.getByRole('main');
  await expect(main).toContainText(words.faults['number-blank']);

  await addRecord(page, 'basis', { [words.labels.number]: '28/NQ-CP', [words.labels.date]: 'ngày tháng 3 năm 2021' });
  await expect(partOf(page, 'basis')).toContainText('03/2021');

  await addRecord(page, 'objective', { [words.labels.number]: '1', [words.labels['objective.title']]: 'Mục tiêu mẫu' });
  await addRecord(
    page,
    'indicator',
    { [words.labels.text]: 'Tin, bài trên loa truyền thanh' },
    page.locator('details').filter({ hasText: '1. Mục tiêu mẫu' }).last(),
  );
  await expect(main).toContainText(words.faults['no-measure']);
  await addRecord(page, 'measure', {
    [words.labels['measure.title']]: 'Số tin, bài mỗi quý',
    [words.labels['measure.kind']]: words.choices.measureKinds.count,
    [words.labels.unit]: 'tin, bài',
  });
  await addRecord(page, 'target', { [words.labels.awaits]: words.choices.awaits.above });
  await expect(main).toContainText(words.faults['target-awaited']);

  await addRecord(page, 'task', { [words.labels.section]: 'II.2.đ', [words.labels.text]: 'Phát thanh hằng tháng' });
  await addRecord(page, 'rule', {
    [words.labels['rule.from']]: 'UBND xã',
    [words.labels['rule.to']]: 'UBND tỉnh',
    [words.labels.monthDay]: '10/11',
  });
  await addRecord(page, 'campaign', {
    [words.labels['campaign.name']]: 'Tháng hành động',
    [words.labels['campaign.from']]: '15/11',
    [words.labels['campaign.to']]: '15/12',
  });

  // The target that the level above had yet to give.
  await main.getByRole('link', { name: words.choices.awaits.above }).click();
  await fillRecord(page, { [words.labels.awaits]: words.notSaid, [words.labels.value]: '4' });
  await saveRecord(page);
  await expectEditing(page);
  await expect(main).not.toContainText(words.faults['target-awaited']);
  await expect(main.getByRole('link', { name: /≥ 4 tin, bài/ })).toBeVisible();

  await workspace.server.start();
  await sendNow(page);
  const second = await phone({ url: workspace.server.url, viewport: WIDE });
  await enter(second.page(), workspace.account('recorder'));
  await expectAllSent(second.page());
  await goTo(second.page(), 'plans');
  await second
    .page()
    .getByRole('link', { name: new RegExp(TITLE) })
    .click();
  await expect(second.page().getByRole('main')).toContainText('Phát thanh hằng tháng');
  await expect(second.page().getByRole('link', { name: words.edit })).toHaveCount(0);
});

test('what is wrong is told all at once beside its field, and nothing typed is lost', async ({ workspace, phone }) => {
  test.setTimeout(180_000);
  const it = await phone({ url: workspace.server.url });
  const page = it.page();
  await enter(page, workspace.account('officer'));
  await expectAllSent(page);
  await openNewPlan(page);
  await look(page, 'plan-new');
  await page.getByRole('link', { name: words.fromNothingButton }).click();
  await fillRecord(page, {
    [words.labels.to]: '31/02/2024',
    [words.labels.date]: 'hôm qua',
    [words.labels['plan.number']]: '/KH-UBND',
  });
  await saveRecord(page);
  const summary = page.getByRole('alert');
  await expect(summary.getByRole('link')).toHaveCount(3);
  await expect(summary).toContainText(words.labels['plan.title']);
  await expect(page.getByLabel(words.labels.date, { exact: true })).toHaveValue('hôm qua');
  await expect(page.getByLabel(words.labels.to, { exact: true })).toHaveValue('31/02/2024');
  await expect(page.getByText(/^Nháp trên máy/)).toBeVisible();
  await look(page, 'plan-form-errors');

  // The page goes away; the form comes back as it was typed.
  await page.locator('a.back').click();
  await page.getByRole('link', { name: words.fromNothingButton }).click();
  await expect(page.getByText(vi.activity.draftBack)).toBeVisible();
  await expect(page.getByLabel(words.labels.date, { exact: true })).toHaveValue('hôm qua');
  await fillRecord(page, {
    [words.labels['plan.title']]: TITLE,
    [words.labels.to]: '31/12/2024',
    [words.labels.date]: '',
  });
  await saveRecord(page);
  await expectEditing(page);

  await partOf(page, 'rule')
    .getByRole('link', { name: words.add(vi.tables.rule) })
    .click();
  await fillRecord(page, { [words.labels.monthDay]: '31/02' });
  await saveRecord(page);
  await expect(page.getByRole('alert').getByRole('link')).toHaveCount(3);
  await page.getByRole('alert').getByRole('link').last().click();
  await expect(page.getByLabel(words.labels.monthDay, { exact: true })).toBeFocused();
});

test('a ready-made plan is copied whole, changed, put in another order and thinned out, with the way back', async ({
  workspace,
  phone,
}) => {
  test.setTimeout(240_000);
  const it = await phone({ url: workspace.server.url });
  const page = it.page();
  await enter(page, workspace.account('officer'));
  await expectAllSent(page);
  await workspace.server.stop();

  await openNewPlan(page);
  await page.getByRole('button', { name: new RegExp(`^${words.useReady}.*xã Đồng Tuyển`) }).click();
  await expectEditing(page);
  await look(page, 'plan-edit');
  const tasks = partOf(page, 'task');
  await tasks.locator('summary').first().click();
  await expect(tasks.locator('li a.row')).toHaveCount(dongTuyen2024.tasks.length);

  const [first, second] = dongTuyen2024.tasks;
  await tasks.getByRole('button', { name: words.order }).click();
  await tasks.getByRole('button', { name: words.move.down(first?.text ?? '') }).click();
  await expect(tasks.locator('li').first()).toContainText(second?.text ?? '');
  await expect(tasks.getByRole('button', { name: words.move.down(first?.text ?? '') })).toBeFocused();
  await tasks.getByRole('button', { name: words.order }).click();

  await tasks.locator('li a.row').first().click();
  await expect(page.getByLabel(words.labels.text, { exact: true })).toHaveValue(second?.text ?? '');
  await look(page, 'plan-task-form');
  await page.getByRole('button', { name: vi.delete, exact: true }).click();
  await expectEditing(page);
  await expect(page.getByRole('main')).not.toContainText(second?.text ?? '');
  await page.getByRole('button', { name: vi.undo, exact: true }).click();
  await expect(page.getByText(words.restored)).toBeVisible();
  await expect(page.getByRole('main')).toContainText(second?.text ?? '');

  await workspace.server.start();
  await sendNow(page);
});

test("this year's plan comes from last year's, a year later and without its number; the old one stays", async ({
  workspace,
  phone,
}) => {
  test.setTimeout(120_000);
  const it = await phone({ url: workspace.server.url, viewport: WIDE });
  const page = it.page();
  await enter(page, workspace.account('officer'));
  await expectAllSent(page);
  await workspace.server.stop();

  await openNewPlan(page);
  await page.getByRole('button', { name: words.copyForYear(2025) }).click();
  await expectEditing(page);
  const main = page.getByRole('main');
  await expect(main).toContainText('xã Đồng Tuyển năm 2025');
  await expect(main).toContainText(words.faults['number-blank']);
  await expect(main).toContainText(words.faults['date-blank']);
  await partOf(page, 'task').locator('summary').first().click();
  await expect(partOf(page, 'task').locator('li a.row')).toHaveCount(dongTuyen2024.tasks.length);

  await page.locator('a.back').first().click();
  await expect(main).toContainText('01/01/2025 – 31/12/2025');
  await goTo(page, 'plans');
  await expect(page.getByRole('link', { name: /xã Đồng Tuyển năm 2024/ }).first()).toBeVisible();
  await expect(page.getByRole('link', { name: /xã Đồng Tuyển năm 2025/ }).first()).toBeVisible();
});

/** A person of the province, whom the sample does not have. */
const inProvince = (workspace: Workspace, role: 'supervisor' | 'leader'): SampleAccount => {
  const options = ['--unit', 'sample-province', '--agency', 'sample-agency-province', '--role', role, '--json'];
  const name = role === 'leader' ? 'Lãnh Mẫu' : 'Tỉnh Mẫu';
  const printed = workspace.server.admin('add-person', ...options, '--name', name, '--sign-in', `${role}.tinh`);
  const account: { readonly password: string } = JSON.parse(printed);
  return {
    role,
    unit: 'Lào Cai',
    agency: 'UBND tỉnh Lào Cai',
    name,
    signIn: `${role}.tinh`,
    password: account.password,
  };
};

test('a province issues its plan; the commune reads it, links to it, and gets the amended version', async ({
  workspace,
  phone,
}) => {
  test.setTimeout(230_000);
  const [writer, leader, commune] = [
    await phone({ url: workspace.server.url, viewport: WIDE }),
    await phone({ url: workspace.server.url }),
    await phone({ url: workspace.server.url }),
  ];
  const PROVINCE = 'Kế hoạch bình đẳng giới tỉnh Mẫu';
  await enter(writer.page(), inProvince(workspace, 'supervisor'));
  await expectAllSent(writer.page());
  await startFromNothing(writer.page(), PROVINCE);
  await addRecord(writer.page(), 'indicator', { [words.labels.text]: 'Chỉ tiêu của tỉnh' });
  await sendNow(writer.page());

  const leading = leader.page();
  await enter(leading, inProvince(workspace, 'leader'));
  await expectAllSent(leading);
  await goTo(leading, 'plans');
  await leading.getByRole('link', { name: new RegExp(PROVINCE) }).click();
  await expect(leading.getByRole('link', { name: words.edit, exact: true })).toHaveCount(0);
  await leading.getByRole('link', { name: words.issue, exact: true }).click();
  await expect(leading.getByRole('heading', { name: words.issueTitle, level: 1 })).toBeVisible();
  await leading.getByLabel(words.labels.date, { exact: true }).fill('mai');
  await leading.getByRole('button', { name: words.issueButton }).click();
  await expect(leading.getByRole('alert')).toContainText(words.labels.date);
  await look(leading, 'plan-issue');
  await leading.getByLabel(words.labels.date, { exact: true }).fill('ngày tháng 11 năm 2024');
  await leading.getByRole('button', { name: words.issueButton }).click();
  await expect(leading.getByText(words.issued)).toBeVisible();
  await sendNow(leading);

  const reading = commune.page();
  await enter(reading, workspace.account('officer'));
  await expectAllSent(reading);
  await goTo(reading, 'plans');
  await reading.getByRole('link', { name: new RegExp(PROVINCE) }).click();
  const main = reading.getByRole('main');
  await expect(main).toContainText('Chỉ tiêu của tỉnh');
  await expect(main).toContainText('ngày tháng 11 năm 2024');
  await expect(main).toContainText(vi.plan.readOnly);
  await expect(reading.getByRole('link', { name: words.edit, exact: true })).toHaveCount(0);
  await look(reading, 'plan-from-above');

  // The commune's own indicator serves the province's.
  await startFromNothing(reading, TITLE);
  await partOf(reading, 'objective')
    .getByRole('link', { name: words.add(vi.tables.indicator), exact: true })
    .click();
  await fillRecord(reading, { [words.labels.text]: 'Chỉ tiêu của xã' });
  await reading.locator('summary').filter({ hasText: words.more }).click();
  await reading.getByRole('checkbox', { name: 'Chỉ tiêu của tỉnh' }).check();
  await saveRecord(reading);
  await expectEditing(reading);

  // Amended: the number that came meanwhile, and what changes.
  await goTo(leading, 'plans');
  await leading.getByRole('link', { name: new RegExp(PROVINCE) }).click();
  await leading.getByRole('link', { name: words.issue, exact: true }).click();
  await expect(leading.getByRole('main')).toContainText(words.issueVersion(2));
  await leading.getByRole('button', { name: words.issueButton }).click();
  await expect(leading.getByRole('alert')).toContainText(words.issueAmendment);
  await leading.getByLabel(words.labels['plan.number'], { exact: true }).last().fill('82/KH-UBND');
  await leading.getByLabel(words.issueAmendment).fill('Bổ sung số văn bản');
  await leading.getByRole('button', { name: words.issueButton }).click();
  await expect(leading.getByText(words.issued)).toBeVisible();
  await sendNow(leading);

  await sendNow(reading);
  await goTo(reading, 'plans');
  await expect(reading.getByRole('link', { name: new RegExp(PROVINCE) })).toHaveCount(1);
  await reading.getByRole('link', { name: new RegExp(PROVINCE) }).click();
  await expect(main).toContainText('82/KH-UBND');
  await expect(main).toContainText(words.amendmentLine(2, 'Bổ sung số văn bản'));

  // What was issued first can still be read as it stood then.
  await reading.getByRole('link', { name: words.versions, exact: true }).click();
  await reading.getByRole('link', { name: /Bản 1, ban hành/ }).click();
  await expect(main).toContainText(words.isReplaced(1, 2));
  await expect(main).toContainText('Chỉ tiêu của tỉnh');
  await expect(main).toContainText('ngày tháng 11 năm 2024');
  await expect(main).not.toContainText('82/KH-UBND');
  await expect(reading.getByRole('link', { name: words.edit, exact: true })).toHaveCount(0);

  // The link holds in the new version.
  await goTo(reading, 'plans');
  await reading.getByRole('link', { name: new RegExp(TITLE) }).click();
  await reading.getByRole('link', { name: words.edit, exact: true }).click();
  await reading.getByRole('link', { name: /Chỉ tiêu của xã/ }).click();
  await reading.locator('summary').filter({ hasText: words.more }).click();
  await expect(reading.getByRole('checkbox', { name: 'Chỉ tiêu của tỉnh' })).toBeChecked();
});
