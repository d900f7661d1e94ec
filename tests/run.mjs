/**
 * `npm test`: every check of the project, in order, to the end, and one closing line `N passed, N failed`.
 *
 * - Nothing is skipped silently: a skipped test, a missing browser or a missing database is a failure.
 * - A step that fails does not hide the next one; only what needs a build is not tried without it, and counts as failed.
 * - `npm test -- lint unit` runs the named steps only.
 *
 * Plain JavaScript, so that an old Node can still read the sentence that asks for a newer one.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const results = join(root, 'test-results');
const vitestJson = join(results, 'vitest.json');
const playwrightJson = join(results, 'playwright.json');

if (Number(process.versions.node.split('.')[0]) < 24) {
  console.error(
    `These tests need Node 24 or newer; this is ${process.version}.\n` +
      'On 64-bit Linux `npm ci` brings Node 24 with the dependencies, and `npm test` uses it: run `npm ci`, then `npm test`.\n' +
      'Elsewhere install Node 24 from https://nodejs.org.',
  );
  console.log('0 passed, 1 failed');
  process.exit(1);
}

const env = {
  ...process.env,
  PATH: [join(root, 'node_modules/.bin'), dirname(process.execPath), process.env.PATH].join(delimiter),
};

const isRun = (command, args, more = {}) =>
  spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...env, ...more } }).status === 0;

/** A step without cases of its own counts as one. */
const asOne = (passed) => (passed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/** A tool that ends badly without a failed case (a crash, a file that does not load) has failed once all the same. */
const atLeastOne = (counts, ended) => (ended || counts.failed > 0 ? counts : { ...counts, failed: 1 });

const readJson = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined);

const unit = () => {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${vitestJson}`];
  const ended = isRun('vitest', ['run', '--config', 'tests/config/vitest.config.ts', ...reporters]);
  const report = readJson(vitestJson);
  if (report === undefined) return asOne(false);
  const unloaded = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  const skipped = report.numPendingTests + report.numTodoTests;
  if (skipped > 0) console.error(`unit: ${skipped} skipped, which counts as failed`);
  const counts = { passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length + skipped };
  return atLeastOne(counts, ended);
};

const endToEnd = async () => {
  const { findChromium, installChromium } = await import('./support/chromium.ts');
  const browser = findChromium() ?? installChromium();
  if (browser === undefined) {
    console.error(
      'e2e: no Chromium could be found or installed. Set CHROMIUM_PATH to one (it must start), or run\n' +
        'npx playwright install --with-deps chromium',
    );
    return asOne(false);
  }
  console.log(`e2e: in ${browser}`);
  const more = { CHROMIUM_PATH: browser };
  const ended = isRun('playwright', ['test', '--config', 'tests/config/playwright.config.ts'], more);
  const report = readJson(playwrightJson);
  if (report === undefined) return asOne(false);
  const { expected, unexpected, flaky, skipped } = report.stats;
  if (skipped > 0) console.error(`e2e: ${skipped} did not run, which counts as failed`);
  return atLeastOne({ passed: expected, failed: unexpected + flaky + skipped }, ended);
};

const npmScript = (name) => () => asOne(isRun('npm', ['run', '--silent', name]));

const steps = [
  { name: 'format', run: npmScript('format') },
  { name: 'lint', run: npmScript('lint') },
  { name: 'types', run: npmScript('types') },
  { name: 'dead-code', run: npmScript('dead-code') },
  { name: 'build', run: () => asOne(isRun('node', ['tests/config/build.ts'])) },
  { name: 'browser-floor', run: npmScript('browser-floor'), needs: 'build' },
  // After the build: that no build holds a planted bug can only be seen in one.
  { name: 'unit', run: unit },
  { name: 'e2e', run: endToEnd, needs: 'build' },
];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(`Unknown step: ${unknown.join(', ')}. The steps are ${steps.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

mkdirSync(results, { recursive: true });
for (const path of [vitestJson, playwrightJson]) rmSync(path, { force: true });

const outcomes = [];
for (const { name, run, needs } of steps) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`\n── ${name}`);
  const startedAt = performance.now();
  const isInVain = outcomes.some((one) => one.name === needs && one.failed > 0);
  if (isInVain) console.error(`${name}: not tried, because ${needs} failed`);
  const counts = isInVain ? asOne(false) : await run();
  const seconds = (performance.now() - startedAt) / 1000;
  console.log(`── ${name}: ${counts.passed} passed, ${counts.failed} failed in ${seconds.toFixed(1)} s`);
  outcomes.push({ name, seconds, ...counts });
}

const sum = (field) => outcomes.reduce((total, outcome) => total + outcome[field], 0);

console.log('\nstep            passed  failed  seconds');
for (const { name, passed, failed, seconds } of outcomes) {
  const cells = [String(passed).padStart(7), String(failed).padStart(7), seconds.toFixed(1).padStart(8)];
  console.log(`${name.padEnd(15)}${cells.join(' ')}${failed > 0 ? '  ←' : ''}`);
}
console.log(`${'all'.padEnd(38 - 8)} ${sum('seconds').toFixed(1).padStart(8)}`);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exit(sum('failed') > 0 ? 1 : 0);
