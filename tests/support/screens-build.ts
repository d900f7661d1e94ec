/** Builds the app over the workbook of plain arrays, and opens it in a browser without any server. */
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { build } from 'vite';
import solid from 'vite-plugin-solid';
import type { FakeDoorOptions } from './fake-workbook.ts';
import './screens/window.ts';

/** A secure context, as the app's own address is; nothing listens there. */
const ORIGIN = 'http://localhost:9';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

export const buildScreens = async (): Promise<string> => {
  const outDir = mkdtempSync(join(tmpdir(), 'screens-'));
  await build({
    configFile: false,
    logLevel: 'warn',
    root: new URL('screens', import.meta.url).pathname,
    plugins: [solid()],
    build: { outDir, emptyOutDir: true, target: 'chrome109', modulePreload: { polyfill: false } },
  });
  return outDir;
};

/** Every address without an ending is a page of the app. */
export const openScreens = async (page: Page, directory: string, path: string, options: FakeDoorOptions = {}) => {
  await page.route(`${ORIGIN}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    const file = extname(pathname) === '' ? '/index.html' : pathname;
    const contentType = types[extname(file)] ?? 'application/octet-stream';
    await route.fulfill({ contentType, body: readFileSync(join(directory, file)) });
  });
  await page.addInitScript((known) => {
    window.fakeOptions = known;
  }, JSON.stringify(options));
  await page.goto(`${ORIGIN}${path}`);
};
