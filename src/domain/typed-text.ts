/**
 * A text as it was typed or pasted into a form, and as it is kept; what was taken away or looks wrong is told.
 *
 * Nothing that can be seen is changed: mark-up, formulas, quotes and letters of other scripts are text like any other.
 * A text that is too long is refused whole, never cut.
 */
import { otherEncoding } from './legacy-text.ts';
import type { Problem } from './problem.ts';
import { invisibleIn, visibleText } from './visible-text.ts';

export interface TypedText {
  /** What is kept, unless `problem` says that it cannot be. */
  readonly value: string;
  readonly problem?: Problem;
  /** Said beside the field; none of it stops a save. */
  readonly told: readonly Problem[];
}

/** Nobody types so much; looking through it would hold the page up. */
const PASTED_AT_MOST = 200_000;

export interface TextField {
  /** In characters. */
  readonly max: number;
  readonly required?: boolean;
  /** Line ends stay; elsewhere they become spaces. */
  readonly lines?: boolean;
}

export const readText = (typed: string, { max, required = false, lines = false }: TextField): TypedText => {
  if (typed.length > Math.max(PASTED_AT_MOST, max))
    return { value: '', problem: { code: 'field/too-long', max }, told: [] };
  const visible = visibleText(typed).trim();
  const joined = lines ? visible : visible.replaceAll(/\s*\n\s*/gu, ' ');
  const hidden = invisibleIn(typed);
  const reading = otherEncoding(typed.trim());
  const told: Problem[] = [
    ...(hidden > 0 ? [{ code: 'text/cleaned', count: hidden } as const] : []),
    ...(joined === visible ? [] : [{ code: 'text/lines-joined' } as const]),
    ...(reading === undefined ? [] : [{ code: 'text/other-encoding', reading } as const]),
  ];
  if (joined === '' && required) return { value: '', problem: { code: 'field/required' }, told };
  return joined.length > max
    ? { value: joined, problem: { code: 'field/too-long', max }, told }
    : { value: joined, told };
};
