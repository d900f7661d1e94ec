import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { repeatedly } from '#server/repeating.ts';

describe('Work that repeats', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('begins at once, and again so long after its end, never twice at a time', async () => {
    let running = 0;
    let most = 0;
    let ends = 0;
    const work = async () => {
      running += 1;
      most = Math.max(most, running);
      await vi.advanceTimersByTimeAsync(0);
      running -= 1;
      ends += 1;
    };
    const { stop } = repeatedly(work, 1_000, () => undefined);
    await vi.advanceTimersByTimeAsync(2_500);
    expect([most, ends]).toEqual([1, 3]);
    await stop();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(ends).toBe(3);
  });

  test('tells what failed, and goes on', async () => {
    const failures: unknown[] = [];
    let tries = 0;
    const { stop } = repeatedly(
      () => {
        tries += 1;
        return tries === 1 ? Promise.reject(new Error('out of reach')) : Promise.resolve();
      },
      1_000,
      (error) => failures.push(error),
    );
    await vi.advanceTimersByTimeAsync(1_000);
    await stop();
    expect([tries, failures.length]).toEqual([2, 1]);
  });

  test('is waited for when it is stopped', async () => {
    let finish: () => void = () => undefined;
    const { stop } = repeatedly(
      () =>
        new Promise((resolve) => {
          finish = resolve;
        }),
      1_000,
      () => undefined,
    );
    let stopped = false;
    const stopping = stop().then(() => {
      stopped = true;
      return undefined;
    });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(stopped).toBe(false);
    finish();
    await stopping;
    expect(stopped).toBe(true);
  });

  test('is told to end when it is stopped, and not before', async () => {
    const told: boolean[] = [];
    const { stop } = repeatedly(
      (signal) =>
        new Promise((resolve) => {
          told.push(signal.aborted);
          signal.addEventListener('abort', () => resolve());
        }),
      1_000,
      () => undefined,
    );
    await vi.advanceTimersByTimeAsync(5_000);
    expect(told).toEqual([false]);
    await stop();
  });
});
