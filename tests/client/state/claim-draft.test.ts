/** Two forms of one kind never share a place for their draft, and what was left behind is found again. */
import { describe, expect, test } from 'vitest';
import { claimDraft } from '#client/state/claim-draft.ts';
import { createFakeWorkbook } from '#tests/support/fake-workbook.ts';
import { createRoot } from 'solid-js';

const draftsOf = () =>
  createRoot((dispose) => {
    const { drafts } = createFakeWorkbook({ empty: true });
    dispose();
    return drafts;
  });

/** The browser's locks, as far as a form asks of them. */
const createLocks = () => {
  const held = new Set<string>();
  const request = async (name: string, _options: unknown, use: (lock: object | null) => unknown): Promise<unknown> => {
    if (held.has(name)) return use(null);
    held.add(name);
    await use({});
    held.delete(name);
    return undefined;
  };
  // As much of it as is asked for.
  return { request } as unknown as LockManager;
};

describe('the draft of a form', () => {
  test('of two forms that are open at once stands in two places', async () => {
    const [drafts, locks] = [draftsOf(), createLocks()];
    const first = await claimDraft(drafts, 'activity:new', locks);
    await drafts.write(first.key, 'typed in the first');
    const second = await claimDraft(drafts, 'activity:new', locks);
    expect(second.key).not.toBe(first.key);
    expect(second.kept).toBeUndefined();
    await drafts.write(second.key, 'typed in the second');
    await drafts.drop(first.key);
    expect(await drafts.read(second.key)).toBe('typed in the second');
  });

  test('of a form that is gone is found again, in whichever place it was left', async () => {
    const [drafts, locks] = [draftsOf(), createLocks()];
    const first = await claimDraft(drafts, 'activity:new', locks);
    const second = await claimDraft(drafts, 'activity:new', locks);
    await drafts.write(second.key, 'left behind');
    for (const one of [first, second]) one.release();
    await Promise.resolve();
    expect((await claimDraft(drafts, 'activity:new', locks)).kept).toBe('left behind');
    expect((await claimDraft(drafts, 'activity:new', locks)).kept).toBeUndefined();
  });

  test('that cannot be read is none, and the form opens all the same', async () => {
    const drafts = { ...draftsOf(), read: () => Promise.reject(new DOMException('gone', 'InvalidStateError')) };
    expect(await claimDraft(drafts, 'activity:new', createLocks())).toMatchObject({
      key: 'activity:new',
      kept: undefined,
    });
  });
});
