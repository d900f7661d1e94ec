/** Notifications of this phone. Whether they may be shown is asked for only when a person presses for it. */

export type NotificationState = 'unsupported' | 'default' | 'granted' | 'denied';

export const notificationState = (): NotificationState =>
  'Notification' in window && 'serviceWorker' in navigator ? Notification.permission : 'unsupported';

export const askForNotifications = async (): Promise<NotificationState> =>
  notificationState() === 'unsupported' ? 'unsupported' : Notification.requestPermission();

interface Shown {
  readonly title: string;
  readonly body: string;
  /** A later one with the same tag takes its place. */
  readonly tag: string;
}

/** `false` where it may not be shown, or the phone would not. */
export const showNotification = async ({ title, body, tag }: Shown): Promise<boolean> => {
  if (notificationState() !== 'granted') return false;
  // Chrome on Android shows only those that come by way of the service worker.
  const registration = await navigator.serviceWorker.getRegistration();
  if (registration === undefined) return false;
  return registration.showNotification(title, { body, tag, icon: '/icon-192.png', lang: 'vi' }).then(
    () => true,
    () => false,
  );
};
