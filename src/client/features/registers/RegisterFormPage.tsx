/** The form of one row: typed, kept every second, checked all at once, saved as one record however often it is tried. */
import { useNavigate } from '@solidjs/router';
import { createEffect, createMemo, createSignal, onMount, Show, untrack } from 'solid-js';
import { createStore, unwrap } from 'solid-js/store';
import type { Register } from '#catalogue/registers.ts';
import type { FieldProblem, Problem } from '#domain/problem.ts';
import { useWorkbook } from '#client/state/context.ts';
import { createDraft } from '#client/state/create-draft.ts';
import { alongWith, orphanTaken, saveTogether } from '#client/state/save-together.ts';
import { valuesToSave } from '#client/state/values-to-save.ts';
import type { Refused, Saved } from '#client/state/workbook.ts';
import { wrongField } from '#client/state/wrong-field.ts';
import { problemText, t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { clockWords } from '#client/texts/words.ts';
import { createDirtyMark } from '#client/ui/dirty.ts';
import { ErrorSummary } from '#client/ui/ErrorSummary.tsx';
import { focusField } from '#client/ui/focus-field.ts';
import { Icon } from '#client/ui/icons.tsx';
import { StateMark } from '#client/ui/marks.tsx';
import { PageHeading } from '#client/ui/PageHeading.tsx';
import { showToast } from '#client/ui/toasts.tsx';
import { draftOf, type RegisterDraft } from './draft.ts';
import { labelOf } from './field-words.ts';
import { fieldId, type FormControl } from './form-control.ts';
import { readForm, type RegisterForm, type RegisterRecord } from './form-model.ts';
import { listHref, rowHref } from './place.ts';
import { RegisterFields } from './RegisterFields.tsx';

/** Why it was refused; a field that this form does not show is told of here alone. */
const REASON = 'register-refused';

interface RegisterFormPageProps {
  readonly register: Register;
  readonly id: string | undefined;
  readonly before: RegisterRecord | undefined;
  readonly start: RegisterForm;
  readonly draft: RegisterDraft | undefined;
  readonly draftKey: string;
  readonly refused: Refused | undefined;
  /** An edit of a row that is gone: it is settled once this one is saved. */
  readonly orphan: Saved<'conflict'> | undefined;
}

export const RegisterFormPage = (props: RegisterFormPageProps) => {
  const workbook = useWorkbook();
  const navigate = useNavigate();
  const register = untrack(() => props.register);
  const [form, setForm] = createStore<RegisterForm>(structuredClone(untrack(() => props.draft?.form ?? props.start)));
  const [problems, setProblems] = createSignal<readonly FieldProblem[]>([]);
  const [attempts, setAttempts] = createSignal(0);
  const [storeProblem, setStoreProblem] = createSignal<Problem>();
  /** It stands beside its field until that is typed in. */
  const [refusedField, setRefusedField] = createSignal(untrack(() => wrongField(props.refused)));
  onMount(() => {
    const found = refusedField();
    // After the heading has taken the focus of a page that was just reached.
    if (found) queueMicrotask(() => focusField(fieldId(found.field)) || focusField(REASON));
  });
  /** One form writes one record, however often it is saved: a save that was slow may have ended well. */
  let ownId = untrack(() => props.id ?? props.draft?.id ?? workbook.newId());
  /** What is written is what differs from this: a draft's own beginning, so that it puts back nothing of others. */
  let before = untrack(() => (props.draft ? (props.draft.before ?? props.before) : props.before));
  const [recovered, setRecovered] = createSignal(props.draft !== undefined);
  const [busy, setBusy] = createSignal(false);

  const markDirty = createDirtyMark();
  const draft = createDraft(
    workbook,
    untrack(() => props.draftKey),
    () => draftOf(register, { id: ownId, form: structuredClone(unwrap(form)), before }),
  );
  const typedIn = (name: string) => {
    draft.touch();
    markDirty(true);
    if (refusedField()?.field.split('/')[0] === name) setRefusedField(undefined);
  };
  const control: FormControl = {
    form,
    setText: (name, value) => {
      setForm({ texts: { ...form.texts, [name]: value } });
      typedIn(name);
    },
    toggle: (set, element, isIn) => {
      const others = (form.sets[set] ?? []).filter((other) => other !== element);
      setForm({ sets: { ...form.sets, [set]: isIn ? [...others, element] : others } });
      typedIn(set);
    },
    error: (name) => {
      const refused = refusedField();
      const found =
        problems().find((one) => one.field === name) ?? (refused?.field.split('/')[0] === name ? refused : undefined);
      return found && problemText(found.problem);
    },
  };
  const read = (typed: RegisterForm) => readForm(register, typed, { today: workbook.today(), before });
  // After a first try the errors follow the typing, so that a field which was put right says so.
  createEffect(() => {
    if (attempts() > 0) setProblems(read(form).problems);
  });
  const summary = createMemo(() => {
    attempts();
    return read(unwrap(form)).problems.map(({ field, problem }) => ({
      target: fieldId(field),
      words: `${labelOf(register, field)}: ${problemText(problem)}`,
    }));
  });

  const refusedChange = () => props.refused?.changes.find((change) => change.table === register.table);
  const write = async (record: RegisterRecord) => {
    const { refused, orphan } = props;
    const id = ownId;
    const values = valuesToSave(register.table, before, record, refusedChange()?.values);
    const saved = await saveTogether(workbook, {
      changes: Object.keys(values).length === 0 ? [] : [{ table: register.table, id, values }],
      along: refused ? alongWith(refused, refusedChange()) : orphanTaken(orphan),
    });
    const settled = saved.ok && refused ? await workbook.settle(refused) : saved;
    if (!settled.ok) {
      setStoreProblem(settled.problem);
      return;
    }
    markDirty(false);
    await draft.drop();
    showToast(s().registers.saved);
    navigate(rowHref(register, id), { replace: true });
  };
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy()) return;
    const { record, problems: found } = read(unwrap(form));
    if (!record) {
      setProblems(found);
      setAttempts((count) => count + 1);
      return;
    }
    setBusy(true);
    try {
      await write(record);
    } finally {
      setBusy(false);
    }
  };

  const startAnew = async () => {
    await draft.drop();
    markDirty(false);
    before = props.before;
    ownId = props.id ?? workbook.newId();
    setForm(structuredClone(props.start));
    setRecovered(false);
  };
  const title = () => {
    if (props.refused) return s().registers.fixTitle;
    return props.id === undefined ? s().registers.newTitle[register.table] : s().registers.editTitle;
  };

  return (
    <form class="page stack wide" onSubmit={(event) => void save(event)} autocomplete="off" novalidate>
      <header>
        <a class="back" href={props.id === undefined ? listHref(register) : rowHref(register, props.id)}>
          <Icon name="back" size={20} />
          {s().tables[register.table]}
        </a>
        <div class="line between">
          <PageHeading documentTitle={t().documentTitle(title())}>{title()}</PageHeading>
          <span aria-live="polite">
            <Show when={draft.keptAt()}>
              {(at) => <StateMark icon="check" tone="good" word={s().activity.draftKept(clockWords(at()))} />}
            </Show>
          </span>
        </div>
      </header>
      <Show when={recovered()}>
        <div class="card warned line between" role="status">
          <span>{s().activity.draftBack}</span>
          <button type="button" class="btn" onClick={() => void startAnew()}>
            {s().activity.draftDrop}
          </button>
        </div>
      </Show>
      <Show when={props.refused}>
        {(refused) => (
          <p id={REASON} class="card warned" tabindex="-1">
            {problemText(refused().problem)}
          </p>
        )}
      </Show>
      <Show when={attempts() > 0 && problems().length > 0 ? attempts() : undefined} keyed>
        <ErrorSummary title={s().errorTitle(problems().length)} lines={summary()} />
      </Show>
      <Show when={draft.problem()}>
        {(problem) => (
          <p class="summary" role="alert">
            {problemText(problem())}
          </p>
        )}
      </Show>
      <Show when={storeProblem()}>{(problem) => <ErrorSummary title={problemText(problem())} lines={[]} />}</Show>
      <RegisterFields register={register} control={control} />
      <div class="actions">
        <button type="submit" class="btn main block" disabled={busy()}>
          {t().save}
        </button>
      </div>
    </form>
  );
};
