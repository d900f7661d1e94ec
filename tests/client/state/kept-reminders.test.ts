import { createRoot } from 'solid-js';
import { describe, expect, test, vi } from 'vitest';
import { createKeptReminders, readKept } from '#client/state/kept-reminders.ts';
import { createFakeWorkbook } from '#tests/support/fake-workbook.ts';

const opened = async (workbook: Pick<ReturnType<typeof createFakeWorkbook>, 'drafts'>) => {
  const memory = createRoot(() => createKeptReminders(workbook));
  await vi.waitFor(() => expect(memory.kept()).toBeDefined());
  return memory;
};

describe('What this phone keeps of reminders', () => {
  test('is there again when the workbook is opened anew', async () => {
    const workbook = createRoot(() => createFakeWorkbook());
    const first = await opened(workbook);
    expect(first.kept()).toEqual({ putOff: {}, wantsNotices: false, noticedOn: undefined });
    await first.putOff('deadline~r1~2024-12-04', '2024-12-02');
    await first.wantNotices(true);
    await first.noticed('2024-12-02');
    expect((await opened(workbook)).kept()).toEqual({
      putOff: { 'deadline~r1~2024-12-04': '2024-12-02' },
      wantsNotices: true,
      noticedOn: '2024-12-02',
    });
  });

  test('is nothing where what was kept cannot be read', () => {
    const nothing = { putOff: {}, wantsNotices: false, noticedOn: undefined };
    for (const kept of [undefined, null, 'x', 3, { putOff: 4, wantsNotices: 'yes', noticedOn: '31/12' }])
      expect(readKept(kept)).toEqual(nothing);
    expect(readKept({ putOff: { a: '2024-12-02', b: 'never' } }).putOff).toEqual({ a: '2024-12-02' });
  });

  test('goes on for this page where the phone can keep nothing', async () => {
    const failing = {
      drafts: {
        read: () => Promise.reject(new DOMException('closed', 'InvalidStateError')),
        write: () => Promise.reject(new DOMException('full', 'QuotaExceededError')),
        drop: () => Promise.resolve(),
      },
    };
    vi.stubGlobal('reportError', vi.fn());
    const memory = await opened(failing);
    await memory.wantNotices(true);
    expect(memory.kept()?.wantsNotices).toBe(true);
    vi.unstubAllGlobals();
  });
});
