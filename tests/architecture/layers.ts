/**
 * The law of the house as data: which layers there are, who may import whom, and which packages each may use.
 *
 * - A layer is a folder under src; a file belongs to the longest layer name that its path begins with.
 * - A layer may always import itself. What a row does not name is forbidden.
 * - A package stands in the row of the layers whose work needs it, and nowhere else: Dexie is known by the store alone.
 */
export interface Layer {
  readonly name: string;
  /** Other layers that it may import. */
  readonly layers: readonly string[];
  /** Packages and Node modules; a trailing * stands for any ending. */
  readonly packages: readonly string[];
}

const clientLayers = [
  'client/vault',
  'client/store',
  'client/courier',
  'client/state',
  'client/device',
  'client/ui',
  'client/texts',
  'client/features',
] as const;
const serverLayers = ['server/actions', 'server/database', 'server/blobs', 'server/http'] as const;

export const layers: readonly Layer[] = [
  { name: 'domain', layers: [], packages: ['valibot', 'date-fns'] },
  { name: 'catalogue', layers: ['domain'], packages: [] },
  { name: 'sync', layers: ['domain'], packages: ['valibot'] },
  { name: 'documents', layers: ['domain'], packages: ['docx', 'write-excel-file*', 'read-excel-file*', 'fflate'] },

  { name: 'client/vault', layers: ['domain'], packages: ['hash-wasm', 'valibot'] },
  { name: 'client/store', layers: ['domain', 'sync', 'client/vault'], packages: ['dexie', 'valibot'] },
  { name: 'client/courier', layers: ['domain', 'sync', 'client/store'], packages: ['valibot'] },
  { name: 'client/state', layers: ['domain', 'sync', 'client/store', 'client/courier'], packages: ['solid-js*'] },
  { name: 'client/device', layers: [], packages: [] },
  { name: 'client/ui', layers: [], packages: ['solid-js*'] },
  { name: 'client/texts', layers: ['domain'], packages: ['solid-js*'] },
  {
    name: 'client/features',
    layers: ['domain', 'catalogue', 'documents', 'sync', 'client/state', 'client/device', 'client/ui', 'client/texts'],
    packages: ['solid-js*', '@solidjs/router'],
  },
  {
    name: 'client/app',
    layers: ['domain', 'catalogue', 'sync', ...clientLayers],
    packages: ['solid-js*', '@solidjs/router', 'workbox-*'],
  },

  { name: 'server/actions', layers: ['domain', 'sync', 'catalogue'], packages: ['valibot'] },
  {
    name: 'server/database',
    layers: ['domain', 'sync'],
    packages: ['kysely', 'better-sqlite3', 'pg', 'valibot', 'node:*'],
  },
  { name: 'server/blobs', layers: ['domain', 'sync'], packages: ['node:*'] },
  {
    name: 'server/http',
    layers: ['domain', 'sync', 'server/actions'],
    packages: ['hono*', '@hono/node-server*', 'valibot', 'node:*'],
  },
  {
    name: 'server',
    layers: ['domain', 'sync', 'catalogue', ...serverLayers],
    packages: ['@hono/node-server*', '@node-rs/argon2', 'valibot', 'pino', 'node:*'],
  },
  {
    name: 'commands',
    layers: ['domain', 'sync', 'catalogue', 'documents', 'server', ...serverLayers],
    packages: ['vite', 'valibot', 'pino', 'node:*'],
  },
];

/** No clock, no chance, no exceptions: what they need is handed to them. */
export const pureLayers: readonly string[] = ['domain', 'catalogue', 'sync', 'documents'];

/** Files whose tool demands a default export. */
export const mayExportDefault: readonly string[] = [
  'vite.config.ts',
  'tests/config/vitest.config.ts',
  'tests/config/playwright.config.ts',
  'tests/config/databases.ts',
];

export const layerOf = (path: string): Layer | undefined =>
  layers
    .filter(({ name }) => path.startsWith(`src/${name}/`))
    .sort((a, b) => b.name.length - a.name.length)
    .at(0);
