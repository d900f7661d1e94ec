/**
 * How many of all units, or bodies, keep a cadence: "100 % of communes have 4 items a quarter".
 *
 * A body keeps it when every period that has ended has what it asks; one period that fell short fails it, however full
 * the others are. A body of which nothing is known is neither, and stays among all.
 */
import type { Tally } from './cadence.ts';
import type { Period } from './periods.ts';

export interface BodyTally {
  readonly body: string;
  /** Absent where nothing has come from it. */
  readonly tally?: Tally | undefined;
}

export interface Coverage {
  readonly numerator: number;
  readonly denominator: number;
  readonly kept: readonly string[];
  /** Which periods fell short, body by body. */
  readonly failing: readonly { readonly body: string; readonly periods: readonly Period[] }[];
  /** Nothing has failed, but a period that has begun is not full yet, or is still to come. */
  readonly running: readonly string[];
  readonly unknown: readonly string[];
}

export const coverageOf = (bodies: readonly BodyTally[]): Coverage => {
  const kept: string[] = [];
  const failing: { body: string; periods: readonly Period[] }[] = [];
  const running: string[] = [];
  const unknown: string[] = [];
  const byBody = new Map(bodies.map(({ body, tally }) => [body, tally?.periods ?? []] as const));
  for (const [body, periods] of byBody) {
    const short = periods.filter(({ state }) => state === 'not-met').map(({ period }) => period);
    if (periods.length === 0) unknown.push(body);
    else if (short.length > 0) failing.push({ body, periods: short });
    else if (periods.every(({ state }) => state === 'met')) kept.push(body);
    else running.push(body);
  }
  return { numerator: kept.length, denominator: byBody.size, kept, failing, running, unknown };
};
