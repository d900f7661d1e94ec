/**
 * Storage that falters while someone works: a connection that is lost, a browser that does not answer, a full disk,
 * another tab with another version, a tab that sleeps. What was typed stays, and nothing is called saved that is not.
 */
import type { Page } from '@playwright/test';
import { aNewsItem, expectInList, recordActivity, typeActivity } from './pages/activities.ts';
import { expectOpen, SECRET, unlock } from './pages/door.ts';
import { look } from './pages/look.ts';
import { exportCopy } from './pages/recovery.ts';
import { expectAllSent, expectSaved, goTo, sendNow, statusOf } from './pages/shell.ts';
import { vi } from './pages/words.ts';
import { breakCurrent, expect, test, type StoragePhone } from './storage.ts';

const open = async (phone: StoragePhone): Promise<Page> => {
  await phone.page().goto('/');
  await unlock(phone.page());
  return phone.page();
};

/** How often the next transactions fail, and as what; `only` the connections of that moment, or all that come. */
declare global {
  interface Window {
    failTransactions?: (name: string, times: number, only: 'these' | 'all') => void;
  }
}

const withFailingTransactions = async (phone: StoragePhone): Promise<void> => {
  await phone.context().addInitScript(() => {
    const prototype = IDBDatabase.prototype;
    const real = Object.getOwnPropertyDescriptor(prototype, 'transaction')?.value as IDBDatabase['transaction'];
    const seen = new Set<IDBDatabase>();
    let failing = { name: '', left: 0, only: new Set<IDBDatabase>() as Set<IDBDatabase> | undefined };
    window.failTransactions = (name, times, only) => {
      failing = { name, left: times, only: only === 'these' ? new Set(seen) : undefined };
    };
    prototype.transaction = function (...args) {
      seen.add(this);
      if (failing.left > 0 && (failing.only === undefined || failing.only.has(this))) {
        failing.left -= 1;
        throw new DOMException('Connection to Indexed Database server lost', failing.name);
      }
      return real.apply(this, args);
    };
  });
};

const failTransactions = (page: Page, name: string, times: number, only: 'these' | 'all'): Promise<void> =>
  page.evaluate(([n, t, o]) => window.failTransactions?.(n, t, o), [name, times, only] as const);

/**
 * Saves the form while transactions fail. Both in one task of the page: what the app does by itself (an exchange, a
 * draft) would otherwise now and then meet the failure first, and the form would never be the one that is refused.
 */
const submitAsTheyFail = (page: Page, name: string, times: number, only: 'these' | 'all'): Promise<void> =>
  page.getByRole('button', { name: vi.activity.submit, exact: true }).evaluate(
    (button: HTMLButtonElement, [n, t, o]) => {
      window.failTransactions?.(n, t, o);
      button.click();
    },
    [name, times, only] as const,
  );
const submit = (page: Page) => page.getByRole('button', { name: vi.activity.submit, exact: true }).click();
const modal = (page: Page) => page.getByRole('dialog', { name: vi.recovery.reloadTitle });

test('a connection that is lost is opened again; when that does not help, only a reload leads on, and the draft is there', async ({
  copyOfPhone,
}) => {
  const phone = await copyOfPhone();
  await withFailingTransactions(phone);
  const page = await open(phone);
  for (const [index, [name, only]] of (
    [
      ['InvalidStateError', 'all'],
      ['UnknownError', 'these'],
    ] as const
  ).entries()) {
    await goTo(page, 'record');
    await typeActivity(page, aNewsItem({ title: `Tin ghi khi đứt kết nối ${String(index)}` }));
    await submitAsTheyFail(page, name, only === 'all' ? 1 : 1_000, only);
    await expectSaved(page);
    await failTransactions(page, '', 0, 'all');
  }

  await goTo(page, 'record');
  await typeActivity(page, aNewsItem({ title: 'Tin còn trong nháp' }));
  await expect(page.getByText(/Nháp trên máy/u)).toBeVisible();
  await submitAsTheyFail(page, 'UnknownError', 1_000_000, 'all');
  await expect(modal(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(modal(page)).toBeVisible();
  await expect(page.getByText(vi.activity.saved, { exact: true })).toHaveCount(0);

  await page.getByRole('button', { name: vi.unusable.reload }).click();
  await unlock(page);
  await expect(page.getByText(vi.activity.draftBack)).toBeVisible();
  await expect(page.getByLabel(vi.activity.name, { exact: true })).toHaveValue('Tin còn trong nháp');
});

test('a browser that never answers, or whose files are broken, leads to words and to a copy of what is unsent', async ({
  office,
  copyOfPhone,
}) => {
  const phone = await copyOfPhone();
  const page = await open(phone);
  await office.server.stop();
  await recordActivity(page, aNewsItem({ title: 'Tin chưa gửi khi trình duyệt hỏng' }));
  const silent = await phone.context().newPage();
  await silent.addInitScript(() => {
    IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest;
  });
  await silent.goto('/');
  await expect(silent.getByText(/Trình duyệt không trả lời/u)).toBeVisible({ timeout: 10_000 });
  await expect(silent.getByRole('button', { name: vi.recovery.exportFile })).toBeVisible();
  await phone.close();

  breakCurrent(phone.directory);
  await phone.reopen();
  await phone.page().goto('/');
  await expect(phone.page().getByText(vi.recovery.lastResort)).toBeVisible({ timeout: 15_000 });
  await look(phone.page(), 'storage-broken');
  expect(await exportCopy(phone.page())).not.toBe('');
});

/** Writes beside the app's own data until nothing more goes in. */
const fillUp = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('filler');
      request.addEventListener('upgradeneeded', () =>
        request.result.createObjectStore('rows', { autoIncrement: true }),
      );
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error ?? new Error('no filler')));
    });
    const put = (bytes: number): Promise<boolean> =>
      new Promise((resolve) => {
        const transaction = database.transaction('rows', 'readwrite', { durability: 'strict' });
        transaction.objectStore('rows').add(crypto.getRandomValues(new Uint8Array(bytes)));
        transaction.addEventListener('complete', () => resolve(true));
        transaction.addEventListener('abort', () => resolve(false));
      });
    for (const bytes of [32_768, 4_096, 256, 16]) while (await put(bytes));
  });

test('a full disk is said, what was typed stays, and it is saved when there is room again', async ({
  office,
  copyOfPhone,
}) => {
  const phone = await copyOfPhone();
  const page = await open(phone);
  await office.server.stop();
  const cdp = await phone.cdp();
  const { origin } = new URL(office.url);
  await goTo(page, 'record');
  await typeActivity(page, aNewsItem({ title: 'Tin ghi khi máy đầy' }));
  const { usage } = await cdp.send('Storage.getUsageAndQuota', { origin });
  await cdp.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + 256 * 1024 });
  await fillUp(page);
  await submit(page);
  await expect(page.getByText(/Máy đã đầy, chưa lưu được/u).first()).toBeVisible();
  await expect(page.getByText(vi.activity.saved, { exact: true })).toHaveCount(0);
  await expect(page.getByLabel(vi.activity.name, { exact: true })).toHaveValue('Tin ghi khi máy đầy');
  await cdp.send('Storage.overrideQuotaForOrigin', { origin });
  await submit(page);
  await expectSaved(page);
  await expectInList(page, 'Tin ghi khi máy đầy', vi.recordState['on-device']);
});

/** The names of the slots' own databases, as tabs of the same origin see them. */
const slotDatabases = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name = '' }) => name);
    return names.filter((name) => name !== 'so-tay-device');
  });

test('a tab with another version: the older one gives way, and one that is held up says so and goes on by itself', async ({
  copyOfPhone,
}) => {
  const phone = await copyOfPhone();
  const holder = phone.page();
  await holder.goto('/favicon.svg');
  const [name = ''] = await slotDatabases(holder);
  // As the first version left it, with who this is and nothing received; held open by a tab that hears nothing.
  await holder.evaluate(async (databaseName) => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('failed')));
      });
    const before = await done(indexedDB.open(databaseName));
    const facts: unknown[] = await done(before.transaction('facts').objectStore('facts').getAll());
    before.close();
    await done(indexedDB.deleteDatabase(databaseName));
    const request = indexedDB.open(databaseName, 10);
    request.addEventListener('upgradeneeded', () => {
      const made = request.result;
      made.createObjectStore('positions', { keyPath: 's' });
      const records = made.createObjectStore('records', { keyPath: ['s', 't', 'k'] });
      records.createIndex('t', 't');
      records.createIndex('m', 'm', { multiEntry: true });
      made.createObjectStore('journal', { keyPath: ['s', 'n'] }).createIndex('s', 's');
      made.createObjectStore('staged', { keyPath: ['s', 'seq'] }).createIndex('s', 's');
      made.createObjectStore('parts', { keyPath: 's' });
      made.createObjectStore('summaries', { keyPath: ['s', 'm'] });
      made.createObjectStore('drafts', { keyPath: 'k' });
      const factStore = made.createObjectStore('facts', { keyPath: 'k' });
      for (const fact of facts) factStore.put(fact);
    });
    await done(request);
  }, name);

  const page = await phone.context().newPage();
  await page.goto('/');
  await page.getByLabel(vi.unlock.secret, { exact: true }).fill(SECRET);
  await page.getByRole('button', { name: vi.unlock.submit, exact: true }).click();
  await expect(page.getByText(vi.heldUp)).toBeVisible({ timeout: 6_000 });
  await holder.close();
  await expectOpen(page);
  await expect(page.getByText(vi.heldUp)).toHaveCount(0);
  await expectAllSent(page);

  // A newer version comes in another tab.
  const newer = await phone.context().newPage();
  await newer.goto('/favicon.svg');
  await newer.evaluate((databaseName) => {
    indexedDB.open(databaseName, 1_000);
  }, name);
  await expect(modal(page)).toBeVisible();
  await expect(modal(page)).toContainText('thẻ khác');
});

/** Moves a page's own clock; Playwright's moves that of every page there is, and lets sleeping ones work meanwhile. */
const withOwnClock = async (page: Page): Promise<(ms: number) => Promise<void>> => {
  await page.addInitScript(() => {
    const now = performance.now.bind(performance);
    let aheadMs = 0;
    performance.now = () => now() + aheadMs;
    addEventListener('clock-forward', (event) => {
      if (event instanceof CustomEvent) aheadMs += Number(event.detail);
    });
  });
  return (ms) => page.evaluate((detail) => void dispatchEvent(new CustomEvent('clock-forward', { detail })), ms);
};

/**
 * Stops everything in a page as it stands, at its next timer, with the locks that it holds. A browser freezes hidden tabs
 * so; but Playwright shows every page as visible, and a visible page cannot be frozen.
 */
const fallAsleep = async (page: Page): Promise<void> => {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Debugger.enable');
  const asleep = new Promise<void>((resolve) => cdp.once('Debugger.paused', () => resolve()));
  await cdp.send('Debugger.pause');
  await asleep;
};

test('a tab that sleeps while it sends does not keep another from sending', async ({ copyOfPhone }) => {
  const phone = await copyOfPhone();
  const sleeper = await open(phone);
  await expectAllSent(sleeper);
  const other = await phone.context().newPage();
  const forward = await withOwnClock(other);
  await other.goto('/');
  await unlock(other);
  await expectAllSent(other);

  await sleeper.route('**/api/sync', () => new Promise<void>(() => undefined));
  await recordActivity(sleeper, aNewsItem({ title: 'Tin của thẻ ngủ' }));
  // It sends by itself, and never hears an answer.
  await expect
    .poll(() => other.evaluate(async () => (await navigator.locks.query()).held?.map(({ name }) => name) ?? []))
    .toContainEqual(expect.stringMatching(/^so-tay-sync-/u));
  await other.bringToFront();
  await fallAsleep(sleeper);

  await recordActivity(other, aNewsItem({ title: 'Tin của thẻ thức' }));
  await expect(statusOf(other)).not.toContainText(vi.status.allSent);
  // The first try finds the lock taken; after a minute without a sign of life it is passed by.
  await goTo(other, 'sync');
  const now = other.getByRole('button', { name: vi.sync.now });
  await now.click();
  await expect(now).toBeEnabled();
  await forward(61_000);
  await sendNow(other);
  await expectInList(other, 'Tin của thẻ thức', vi.recordState.sent);
  await expectInList(other, 'Tin của thẻ ngủ', vi.recordState.sent);
});
