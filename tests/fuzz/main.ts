/** `npm run fuzz [-- --requests 100000] [--seed 1]`: pesters a server of its own, and ends with 1 when anything was wrong. */
import { parseArgs } from 'node:util';
import { fuzz } from './fuzz.ts';

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '100000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
  },
});
const out = (text: string): void => {
  process.stdout.write(`${text}\n`);
};
const startedAt = performance.now();
const seconds = (): number => (performance.now() - startedAt) / 1_000;

const report = await fuzz(Number(values.requests), Number(values.seed), (done) => {
  if (done % 10_000 === 0) out(`${String(done)} requests, ${(done / seconds()).toFixed(0)} a second`);
});
out(`seed ${String(report.seed)}: ${String(report.requests)} requests in ${seconds().toFixed(0)} s`);
out(`answers by status (0: closed without one): ${JSON.stringify(report.statuses)}`);
out(report.faults.length === 0 ? 'no failure, no leak, and it is alive' : report.faults.join('\n'));
process.exitCode = report.faults.length === 0 ? 0 : 1;
