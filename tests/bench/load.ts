/** (f) Pushes a second against the same rows written raw, and (g) five hundred devices that come back at once. */
import pg from 'pg';
import type { Change } from '#domain/change.ts';
import { MAX_BUDGET } from '#sync/outgoing.ts';
import { startPostgres } from '#tests/support/postgres.ts';
import { openNodeDevice, type Asked, type NodeDevice } from './node-device.ts';
import type { Options } from './options.ts';
import { openPlace, type Place } from './place.ts';
import { openRawPostgres, openRawSqlite, type RawRows } from './raw-rows.ts';
import { makeActivities } from './records.ts';
import { median, percentile, type Measured } from './report.ts';

const COMMUNES = 64;
const ROUNDS = 10;
/** Before the clock runs, of both: a server is measured that has worked for a while, not one that is just starting. */
const WARM_ROUNDS = 4;
const PUSH = 20;
const PUSH_GOAL = { atLeast: 0.3 };

const DEVICES = 500;
const MUTATIONS = 100;
/** A device that is not done after so many exchanges never will be. */
const MAX_EXCHANGES = 200;

export interface Kind {
  readonly name: string;
  readonly databaseUrl: string | undefined;
  readonly openRaw: () => Promise<RawRows>;
}

const changesFrom = (count: number, seed: number): readonly Change[] =>
  makeActivities(count, seed).map(({ table, id, values }) => ({ table, id, values }));

const openDevices = async (place: Place, count: number, budget?: number): Promise<readonly NodeDevice[]> => {
  const devices: NodeDevice[] = [];
  for (let nth = 0; nth < count; nth += 1) {
    const officer = place.officers[nth % place.officers.length];
    if (officer === undefined) break;
    const device = await openNodeDevice(place.port, officer, budget);
    await device.exchange();
    devices.push(device);
  }
  return devices;
};

/** Sends all that waits, one exchange after another, as a courier does. */
const sendAll = async (device: NodeDevice): Promise<readonly Asked[]> => {
  const asked: Asked[] = [];
  while (device.waiting() > 0) {
    asked.push(await device.exchange());
    if (asked.length > MAX_EXCHANGES || (asked.at(-1)?.status ?? 0) !== 200) break;
  }
  return asked;
};

export const benchPushes = async (options: Options, kind: Kind): Promise<readonly Measured[]> => {
  const seen: { readonly ours: number; readonly raw: number; readonly p95: number }[] = [];
  for (let run = 0; run < options.runs; run += 1) {
    options.say(`f: ${kind.name}, run ${String(run + 1)} of ${String(options.runs)}`);
    const bundles = (from: number, rounds: number): Bundles =>
      Array.from({ length: COMMUNES }, (_, commune) =>
        Array.from({ length: rounds }, (_round, at) =>
          changesFrom(PUSH, 1 + run * 100_000 + commune * 100 + from + at),
        ),
      );
    const load = { warm: bundles(0, WARM_ROUNDS), timed: bundles(WARM_ROUNDS, ROUNDS) };
    seen.push({ raw: await rawRate(kind, load), ...(await ourRate(options, kind, load)) });
  }
  return [
    {
      bench: 'f',
      what: `pushes of ${String(PUSH)} mutations from ${String(COMMUNES)} communes, ${kind.name}`,
      value: median(seen.map(({ ours }) => ours)),
      unit: 'pushes/s',
      limit: median(seen.map(({ raw }) => raw)),
      goal: PUSH_GOAL,
      parts: { 'p95 ms': median(seen.map(({ p95 }) => p95)) },
    },
  ];
};

type Bundles = readonly (readonly (readonly Change[])[])[];
interface Load {
  readonly warm: Bundles;
  readonly timed: Bundles;
}
const rateOf = (ms: number): number => (COMMUNES * ROUNDS * 1_000) / ms;

const rawRate = async (kind: Kind, { warm, timed }: Load): Promise<number> => {
  const raw = await kind.openRaw();
  const pushAll = (bundles: Bundles) =>
    Promise.all(
      bundles.map(async (rounds, commune) => {
        for (const changes of rounds) await raw.push(`commune-${String(commune)}/work`, changes);
      }),
    );
  await pushAll(warm);
  const start = performance.now();
  await pushAll(timed);
  const rate = rateOf(performance.now() - start);
  await raw.close();
  return rate;
};

const ourRate = async (options: Options, kind: Kind, { warm, timed }: Load) => {
  const place = await placeOf(options, kind, COMMUNES);
  try {
    const devices = await openDevices(place, COMMUNES, MAX_BUDGET);
    const pushAll = (bundles: Bundles) =>
      Promise.all(
        devices.map(async (device, commune) => {
          const exchanges: Asked[] = [];
          for (const changes of bundles[commune] ?? []) {
            device.write(changes);
            exchanges.push(...(await sendAll(device)));
          }
          return exchanges;
        }),
      );
    await pushAll(warm);
    const start = performance.now();
    const asked = await pushAll(timed);
    const ms = performance.now() - start;
    const left = devices.filter((device) => device.waiting() > 0 || device.refused() > 0).length;
    if (left > 0) throw new Error(`${String(left)} devices were not served: ${place.server.output().slice(-2_000)}`);
    return {
      ours: rateOf(ms),
      p95: percentile(
        asked.flat().map((one) => one.ms),
        95,
      ),
    };
  } finally {
    await place.close();
  }
};

export const benchReturn = async (options: Options, kind: Kind): Promise<readonly Measured[]> => {
  options.say(`g: ${String(DEVICES)} devices, ${kind.name}`);
  const place = await placeOf(options, kind, COMMUNES);
  try {
    const devices = await openDevices(place, DEVICES);
    for (const [nth, device] of devices.entries()) device.write(changesFrom(MUTATIONS, 900_000 + nth));
    const start = performance.now();
    const asked = (await Promise.all(devices.map(sendAll))).flat();
    const ms = performance.now() - start;
    const failures = asked.filter(({ status }) => status >= 500).length;
    const left = devices.reduce((sum, device) => sum + device.waiting() + device.refused(), 0);
    const what = `${String(DEVICES)} devices return with ${String(MUTATIONS)} mutations each, ${kind.name}`;
    return [
      {
        bench: 'g',
        what: `${what}: until all have sent`,
        value: ms / 1_000,
        unit: 's',
        parts: { exchanges: asked.length, 'mutations/s': ((DEVICES * MUTATIONS - left) * 1_000) / ms },
      },
      {
        bench: 'g',
        what: `${what}: p95 of an exchange`,
        value:
          percentile(
            asked.map((one) => one.ms),
            95,
          ) / 1_000,
        unit: 's',
        parts: {
          median:
            percentile(
              asked.map((one) => one.ms),
              50,
            ) / 1_000,
        },
      },
      { bench: 'g', what: `${what}: answers of 5xx`, value: failures, unit: '', goal: { atMost: 0 } },
      { bench: 'g', what: `${what}: not taken`, value: left, unit: 'mutations', goal: { atMost: 0 } },
    ];
  } finally {
    await place.close();
  }
};

let databases = 0;
const placeOf = async (options: Options, kind: Kind, communes: number): Promise<Place> => {
  if (kind.databaseUrl === undefined) return openPlace({ communes, pages: options.pages });
  databases += 1;
  const name = `bench_${String(databases)}`;
  await createDatabase(kind.databaseUrl, name);
  const url = new URL(kind.databaseUrl);
  url.pathname = `/${name}`;
  return openPlace({ communes, pages: options.pages, databaseUrl: url.href });
};

export const createDatabase = async (url: string, name: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'`);
  await client.end();
};

/** Runs with each database on which the server runs; the served one is there for as long as that takes. */
export const withKinds = async (use: (kind: Kind) => Promise<void>): Promise<void> => {
  await use({ name: 'SQLite', databaseUrl: undefined, openRaw: openRawSqlite });
  const postgres = await startPostgres({ durable: true });
  try {
    await use({ name: 'PostgreSQL', databaseUrl: postgres.url, openRaw: () => openRawPostgres(postgres.url) });
  } finally {
    await postgres.stop();
  }
};
