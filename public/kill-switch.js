// Served in the place of sw.js when a broken service worker must go: it takes over, removes itself and reloads
// the open pages. IndexedDB is not touched: nothing that a person saved is lost.
self.addEventListener('install', () => {
  self.skipWaiting();
});
self.addEventListener('activate', (event) => {
  event.waitUntil(
    self.registration
      .unregister()
      .then(() => self.clients.matchAll({ type: 'window' }))
      .then((pages) => Promise.all(pages.map((page) => page.navigate(page.url)))),
  );
});
