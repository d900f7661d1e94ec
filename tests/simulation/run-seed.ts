/** One seed, lived through. */
import type { Mode, SeedOptions, SeedResult } from './seed-options.ts';
import { quiet, through } from './thread.ts';
import { createWorld, type World } from './sim-world.ts';
import { FAIR } from './network.ts';
import { BOUNDED, DYING_LINK, live, rest, UNLIMITED, type Severity } from './story.ts';
import { breachesNow, breachesAtRest, breachesOnDisks } from './sim-laws.ts';

interface Inspection {
  /** Looks at the world as it ended. */
  readonly inspect?: (world: World) => void;
}

const severities: Readonly<Record<Mode, Severity>> = { liveness: BOUNDED, safety: UNLIMITED, link: DYING_LINK };

const CHECK_EVERY = 12;

export const runSeed = async (
  seed: number,
  { mode, actions, trace, inspect, checkEvery }: SeedOptions & Inspection,
): Promise<SeedResult> => {
  const world = await createWorld(seed, trace);
  const breaches = await story(world, mode, actions, checkEvery);
  inspect?.(world);
  for (const phone of world.phones) phone.crash();
  await quiet();
  return {
    seed,
    breaches: [...world.thrown, ...breaches],
    hash: world.trace.hash(),
    faults: world.faults.counts(),
    requests: world.network.requests(),
    trace: world.trace.lines,
  };
};

const story = async (world: World, mode: Mode, actions: number, checkEvery?: number): Promise<readonly string[]> => {
  let found: readonly string[] = [];
  const ended = await live(world, actions, severities[mode], async (_world, done) => {
    if (world.thrown.length > 0) return false;
    if (done % CHECK_EVERY !== 0) {
      if (checkEvery === undefined || done % checkEvery !== 0) return true;
      // Looking more often must not make it another story.
      found = breachesOnDisks(world);
      return found.length === 0;
    }
    await quiet();
    found = await through(breachesNow(world, done / CHECK_EVERY));
    return found.length === 0;
  });
  if (!ended || mode === 'safety') return found;
  if (!(await rest(world, mode === 'link' ? DYING_LINK.weather : FAIR)))
    return ['it does not come to rest', ...(await through(breachesNow(world, 0)))];
  return through(breachesAtRest(world));
};
