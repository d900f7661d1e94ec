/**
 * (i) The screens of a commune with ten thousand activities, on a phone whose processor is four times slower: the indicators after
 * an edit, scrolling the list, and a key of the search.
 */
import { join } from 'node:path';
import { build } from 'vite';
import solid from 'vite-plugin-solid';
import type { Page } from '@playwright/test';
import { WIDE } from '#tests/support/profile.ts';
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
const EDITS = 5;
const NEWS = 'a[href^="/chi-tieu/parent.measure.000.6.3a"] .big';
const SEARCH = 'input[type="search"]';
const RESULTS = '#main';

const buildScreens = (pages: string): Promise<unknown> =>
  build({
    configFile: false,
    logLevel: 'warn',
    root: new URL('screens', import.meta.url).pathname,
    base: '/screens/',
    plugins: [solid()],
    worker: { format: 'es' },
    resolve: { alias: [{ find: /^dexie$/u, replacement: 'dexie/dist/modern/dexie.mjs' }] },
    build: {
      target: 'chrome109',
      outDir: join(pages, 'screens'),
      emptyOutDir: true,
      modulePreload: { polyfill: false },
    },
  });

interface Seen {
  readonly stored: number;
  readonly shown: number;
  /** The same with the processor as it is. */
  readonly fast: number;
  readonly task: number;
  readonly key: number;
}

const goTo = async (page: Page, path: string): Promise<void> => {
  await page.locator(`a[href="${path}"]:visible`).first().click();
  await page.locator('main#main h1, main#main .brand').first().waitFor();
};

const edit = (page: Page, activity: string, news: number) =>
  page.evaluate(([id, items, selector]) => screens.edit(id, items, selector), [activity, news, NEWS] as const);

const measure = (place: Place): Promise<Seen> =>
  withPage(`http://localhost:${String(place.port)}/screens/index.html`, async (page) => {
    await page.setViewportSize(WIDE);
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
    await page.evaluate(() => screens.settled());
    const task = await page.evaluate(() => screens.scroll(30));
    const keys: number[] = [];
    for (const letter of 'họp')
      keys.push(
        await page.evaluate(([field, typed, list]) => screens.key(field, typed, list), [
          SEARCH,
          letter,
          RESULTS,
        ] as const),
      );
    return {
      stored: median(edits.map(({ stored }) => stored)),
      shown: median(edits.map(({ shown }) => shown)),
      fast: fast.shown,
      task,
      // The first opens what is searched.
      key: Math.max(...keys.slice(1)),
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
        what: `the longest task while the list scrolls, ${with4}`,
        value: of('task'),
        unit: 'ms',
        goal: { atMost: TASK_MS },
      },
      {
        bench: 'i',
        what: `the slowest key of a search after the first, ${with4}`,
        value: of('key'),
        unit: 'ms',
        goal: { atMost: KEY_MS },
      },
    ];
  } finally {
    await place.close();
  }
};
