/** What a person asks for ends in an answer or a problem: nothing stays busy for ever. */
import { createRoot } from 'solid-js';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ok, type Result } from '#domain/result.ts';
import { createTry, type Try } from '#client/state/create-try.ts';

const tried = (work: () => Promise<Result<string>>, see: (one: Try<readonly [], string>) => Promise<void>) =>
  createRoot(async (dispose) => {
    await see(createTry(work));
    dispose();
  });

describe('something that was asked for', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  test('is busy until it ends, and not asked for twice meanwhile', async () => {
    let resolve: (result: Result<string>) => void = () => undefined;
    const promise = new Promise<Result<string>>((done) => {
      resolve = done;
    });
    await tried(
      () => promise,
      async (one) => {
        const first = one.run();
        expect(one.busy()).toBe(true);
        expect(await one.run()).toBeUndefined();
        resolve(ok('done'));
        expect(await first).toEqual(ok('done'));
        expect([one.busy(), one.problem()]).toEqual([false, undefined]);
      },
    );
  });

  test.each([
    ['a full phone', new DOMException('full', 'QuotaExceededError'), { code: 'store/full' }],
    [
      'a part of the app that cannot be fetched',
      new TypeError('Failed to fetch dynamically imported module: /x.js'),
      { code: 'courier/unreachable' },
    ],
    ['a bug', new RangeError('of its own'), { code: 'problem/unknown', was: 'RangeError' }],
  ])('tells of %s as a problem, and is not busy any more', async (_what, thrown, problem) => {
    vi.stubGlobal('reportError', () => undefined);
    await tried(
      () => Promise.reject(thrown),
      async (one) => {
        expect(await one.run()).toEqual({ ok: false, problem });
        expect([one.busy(), one.problem()]).toEqual([false, problem]);
      },
    );
  });
});
