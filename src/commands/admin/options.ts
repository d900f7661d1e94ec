/** The options of a command: `--name value` and `--json`; what is missing, unknown or double is said in words. */
import { parseArgs } from 'node:util';
import { fail, ok, type Result } from '#domain/result.ts';

export interface OptionShape {
  readonly kind: 'text' | 'flag';
  readonly required?: true;
}
export type Options = ReadonlyMap<string, string>;

export const parseOptions = (
  shapes: Readonly<Record<string, OptionShape>>,
  args: readonly string[],
): Result<Options, string> => {
  const config = Object.fromEntries(
    Object.entries(shapes).map(([name, { kind }]) => [
      name,
      kind === 'text' ? { type: 'string' as const, multiple: true } : { type: 'boolean' as const },
    ]),
  );
  let values: ReturnType<typeof parseArgs>['values'];
  try {
    ({ values } = parseArgs({ args: [...args], options: config, strict: true }));
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
  const options = new Map<string, string>();
  const faults: string[] = [];
  for (const [name, { required }] of Object.entries(shapes)) {
    const found = values[name];
    if (Array.isArray(found) && found.length > 1) faults.push(`--${name} đứng hai lần / stands twice`);
    const [value] = Array.isArray(found) ? found : [found];
    if (value !== undefined && value !== false) options.set(name, String(value).normalize('NFC').trim());
    if (required === true && (options.get(name) ?? '') === '') faults.push(`Thiếu --${name} / --${name} is missing`);
  }
  return faults.length > 0 ? fail(faults.join('\n')) : ok(options);
};
