import { describe, expect, test } from 'vitest';
import { createTurns, type TurnDeps } from '#client/courier/turns.ts';

/** Tabs of one person: one lock, one channel, one clock. */
const createTabs = () => {
  let now = 0;
  let held = false;
  const heards = new Set<() => void>();
  const ticks = new Set<{ readonly ms: number; readonly tick: () => void }>();
  const tab = (isAsleep = false) => {
    let mine: () => void = () => undefined;
    const deps: TurnDeps = {
      now: () => now,
      ifFree: async (task) => {
        if (held) return task(false);
        held = true;
        try {
          return await task(true);
        } finally {
          held = false;
        }
      },
      beat: () => {
        for (const heard of heards) if (heard !== mine) heard();
      },
      onBeat: (heard) => {
        mine = heard;
        heards.add(heard);
      },
      every: (ms, tick) => {
        const timer = { ms, tick };
        if (!isAsleep) ticks.add(timer);
        return () => ticks.delete(timer);
      },
    };
    return createTurns(deps);
  };
  const pass = (seconds: number): void => {
    for (let second = 1; second <= seconds; second += 1) {
      now += 1_000;
      for (const { ms, tick } of ticks) if (now % ms === 0) tick();
    }
  };
  return { tab, pass };
};

const never = () => new Promise<string>(() => undefined);
const sent = () => Promise.resolve('sent');

describe('Turns between tabs', () => {
  test('are taken one at a time, for as long as the other tab is heard', async () => {
    const { tab, pass } = createTabs();
    const [first, second] = [tab(), tab()];
    void first(never);
    expect(await second(sent)).toBeUndefined();
    pass(600);
    expect(await second(sent)).toBeUndefined();
  });

  test('pass on when the other tab has finished', async () => {
    const { tab } = createTabs();
    const [first, second] = [tab(), tab()];
    expect(await first(sent)).toBe('sent');
    expect(await second(sent)).toBe('sent');
  });

  test('are not kept by a tab that sleeps: after a minute without a sign another goes on', async () => {
    const { tab, pass } = createTabs();
    const [sleeper, second] = [tab(true), tab()];
    void sleeper(never);
    expect(await second(sent)).toBeUndefined();
    pass(59);
    expect(await second(sent)).toBeUndefined();
    pass(1);
    expect(await second(sent)).toBe('sent');
  });

  test('are counted anew after a turn of one’s own', async () => {
    const { tab, pass } = createTabs();
    const [first, second] = [tab(true), tab()];
    await first(sent);
    pass(3_600);
    expect(await second(sent)).toBe('sent');
    void first(never);
    pass(3_600);
    // The minute begins when the lock is first found taken, or the holder last heard.
    expect(await second(() => Promise.resolve('sent'))).toBe('sent');
  });
});
