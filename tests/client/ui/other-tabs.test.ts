/** Before a new version is taken, the other tabs are asked whether they hold something that is not saved. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createOtherTabs, type TabChannel } from '#client/ui/other-tabs.ts';

/** Every message reaches all channels but the one that posted it. */
const createLine = () => {
  const ends = new Set<{ readonly hear: (data: unknown) => void }>();
  return (): TabChannel => {
    const heardBy: ((event: { readonly data: unknown }) => void)[] = [];
    const end = { hear: (data: unknown) => heardBy.forEach((heard) => heard({ data })) };
    ends.add(end);
    return {
      postMessage: (message) => {
        for (const other of ends) if (other !== end) other.hear(message);
      },
      addEventListener: (_type, heard) => heardBy.push(heard),
    };
  };
};

describe('asking the other tabs', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('hears of the one that holds something', async () => {
    const line = createLine();
    const here = createOtherTabs(line(), () => false);
    createOtherTabs(line(), () => false);
    createOtherTabs(line(), () => true);
    await expect(here.anyDirty()).resolves.toBe(true);
  });

  test('takes silence for a no after a quarter of a second', async () => {
    const line = createLine();
    const here = createOtherTabs(line(), () => true);
    createOtherTabs(line(), () => false);
    const asked = here.anyDirty();
    await vi.advanceTimersByTimeAsync(250);
    await expect(asked).resolves.toBe(false);
  });
});
