/** A link that breaks every few thousand bytes: slower, but everything arrives, once. */
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { buildPages, pagePath } from '#tests/bench/page-build.ts';
import { openPlace, type Officer, type Place } from '#tests/bench/place.ts';
import { makeActivities } from '#tests/bench/records.ts';
import { openCutProxy, type CutProxy } from '#tests/support/cut-proxy.ts';
import { freePort } from '#tests/support/free-port.ts';
import { createServerProcess } from '#tests/support/server-process.ts';
import { accountOf, expect, test, type OpenPhone } from './fixtures.ts';
import { anEvent, expectInList, recordActivity } from './pages/activities.ts';
import { chooseSecret, enter, expectInstalled, expectOpen, signIn } from './pages/door.ts';
import { goTo, sendNow, statusOf } from './pages/shell.ts';
import { vi } from './pages/words.ts';

const CUT_AFTER = 6 * 1024;

test('plans arrive and records leave through a link that is cut again and again', async ({
  sample,
  scratch,
  phone,
}) => {
  test.setTimeout(180_000);
  const dataDir = join(scratch, 'data');
  cpSync(sample.dataDir, dataDir, { recursive: true });
  const [target, port] = [await freePort(), await freePort()];
  const publicUrl = `http://localhost:${String(port)}`;
  const server = createServerProcess({ port: target, dataDir, publicUrl });
  await server.start();
  const proxy = await openCutProxy({ port, target });

  // The app itself is installed over a link that holds; then the link turns bad, before the first exchange.
  const { page } = await phone({ url: publicUrl });
  await page().goto('/');
  await expectInstalled(page());
  await signIn(page(), accountOf(sample.accounts, 'officer'));
  proxy.cutAfter(CUT_AFTER);
  await chooseSecret(page());
  await expectOpen(page());
  await goTo(page(), 'plans');
  await expect(
    page()
      .getByRole('main')
      .getByText(/Đồng Tuyển năm 2024/)
      .first(),
  ).toBeVisible({ timeout: 120_000 });
  await expect(statusOf(page())).toContainText(vi.status.allSent, { timeout: 120_000 });
  expect(proxy.cuts()).toBeGreaterThan(5);

  const before = proxy.cuts();
  const narrative = 'Diễn biến dài để một lần gửi không vừa. '.repeat(150);
  for (const n of ['một', 'hai', 'ba']) {
    await recordActivity(page(), anEvent({ title: `Buổi thứ ${n} qua đường kém`, narrative }));
  }
  await sendNow(page());
  expect(proxy.cuts()).toBeGreaterThan(before);

  // Another phone, on a good link: each record is there, once.
  proxy.cutAfter(Number.POSITIVE_INFINITY);
  const other = await phone({ url: publicUrl });
  await enter(other.page(), accountOf(sample.accounts, 'recorder'));
  for (const n of ['một', 'hai', 'ba']) {
    await expectInList(other.page(), `Buổi thứ ${n} qua đường kém`, vi.recordState.sent);
    await expect(other.page().getByRole('link', { name: new RegExp(`Buổi thứ ${n} qua đường kém`) })).toHaveCount(1);
  }
  await proxy.close();
  await server.stop();
});

/** Enough to need hundreds of connections; LINK_RECORDS=10000 LINK_SAVES=1000 is the size for a long look. */
const RECORDS = Number(process.env['LINK_RECORDS'] ?? 600);
const SAVES = Number(process.env['LINK_SAVES'] ?? 200);
/** The full size takes minutes; what does not end takes longer. */
const LINK_MS = 300_000 + RECORDS * 300;
/** So many activities, done at once, are just under the 32 KB that a mutation may have. */
const GROUP = 36;
/** 2 Mbit/s: a good day of the mobile network. */
const LINK_BYTES_PER_SECOND = 250_000;
/** What a bad link may cost, in bytes, against a good one. */
const MOST_AGAIN = 1.5;

const group = makeActivities(GROUP, 5);
const savesText = (() => {
  const changes = makeActivities(SAVES + GROUP, 9).map(({ table, id, values }) => ({ table, id, values }));
  const single = changes.slice(GROUP).map((change) => [change]);
  return JSON.stringify([...single, changes.slice(0, GROUP)]);
})();

interface Carried {
  readonly fetched: number;
  readonly sent: number;
  readonly cuts: number;
}

/** One phone's whole life on a link: everything is fetched, then everything is sent. */
const carry = async (page: Page, proxy: CutProxy, officer: Officer, limit: number): Promise<Carried> => {
  proxy.cutAfter(Number.POSITIVE_INFINITY);
  await page.evaluate((account) => bench.open(account), officer);
  const [start, cutsBefore] = [proxy.carried(), proxy.cuts()];
  proxy.cutAfter(limit);
  await page.evaluate(() => bench.exchangeUntilDone());
  const fetched = proxy.carried() - start;
  expect((await page.evaluate(() => bench.list())).count).toBe(RECORDS + GROUP);

  // The courier begins to send while the person still writes.
  const between = proxy.carried();
  await page.evaluate((text) => bench.save(text), savesText);
  await page.evaluate(() => bench.exchangeUntilDone());
  expect(await page.evaluate(() => [bench.waiting(), bench.refused()])).toEqual([0, 0]);
  const cuts = proxy.cuts() - cutsBefore;
  proxy.cutAfter(Number.POSITIVE_INFINITY);
  return { fetched, sent: proxy.carried() - between, cuts };
};

test.describe(`${String(RECORDS)} records to fetch and ${String(SAVES)} to send, 32 KB done at once among both`, () => {
  const limits = [4, 20, 64];
  let place: Place;
  let proxy: CutProxy;
  let url: string;
  let clean: Promise<Carried> | undefined;

  const onNewPhone = async <T>(phone: OpenPhone, use: (page: Page) => Promise<T>): Promise<T> => {
    const opened = await phone({ url });
    const page = opened.page();
    await page.goto(pagePath('sealed'));
    const result = await use(page);
    await opened.close();
    return result;
  };

  test.beforeAll(async () => {
    test.setTimeout(600_000);
    const pages = mkdtempSync(join(tmpdir(), 'so-tay-link-'));
    await buildPages(pages);
    place = await openPlace({ communes: 1 + limits.length, records: makeActivities(RECORDS), group, pages });
    const port = await freePort();
    proxy = await openCutProxy({ port, target: place.port, bytesPerSecond: LINK_BYTES_PER_SECOND });
    url = `http://localhost:${String(port)}`;
  });
  test.afterAll(async () => {
    await proxy.close();
    await place.close();
  });

  const officer = (nth: number): Officer => {
    const found = place.officers[nth];
    if (found === undefined) throw new Error('there are fewer communes than links');
    return found;
  };

  /** Measured once, for whichever test is the first to ask. */
  const overGoodLink = (phone: OpenPhone): Promise<Carried> => {
    clean ??= onNewPhone(phone, (page) => carry(page, proxy, officer(0), Number.POSITIVE_INFINITY));
    return clean;
  };

  test('arrive over a link that holds', async ({ phone }) => {
    test.setTimeout(LINK_MS);
    const { fetched, sent, cuts } = await overGoodLink(phone);
    expect(cuts).toBe(0);
    console.log(`a link that holds: ${String(fetched)} bytes to fetch, ${String(sent)} to send`);
  });

  for (const [index, limit] of limits.entries()) {
    test(`arrive, each once, when every connection is cut after ${String(limit)} KB`, async ({ phone }) => {
      test.setTimeout(LINK_MS);
      const good = await overGoodLink(phone);
      const carried = await onNewPhone(phone, (page) => carry(page, proxy, officer(1 + index), limit * 1024));
      const again = (carried.fetched + carried.sent) / (good.fetched + good.sent);
      console.log(
        `cut after ${String(limit)} KB: ${String(carried.cuts)} cuts, ${String(carried.fetched)} bytes to fetch, ` +
          `${String(carried.sent)} to send, ${again.toFixed(2)} × a link that holds`,
      );
      expect(carried.cuts).toBeGreaterThan(1);
      if (limit > 4) expect(again).toBeLessThanOrEqual(MOST_AGAIN);

      // What the server then holds, as another phone on a good link sees it.
      const count = await onNewPhone(phone, async (page) => {
        await page.evaluate((account) => bench.open(account), officer(1 + index));
        await page.evaluate(() => bench.exchange());
        return (await page.evaluate(() => bench.list())).count;
      });
      expect(count).toBe(RECORDS + GROUP + SAVES + GROUP);
    });
  }
});
