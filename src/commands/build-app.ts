/**
 * Builds the app when what it is made of has changed since the last build, and not otherwise.
 * A new build takes the old one's place only when it is whole: a build that fails leaves the old one working.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** What a build depends on, files and folders. */
const sources = ['src', 'public', 'index.html', 'package.json', 'package-lock.json', 'vite.config.ts', 'tsconfig.json'];

const STAMP = '.build-hash';
/** Beside the app, on the same disk, so that taking its place is one step. */
const BUILDING = '.cache/dist-building';

const filesUnder = async (path: string): Promise<readonly string[]> => {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return [];
  if (found.isFile()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
};

export const hashOfSources = async (root: string): Promise<string> => {
  const files = (await Promise.all(sources.map((source) => filesUnder(join(root, source))))).flat().sort();
  const hash = createHash('sha256');
  for (const file of files) {
    const content = createHash('sha256')
      .update(await readFile(file))
      .digest('hex');
    hash.update(`${relative(root, file)}\0${content}\n`);
  }
  return hash.digest('hex');
};

export type Build = 'fresh' | 'built' | 'failed';

/** Answers `fresh` when nothing had to be done. */
export const buildApp = async (root: string, announce: () => void): Promise<Build> => {
  const appDir = join(root, 'dist');
  const hash = await hashOfSources(root);
  const stamp = await readFile(join(appDir, STAMP), 'utf8').catch(() => undefined);
  if (stamp === hash) return 'fresh';

  announce();
  const building = join(root, BUILDING);
  await rm(building, { recursive: true, force: true });
  if (!(await runVite(root))) {
    await rm(building, { recursive: true, force: true });
    return 'failed';
  }
  await writeFile(join(building, STAMP), hash);
  const former = join(root, '.cache/dist-former');
  await rm(former, { recursive: true, force: true });
  await rename(appDir, former).catch(() => undefined);
  await rename(building, appDir);
  await rm(former, { recursive: true, force: true });
  return 'built';
};

const runVite = (root: string): Promise<boolean> =>
  new Promise((resolve) => {
    const vite = join(root, 'node_modules/vite/bin/vite.js');
    const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
      cwd: root,
      env: { ...process.env, DIST_DIR: BUILDING },
      // Its words go to stderr: stdout belongs to the program.
      stdio: ['ignore', 2, 2],
    });
    child.once('error', () => {
      resolve(false);
    });
    child.once('exit', (code) => {
      resolve(code === 0);
    });
  });
