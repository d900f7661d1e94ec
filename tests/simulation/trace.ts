/** What happened, in its order: a hash of all of it, and the lines themselves where somebody wants to read them. */
export interface Trace {
  readonly note: (text: string) => void;
  /** Goes into the hash alone. */
  readonly mix: (text: string) => void;
  readonly hash: () => string;
  readonly lines: readonly string[];
}

export const createTrace = (now: () => number, start: number, keep: boolean): Trace => {
  let low = 0x811c9dc5;
  let high = 0x01000193;
  const lines: string[] = [];
  const mix = (text: string): void => {
    if (process.env['WIRE']) lines.push(text);
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i);
      low = Math.imul(low ^ code, 0x01000193);
      high = Math.imul(high ^ (code + (low >>> 15)), 0x85ebca6b);
    }
  };
  return {
    mix,
    note: (text) => {
      const seconds = ((now() - start) / 1_000).toFixed(3);
      mix(`${seconds} ${text}\n`);
      if (keep) lines.push(`${seconds.padStart(12)}  ${text}`);
    },
    hash: () => `${(high >>> 0).toString(16).padStart(8, '0')}${(low >>> 0).toString(16).padStart(8, '0')}`,
    lines,
  };
};
