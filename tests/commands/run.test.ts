import { describe, expect, test } from 'vitest';
import { ROOT } from '#commands/program.ts';
import { runProgram } from './process.ts';

/** What an older Node says of itself, before the program's first line is run. */
const asNode = (version: string): string =>
  `--import=data:text/javascript,${encodeURIComponent(
    `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } });`,
  )}`;

describe('The program', () => {
  test.each(['20.19.0', '18.20.4', '23.11.1'])('under Node %s says what to install, and ends', async (version) => {
    const { status, out, err } = await runProgram(ROOT, ['start'], {}, [asNode(version)]).ended;
    expect(status).toBe(1);
    expect(out).toBe('');
    expect(err).toContain(`Cần Node.js 24 trở lên; đang chạy bằng Node.js ${version}.`);
    expect(err).toContain(`Node.js 24 or newer is needed; this is Node.js ${version}.`);
    expect(err).toContain('npm ci');
    expect(err).toContain('https://nodejs.org');
  });

  test.each([[[]], [['stop']], [['toString']]])('given %j, says which commands there are', async (args) => {
    const { status, out, err } = await runProgram(ROOT, args).ended;
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain('start | admin … | catalogue');
  });
});

describe('The start in a wrong environment', () => {
  const wrong = {
    PORT: 'abc',
    HOST: 'http://x',
    DATABASE_URL: 'mysql://user:secret@host/name',
    PUBLIC_URL: 'x',
  };

  test('tells every fault at once, in both languages, without a password, and ends', async () => {
    const { status, out, err } = await runProgram(ROOT, ['start'], wrong).ended;
    expect({ status, out }).toEqual({ status: 1, out: '' });
    for (const name of Object.keys(wrong)) {
      expect(err).toMatch(new RegExp(`${name} phải `, 'u'));
      expect(err).toMatch(new RegExp(`${name} must `, 'u'));
    }
    expect(err).toContain('PORT=abc');
    expect(err).not.toContain('secret');
  });

  test('tells one fault alone', async () => {
    const { status, err } = await runProgram(ROOT, ['start'], { PORT: '70000' }).ended;
    expect(status).toBe(1);
    expect(err).toContain('PORT=70000');
    expect(err).not.toContain('PUBLIC_URL');
  });
});
