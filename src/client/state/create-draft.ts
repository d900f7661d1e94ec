/**
 * A form's sealed draft: written a moment after the last key, and at once when the page goes away.
 *
 * - What could not be kept is said, and nothing claims that it was.
 * - Once dropped, nothing is written until the next key.
 */
import { createSignal, onCleanup, type Accessor } from 'solid-js';
import { CREATED, type Value, type Values } from '#domain/change.ts';
import type { Problem } from '#domain/problem.ts';
import type { RecordIn, TableName } from '#domain/tables.ts';
import { recordOf } from '#domain/values.ts';
import { storeProblemOf } from '#client/store/failures.ts';
import type { Workbook } from './workbook.ts';

const DRAFT_MS = 600;

export interface Draft {
  /** Something was typed. */
  readonly touch: () => void;
  readonly isTouched: () => boolean;
  /** When what is on the screen was last kept (ms since 1970). */
  readonly keptAt: Accessor<number | undefined>;
  /** Why it could not be kept. */
  readonly problem: Accessor<Problem | undefined>;
  readonly drop: () => Promise<void>;
}

/** Anything but the store's own trouble is a bug and shall be seen. */
const told = (error: unknown): Problem | undefined => {
  const problem = storeProblemOf(error);
  if (!problem) reportError(error);
  return problem;
};

export const createDraft = (workbook: Pick<Workbook, 'drafts'>, key: string, contents: () => unknown): Draft => {
  const [keptAt, setKeptAt] = createSignal<number>();
  const [problem, setProblem] = createSignal<Problem>();
  let isTouched = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const keep = async () => {
    clearTimeout(timer);
    timer = undefined;
    if (!isTouched) return;
    try {
      await workbook.drafts.write(key, contents());
      setProblem(undefined);
      if (isTouched) setKeptAt(Date.now());
    } catch (error) {
      setKeptAt(undefined);
      setProblem(told(error));
    }
  };
  const onHidden = () => {
    if (document.visibilityState === 'hidden') void keep();
  };
  document.addEventListener('visibilitychange', onHidden);
  onCleanup(() => {
    document.removeEventListener('visibilitychange', onHidden);
    if (timer !== undefined) void keep();
  });

  return {
    touch: () => {
      isTouched = true;
      clearTimeout(timer);
      timer = setTimeout(() => void keep(), DRAFT_MS);
    },
    isTouched: () => isTouched,
    keptAt,
    problem,
    drop: async () => {
      isTouched = false;
      clearTimeout(timer);
      timer = undefined;
      setKeptAt(undefined);
      // One that could not be dropped is offered once more; what was saved is saved.
      await workbook.drafts.drop(key).catch(told);
    },
  };
};

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isValue = (value: unknown): value is Value =>
  value === null ||
  typeof value === 'string' ||
  typeof value === 'number' ||
  typeof value === 'boolean' ||
  (Array.isArray(value) ? value.every(isValue) : isValues(value));
const isValues = (value: unknown): value is Values => isObject(value) && Object.values(value).every(isValue);

/** A record that a draft keeps as its flat values: what the form began from. */
export const recordInDraft = <T extends TableName>(table: T, kept: unknown): RecordIn<T> | undefined =>
  isValues(kept) ? recordOf(table, { ...kept, [CREATED]: true }) : undefined;
