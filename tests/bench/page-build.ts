/** Builds the page twice: as people's app seals, and with the plain cipher that exists in test builds alone. */
import { join } from 'node:path';
import { build } from 'vite';

const root = new URL('page', import.meta.url).pathname;

export type Sealing = 'sealed' | 'plain';

export const pagePath = (sealing: Sealing): string => `/${sealing}/index.html`;

export const buildPages = async (outDir: string): Promise<void> => {
  for (const sealing of ['sealed', 'plain'] as const) {
    await build({
      configFile: false,
      logLevel: 'warn',
      root,
      base: `/${sealing}/`,
      define: { 'import.meta.env.VITE_PLAIN_STORE': JSON.stringify(sealing === 'plain' ? 'yes' : 'no') },
      worker: { format: 'es' },
      resolve: { alias: [{ find: /^dexie$/u, replacement: 'dexie/dist/modern/dexie.mjs' }] },
      build: {
        target: 'chrome109',
        // In one piece: a part that is fetched later would be cut like everything else, and no service worker keeps it.
        rolldownOptions: { output: { codeSplitting: false } },
        outDir: join(outDir, sealing),
        emptyOutDir: true,
        modulePreload: { polyfill: false },
      },
    });
  }
};
