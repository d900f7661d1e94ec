/**
 * Where Chromium is: CHROMIUM_PATH, else Playwright's own, else the system's; and how to get one where there is none.
 *
 * A browser that cannot even say its version (libraries missing) does not count as found.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const systemPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const works = (path: string): boolean =>
  existsSync(path) && spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0;

/** The path of a Chromium that starts; undefined if this machine has none. */
export const findChromium = (): string | undefined => {
  const asked = process.env['CHROMIUM_PATH'];
  // What was asked for is not quietly replaced by another browser.
  if (asked !== undefined && asked !== '') return works(asked) ? asked : undefined;
  return [chromium.executablePath(), ...systemPaths].find(works);
};

const run = (command: string, args: readonly string[]): boolean => {
  console.log(`chromium: ${command} ${args.join(' ')}`);
  return spawnSync(command, args, { stdio: 'inherit', timeout: 300_000 }).status === 0;
};

const isRootOnDebian = (): boolean => process.getuid?.() === 0 && existsSync('/etc/debian_version');

/** Playwright's download first; where downloads are closed, Debian's package. It says what it does. */
export const installChromium = (): string | undefined => {
  console.log('chromium: none found; trying to install one');
  const deps = isRootOnDebian() ? ['--with-deps'] : [];
  if (run('playwright', ['install', '--no-shell', ...deps, 'chromium'])) {
    const found = findChromium();
    if (found !== undefined) return found;
  }
  if (!isRootOnDebian()) return undefined;
  run('apt-get', ['update', '-qq']);
  run('apt-get', ['install', '-y', '-qq', 'chromium', 'fonts-roboto']);
  return findChromium();
};
