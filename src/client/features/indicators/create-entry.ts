/**
 * The rows of a period, typed in any order: what is typed, kept and saved of them.
 *
 * - Saved together, the rows that are right are saved, and the others are told; none waits for another.
 * - What is saved stays in sight until the saved record shows it; what is typed is never written over.
 */
import { createMemo, createSignal, untrack } from 'solid-js';
import type { Change } from '#domain/change.ts';
import type { Period } from '#domain/periods.ts';
import { readingId, type Reading } from '#domain/records/measure.ts';
import { ok } from '#domain/result.ts';
import { createDraft } from '#client/state/create-draft.ts';
import { createTry } from '#client/state/create-try.ts';
import { groupBy } from '#client/state/tallies.ts';
import { carriedBy } from '#client/state/unit-names.ts';
import type { Workbook } from '#client/state/workbook.ts';
import { problemText } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { createDirtyMark } from '#client/ui/dirty.ts';
import type { SummaryLine } from '#client/ui/ErrorSummary.tsx';
import { showToast } from '#client/ui/toasts.tsx';
import {
  copied,
  draftOfRows,
  earlierOf,
  isTyped,
  mayCopy,
  measuresEntered,
  plansInPeriod,
  startOfRow,
  type Held,
} from './entry-rows.ts';
import { groupMeasures } from './measure-groups.ts';
import { readReading, recordOfReading, type ReadingForm } from './reading-form.ts';
import { readingValues, type ReadingStart } from './reading-start.ts';

/** As many as fit a mutation with room to spare, with long texts in each. */
const AT_ONCE = 10;

const chunksOf = <T>(items: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));

export interface EntryOptions {
  readonly period: Period;
  readonly draftKey: string;
  readonly recovered: ReadonlyMap<string, ReadingStart>;
}

export const createEntry = (workbook: Workbook, { period, draftKey, recovered }: EntryOptions) => {
  const { unit, agency } = untrack(() => workbook.me());
  const plans = workbook.list('plan');
  const measures = workbook.list('measure');
  const indicators = workbook.list('indicator');
  const objectives = workbook.list('objective');
  const readings = workbook.list('reading');
  const targets = workbook.list('target');

  const asked = createMemo(() =>
    plansInPeriod(plans() ?? [], period, unit, (plan) => carriedBy(workbook, plan.scope) !== undefined),
  );
  const entered = createMemo(() => measuresEntered(measures() ?? [], asked(), period));
  const measureById = createMemo(() => new Map(entered().map((one) => [one.id, one] as const)));
  /** Ids alone, so that a row keeps its focus whatever arrives. */
  const groups = createMemo(() =>
    groupMeasures(asked(), entered(), { indicators: indicators() ?? [], objectives: objectives() ?? [] }).map(
      ({ plan, groups: inside }) => ({
        id: plan.id,
        title: plan.fields.title,
        parts: inside.map(({ title, measures: list }) => ({ title, ids: list.map(({ id }) => id) })),
      }),
    ),
  );
  /** Read once for the rows' order: a plan edited elsewhere does not move a row from under the fingers. */
  const shape = createMemo(() => groups(), undefined, { equals: (a, b) => JSON.stringify(a) === JSON.stringify(b) });
  const targetsByMeasure = createMemo(() => groupBy(targets() ?? [], (target) => target.fields.measure));
  const ownReadings = createMemo(() =>
    groupBy(
      (readings() ?? []).map(({ fields }) => fields).filter((one) => one.unit === unit && one.agency === agency),
      (one) => one.measure,
    ),
  );
  const earlier = (id: string): readonly Reading[] => ownReadings().get(id) ?? [];
  const kept = (id: string) => earlier(id).find((one) => one.period === period);

  const [typed, setTyped] = createSignal<ReadonlyMap<string, ReadingStart>>(recovered);
  const [held, setHeld] = createSignal<ReadonlyMap<string, Held>>(new Map());
  const [tried, setTried] = createSignal<ReadonlySet<string>>(new Set<string>());
  const [attempts, setAttempts] = createSignal(0);
  const [wasRecovered, setWasRecovered] = createSignal(recovered.size > 0);
  const draft = createDraft(workbook, draftKey, () => draftOfRows(untrack(typed)));
  const markDirty = createDirtyMark();
  markDirty(recovered.size > 0);

  const startOf = (id: string): ReadingStart =>
    startOfRow({ agency, period, typed: typed().get(id), held: held().get(id), saved: kept(id) });
  const setRow = (id: string, start: ReadingStart | undefined) => {
    const rows = new Map(typed());
    if (start === undefined || !isTyped(start)) rows.delete(id);
    else rows.set(id, start);
    setTyped(rows);
    markDirty(rows.size > 0);
    if (rows.size > 0) draft.touch();
    else void draft.drop();
  };
  const change = (id: string, part: Partial<ReadingForm>) => {
    const start = startOf(id);
    setRow(id, { ...start, form: { ...start.form, ...part } });
  };
  const readOf = (id: string) => {
    const measure = measureById().get(id);
    const known = { today: workbook.today(), before: earlierOf(earlier(id), period).last };
    return measure && readReading(measure.fields, startOf(id).form, known);
  };

  const changeOf = (id: string): { readonly change: Change; readonly after: Reading } | undefined => {
    const read = readOf(id);
    if (!read || read.problems.length > 0) return undefined;
    const key = { measure: id, unit, agency, period };
    const { before } = startOf(id);
    const after = recordOfReading(read.fields, key, before);
    const values = readingValues(before, after, undefined);
    return { change: { table: 'reading', id: readingId(key), values }, after };
  };
  const saving = createTry(async (ids: readonly string[]) => {
    const ready = ids.flatMap((id) => {
      const found = changeOf(id);
      return found ? [{ id, ...found }] : [];
    });
    setTried(new Set([...tried(), ...ids]));
    for (const some of chunksOf(ready, AT_ONCE)) {
      const saved = await workbook.save(some.map((one) => one.change));
      if (!saved.ok) return saved;
      for (const { id, after } of some) {
        const over = kept(id);
        const { form } = startOf(id);
        setHeld(new Map(held()).set(id, { start: { agency, before: after, loaded: form, form }, over }));
        setRow(id, undefined);
        setTried(new Set([...tried()].filter((one) => one !== id)));
      }
    }
    if (ready.length > 0) showToast(s().entry.saved(ready.length));
    if (ready.length < ids.length) setAttempts((count) => count + 1);
    setWasRecovered(false);
    return ok(undefined);
  });
  /** A row of a draft whose measure is asked for no more is kept, and counted nowhere. */
  const unsaved = () => [...typed().keys()].filter((id) => measureById().has(id));
  const saveAll = () => saving.run(unsaved());

  const copyInto = (ids: readonly string[]): number => {
    const rows = ids.flatMap((id) => {
      const { last } = earlierOf(earlier(id), period);
      return mayCopy(startOf(id), last) ? [[id, copied(startOf(id), last)] as const] : [];
    });
    for (const [id, start] of rows) setRow(id, start);
    return rows.length;
  };
  const allIds = () => entered().map(({ id }) => id);
  const wrongLines = (): readonly SummaryLine[] =>
    unsaved().flatMap((id) => {
      const [problem] = tried().has(id) ? (readOf(id)?.problems ?? []) : [];
      return problem
        ? [
            {
              target: `${id}-${problem.field}`,
              words: `${measureById().get(id)?.fields.title ?? ''}: ${problemText(problem.problem)}`,
            },
          ]
        : [];
    });
  const done = () => entered().filter(({ id }) => kept(id) !== undefined).length;
  const isReady = () => [plans(), measures(), indicators(), objectives(), readings(), targets()].every(Boolean);

  return {
    agency,
    isReady,
    shape,
    entered,
    done,
    measure: (id: string) => measureById().get(id),
    targets: (id: string) => (targetsByMeasure().get(id) ?? []).map(({ fields }) => fields),
    earlier,
    kept,
    typed,
    unsaved: () => unsaved().length,
    held,
    tried,
    attempts,
    wasRecovered,
    draft,
    saving,
    saveAll,
    change,
    undo: (id: string) => setRow(id, undefined),
    copyInto,
    copyAll: () => copyInto(allIds()),
    wrongLines,
  };
};
