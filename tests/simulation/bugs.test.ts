/** The laws are tried: each planted bug must break one of them within a few seeds. And no build holds a planted bug. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bugs, sourceOf, type Bug, type Order } from './bugs.ts';
import { openPool } from './pool.ts';
import { optionsOf } from './seed-options.ts';

const MAX_SEEDS = 200;

const orders: readonly Order[] = Array.from({ length: MAX_SEEDS }, (_, index) => ({
  seed: index + 1,
  mode: index % 2 === 0 ? 'safety' : 'liveness',
}));

/** At which seed the first law is seen to be broken; where it was seen last is looked first. */
const firstRed = async ({ name, red }: Bug): Promise<number | undefined> => {
  const pool = await openPool(1, name);
  try {
    for (const { seed, mode } of [...(red === undefined ? [] : [red]), ...orders])
      if ((await pool.live(seed, optionsOf(mode))).breaches.length > 0) return seed;
    return undefined;
  } finally {
    await pool.close();
  }
};

describe('the laws', () => {
  test.concurrent.each(bugs)('notice that $name', { timeout: 600_000 }, async (bug) => {
    expect(await firstRed(bug)).toBeDefined();
  });

  test('are tried by twenty bugs at least, each with a name of its own', () => {
    expect(new Set(bugs.map(({ name }) => name)).size).toBe(bugs.length);
    expect(bugs.length).toBeGreaterThanOrEqual(20);
  });
});

describe('a planted bug', () => {
  const changes = bugs.flatMap((bug) => bug.changes);

  test('has its place in the engine, once', () => {
    const places = changes.map(({ file, from }) => readFileSync(sourceOf(file), 'utf8').split(from).length - 1);
    expect(places).toEqual(changes.map(() => 1));
  });

  test('is in no source and in no build', () => {
    const root = sourceOf('.').pathname;
    const folders = ['src', 'dist'].filter((folder) => existsSync(sourceOf(folder)));
    const files = folders.flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx,js,mjs}`, { cwd: root }));
    const texts = files.map((file) => readFileSync(sourceOf(file), 'utf8'));
    expect(files.length).toBeGreaterThan(100);
    // What a bug only takes away stands in the engine's own text as well; that it is not planted says the test above.
    const telling = changes.filter(({ from, to }) => !from.includes(to));
    expect(telling.length).toBeGreaterThan(20);
    for (const { to } of telling) expect(texts.filter((text) => text.includes(to))).toEqual([]);
    const built = globSync('dist/**/*.js', { cwd: root }).map((file) => readFileSync(sourceOf(file), 'utf8'));
    for (const mark of ['registerHooks', ...bugs.map(({ name }) => name)])
      expect(built.filter((text) => text.includes(mark))).toEqual([]);
  });
});
