/** Tests in a real Chromium against the real server; one at a time, because each starts servers and browsers of its own. */
import { defineConfig } from '@playwright/test';
import { findChromium } from '../support/chromium.ts';
import { chromiumArgs } from '../support/profile.ts';

const executablePath = findChromium();
if (executablePath === undefined) throw new Error('no Chromium on this machine: set CHROMIUM_PATH, or run npm test');

const results = new URL('../../test-results', import.meta.url).pathname;

export default defineConfig({
  testDir: '../e2e',
  testMatch: '**/*.spec.ts',
  outputDir: `${results}/e2e`,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: `${results}/playwright.json` }]],
  use: {
    browserName: 'chromium',
    headless: true,
    serviceWorkers: 'allow',
    // Without pictures of every step, which would cost a sixth of the time; a failed test keeps a picture of its phones.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false },
    launchOptions: { executablePath, args: [...chromiumArgs] },
  },
});
