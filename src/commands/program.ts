/** What every command knows of the program itself: where it lies, and its version. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const Package = v.object({ version: v.string() });

export const readVersion = async (): Promise<string> =>
  v.parse(Package, JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'))).version;
