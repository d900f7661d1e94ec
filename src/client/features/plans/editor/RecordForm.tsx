/** The form of one record of a plan: drawn by its description, kept as a draft while it is typed, saved as one mutation. */
import { createEffect, createMemo, createSignal, For, on, Show, untrack } from 'solid-js';
import { createStore, unwrap } from 'solid-js/store';
import type { FieldProblem, Problem } from '#domain/problem.ts';
import type { PlanTable, RecordIn } from '#domain/tables.ts';
import { changedValues, valuesOf } from '#domain/values.ts';
import { useWorkbook } from '#client/state/context.ts';
import { createDraft } from '#client/state/create-draft.ts';
import type { Saved } from '#client/state/workbook.ts';
import { problemText } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { clockWords } from '#client/texts/words.ts';
import { createDirtyMark } from '#client/ui/dirty.ts';
import { ErrorSummary } from '#client/ui/ErrorSummary.tsx';
import { Icon } from '#client/ui/icons.tsx';
import { StateMark } from '#client/ui/marks.tsx';
import { showToast } from '#client/ui/toasts.tsx';
import { fieldId, labelOf, type FormControl } from './form-control.ts';
import { fieldsOf } from './form-fields.ts';
import { isAsked, readForm } from './form-reading.ts';
import { formOf, type PlanForm } from './form-values.ts';
import { linkValue } from './links.ts';
import type { PlanDraft } from './plan-draft.ts';
import { SpecField } from './SpecField.tsx';

export interface RecordFormProps {
  readonly table: PlanTable;
  readonly plan: Saved<'plan'> | undefined;
  /** What it is called once it is saved. */
  readonly id: string;
  readonly before: RecordIn<PlanTable> | undefined;
  /** What a new record has that is not typed: its plan, its place, what it stands under. */
  readonly given: Readonly<Record<string, unknown>>;
  readonly start: PlanForm;
  readonly draft: PlanDraft | undefined;
  readonly draftKey: string;
  /** Where it goes on after saving; `again` asks for another new one. */
  readonly onSaved: (id: string, again: boolean) => void;
  readonly onDelete?: (() => void) | undefined;
  readonly suggestions: readonly string[];
}

export const RecordForm = (props: RecordFormProps) => {
  const workbook = useWorkbook();
  const table = untrack(() => props.table);
  const [form, setForm] = createStore<Record<string, PlanForm[string]>>(
    structuredClone({ ...untrack(() => props.draft?.form ?? props.start) }),
  );
  const [problems, setProblems] = createSignal<readonly FieldProblem[]>([]);
  const [attempts, setAttempts] = createSignal(0);
  const [storeProblem, setStoreProblem] = createSignal<Problem>();
  const [busy, setBusy] = createSignal(false);
  const [recovered, setRecovered] = createSignal(untrack(() => props.draft !== undefined));
  const id = untrack(() => props.draft?.id ?? props.id);
  /** Only what differs from this is written, so that a draft puts back nothing that others changed meanwhile. */
  let before = untrack(() => (props.draft === undefined ? props.before : props.draft.before));

  const markDirty = createDirtyMark();
  const draft = createDraft(
    workbook,
    untrack(() => props.draftKey),
    () => ({ id, form: structuredClone(unwrap(form)), before: before === undefined ? null : valuesOf(table, before) }),
  );
  const control: FormControl = {
    table,
    get plan() {
      return props.plan;
    },
    form,
    set: (field, typed) => {
      setForm(field, typed);
      draft.touch();
      markDirty(true);
    },
    error: (field) => {
      const found = problems().find((one) => one.field === field);
      return found && problemText(found.problem);
    },
  };
  const read = () => readForm(table, form, before ?? props.given, { valueOf: linkValue(workbook) });
  /** As they stand on the screen, so that the summary leads from top to bottom. */
  const inOrder = (found: readonly FieldProblem[]): readonly FieldProblem[] => {
    const fields = fieldsOf[table].map((spec) => spec.field);
    const place = ({ field }: FieldProblem) => fields.findIndex((one) => field === one || field.startsWith(`${one}.`));
    return [...found].sort((a, b) => place(a) - place(b));
  };
  // After a first try the errors follow the typing, so that a field which was put right says so.
  createEffect(on([() => ({ ...form }), attempts], () => attempts() > 0 && setProblems(inOrder(read().problems))));
  const summary = createMemo(() =>
    untrack(problems).length < 0 || attempts() === 0
      ? []
      : inOrder(untrack(read).problems).map((one) => ({
          target: fieldId(one.field),
          words: `${labelOf(table, one.field.replace(/\.\d+\.\w+$/u, ''))}: ${problemText(one.problem)}`,
        })),
  );

  const write = async (again: boolean) => {
    const { record, problems: found } = read();
    if (record === undefined) {
      setProblems(inOrder(found));
      setAttempts((count) => count + 1);
      return;
    }
    const values = changedValues(table, before, record);
    const saved = Object.keys(values).length === 0 ? undefined : await workbook.save([{ table, id, values }]);
    if (saved?.ok === false) {
      setStoreProblem(saved.problem);
      return;
    }
    markDirty(false);
    await draft.drop();
    showToast(s().activity.saved);
    props.onSaved(id, again);
  };
  const save = async (again: boolean) => {
    if (busy()) return;
    setBusy(true);
    try {
      await write(again);
    } finally {
      setBusy(false);
    }
  };
  const startAnew = async () => {
    await draft.drop();
    markDirty(false);
    before = props.before;
    for (const [field, typed] of Object.entries(formOf(table, props.before))) setForm(field, typed);
    for (const [field, typed] of Object.entries(structuredClone({ ...props.start }))) setForm(field, typed);
    setRecovered(false);
  };
  const shown = (isFolded: boolean) =>
    fieldsOf[table].filter((spec) => (spec.folded ?? false) === isFolded && isAsked(spec, form));
  const foldedProblems = () =>
    problems().some((one) => shown(true).some(({ field }) => one.field === field || one.field.startsWith(`${field}.`)));

  return (
    <form
      class="stack wide"
      autocomplete="off"
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        void save(false);
      }}
    >
      <Show when={recovered()}>
        <div class="card warned line between" role="status">
          <span>{s().activity.draftBack}</span>
          <button type="button" class="btn" onClick={() => void startAnew()}>
            {s().activity.draftDrop}
          </button>
        </div>
      </Show>
      <Show when={attempts() > 0 && problems().length > 0 ? attempts() : undefined} keyed>
        <ErrorSummary title={s().errorTitle(problems().length)} lines={summary()} />
      </Show>
      <Show when={draft.problem() ?? storeProblem()}>
        {(problem) => <ErrorSummary title={problemText(problem())} lines={[]} />}
      </Show>
      <datalist id="plan-agencies">
        <For each={props.suggestions}>{(name) => <option value={name}>{name}</option>}</For>
      </datalist>
      <For each={shown(false)}>{(spec) => <SpecField control={control} spec={spec} />}</For>
      <Show when={fieldsOf[table].some((spec) => spec.folded)}>
        <details class="fold" open={foldedProblems()}>
          <summary>
            <Icon name="next" size={16} />
            {s().planEdit.more}
          </summary>
          <div class="stack wide">
            <For each={shown(true)}>{(spec) => <SpecField control={control} spec={spec} />}</For>
          </div>
        </details>
      </Show>
      <div class="actions line">
        {/* Empty it would still take its gap of the line. */}
        <span aria-live="polite" classList={{ 'hidden-text': draft.keptAt() === undefined }}>
          <Show when={draft.keptAt()}>
            {(at) => <StateMark icon="check" tone="good" word={s().activity.draftKept(clockWords(at()))} />}
          </Show>
        </span>
        <button type="submit" class="btn main grow" disabled={busy()}>
          {s().activity.submit}
        </button>
        <Show when={props.before === undefined && table !== 'plan'}>
          <button type="button" class="btn" disabled={busy()} onClick={() => void save(true)}>
            {s().planEdit.saveAndMore}
          </button>
        </Show>
      </div>
      <Show when={props.onDelete}>
        {(remove) => (
          <p>
            <button type="button" class="btn danger" onClick={() => remove()()}>
              <Icon name="trash" size={20} />
              {s().delete}
            </button>
          </p>
        )}
      </Show>
    </form>
  );
};
