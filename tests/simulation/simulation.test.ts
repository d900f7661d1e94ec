/**
 * The whole engine in one thread of its own: real phones, the real courier, the real server, with chance, clock, network
 * and disks made up from one number. `npm run simulate` lives through as many seeds as somebody has time for.
 */
import { availableParallelism } from 'node:os';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultNames } from './faults.ts';
import { openPool, type Pool } from './pool.ts';
import { optionsOf, type Mode, type SeedResult } from './seed-options.ts';

interface Kept {
  readonly seed: number;
  readonly mode: Mode;
}
const kept: readonly Kept[] = JSON.parse(readFileSync(new URL('seeds.json', import.meta.url), 'utf8'));

const THREADS = Math.max(1, Math.min(2, availableParallelism()));

/** A slow machine lives through fewer; the same ones first. Two cores that do nothing else need about four minutes. */
const least = 24;
const wanted = 200;
const ENOUGH_MS = 480_000;
/** Stories of 80 actions over a link that dies: they take a third of the time of the others. */
const linkSeeds = 8;

let pool: Pool;
beforeAll(async () => {
  pool = await openPool(THREADS);
});
afterAll(() => pool.close());

const tell = ({ seed, breaches }: SeedResult): readonly string[] =>
  breaches.map((breach) => `seed ${String(seed)}: ${breach}`);

const liveThrough = async (
  orders: readonly Kept[],
  isEnough: (done: readonly SeedResult[]) => boolean,
): Promise<SeedResult[]> => {
  const results: SeedResult[] = [];
  const waiting = [...orders];
  const lane = async (): Promise<void> => {
    for (let order = waiting.shift(); order !== undefined; order = waiting.shift()) {
      results.push(await pool.live(order.seed, optionsOf(order.mode)));
      if (isEnough(results) || results.some(({ breaches }) => breaches.length > 0)) return;
    }
  };
  await Promise.all(Array.from({ length: pool.size }, lane));
  return results;
};

const faultsThatNeverFired = (results: readonly SeedResult[]): readonly string[] => {
  const fired = new Set(results.flatMap(({ faults }) => Object.keys(faults)));
  return faultNames.filter((fault) => !fired.has(fault));
};
const never = (): boolean => false;

describe('phones and a server', () => {
  test('lose nothing, double nothing and hide nothing, and agree once the faults end', async () => {
    const orders = Array.from({ length: wanted }, (_, index): Kept => {
      const seed = index + 1;
      return { seed, mode: seed % 4 === 0 ? 'safety' : 'liveness' };
    });
    const startedAt = performance.now();
    // However few a slow machine lives through: every fault must have struck.
    const results = await liveThrough(
      orders,
      (done) =>
        done.length >= least && performance.now() - startedAt > ENOUGH_MS && faultsThatNeverFired(done).length === 0,
    );
    console.log(`simulation: ${String(results.length)} seeds`);
    expect(results.flatMap(tell)).toEqual([]);

    expect(faultsThatNeverFired(results)).toEqual([]);
  }, 900_000);

  test('come to an end over a link that dies every 4 KB', async () => {
    const orders = Array.from({ length: linkSeeds }, (_, index): Kept => ({ seed: index + 1, mode: 'link' }));
    const results = await liveThrough(orders, never);
    expect(results.flatMap(tell)).toEqual([]);
  }, 300_000);

  test('do not break again where they once broke', async () => {
    const results = await liveThrough(kept, never);
    expect(results.flatMap(tell)).toEqual([]);
  }, 300_000);
});

describe('a seed', () => {
  test('tells the same story twice, byte for byte, whatever was told before', async () => {
    const options = { ...optionsOf('liveness'), actions: 120 };
    const [first] = [await pool.live(7, options)];
    await pool.live(8, options);
    const again = await Promise.all([pool.live(7, options), pool.live(7, options)]);
    expect(again.map(({ hash }) => hash)).toEqual([first?.hash, first?.hash]);
    expect((await pool.live(9, options)).hash).not.toBe(first?.hash);
  }, 120_000);
});
