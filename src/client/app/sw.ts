/**
 * The service worker: gives the app's own files when there is no network. It holds no key, opens no database
 * and keeps no state, so that being killed at any moment costs nothing.
 *
 * - Every file of a version is stored, or the version is not installed at all; the old one goes on whole.
 * - A new version waits until the page says so: a form being typed is never pulled from under a person.
 * - A file of the wrong kind (a captive portal's HTML in the place of a script) is never stored.
 */
import { addPlugins, cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: { url: string; revision: string | null }[] };

const kindOf: Readonly<Record<string, RegExp>> = {
  js: /javascript/u,
  css: /text\/css/u,
  html: /text\/html/u,
  svg: /image\/svg/u,
  png: /image\/png/u,
  webmanifest: /json/u,
};

const isOfItsKind = (request: Request, response: Response): boolean => {
  const extension = new URL(request.url).pathname.split('.').at(-1) ?? '';
  const kind = kindOf[extension];
  return kind === undefined || kind.test(response.headers.get('content-type') ?? '');
};

addPlugins([
  {
    cacheWillUpdate: ({ request, response }) =>
      Promise.resolve(response.status === 200 && isOfItsKind(request, response) ? response : null),
  },
]);
precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: [/^\/api\//u] }));

self.addEventListener('message', (event) => {
  const message: unknown = event.data;
  if (typeof message === 'object' && message !== null && 'type' in message && message.type === 'SKIP_WAITING') {
    void self.skipWaiting();
  }
});
self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim());
});
/** Whoever taps a notification is brought to the workbook: an open page of it, or a new one. */
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(
    self.clients
      .matchAll({ type: 'window' })
      .then(([page]): Promise<unknown> => page?.focus() ?? self.clients.openWindow('/')),
  );
});
