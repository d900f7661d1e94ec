/** The app's own screens over the real sealed store, driven from outside through `screens`. Times are the page's own. */
import '#client/app/trusted-types.ts';
import { createRoot } from 'solid-js';
import { render } from 'solid-js/web';
import { App } from '#client/app/App.tsx';
import { waitFor } from '#client/courier/browser-ports.ts';
import { createWorkbook } from '#client/state/create-workbook.ts';
import { fail } from '#domain/result.ts';
import { createFakeDoor } from '#tests/support/fake-workbook.ts';
import { exchange, opened, type Opened } from '../page/opened.ts';
import type { ScreensPage } from './screens-page.ts';

const PATIENCE_MS = 60_000;
const ROW = '#main a.row[href^="/hoat-dong/"]';
/** What stands under the rows while there are more. */
const MORE = '#main .list > .stack > button.btn';

let bench: Opened | undefined;
const ready = (): Opened => {
  if (bench === undefined) throw new Error('the bench is not open');
  return bench;
};

const offline = () => Promise.resolve(fail({ code: 'courier/offline' } as const));

/** When something has come about, and is drawn, not only written. */
const seen = (hasCome: () => boolean, what: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const patience = setTimeout(() => reject(new Error(`nothing changed at ${what}`)), PATIENCE_MS);
    const observer = new MutationObserver(() => {
      if (!hasCome()) return;
      observer.disconnect();
      clearTimeout(patience);
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now()), 0));
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
  });

/** Resolves when the words are others; what they were is asked before anything is done. */
const changed = (selector: string): Promise<number> => {
  const words = () => document.querySelector(selector)?.textContent;
  const before = words();
  return seen(() => words() !== before, selector);
};

const there = (selector: string): Promise<number> => seen(() => document.querySelector(selector) !== null, selector);

const page: ScreensPage = {
  open: async (account) => {
    const own = await opened(account);
    bench = own;
    await exchange(own);
    const { store, courier, me } = own;
    const near = await store.nearUnits();
    const workbook = createRoot(() =>
      createWorkbook({
        store,
        courier,
        me: () => me,
        near,
        now: () => Date.now(),
        newId: () => crypto.randomUUID(),
        onTick: () => () => undefined,
        moveSampleDay: offline,
        files: () => Promise.reject(new Error('no files here')),
        ask: offline,
        wait: waitFor,
        persistence: { read: () => Promise.resolve(true), ask: () => Promise.resolve(true) },
        onlyOnce: () => false,
      }),
    );
    const place = document.getElementById('app');
    if (place === null) throw new Error('no place for the app');
    render(() => <App door={{ ...createFakeDoor(), workbook: () => workbook }} />, place);
    return (await store.activitiesBetween('2000-01-01', '2099-12-31')).length;
  },

  someActivityOn: async (day) => {
    const found = (await ready().store.activitiesBetween(day, day)).find(({ to }) => to === day);
    if (found === undefined) throw new Error(`nothing on ${day}`);
    return found.id;
  },

  edit: async (activity, news, selector) => {
    const shown = changed(selector);
    const start = performance.now();
    const saved = await ready().store.save([
      { table: 'activity', id: activity, values: { 'outputs/news-item': news } },
    ]);
    if (!saved.ok) throw new Error(JSON.stringify(saved.problem));
    const stored = performance.now();
    return { stored: stored - start, shown: (await shown) - stored };
  },

  key: async (field, words, list) => {
    const input = document.querySelector<HTMLInputElement>(field);
    if (input === null) throw new Error(`no field ${field}`);
    const shown = changed(list);
    const start = performance.now();
    input.value = words;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    return (await shown) - start;
  },

  follow: async (link, selectors) => {
    const anchor = document.querySelector<HTMLAnchorElement>(link);
    if (anchor === null) throw new Error(`no link ${link}`);
    const shown = selectors.map(there);
    const start = performance.now();
    anchor.click();
    return (await Promise.all(shown)).map((moment) => moment - start);
  },

  settled: async () => {
    for (let idle = 0; idle < 3; idle += 1) await new Promise((resolve) => requestIdleCallback(resolve));
  },

  scroll: async (wanted) => {
    let longest = 0;
    const observer = new PerformanceObserver((entries) => {
      for (const { duration } of entries.getEntries()) longest = Math.max(longest, duration);
    });
    observer.observe({ type: 'longtask' });
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const rows = () => document.querySelectorAll(ROW).length;
    const deadline = performance.now() + PATIENCE_MS;
    while (rows() < wanted) {
      if (performance.now() > deadline) throw new Error(`only ${String(rows())} rows after all this time`);
      window.scrollBy(0, window.innerHeight);
      await frame();
      const more = document.querySelector<HTMLButtonElement>(MORE);
      if (more !== null && more.getBoundingClientRect().top < window.innerHeight) more.click();
      await frame();
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
    observer.disconnect();
    return { longest, rows: rows() };
  },
};
Object.assign(globalThis, { screens: page });
