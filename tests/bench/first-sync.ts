/** (a) The first sync of a scope: how long until everything is queryable, and (d) how many bytes it takes. */
import { brotliCompressSync, constants } from 'node:zlib';
import { freePort } from '#tests/support/free-port.ts';
import { withPage } from './browser.ts';
import { measurePullLimit, type PullLimit } from './limits.ts';
import { pagePath, type Sealing } from './page-build.ts';
import { openPlace, type Officer, type Place } from './place.ts';
import { exchangesOf, openRecorder, type Recorded } from './recorder.ts';
import { bareLine, DAY_MS, dayOf, makeActivities, type MadeRecord } from './records.ts';
import { median, type Measured } from './report.ts';
import type { Options } from './options.ts';

const TIME_GOAL = { atMost: 1.5 };
const BYTES_GOAL = { atMost: 1.4 };

interface Pulled {
  readonly exchangeMs: number;
  readonly monthMs: number;
  readonly allMs: number;
}

const officerOf = ({ officers: [first] }: Place): Officer => {
  if (first === undefined) throw new Error('this place has no officer');
  return first;
};

/** A new phone receives everything; the month that is asked for then answers from the store. */
const pull = (place: Place, port: number, sealing: Sealing, records: readonly MadeRecord[]): Promise<Pulled> =>
  withPage(`http://localhost:${String(port)}${pagePath(sealing)}`, async (page) => {
    const { signIn, password } = officerOf(place);
    await page.evaluate((account) => bench.open(account), { signIn, password });
    const exchanged = await page.evaluate(() => bench.exchange());
    const end = records.at(-1)?.ms ?? 0;
    const [from, to] = [dayOf(end - 7 * DAY_MS), dayOf(end)];
    const month = await page.evaluate((days) => bench.list(...days), [from, to] as const);
    const all = await page.evaluate(() => bench.list());
    if (month.count === 0 || all.count !== records.length)
      throw new Error(`received ${String(all.count)} of ${String(records.length)}`);
    return { exchangeMs: exchanged.ms, monthMs: month.ms, allMs: all.ms };
  });

/** One pull through a recording proxy, unmeasured: what goes over the wire. */
export const recordPull = async (
  place: Place,
  arrived: (count: number) => Promise<void> | void,
  table: 'activity' | 'reading',
) => {
  const port = await freePort();
  const recorder = await openRecorder({ port, target: place.port });
  await withPage(`http://localhost:${String(port)}${pagePath('plain')}`, async (page) => {
    const { signIn, password } = officerOf(place);
    await page.evaluate((account) => bench.open(account), { signIn, password });
    await page.evaluate(() => bench.exchange());
    const count =
      table === 'activity'
        ? (await page.evaluate(() => bench.list())).count
        : await page.evaluate(() => bench.count('reading'));
    await arrived(count);
  });
  const exchanges = exchangesOf(recorder);
  await recorder.close();
  return exchanges;
};

export const bodyBytes = (exchanges: readonly Recorded[]): number =>
  exchanges.reduce((sum, { answerBody }) => sum + answerBody.length, 0);

const brotli11 = (text: string): number =>
  brotliCompressSync(text, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: Buffer.byteLength(text) },
  }).length;

const expectAll =
  (records: readonly MadeRecord[]) =>
  (count: number): void => {
    if (count !== records.length) throw new Error(`received ${String(count)} of ${String(records.length)}`);
  };

const measureSize = async (options: Options, count: number): Promise<readonly Measured[]> => {
  const records = makeActivities(count);
  const place = await openPlace({ records, pages: options.pages });
  try {
    const exchanges = await recordPull(place, expectAll(records), 'activity');
    const measured: Measured[] = [];
    if (options.wants('a')) measured.push(...(await measureTimes(options, place, records, exchanges)));
    if (options.wants('d') && count <= options.largestForBytes)
      measured.push({
        bench: 'd',
        what: `bytes of the first sync of ${String(count)} activities, against brotli −11 of the bare records`,
        value: bodyBytes(exchanges),
        unit: 'bytes',
        limit: brotli11(records.map((record) => `${bareLine(record)}\n`).join('')),
        goal: BYTES_GOAL,
        parts: { answers: exchanges.length },
      });
    return measured;
  } finally {
    await place.close();
  }
};

const measureTimes = async (
  { runs, say }: Options,
  place: Place,
  records: readonly MadeRecord[],
  exchanges: readonly Recorded[],
): Promise<readonly Measured[]> => {
  const pulls: Record<Sealing, Pulled[]> = { plain: [], sealed: [] };
  const limits: PullLimit[] = [];
  // In turn, so that whatever else the machine does falls on all alike.
  for (let run = 0; run < runs; run += 1) {
    say(`a: ${String(records.length)} activities, run ${String(run + 1)} of ${String(runs)}`);
    limits.push(...(await measurePullLimit(exchanges, 1)));
    for (const sealing of ['plain', 'sealed'] as const)
      pulls[sealing].push(await pull(place, place.port, sealing, records));
  }
  const limit = median(limits.map(({ ms }) => ms));
  return (['plain', 'sealed'] as const).map((sealing) => ({
    bench: 'a',
    what: `first sync of ${String(records.length)} activities, ${sealing === 'plain' ? 'plain cipher' : 'sealed'}`,
    value: median(pulls[sealing].map(({ exchangeMs, monthMs }) => exchangeMs + monthMs)),
    unit: 'ms',
    limit,
    ...(sealing === 'plain' ? { goal: TIME_GOAL } : {}),
    parts: {
      exchange: median(pulls[sealing].map(({ exchangeMs }) => exchangeMs)),
      'one month': median(pulls[sealing].map(({ monthMs }) => monthMs)),
      'then all listed': median(pulls[sealing].map(({ allMs }) => allMs)),
      'limit’s fetch': median(limits.map(({ fetchMs }) => fetchMs)),
      parse: median(limits.map(({ parseMs }) => parseMs)),
      put: median(limits.map(({ putMs }) => putMs)),
    },
  }));
};

export const benchFirstSync = async (options: Options): Promise<readonly Measured[]> => {
  const measured: Measured[] = [];
  for (const size of options.sizes) measured.push(...(await measureSize(options, size)));
  return measured;
};
