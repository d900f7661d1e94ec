/** What is to be measured: letters choose benches, `--json` the form, `--runs=3` and `--sizes=1000` a quicker look. */
export interface Options {
  readonly wants: (bench: string) => boolean;
  readonly json: boolean;
  readonly runs: number;
  readonly sizes: readonly number[];
  /** Brotli −11 of fifty thousand records takes minutes; smaller sizes say the same. */
  readonly largestForBytes: number;
  /** Where the built pages lie. */
  readonly pages: string;
  readonly say: (line: string) => void;
}

const RUNS = 5;
const SIZES = [1_000, 10_000, 50_000];
const LARGEST_FOR_BYTES = 10_000;

export const parseOptions = (args: readonly string[], pages: string): Options => {
  const letters = args.filter((arg) => /^[a-i]$/u.test(arg));
  const valueOf = (name: string): string | undefined =>
    args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
  const unknown = args.filter((arg) => !/^(?:[a-i]|--json|--runs=\d+|--sizes=[\d,]+)$/u.test(arg));
  if (unknown.length > 0) throw new Error(`not understood: ${unknown.join(' ')}`);
  return {
    wants: (bench) => letters.length === 0 || letters.includes(bench),
    json: args.includes('--json'),
    runs: Number(valueOf('runs') ?? RUNS),
    sizes: valueOf('sizes')?.split(',').map(Number) ?? SIZES,
    largestForBytes: LARGEST_FOR_BYTES,
    pages,
    say: (line) => {
      process.stderr.write(`bench: ${line}\n`);
    },
  };
};
