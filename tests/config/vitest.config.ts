/**
 * Unit, property, architecture, store and server tests: everything that needs no browser.
 *
 * Two projects, because only the tests that speak to a database should wait for PostgreSQL to start.
 */
import solid from 'vite-plugin-solid';
import { defineConfig } from 'vitest/config';

const withDatabases = ['server', 'simulation'].map((folder) => `tests/${folder}/**/*.test.ts`);

export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    passWithNoTests: false,
    // Asked for with --coverage; the engine's two pure halves are where a branch that no test takes would cost work.
    coverage: {
      provider: 'v8',
      include: ['src/sync/**/*.ts', 'src/server/actions/**/*.ts'],
      reporter: ['text-summary', ['text', { skipFull: true }]],
      reportsDirectory: 'test-results/coverage',
      thresholds: { branches: 95 },
    },
    projects: [
      {
        extends: true,
        // Without the plugin Solid resolves to its server build, whose effects never run.
        plugins: [solid()],
        test: {
          name: 'alone',
          environment: 'node',
          include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
          exclude: withDatabases,
        },
      },
      {
        extends: true,
        test: {
          name: 'databases',
          environment: 'node',
          include: withDatabases,
          globalSetup: ['tests/config/databases.ts'],
        },
      },
    ],
  },
});
