/** Builds the app and its service worker. DIST_DIR says where to; VITE_PLAIN_STORE=yes makes the tests' unsealed counter-example. */
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import solid from 'vite-plugin-solid';

const outDir = process.env['DIST_DIR'] ?? 'dist';

/** What the entry imports, directly or not, but for what is fetched when it is asked for. */
const firstModules = new Set<string>();
const findFirstModules: Plugin = {
  name: 'first-modules',
  buildEnd() {
    const found = [...this.getModuleIds()].filter((id) => this.getModuleInfo(id)?.isEntry === true);
    for (let id = found.pop(); id !== undefined; id = found.pop()) {
      if (firstModules.has(id)) continue;
      firstModules.add(id);
      found.push(...(this.getModuleInfo(id)?.importedIds ?? []));
    }
  },
};

/**
 * Solid makes elements of compiled templates by `innerHTML`. That one line, and no other, may: by a policy of Trusted Types
 * that only it can reach.
 */
export const templatePolicy: Plugin = {
  name: 'template-policy',
  transform: {
    filter: { id: /solid-js\/web\/dist\/web\.js$/u },
    handler(code) {
      const sink = 't.innerHTML = html;';
      if (code.split(sink).length !== 2) this.error('Solid makes its templates in another way than it did');
      const policy = "const policy = globalThis.trustedTypes?.createPolicy('solid', { createHTML: (html) => html });";
      return {
        code: `${policy}\n${code.replace(sink, 't.innerHTML = policy ? policy.createHTML(html) : html;')}`,
        map: null,
      };
    },
  },
};

export default defineConfig({
  // The package's own entry brings the form for old browsers; this is the same code, smaller.
  resolve: { alias: [{ find: /^dexie$/u, replacement: 'dexie/dist/modern/dexie.mjs' }] },
  build: {
    // The oldest browser that officers' phones are known to carry.
    target: 'chrome109',
    cssTarget: 'chrome109',
    // The first script would name each part of each screen, 1.5 KB of it, to save a wait on a screen that is opened before
    // the service worker has stored them all.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_, deps, { hostType }) => (hostType === 'html' ? deps : []),
    },
    outDir,
    emptyOutDir: true,
    // Fonts and pictures stay files: the content security policy knows no exception for them.
    assetsInlineLimit: 0,
    // In one file: thirty small ones, each compressed by itself, weigh five kilobytes more.
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'first', test: (id) => firstModules.has(id) }] } },
    },
  },
  worker: { format: 'es' },
  plugins: [
    findFirstModules,
    templatePolicy,
    solid(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/client/app',
      filename: 'sw.ts',
      injectRegister: false,
      registerType: 'prompt',
      injectManifest: {
        // Everything that a screen could ask for: a chunk that is missing offline is a dead end.
        globPatterns: ['**/*.{js,css,html,svg,png,woff2,webmanifest}'],
        globIgnores: ['sw.js', 'kill-switch.js', 'screenshots/**'],
      },
      includeManifestIcons: false,
      manifest: {
        id: '/',
        name: 'Sổ tay Bình đẳng giới',
        short_name: 'Sổ tay BĐG',
        description: 'Kế hoạch, hoạt động, chỉ tiêu và báo cáo bình đẳng giới của xã, dùng được khi không có mạng',
        lang: 'vi',
        start_url: '/',
        display: 'standalone',
        background_color: '#faf8f5',
        theme_color: '#7a2e5d',
        icons: [
          { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
          { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icon-maskable.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
        shortcuts: [{ name: 'Ghi hoạt động', url: '/hoat-dong/moi' }],
      },
    }),
  ],
});
