/**
 * A phone: a browser with a profile directory of its own, which can be closed and opened again as it stood.
 */
import { chromium, type BrowserContext } from '@playwright/test';
import { findChromium } from './chromium.ts';

/** Without Chromium's own traffic, and without QUIC, which no test server speaks. */
export const chromiumArgs: readonly string[] = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const SMALL = { width: 360, height: 740 };
export const WIDE = { width: 1280, height: 800 };

export interface ProfileOptions {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
  /** A browser that refuses service workers: every part of the app comes from the server, as long as it has it. */
  readonly serviceWorkers?: 'allow' | 'block';
}

/** A button that is not there after this long will not come. */
const ACTION_MS = 10_000;

export const openProfile = async (
  directory: string,
  url: string,
  options: ProfileOptions = {},
): Promise<BrowserContext> => {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('no Chromium on this machine: set CHROMIUM_PATH');
  const context = await chromium.launchPersistentContext(directory, {
    executablePath,
    args: [...chromiumArgs],
    baseURL: url,
    headless: true,
    viewport: options.viewport ?? SMALL,
    colorScheme: options.colorScheme ?? 'light',
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    serviceWorkers: options.serviceWorkers ?? 'allow',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(ACTION_MS);
  return context;
};
