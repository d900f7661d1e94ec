import { afterEach, describe, expect, test, vi } from 'vitest';
import { askForNotifications, notificationState, showNotification } from '#client/device/notifications.ts';
import { aheadVi } from '#client/texts/ahead-vi.ts';

/** A browser with these notifications; what its service worker was asked to show is kept. */
const aBrowser = (permission: NotificationPermission, afterAsking: NotificationPermission = permission) => {
  const showing = vi.fn<() => Promise<void>>(() => Promise.resolve());
  const requestPermission = vi.fn<() => Promise<NotificationPermission>>(() => Promise.resolve(afterAsking));
  const Notification = { permission, requestPermission };
  vi.stubGlobal('window', { Notification });
  vi.stubGlobal('Notification', Notification);
  const getRegistration = () => Promise.resolve({ showNotification: showing });
  vi.stubGlobal('navigator', { serviceWorker: { getRegistration } });
  return { showing, requestPermission };
};
const notice = { title: aheadVi.reminder.notice(3), body: aheadVi.reminder.noticeBody('04/12/2024'), tag: 'reminders' };

describe('A notification', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  test('is shown by the service worker where it may be, and nowhere else', async () => {
    const granted = aBrowser('granted');
    expect(await showNotification(notice)).toBe(true);
    expect(granted.showing).toHaveBeenCalledWith(notice.title, expect.objectContaining({ body: notice.body }));
    for (const permission of ['default', 'denied'] as const) {
      const browser = aBrowser(permission);
      expect(await showNotification(notice)).toBe(false);
      expect(browser.showing).not.toHaveBeenCalled();
      expect(browser.requestPermission).not.toHaveBeenCalled();
    }
  });

  test('is asked for by a call of its own, and its answer is told', async () => {
    const browser = aBrowser('default', 'granted');
    expect(notificationState()).toBe('default');
    expect(await askForNotifications()).toBe('granted');
    expect(browser.requestPermission).toHaveBeenCalledTimes(1);
  });

  test('is nothing in a browser that has none', async () => {
    vi.stubGlobal('window', {});
    vi.stubGlobal('navigator', {});
    expect(notificationState()).toBe('unsupported');
    expect(await askForNotifications()).toBe('unsupported');
    expect(await showNotification(notice)).toBe(false);
  });

  test('says how many and until when, and has no room for what', () => {
    expect(notice).toMatchObject({
      title: '3 việc sắp đến hạn',
      body: 'Gần nhất: 04/12/2024. Mở sổ tay để xem.',
    });
  });
});
