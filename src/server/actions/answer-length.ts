/**
 * How long an answer may become, as the device asked: it knows its link. The answer then pauses at the end of a line.
 * At least one line of a row goes along, however little was asked for, so that every answer brings something.
 */
export interface AnswerLength {
  /** Counts a line that is sent, and gives it back. */
  readonly count: (line: string) => string;
  /** Counts lines of rows as long as they fit, and says how many those are. */
  readonly countFitting: (lines: readonly string[]) => number;
  readonly isReached: () => boolean;
  /** Something was left out. */
  readonly pause: () => void;
  readonly isPaused: () => boolean;
}

export const createAnswerLength = (max: number): AnswerLength => {
  let length = 0;
  let hasRow = false;
  let paused = false;
  const isReached = (): boolean => hasRow && length >= max;
  const count = (line: string): string => {
    // A commit mark alone brings nothing forward: it would be written again each time.
    hasRow ||= line.startsWith('["r"') || line.startsWith('["t"');
    length += line.length + 1;
    return line;
  };
  return {
    count,
    countFitting: (lines) => {
      let fitting = 0;
      for (const line of lines) {
        if (isReached()) break;
        count(line);
        fitting += 1;
      }
      return fitting;
    },
    isReached,
    pause: () => {
      paused = true;
    },
    isPaused: () => paused,
  };
};
