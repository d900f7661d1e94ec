/** What the tests know of a source text, which itself is not kept here: which of its lines ask for something. */

/** Lines from one to another, every one or every second one. */
type Run = readonly [from: number, to: number, step: 1 | 2];

export interface SourceLines {
  /** How many lines the text has. */
  readonly count: number;
  /** The lines that carry words; all others are empty. */
  readonly written: readonly Run[];
  /** The bullets and paragraphs of the parts that give tasks, by their section. */
  readonly bullets: Readonly<Record<string, readonly number[]>>;
  /** Where a page break cut a bullet that goes on to ask for things: its second line, and the line on which it begins. */
  readonly continued?: Readonly<Record<number, number>>;
  /**
   * Lines that ask for nothing, by the reason: a heading; the sentence that opens the plan or a list; the rest of a
   * sentence that a page break cut off, whose beginning is cited; polite words at the end; the rest of the signature,
   * with the name that is not kept.
   */
  readonly silent: Readonly<
    Partial<Record<'heading' | 'opening' | 'continuation' | 'closing' | 'signature', readonly number[]>>
  >;
}

export const linesOfRuns = (runs: readonly Run[]): readonly number[] =>
  runs.flatMap(([from, to, step]) =>
    Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step),
  );
