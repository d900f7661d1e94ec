/** The screens over a workbook of plain arrays: what is hard to bring about with a real server, and how each then looks. */
import { readFileSync } from 'node:fs';
import { expect, test as base, type Page } from '@playwright/test';
import { readProblem } from '#domain/read-problem.ts';
import { scopeOf } from '#domain/scope.ts';
import type { Refused } from '#client/state/workbook.ts';
import type { FakeDoorOptions } from '#tests/support/fake-workbook.ts';
import { buildScreens, openScreens } from '#tests/support/screens-build.ts';
import { anEvent, rowOf, typeActivity } from './pages/activities.ts';
import { goTo } from './pages/shell.ts';
import { vi } from './pages/words.ts';

const NOW = Date.UTC(2026, 10, 22, 3, 5);

const refused = (more: Partial<Refused> = {}): Refused => ({
  scope: scopeOf('sample-commune', 'work'),
  n: 7,
  at: NOW,
  problem: { code: 'sync/malformed' },
  changes: [{ table: 'activity', id: 'a', values: { $c: true, title: 'Họp của ngày mai', place: 'Nhà văn hoá' } }],
  ...more,
});

type Open = (path: string, options?: FakeDoorOptions) => Promise<Page>;

const test = base.extend<{ open: Open }, { screens: string }>({
  screens: [
    async ({ browserName }, use) => {
      expect(browserName).toBe('chromium');
      await use(await buildScreens());
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  open: async ({ page, screens }, use) => {
    await use(async (path, options = {}) => {
      page.setDefaultTimeout(10_000);
      await openScreens(page, screens, path, options);
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
      return page;
    });
  },
});

test('a reason that this version does not know is told by its code, and the text stays within reach', async ({
  open,
}) => {
  const page = await open('/cho-gui', { refused: [refused({ problem: readProblem({ code: 'sync/of-tomorrow' }) })] });
  const card = page.getByRole('article').first();
  await expect(card).toContainText('sync/of-tomorrow');
  await expect(card).toContainText('Họp của ngày mai');
  await expect(card.getByRole('button', { name: vi.sync.export })).toBeEnabled();
});

test('a page that fails says so; what is unsent is still handed out, and another page is one tap away', async ({
  open,
}) => {
  const broken: unknown = { ...refused(), problem: null };
  const page = await open('/cho-gui', { refused: [broken as Refused] });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(vi.broken.title);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: vi.sync.export }).click(),
  ]);
  expect(readFileSync(await download.path(), 'utf8')).toContain('Họp của ngày mai');
  await page.getByRole('link', { name: vi.notFound.home }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Hôm nay');
});

const focusedId = (page: Page) => page.evaluate(() => document.activeElement?.id);
const fix = (page: Page) => page.getByRole('link', { name: vi.sync.fix }).click();

test('a refused record opens at the field that was wrong, and says there what is wrong', async ({ open }) => {
  const changes = [{ table: 'activity', id: 'sample-activity-12', values: { cost: -5, female: 12 } }] as const;
  const problem = { code: 'sync/bad-value', field: 'cost', problem: { code: 'field/not-a-count' } } as const;
  const page = await open('/cho-gui', { refused: [refused({ changes, problem })] });
  await fix(page);
  await expect(page.getByLabel(vi.activity.cost, { exact: true })).toBeFocused();
  await expect(page.getByLabel(vi.activity.cost, { exact: true })).toHaveAccessibleDescription(/số nguyên/u);
});

test('a refused reading opens at the figure that was wrong', async ({ open }) => {
  const id = 'parent.measure.002.6.2~sample-commune~sample-agency-commune~2024';
  const changes = [{ table: 'reading', id, values: { $c: true, numerator: 9, denominator: 4 } }] as const;
  const problem = {
    code: 'sync/bad-value',
    field: 'numerator',
    problem: { code: 'reading/numerator-exceeds-denominator' },
  } as const;
  const page = await open('/cho-gui', { refused: [refused({ changes, problem })] });
  await fix(page);
  await expect.poll(() => focusedId(page)).toBe('reading-numerator');
});

test('a refused record whose wrong field no form shows opens at the reason', async ({ open }) => {
  const changes = [{ table: 'activity', id: 'sample-activity-12', values: { female: 12 } }] as const;
  const page = await open('/cho-gui', {
    refused: [refused({ changes, problem: { code: 'sync/unknown-field', field: 'mood' } })],
  });
  await fix(page);
  await expect.poll(() => focusedId(page)).toBe('activity-refused');
});

test('a form saved twice, because the first save was slow, records one activity', async ({ open }) => {
  const page = await open('/');
  await page.evaluate(() => {
    const workbook = window.fakeDoor?.workbook();
    if (workbook === undefined) throw new Error('no workbook');
    const { save } = workbook;
    let times = 0;
    Object.assign(workbook, {
      save: async (...given: Parameters<typeof save>) => {
        times += 1;
        const saved = await save(...given);
        return times === 1 ? { ok: false, problem: { code: 'store/slow' } } : saved;
      },
    });
  });
  await goTo(page, 'record');
  await typeActivity(page, anEvent({ title: 'Buổi họp lưu hai lần' }));
  const submit = page.getByRole('button', { name: vi.activity.submit, exact: true });
  await submit.click();
  await expect(page.getByRole('alert')).toContainText(/lâu quá/u);
  await submit.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Buổi họp lưu hai lần' })).toBeVisible();
  await goTo(page, 'activities');
  await expect(rowOf(page, 'Buổi họp lưu hai lần')).toHaveCount(1);
});

/** What an exchange does to the workbook: everything that is shown is made anew. */
const exchangeHappens = (page: Page) =>
  page.evaluate(async () => {
    const workbook = window.fakeDoor?.workbook();
    await workbook?.save([{ table: 'activity', id: 'from-elsewhere', values: { $c: true, title: 'Từ máy khác' } }]);
  });

test('what a person has open on a refused record stays open while something arrives', async ({ open }) => {
  const page = await open('/cho-gui', { refused: [refused()] });
  const card = page.getByRole('article').filter({ hasText: 'Họp của ngày mai' });
  await card.getByText(vi.sync.refusedWhat).click();
  await card.getByRole('button', { name: vi.sync.drop, exact: true }).click();
  const yes = card.getByRole('button', { name: vi.sync.dropYes });
  await yes.focus();
  await exchangeHappens(page);
  await expect(page.getByText('Từ máy khác')).toBeVisible();
  await expect(yes).toBeFocused();
  await expect(card.locator('details')).toHaveAttribute('open', '');
  await yes.click();
  await expect(card).toHaveCount(0);
  await expect(page.getByRole('main')).toBeFocused();
});

const conflictsOf = (page: Page) => page.getByRole('region', { name: vi.conflict.title });

test('a deleted record that somebody has restored since is shown as it stands, and can be kept so', async ({
  open,
}) => {
  const page = await open('/cho-gui', { conflicts: true });
  const card = conflictsOf(page).getByRole('article').filter({ hasText: vi.conflict.deletedLead });
  await expect(card).toContainText(vi.conflict.deletedNow);
  await page.evaluate(async () => {
    const values = {
      $c: true,
      title: 'Họp nhóm thôn 5',
      type: 'session',
      from: '2024-11-19',
      to: '2024-11-19',
      agency: 'sample-agency-commune',
    };
    await window.fakeDoor?.workbook()?.save([{ table: 'activity', id: 'sample-activity-gone', values }]);
  });
  await expect(card).toContainText(vi.conflict.restoredSince);
  await card.getByRole('button', { name: vi.conflict.leaveRestored }).click();
  await expect(card).toHaveCount(0);
  await expect(page.getByRole('heading', { name: vi.conflict.title })).toBeFocused();
  await goTo(page, 'activities');
  await expect(rowOf(page, 'Họp nhóm thôn 5')).toHaveCount(1);
});

test('a record that is gone is let go of for good: no way back is offered that the server would refuse', async ({
  open,
}) => {
  const page = await open('/cho-gui', { conflicts: true });
  await conflictsOf(page).getByRole('button', { name: vi.conflict.orphanDrop }).click();
  await expect(page.getByText(vi.conflict.chosen)).toBeVisible();
  await expect(page.getByRole('button', { name: vi.undo, exact: true })).toHaveCount(0);
});

/** The phone's own list of programs, and what each was given. */
const withSharing = async (page: Page, answer: 'shares' | 'closes' | 'fails' | 'has none') => {
  await page.addInitScript((how) => {
    const given: unknown[] = [];
    const share = (data: ShareData): Promise<void> => {
      given.push({ text: data.text, files: data.files?.map(({ name }) => name) });
      if (how === 'closes') return Promise.reject(new DOMException('closed', 'AbortError'));
      return how === 'fails' ? Promise.reject(new DOMException('no', 'NotAllowedError')) : Promise.resolve();
    };
    const clipboard = { writeText: (text: string) => Promise.resolve(void given.push({ text })) };
    const define = (name: string, value: unknown) =>
      Object.defineProperty(navigator, name, { value, configurable: true });
    if (how === 'has none') Reflect.deleteProperty(Navigator.prototype, 'share');
    else {
      define('share', share);
      define('canShare', () => true);
    }
    define('clipboard', clipboard);
    Object.assign(window, { given });
  }, answer);
  return () => page.evaluate(() => JSON.stringify(Reflect.get(window, 'given')));
};

test('a receipt is shared with its code and its counts', async ({ page, open }) => {
  const given = await withSharing(page, 'shares');
  await open('/cho-gui');
  await page.getByRole('button', { name: vi.receipts.shareOf('ABCD-2345') }).click();
  await expect.poll(given).toContain('ABCD-2345');
  expect(await given()).toContain('12 thay đổi');
});

test('where a phone shares nothing, a receipt is copied', async ({ page, open }) => {
  const given = await withSharing(page, 'has none');
  await open('/cho-gui');
  await page.getByRole('button', { name: vi.receipts.copyOf('ABCD-2345') }).click();
  await expect(page.getByText(vi.copied, { exact: true })).toBeVisible();
  expect(await given()).toContain('ABCD-2345');
});

test('a refused record is copied and shared in words, and who thinks better of sharing has not failed', async ({
  page,
  open,
}) => {
  const given = await withSharing(page, 'closes');
  await open('/cho-gui', { refused: [refused()] });
  const card = page.getByRole('article').filter({ hasText: 'Họp của ngày mai' });
  await card.getByRole('button', { name: vi.sync.copyText }).click();
  await expect(page.getByText(vi.copied, { exact: true })).toBeVisible();
  await card.getByRole('button', { name: vi.sync.share, exact: true }).click();
  await expect.poll(async () => (await given()).split('Nhà văn hoá').length).toBe(3);
  await expect(page.getByText(vi.notCopied)).toHaveCount(0);
});

test('an exchange file is shared under a name that programs take, and where that fails the other way is told', async ({
  page,
  open,
}) => {
  const given = await withSharing(page, 'fails');
  await open('/trao-doi-bang-tep');
  await page.getByRole('button', { name: vi.files.makeButton }).click();
  await page.getByRole('button', { name: vi.files.share, exact: true }).click();
  await expect(page.getByRole('alert')).toHaveText(vi.files.shareFailed);
  expect(await given()).toContain('.stbg.txt');
});

/** What the workbook answers to a reply file. */
const replies = (page: Page, how: 'full' | 'throws') =>
  page.evaluate((kind) => {
    const taken = {
      changes: 2,
      acknowledged: 2,
      received: 0,
      isComplete: false,
      isStale: false,
      problem: { code: 'store/full' },
    };
    const takeReply = () =>
      kind === 'full'
        ? Promise.resolve({ ok: true, value: taken })
        : Promise.reject(new DOMException('', 'QuotaExceededError'));
    const workbook = window.fakeDoor?.workbook();
    const files = workbook?.files;
    if (workbook === undefined || files === undefined) throw new Error('no workbook');
    Object.assign(workbook, { files: async () => ({ ...(await files()), takeReply }) });
  }, how);

for (const how of ['full', 'throws'] as const) {
  test(`a reply that a full phone cannot take says that alone, keeps what was made, and can be tried again (${how})`, async ({
    open,
  }) => {
    const page = await open('/trao-doi-bang-tep');
    await replies(page, how);
    await page.getByRole('button', { name: vi.files.makeButton }).click();
    await expect(page.getByRole('button', { name: vi.files.save })).toBeVisible();
    await page
      .getByLabel(vi.files.takeButton)
      .setInputFiles({ name: 'a.stbg', mimeType: 'text/plain', buffer: Buffer.from('reply') });
    const step = page.getByRole('region', { name: vi.files.take });
    await expect(step.getByRole('alert')).toContainText('Máy đã đầy');
    await expect(step).not.toContainText(vi.files.received(0));
    await expect(step).not.toContainText(vi.files.more);
    await expect(step.getByRole('button', { name: vi.files.takeButton })).toBeVisible();
    await expect(page.getByRole('button', { name: vi.files.save })).toBeVisible();
  });
}

test('a total that has not all arrived says so: in a row of months, and of the people among attendances', async ({
  open,
}) => {
  const page = await open('/');
  await page.evaluate(async () => {
    const values = {
      $c: true,
      title: 'Ra quân',
      type: 'launch',
      from: '2024-11-16',
      to: '2024-11-16',
      agency: 'sample-agency-commune',
      female: 5,
      male: 6,
      attendances: 40,
      'outputs/news-item': 1,
    };
    await window.fakeDoor?.workbook()?.save([{ table: 'activity', id: 'counts-attendances', values }]);
  });
  const month = page.getByRole('region', { name: /^Tháng hành động/u });
  await expect(month).toContainText(/trong [\d.]+ người: .*trên máy/u);
  await goTo(page, 'measures');
  await expect(page.getByText(/^Cộng các kỳ: .*trên máy/u).first()).toBeVisible();
  await expect(page.locator('.months .partly').first()).toBeVisible();
});
