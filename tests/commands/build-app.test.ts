import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildApp, hashOfSources } from '#commands/build-app.ts';

/** Stands where the builder does, and makes a page of the source; a source that says so cannot be built. */
const builder = `
  const { mkdirSync, readFileSync, writeFileSync } = require('node:fs');
  const source = readFileSync('src/app.ts', 'utf8');
  mkdirSync(process.env.DIST_DIR, { recursive: true });
  writeFileSync(process.env.DIST_DIR + '/index.html', 'page of ' + source);
  if (source.includes('broken')) process.exit(1);
`;

const project = {
  'src/app.ts': 'first',
  'src/deep/er/module.ts': 'export {};',
  'public/icon.svg': '<svg/>',
  'index.html': '<!doctype html>',
  'package.json': '{}',
  'package-lock.json': '{}',
  'vite.config.ts': 'export {};',
  'tsconfig.json': '{}',
  'README.md': 'what it is',
  'node_modules/vite/package.json': '{ "type": "commonjs" }',
  'node_modules/vite/bin/vite.js': builder,
};

let root: string;
const write = async (path: string, text: string): Promise<void> => {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
};
const page = (): Promise<string> => readFile(join(root, 'dist/index.html'), 'utf8');

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'so-tay-build-'));
  for (const [path, text] of Object.entries(project)) await write(path, text);
});
afterEach(() => rm(root, { recursive: true, force: true }));

describe('The hash of the sources', () => {
  test.each([
    'src/app.ts',
    'src/deep/er/module.ts',
    'public/icon.svg',
    'index.html',
    'package.json',
    'package-lock.json',
    'vite.config.ts',
    'tsconfig.json',
  ])('changes with %s, and is the former one when that is', async (path) => {
    const before = await hashOfSources(root);
    const text = await readFile(join(root, path), 'utf8');
    await write(path, `${text} `);
    expect(await hashOfSources(root)).not.toBe(before);
    await write(path, text);
    expect(await hashOfSources(root)).toBe(before);
  });

  test('changes with a file that is added, taken away or renamed', async () => {
    const before = await hashOfSources(root);
    await write('src/added.ts', '');
    const after = await hashOfSources(root);
    expect(after).not.toBe(before);
    await rm(join(root, 'src/added.ts'));
    expect(await hashOfSources(root)).toBe(before);
    await write('src/renamed.ts', '');
    expect([before, after]).not.toContain(await hashOfSources(root));
  });

  test('does not change with what the app is not made of, nor with a date', async () => {
    const before = await hashOfSources(root);
    await write('README.md', 'something else');
    await write('dist/index.html', 'built');
    await write('data/so-tay.sqlite', 'data');
    await utimes(join(root, 'src/app.ts'), 0, 0);
    expect(await hashOfSources(root)).toBe(before);
  });
});

describe('The build', () => {
  const build = async () => {
    const announced: string[] = [];
    const outcome = await buildApp(root, () => announced.push('building'));
    return { outcome, announced: announced.length };
  };

  test('is done once, and again only when a source has changed', async () => {
    expect(await build()).toEqual({ outcome: 'built', announced: 1 });
    expect(await page()).toBe('page of first');
    expect(await build()).toEqual({ outcome: 'fresh', announced: 0 });
    await write('src/app.ts', 'second');
    expect(await build()).toEqual({ outcome: 'built', announced: 1 });
    expect(await page()).toBe('page of second');
    expect(await build()).toEqual({ outcome: 'fresh', announced: 0 });
  });

  test('leaves nothing of the former one', async () => {
    await build();
    await write('dist/assets/former.js', 'former');
    await write('src/app.ts', 'second');
    await build();
    await expect(readFile(join(root, 'dist/assets/former.js'))).rejects.toThrow('ENOENT');
  });

  test('that fails leaves the former one working, and is tried again', async () => {
    await build();
    await write('src/app.ts', 'broken');
    expect((await build()).outcome).toBe('failed');
    expect(await page()).toBe('page of first');
    expect((await build()).outcome).toBe('failed');
    await write('src/app.ts', 'first');
    expect((await build()).outcome).toBe('fresh');
  });
});
