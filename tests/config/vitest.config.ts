/**
 * Unit, property, architecture, store and server tests: everything that needs no browser.
 *
 * Three projects: only the tests that speak to a database should wait for PostgreSQL to start, and the simulation, which
 * lives through as many seeds as there is time for, has the machine to itself, one file after the other, after all others.
 */
import solid from 'vite-plugin-solid';
import { defineConfig } from 'vitest/config';

const withDatabases = ['tests/server/**/*.test.ts'];
const simulation = ['tests/simulation/**/*.test.ts'];

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
          exclude: [...withDatabases, ...simulation],
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
      {
        extends: true,
        test: {
          name: 'simulation',
          environment: 'node',
          include: simulation,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
