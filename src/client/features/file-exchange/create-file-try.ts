/** A file that somebody chose, read and given on; what came of it stands until another one has come of the next file. */
import { createSignal, type Accessor } from 'solid-js';
import type { Problem } from '#domain/problem.ts';
import type { Result } from '#domain/result.ts';
import { createTry } from '#client/state/create-try.ts';
import { bytesOf } from './picked-file.ts';

interface FileTry<T> {
  readonly busy: Accessor<boolean>;
  readonly problem: Accessor<Problem | undefined>;
  readonly answer: Accessor<T | undefined>;
  readonly pick: (file: File) => Promise<void>;
}

export const createFileTry = <T>(work: (bytes: Uint8Array<ArrayBuffer>) => Promise<Result<T>>): FileTry<T> => {
  const [answer, setAnswer] = createSignal<{ readonly is: T }>();
  const { busy, problem, run } = createTry(async (file: File) => {
    const bytes = await bytesOf(file);
    return bytes.ok ? work(bytes.value) : bytes;
  });
  return {
    busy,
    problem,
    answer: () => answer()?.is,
    pick: async (file) => {
      const result = await run(file);
      if (result?.ok === true) setAnswer({ is: result.value });
    },
  };
};
