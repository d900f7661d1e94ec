/** A draft is kept a moment after the last key; when the disk is full that is said, and nothing claims that it was kept. */
import { createRoot } from 'solid-js';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createDraft, type Draft } from '#client/state/create-draft.ts';
import { createFakeWorkbook } from '#tests/support/fake-workbook.ts';

const withDraft = async (write: (value: unknown) => Promise<void>, see: (draft: Draft) => Promise<void>) => {
  await createRoot(async (dispose) => {
    const { drafts } = createFakeWorkbook({ empty: true });
    const kept = { drafts: { ...drafts, write: (_key: string, value: unknown) => write(value) } };
    await see(createDraft(kept, 'activity:new', () => 'typed'));
    dispose();
  });
};

describe('a draft', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('document', new EventTarget());
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  test('is kept within a second of the last key', async () => {
    const written: unknown[] = [];
    const keep = (value: unknown) => Promise.resolve(void written.push(value));
    await withDraft(keep, async (draft) => {
      draft.touch();
      await vi.advanceTimersByTimeAsync(1_000);
      expect(written).toEqual(['typed']);
      expect(draft.keptAt()).toBeDefined();
    });
  });

  test('says that the disk is full, and no longer that it was kept, until it fits again', async () => {
    let isFull = false;
    const keep = () => (isFull ? Promise.reject(new DOMException('full', 'QuotaExceededError')) : Promise.resolve());
    await withDraft(keep, async (draft) => {
      const type = async () => {
        draft.touch();
        await vi.advanceTimersByTimeAsync(1_000);
        return { keptAt: draft.keptAt() !== undefined, problem: draft.problem()?.code };
      };
      expect(await type()).toEqual({ keptAt: true, problem: undefined });
      isFull = true;
      expect(await type()).toEqual({ keptAt: false, problem: 'store/full' });
      isFull = false;
      expect(await type()).toEqual({ keptAt: true, problem: undefined });
    });
  });

  test('that was dropped is not written any more', async () => {
    const keep = vi.fn<() => Promise<void>>(() => Promise.resolve());
    await withDraft(keep, async (draft) => {
      draft.touch();
      await draft.drop();
      await vi.advanceTimersByTimeAsync(1_000);
      expect(keep).not.toHaveBeenCalled();
    });
  });
});
