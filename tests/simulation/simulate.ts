/**
 * `npm run simulate -- --seeds 1000 [--from 1] [--mode liveness|safety|link] [--bug NAME] [--threads 2] [--trace SEED]`
 *
 * Lives through many seeds and prints those that break a law; a failing one is kept in seeds.json, and the tests live
 * through it for ever. `--trace` tells one seed's story.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { bugs } from './bugs.ts';
import { openPool } from './pool.ts';
import { modes, optionsOf, type Mode } from './seed-options.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '200' },
    from: { type: 'string', default: '1' },
    mode: { type: 'string' },
    bug: { type: 'string' },
    threads: { type: 'string', default: '2' },
    trace: { type: 'string' },
    actions: { type: 'string' },
  },
});

const keptSeeds = new URL('seeds.json', import.meta.url);
interface Kept {
  readonly seed: number;
  readonly mode: Mode;
  readonly why: string;
}
const readKept = (): readonly Kept[] => JSON.parse(readFileSync(keptSeeds, 'utf8'));

const modeOf = (seed: number): Mode => {
  const asked = modes.find((mode) => mode === values.mode);
  return asked ?? (seed % 4 === 0 ? 'safety' : 'liveness');
};
const out = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

if (values.bug !== undefined && !bugs.some(({ name }) => name === values.bug)) {
  out(`No bug is called "${values.bug}". There are:\n${bugs.map(({ name }) => `  ${name}`).join('\n')}`);
  process.exit(2);
}

const traceOne = async (seed: number): Promise<void> => {
  const pool = await openPool(1, values.bug);
  const { trace, breaches, hash, faults } = await pool.live(seed, { ...optionsOf(modeOf(seed)), trace: true });
  out(trace.join('\n'));
  out(breaches.length === 0 ? `seed ${String(seed)}: every law holds (${hash})` : breaches.join('\n'));
  out(JSON.stringify(faults));
  await pool.close();
};

const simulate = async (from: number, count: number): Promise<number> => {
  const pool = await openPool(Number(values.threads), values.bug);
  const startedAt = performance.now();
  const failing: Kept[] = [];
  let done = 0;
  const one = async (seed: number): Promise<void> => {
    const mode = modeOf(seed);
    const { breaches } = await pool.live(seed, optionsOf(mode));
    done += 1;
    const seconds = (performance.now() - startedAt) / 1_000;
    if (breaches.length > 0) {
      failing.push({ seed, mode, why: breaches[0]?.split('\n', 1)[0] ?? '' });
      out(`seed ${String(seed)} (${mode}):\n  ${breaches.join('\n  ')}`);
    }
    if (done % 50 === 0)
      out(
        `${String(done)} of ${String(count)} seeds, ${(done / seconds).toFixed(2)} a second, ${String(failing.length)} failed`,
      );
  };
  let next = from;
  const lane = async (): Promise<void> => {
    while (next < from + count) {
      const seed = next;
      next += 1;
      await one(seed);
    }
  };
  await Promise.all(Array.from({ length: pool.size }, lane));
  await pool.close();
  const seconds = (performance.now() - startedAt) / 1_000;
  out(`${String(done)} seeds in ${seconds.toFixed(0)} s, ${String(failing.length)} failed`);
  if (failing.length > 0 && values.bug === undefined) {
    const kept = readKept();
    const fresh = failing.filter(({ seed, mode }) => !kept.some((known) => known.seed === seed && known.mode === mode));
    writeFileSync(keptSeeds, `${JSON.stringify([...kept, ...fresh], null, 2)}\n`);
    out(`kept in tests/simulation/seeds.json: ${fresh.map(({ seed }) => seed).join(', ')}`);
  }
  return failing.length;
};

if (values.trace !== undefined) await traceOne(Number(values.trace));
else process.exitCode = (await simulate(Number(values.from), Number(values.seeds))) > 0 ? 1 : 0;
