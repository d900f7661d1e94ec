import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { lockWhenIdle } from '#client/state/idle-lock.ts';

const MINUTE_MS = 60_000;

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
});
afterEach(() => {
  vi.useRealTimers();
});

const watched = () => {
  const page = new EventTarget();
  const lock = vi.fn<() => void>();
  const stop = lockWhenIdle(lock, { now: () => Date.now(), page });
  return { page, lock, stop, touch: (sign = 'pointerdown') => page.dispatchEvent(new Event(sign)) };
};

test('a workbook that nobody touches for five minutes is locked, once', () => {
  const { lock } = watched();
  vi.advanceTimersByTime(5 * MINUTE_MS - 1);
  expect(lock).not.toHaveBeenCalled();
  vi.advanceTimersByTime(MINUTE_MS);
  expect(lock).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(60 * MINUTE_MS);
  expect(lock).toHaveBeenCalledTimes(1);
});

test.each(['pointerdown', 'keydown', 'scroll', 'input'])('%s keeps it open for five minutes more', (sign) => {
  const { lock, touch } = watched();
  vi.advanceTimersByTime(4 * MINUTE_MS);
  touch(sign);
  vi.advanceTimersByTime(4 * MINUTE_MS);
  expect(lock).not.toHaveBeenCalled();
  vi.advanceTimersByTime(MINUTE_MS + 10_000);
  expect(lock).toHaveBeenCalledTimes(1);
});

test.each(['visibilitychange', 'pointerdown'])(
  'a phone that slept is locked before anything is shown or done: %s',
  (sign) => {
    const { lock, touch } = watched();
    // No timer runs while a phone sleeps; its clock does.
    vi.setSystemTime(30 * MINUTE_MS);
    touch(sign);
    expect(lock).toHaveBeenCalledTimes(1);
  },
);

test('a clock that is set back does not keep it open', () => {
  const { lock } = watched();
  vi.setSystemTime(-60 * MINUTE_MS);
  vi.advanceTimersByTime(6 * MINUTE_MS);
  expect(lock).toHaveBeenCalledTimes(1);
});

test('nothing is locked once it is no longer watched', () => {
  const { lock, stop, touch } = watched();
  stop();
  vi.advanceTimersByTime(60 * MINUTE_MS);
  touch();
  expect(lock).not.toHaveBeenCalled();
});
