/** `npm run rights`: the table of rights as others read it, and as src/README.md shows it. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { routeRights } from '#domain/rights-table.ts';
import { ROOT } from '#commands/program.ts';
import { rights } from '#commands/rights.ts';
import { rightsCases } from '#commands/rights/cases.ts';
import { rightsAsText } from '#commands/rights/printed.ts';
import { runProgram } from './process.ts';

const run = (...args: readonly string[]) => {
  const out: string[] = [];
  const err: string[] = [];
  const status = rights(args, { print: (words) => out.push(words), complain: (words) => err.push(words) });
  return { status, out: out.join('\n'), err: err.join('\n') };
};

describe('npm run rights', () => {
  test('prints the two tables, and src/README.md shows them as they are', () => {
    const { status, out } = run();
    expect([status, out]).toEqual([0, rightsAsText()]);
    expect(readFileSync(`${ROOT}/src/README.md`, 'utf8')).toContain(`<!-- rights -->\n\n${out}\n\n<!-- /rights -->`);
  });

  test('prints all of it as JSON, with the number of cases', async () => {
    const { status, out, err } = await runProgram(ROOT, ['rights', '--json']).ended;
    expect({ status, err }).toEqual({ status: 0, err: '' });
    const printed: {
      compartments: Record<string, unknown>;
      routes: Record<string, { asks: string; cases: number }>;
      cases: number;
    } = JSON.parse(out);
    expect(printed.cases).toBe(rightsCases().length);
    expect(printed.cases).toBeGreaterThan(2_500);
    expect(Object.values(printed.routes).reduce((sum, { cases }) => sum + cases, 0)).toBe(printed.cases);
    expect(Object.keys(printed.routes)).toEqual(Object.keys(routeRights));
    expect(printed.compartments).toMatchObject({
      recorder: { own: { work: { read: 'sync', write: 'own-agency' } } },
      supervisor: { below: { work: { read: 'online', write: 'none' } } },
    });
  });

  test('asks for nothing else', () => {
    expect(run('--help')).toMatchObject({ status: 0, err: '' });
    for (const args of [['--text'], ['--json', 'more']]) {
      const { status, out, err } = run(...args);
      expect({ status, out }).toEqual({ status: 2, out: '' });
      expect(err).toContain('npm run rights [-- --json]');
    }
  });
});
