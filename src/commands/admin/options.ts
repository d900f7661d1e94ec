/**
 * The options of a command: `--name value`, `--json`, and at most one word without a name; what is missing, unknown or double
 * is said in words.
 */
import { parseArgs } from 'node:util';
import { fail, ok, type Result } from '#domain/result.ts';

export interface OptionShape {
  /** A 'word' stands by itself: `restore FILE`. */
  readonly kind: 'text' | 'flag' | 'word';
  readonly required?: true;
}
export type Options = ReadonlyMap<string, string>;

export const parseOptions = (
  shapes: Readonly<Record<string, OptionShape>>,
  args: readonly string[],
): Result<Options, string> => {
  const named = Object.entries(shapes).filter(([, { kind }]) => kind !== 'word');
  const config = Object.fromEntries(
    named.map(([name, { kind }]) => [
      name,
      kind === 'text' ? { type: 'string' as const, multiple: true } : { type: 'boolean' as const },
    ]),
  );
  const takesWord = named.length < Object.keys(shapes).length;
  let values: ReturnType<typeof parseArgs>['values'];
  let words: readonly string[];
  try {
    ({ values, positionals: words } = parseArgs({
      args: [...args],
      options: config,
      strict: true,
      allowPositionals: takesWord,
    }));
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
  const options = new Map<string, string>();
  const faults: string[] = [];
  for (const [name, { kind, required }] of Object.entries(shapes)) {
    const shown = kind === 'word' ? name.toUpperCase() : `--${name}`;
    const found = kind === 'word' ? [...words] : values[name];
    if (Array.isArray(found) && found.length > 1) faults.push(`${shown} đứng hai lần / stands twice`);
    const [value] = Array.isArray(found) ? found : [found];
    if (value !== undefined && value !== false) options.set(name, String(value).normalize('NFC').trim());
    if (required === true && (options.get(name) ?? '') === '') faults.push(`Thiếu ${shown} / ${shown} is missing`);
  }
  return faults.length > 0 ? fail(faults.join('\n')) : ok(options);
};
