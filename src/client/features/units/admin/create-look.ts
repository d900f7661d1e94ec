/**
 * A form that is looked at before it is done. What the look told holds for what was asked and for nothing else: it is gone
 * as soon as the form says something else, and an answer that comes after that is dropped.
 */
import { createMemo, createSignal, type Accessor } from 'solid-js';
import { ok, type Result } from '#domain/result.ts';
import { createTry, type Try } from '#client/state/create-try.ts';

export interface Seen<Asked, Answer> {
  /** What is sent when it is done. */
  readonly asked: Asked;
  readonly answer: Answer;
}

export interface Look<Asked, Answer> extends Pick<Try<readonly [], void>, 'busy' | 'problem' | 'run'> {
  readonly seen: Accessor<Seen<Asked, Answer> | undefined>;
  readonly forget: () => void;
}

/** `read` gives what the form asks, `undefined` while something is wrong: the same object until the form is changed. */
export const createLook = <Asked extends object, Answer>(
  read: Accessor<Asked | undefined>,
  ask: (asked: Asked) => Promise<Result<Answer>>,
): Look<Asked, Answer> => {
  const [last, setLast] = createSignal<Seen<Asked, Answer>>();
  const { busy, problem, run } = createTry(async (): Promise<Result<void>> => {
    const asked = read();
    if (asked === undefined) return ok(undefined);
    const answer = await ask(asked);
    if (read() !== asked) return ok(undefined);
    if (!answer.ok) return answer;
    setLast({ asked, answer: answer.value });
    return ok(undefined);
  });
  const seen = createMemo(() => {
    const found = last();
    return found?.asked === read() ? found : undefined;
  });
  return { busy, problem, run, seen, forget: () => setLast(undefined) };
};
