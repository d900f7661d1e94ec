/** What a look told holds for the form that was looked at, and never for one that was typed while the answer was on its way. */
import { createMemo, createRoot, createSignal } from 'solid-js';
import { describe, expect, test } from 'vitest';
import { fail, ok, type Result } from '#domain/result.ts';
import { createLook, type Look } from '#client/features/units/admin/create-look.ts';

interface Form {
  readonly units: readonly string[];
}

interface Page {
  readonly look: Look<Form, number>;
  readonly type: (...units: string[]) => void;
  /** Answers the question that waits. */
  readonly answer: (result: Result<number>) => void;
  readonly asked: readonly Form[];
}

const open = (see: (page: Page) => Promise<void>): Promise<void> =>
  createRoot(async (dispose) => {
    const [units, setUnits] = createSignal<readonly string[]>([]);
    const read = createMemo((): Form | undefined => (units().length === 0 ? undefined : { units: units() }));
    const asked: Form[] = [];
    let answer: (result: Result<number>) => void = () => undefined;
    const look = createLook(
      () => read(),
      (form) => {
        asked.push(form);
        return new Promise<Result<number>>((resolve) => {
          answer = resolve;
        });
      },
    );
    await see({ look, asked, type: (...next) => setUnits(next), answer: (result) => answer(result) });
    dispose();
  });

describe('A form that is looked at before it is done', () => {
  test('keeps what was asked with what was told, until something else is typed', () =>
    open(async ({ look, type, answer }) => {
      type('a', 'b');
      const looked = look.run();
      expect([look.busy(), look.seen()]).toEqual([true, undefined]);
      answer(ok(2));
      await looked;
      expect(look.seen()).toEqual({ asked: { units: ['a', 'b'] }, answer: 2 });
      type('a');
      expect(look.seen()).toBeUndefined();
    }));

  test.each([
    ['answer', ok(2)],
    ['refusal', fail({ code: 'unit/circle' } as const)],
  ])('drops what comes after the form was changed: the %s', (_what, late) =>
    open(async ({ look, type, answer }) => {
      type('a', 'b');
      const looked = look.run();
      type('a', 'c');
      answer(late);
      await looked;
      expect([look.busy(), look.seen(), look.problem()]).toEqual([false, undefined, undefined]);
    }),
  );

  test('tells why it cannot be', () =>
    open(async ({ look, type, answer }) => {
      type('a');
      const looked = look.run();
      answer(fail({ code: 'unit/circle' }));
      await looked;
      expect([look.seen(), look.problem()]).toEqual([undefined, { code: 'unit/circle' }]);
    }));

  test('asks nothing while something is wrong, and forgets what is done', () =>
    open(async ({ look, type, answer, asked }) => {
      await look.run();
      expect([asked, look.seen()]).toEqual([[], undefined]);
      type('a');
      const looked = look.run();
      answer(ok(1));
      await looked;
      look.forget();
      expect(look.seen()).toBeUndefined();
    }));
});
