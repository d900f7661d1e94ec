/** (b) Sending a thousand activities, and (c) an exchange that has nothing to say. */
import { freePort } from '#tests/support/free-port.ts';
import { withPage } from './browser.ts';
import { measurePushLimit } from './limits.ts';
import { pagePath, type Sealing } from './page-build.ts';
import { openPlace, type Place } from './place.ts';
import { exchangesOf, openRecorder } from './recorder.ts';
import { makeActivities } from './records.ts';
import { median, type Measured } from './report.ts';
import type { Options } from './options.ts';

const ACTIVITIES = 1_000;
const BODY_GOAL = { atMost: 200 };
const WIRE_GOAL = { atMost: 1_500 };

const changes = makeActivities(ACTIVITIES, 7).map(({ table, id, values }) => ({ table, id, values }));

const savesText = JSON.stringify(changes.map((change) => [change]));

const accountOf = ({ officers: [first] }: Place) => {
  if (first === undefined) throw new Error('this place has no officer');
  return { signIn: first.signIn, password: first.password };
};

interface Sent {
  readonly saveMs: number;
  readonly sendMs: number;
}

/** A phone that has received what there is, saves, and then sends. */
const send = (place: Place, port: number, sealing: Sealing): Promise<Sent> =>
  withPage(`http://localhost:${String(port)}${pagePath(sealing)}`, async (page) => {
    await page.evaluate((account) => bench.open(account), accountOf(place));
    await page.evaluate(() => bench.exchange());
    const saved = await page.evaluate((list) => bench.save(list), savesText);
    const sent = await page.evaluate(() => bench.exchange());
    const [waiting, refused] = await page.evaluate(() => [bench.waiting(), bench.refused()] as const);
    if (waiting !== 0 || refused !== 0) throw new Error(`${String(waiting)} wait, ${String(refused)} were refused`);
    return { saveMs: saved.ms, sendMs: sent.ms };
  });

const onFreshPlace = async <T>(options: Options, use: (place: Place) => Promise<T>): Promise<T> => {
  const place = await openPlace({ pages: options.pages });
  try {
    return await use(place);
  } finally {
    await place.close();
  }
};

export const benchSending = async (options: Options): Promise<readonly Measured[]> => {
  const bodies = await onFreshPlace(options, async (place) => {
    const port = await freePort();
    const recorder = await openRecorder({ port, target: place.port });
    await send(place, port, 'plain');
    await recorder.close();
    return exchangesOf(recorder);
  });
  const up = bodies.map(({ requestBody }) => requestBody.toString()).join('');
  const limits: number[] = [];
  const sends: Record<Sealing, Sent[]> = { plain: [], sealed: [] };
  for (let run = 0; run < options.runs; run += 1) {
    options.say(`b: run ${String(run + 1)} of ${String(options.runs)}`);
    limits.push(
      ...(await measurePushLimit(
        up,
        changes.map((change) => JSON.stringify(change)),
        1,
      )),
    );
    for (const sealing of ['plain', 'sealed'] as const)
      sends[sealing].push(await onFreshPlace(options, (place) => send(place, place.port, sealing)));
  }
  return (['plain', 'sealed'] as const).map((sealing) => ({
    bench: 'b',
    what: `sending ${String(ACTIVITIES)} activities, ${sealing === 'plain' ? 'plain cipher' : 'sealed'}`,
    value: median(sends[sealing].map(({ sendMs }) => sendMs)),
    unit: 'ms',
    limit: median(limits),
    parts: {
      requests: bodies.length,
      'bytes up': Buffer.byteLength(up),
      'bytes down': bodies.reduce((sum, { answerBody }) => sum + answerBody.length, 0),
      'saving before': median(sends[sealing].map(({ saveMs }) => saveMs)),
    },
  }));
};

export const benchEmpty = async (options: Options): Promise<readonly Measured[]> => {
  options.say('c: an empty exchange');
  return onFreshPlace(options, async (place) => {
    const port = await freePort();
    const recorder = await openRecorder({ port, target: place.port });
    await withPage(`http://localhost:${String(port)}${pagePath('plain')}`, async (page) => {
      await page.evaluate((account) => bench.open(account), accountOf(place));
      await page.evaluate(() => bench.exchange());
      recorder.forget();
      await page.evaluate(() => bench.exchange());
    });
    await recorder.close();
    const all = recorder.recorded();
    const sum = (of: (one: (typeof all)[number]) => number): number => all.reduce((total, one) => total + of(one), 0);
    const [up, down] = [sum(({ requestBody }) => requestBody.length), sum(({ answerBody }) => answerBody.length)];
    const [headUp, headDown] = [sum(({ requestHead }) => requestHead), sum(({ answerHead }) => answerHead)];
    return [
      {
        bench: 'c',
        what: 'an empty exchange: bodies',
        value: up + down,
        unit: 'bytes',
        goal: BODY_GOAL,
        parts: { up, down },
      },
      {
        bench: 'c',
        what: 'an empty exchange: bodies and heads',
        value: up + down + headUp + headDown,
        unit: 'bytes',
        goal: WIRE_GOAL,
        parts: { 'head up': headUp, 'head down': headDown },
      },
      { bench: 'c', what: 'an empty exchange: requests', value: all.length, unit: 'requests', goal: { atMost: 1 } },
    ];
  });
};
