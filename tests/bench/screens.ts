/**
 * (i) The screens of a commune with ten thousand activities, on a phone whose processor is four times slower: the indicators after
 * an edit, scrolling the list, a key of the search, and the calendar.
 */
import { join } from 'node:path';
import { build } from 'vite';
import solid from 'vite-plugin-solid';
import type { Page } from '@playwright/test';
import { templatePolicy } from '../../vite.config.ts';
import { SMALL } from '#tests/support/profile.ts';
import { withPage } from './browser.ts';
import type { Options } from './options.ts';
import { openPlace, type Place } from './place.ts';
import { makeActivities } from './records.ts';
import { median, type Measured } from './report.ts';
import './screens/screens-page.ts';

const COUNT = 10_000;
const SLOWER = 4;
const EDIT_MS = 100;
const TASK_MS = 50;
const KEY_MS = 100;
/** Interaction to next paint, as everywhere. */
const PAINT_MS = 200;
const EDITS = 5;
const ROWS = 1_000;
/** A word as it is typed, and its last letter taken back. */
const TYPED = ['h', 'họ', 'họp', 'họ'];
const NEWS = 'a[href^="/chi-tieu/parent.measure.000.6.3a"] .big';
const SEARCH = 'input[type="search"]';
const RESULTS = '#main';

const buildScreens = (pages: string): Promise<unknown> =>
  build({
    configFile: false,
    logLevel: 'warn',
    root: new URL('screens', import.meta.url).pathname,
    base: '/screens/',
    plugins: [templatePolicy, solid()],
    worker: { format: 'es' },
    resolve: { alias: [{ find: /^dexie$/u, replacement: 'dexie/dist/modern/dexie.mjs' }] },
    build: {
      target: 'chrome109',
      outDir: join(pages, 'screens'),
      emptyOutDir: true,
      modulePreload: { polyfill: false },
    },
  });

/** Milliseconds. */
interface Seen {
  readonly stored: number;
  readonly shown: number;
  /** The same with the processor as it is. */
  readonly fast: number;
  readonly task: number;
  readonly rows: number;
  readonly key: number;
  /** That takes the list away. */
  readonly firstKey: number;
  readonly month: number;
  readonly year: number;
  readonly wholeYear: number;
}

const goTo = async (page: Page, path: string): Promise<void> => {
  const link = page.locator(`a[href="${path}"]:visible`).first();
  if ((await link.count()) === 0) await page.locator('a[href="/them"]:visible').first().click();
  await link.click();
  await page.waitForURL((url) => url.pathname === path);
  await page.locator('main#main h1, main#main .brand').first().waitFor();
};

const edit = (page: Page, activity: string, news: number) =>
  page.evaluate(([id, items, selector]) => screens.edit(id, items, selector), [activity, news, NEWS] as const);

const follow = (page: Page, link: string, ...selectors: readonly string[]): Promise<readonly number[]> =>
  page.evaluate(([href, wanted]) => screens.follow(`#main a[href="${href}"]`, wanted), [link, selectors] as const);

const type = async (page: Page): Promise<readonly number[]> => {
  const keys: number[] = [];
  for (const words of TYPED)
    keys.push(
      await page.evaluate(([field, typed, list]) => screens.key(field, typed, list), [SEARCH, words, RESULTS] as const),
    );
  return keys;
};

const settled = (page: Page): Promise<void> => page.evaluate(() => screens.settled());

/** From month to month and from year to year, until the log of each stands there. */
const leaf = async (page: Page) => {
  const months: number[] = [];
  for (const month of ['2024-10', '2024-09', '2024-08']) {
    months.push(...(await follow(page, `/lich?thang=${month}`, `#day-${month}-15 .log`)));
    await settled(page);
  }
  const years: number[] = [];
  const whole: number[] = [];
  for (const year of ['2024', '2023', '2022']) {
    const logOf = (month: string): string => `[aria-labelledby="m-${year}-${month}"] details`;
    const [inSight, all] = await follow(page, `/lich?nam=${year}`, logOf('01'), logOf('11'));
    years.push(inSight ?? Number.NaN);
    whole.push(all ?? Number.NaN);
    await settled(page);
  }
  return { month: Math.max(...months), year: Math.max(...years), wholeYear: Math.max(...whole) };
};

const measure = (place: Place): Promise<Seen> =>
  withPage(`http://localhost:${String(place.port)}/screens/index.html`, async (page) => {
    await page.setViewportSize(SMALL);
    const [officer] = place.officers;
    const { signIn = '', password = '' } = officer ?? {};
    const count = await page.evaluate((account) => screens.open(account), { signIn, password });
    if (count < COUNT) throw new Error(`received ${String(count)} activities`);
    const cdp = await page.context().newCDPSession(page);
    await goTo(page, '/chi-tieu');
    await page.locator(NEWS).waitFor();
    const activity = await page.evaluate(() => screens.someActivityOn('2024-11-12'));
    const fast = await edit(page, activity, 1_000);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    const edits: { readonly stored: number; readonly shown: number }[] = [];
    for (let nth = 1; nth <= EDITS; nth += 1) edits.push(await edit(page, activity, 1_000 + nth));
    await goTo(page, '/hoat-dong');
    await page.locator('a.row[href^="/hoat-dong/"]').first().waitFor();
    await settled(page);
    const scrolled = await page.evaluate((rows) => screens.scroll(rows), ROWS);
    await goTo(page, '/lich');
    await goTo(page, '/hoat-dong');
    await page.locator('a.row[href^="/hoat-dong/"]').first().waitFor();
    await settled(page);
    await page.locator(SEARCH).focus();
    await settled(page);
    const [firstKey = Number.NaN, ...keys] = await type(page);
    await goTo(page, '/lich');
    await page.locator('#day-2024-11-12 .log').waitFor();
    await settled(page);
    return {
      stored: median(edits.map(({ stored }) => stored)),
      shown: median(edits.map(({ shown }) => shown)),
      fast: fast.shown,
      task: scrolled.longest,
      rows: scrolled.rows,
      firstKey,
      key: Math.max(firstKey, ...keys),
      ...(await leaf(page)),
    };
  });

export const benchScreens = async (options: Options): Promise<readonly Measured[]> => {
  await buildScreens(options.pages);
  const place = await openPlace({ pages: options.pages, year: true, records: makeActivities(COUNT) });
  try {
    const seen: Seen[] = [];
    for (let run = 0; run < options.runs; run += 1) {
      options.say(`i: screens, run ${String(run + 1)} of ${String(options.runs)}`);
      seen.push(await measure(place));
    }
    const of = (name: keyof Seen): number => median(seen.map((one) => one[name]));
    const with4 = `${COUNT.toLocaleString('en')} activities, ${String(SLOWER)}× CPU`;
    return [
      {
        bench: 'i',
        what: `indicators anew after an edit is stored, ${with4}`,
        value: of('shown'),
        unit: 'ms',
        goal: { atMost: EDIT_MS },
        parts: { 'storing it': of('stored'), unthrottled: of('fast') },
      },
      {
        bench: 'i',
        what: `the longest task over 50 ms while ${String(ROWS)} rows are scrolled through, ${with4}`,
        value: of('task'),
        unit: 'ms',
        goal: { atMost: TASK_MS },
        parts: { rows: of('rows') },
      },
      {
        bench: 'i',
        what: `the slowest key of a search, ${with4}`,
        value: of('key'),
        unit: 'ms',
        goal: { atMost: KEY_MS },
        parts: { 'the first': of('firstKey') },
      },
      {
        bench: 'i',
        what: `calendar, until another month stands there, ${with4}`,
        value: of('month'),
        unit: 'ms',
        goal: { atMost: PAINT_MS },
      },
      {
        bench: 'i',
        what: `calendar, until another year's first months stand there, ${with4}`,
        value: of('year'),
        unit: 'ms',
        goal: { atMost: PAINT_MS },
        parts: { 'all of it': of('wholeYear') },
      },
    ];
  } finally {
    await place.close();
  }
};
