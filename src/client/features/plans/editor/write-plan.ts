/**
 * A whole plan, written as the many mutations that it is, and shown when the last, which completes it, is there.
 *
 * What is still to be written waits sealed on the device: a page that was closed meanwhile goes on where it stopped, and a
 * mutation that was written twice says the same twice.
 */
import { pack } from '#catalogue/pack.ts';
import type { Change } from '#domain/change.ts';
import { ok, type Result } from '#domain/result.ts';
import { isScope, type Scope } from '#domain/scope.ts';
import { isTableName } from '#domain/tables.ts';
import type { Workbook } from '#client/state/workbook.ts';

const PENDING = 'plan-on-its-way';

type Writer = Pick<Workbook, 'save' | 'drafts'>;
type Bundles = readonly (readonly Change[])[];

interface OnItsWay {
  readonly scope: Scope;
  readonly bundles: Bundles;
}

const isChange = (value: unknown): value is Change => {
  const { table, id, values } = Object(value);
  return typeof table === 'string' && isTableName(table) && typeof id === 'string' && typeof values === 'object';
};

const readOnItsWay = (kept: unknown): OnItsWay | undefined => {
  const { scope, bundles } = Object(kept);
  const isWhole =
    typeof scope === 'string' &&
    isScope(scope) &&
    Array.isArray(bundles) &&
    bundles.every((bundle) => Array.isArray(bundle) && bundle.every(isChange));
  return isWhole ? { scope, bundles } : undefined;
};

/** The rest is kept again after each mutation; what was written while the device could not keep it is written once more. */
const writeOut = async (writer: Writer, { scope, bundles }: OnItsWay): Promise<Result<void>> => {
  for (const [index, bundle] of bundles.entries()) {
    const saved = await writer.save(bundle, scope);
    if (!saved.ok) return saved;
    const rest = bundles.slice(index + 1);
    if (rest.length > 0) await writer.drafts.write(PENDING, { scope, bundles: rest });
  }
  await writer.drafts.drop(PENDING);
  return ok(undefined);
};

/** Ends what another page began; `undefined` when nothing is on its way. */
export const finishPlan = async (writer: Writer): Promise<Result<void> | undefined> => {
  const waiting = readOnItsWay(await writer.drafts.read(PENDING));
  return waiting && (await writeOut(writer, waiting));
};

export const writePlan = async (writer: Writer, changes: readonly Change[], scope: Scope): Promise<Result<void>> => {
  const before = await finishPlan(writer);
  if (before !== undefined && !before.ok) return before;
  const onItsWay = { scope, bundles: pack(changes) };
  await writer.drafts.write(PENDING, onItsWay);
  return writeOut(writer, onItsWay);
};
