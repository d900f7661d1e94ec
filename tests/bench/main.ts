/**
 * `npm run bench`: how far the sync engine is from what the machine itself can do, on headless Chromium and the real
 * server on loopback. `npm run bench -- a c --json` measures some of it and prints JSON.
 *
 * It fails only when something could not be measured; a goal that is missed is printed as missed.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchFirstSync } from './first-sync.ts';
import { parseOptions } from './options.ts';
import { benchPushes, benchReturn, withKinds } from './load.ts';
import { buildPages } from './page-build.ts';
import { benchReadings } from './readings.ts';
import { machine, printTable, toJson, type Measured } from './report.ts';
import { benchEmpty, benchSending } from './sending.ts';
import { benchScreens } from './screens.ts';
import { benchImport, benchUnitsOnPhone } from './units.ts';

const pages = await mkdtemp(join(tmpdir(), 'so-tay-bench-pages-'));
const options = parseOptions(process.argv.slice(2), pages);
const measured: Measured[] = [];
let failed = false;

const attempt = async (letters: string, bench: () => Promise<readonly Measured[]>): Promise<void> => {
  if (!letters.split('').some(options.wants)) return;
  try {
    measured.push(...(await bench()));
  } catch (error) {
    failed = true;
    options.say(`${letters} could not be measured: ${error instanceof Error ? (error.stack ?? '') : String(error)}`);
  }
};

await buildPages(pages);
await attempt('ad', () => benchFirstSync(options));
await attempt('b', () => benchSending(options));
await attempt('c', () => benchEmpty(options));
await attempt('e', () => benchReadings(options));
await attempt('h', () => benchUnitsOnPhone(options));
await attempt('i', () => benchScreens(options));
if (['f', 'g', 'h'].some(options.wants))
  await withKinds(async (kind) => {
    await attempt('f', () => benchPushes(options, kind));
    await attempt('g', () => benchReturn(options, kind));
    await attempt('h', () => benchImport(options, kind));
  });
await rm(pages, { recursive: true, force: true });

if (options.json) console.log(toJson(measured, options.runs));
else {
  for (const [name, value] of Object.entries(machine())) console.log(`${name}: ${value}`);
  console.log(`median of ${String(options.runs)}\n`);
  printTable(measured);
}
process.exit(failed ? 1 : 0);
