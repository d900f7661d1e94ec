/**
 * The app without its screens, for measuring: the real device, vault, store and courier, driven from outside through
 * `bench`. Times are the page's own.
 */
import '#client/app/trusted-types.ts';
import type { Change } from '#domain/change.ts';
import { findUnits, indexUnits } from '#domain/unit-search.ts';
import type { BenchPage, Exchanged, Listed } from './bench-page.ts';
import { exchange, opened, type Opened } from './opened.ts';

const FAR_PAST = '2000-01-01';
const FAR_FUTURE = '2099-12-31';

/** Asks once; what is lost on the way the courier tries again by itself. */
const exchangeUntilDone = async ({ courier }: Opened): Promise<Exchanged> => {
  const start = performance.now();
  const before = courier.status().lastAt;
  await new Promise<void>((resolve, reject) => {
    const forget = courier.onStatus(({ busy, lastAt, problem }) => {
      const isTriedAgain = problem === undefined ? lastAt === before : problem.code.startsWith('courier/');
      if (busy || isTriedAgain) return;
      forget();
      if (problem === undefined) resolve();
      else reject(new Error(`the exchange failed: ${JSON.stringify(problem)}`));
    });
    courier.ask();
  });
  return { ms: performance.now() - start };
};

const list = async ({ store }: Opened, from = FAR_PAST, to = FAR_FUTURE): Promise<Listed> => {
  const start = performance.now();
  const found = await store.activitiesBetween(from, to);
  return { count: found.length, ms: performance.now() - start };
};

/** Opened anew by a page that was just loaded: what is held in memory is read again after any word from another tab. */
const readUnits = async ({ store }: Opened): Promise<Listed> => {
  const start = performance.now();
  const units = await store.list('unit');
  await store.list('unit-line');
  return { count: units.length, ms: performance.now() - start };
};

const searchUnits = async ({ store }: Opened, queries: readonly string[]) => {
  const units = await store.list('unit');
  const start = performance.now();
  const index = indexUnits(units, '2026-11-22');
  const indexMs = performance.now() - start;
  const times = queries.map((query) => {
    const before = performance.now();
    findUnits(index, query, 30);
    return performance.now() - before;
  });
  return { indexMs, slowestMs: Math.max(...times) };
};

let bench: Opened | undefined;
const ready = (): Opened => {
  if (bench === undefined) throw new Error('the bench is not open');
  return bench;
};

const page: BenchPage = {
  open: async (account) => {
    bench = await opened(account);
  },
  exchange: () => exchange(ready()),
  exchangeUntilDone: () => exchangeUntilDone(ready()),
  list: (from, to) => list(ready(), from, to),
  count: async (table) => (await ready().store.list(table)).length,
  readUnits: () => readUnits(ready()),
  searchUnits: (queries) => searchUnits(ready(), queries),
  waiting: () => ready().store.waiting(),
  refused: () => ready().store.refused().length,
  save: async (text) => {
    const saves: readonly (readonly Change[])[] = JSON.parse(text);
    const start = performance.now();
    for (const changes of saves) {
      const saved = await ready().store.save(changes);
      if (!saved.ok) throw new Error(`not saved: ${JSON.stringify(saved.problem)}`);
    }
    return { ms: performance.now() - start };
  },
};
Object.assign(globalThis, { bench: page });
