/** The fast form: type, day, place, people, outputs, save. Everything else folds away, and every second is kept. */
import { useNavigate } from '@solidjs/router';
import { createEffect, createMemo, createSignal, on, onMount, Show, untrack } from 'solid-js';
import { createStore, unwrap } from 'solid-js/store';
import { activityTypes } from '#catalogue/activity-types.ts';
import { outputs } from '#catalogue/outputs.ts';
import { addDays } from '#domain/dates.ts';
import type { FieldProblem, Problem } from '#domain/problem.ts';
import type { Activity } from '#domain/records/activity.ts';
import { useWorkbook } from '#client/state/context.ts';
import { createDraft } from '#client/state/create-draft.ts';
import type { Refused, Saved } from '#client/state/workbook.ts';
import { alongWith, orphanTaken, saveTogether } from '#client/state/save-together.ts';
import { valuesToSave } from '#client/state/values-to-save.ts';
import { wrongField } from '#client/state/wrong-field.ts';
import { problemText, t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { clockWords, wordOf } from '#client/texts/words.ts';
import { createDirtyMark } from '#client/ui/dirty.ts';
import { ErrorSummary } from '#client/ui/ErrorSummary.tsx';
import { focusField } from '#client/ui/focus-field.ts';
import { Icon } from '#client/ui/icons.tsx';
import { StateMark } from '#client/ui/marks.tsx';
import { PageHeading } from '#client/ui/PageHeading.tsx';
import { showToast } from '#client/ui/toasts.tsx';
import { CountedLive } from './CountedLive.tsx';
import { DayFields } from './DayFields.tsx';
import { DetailFields } from './DetailFields.tsx';
import { draftOf, withPickedDay, type ActivityDraft } from './draft.ts';
import { fieldId, type FormControl } from './form-control.ts';
import { inScreenOrder, readForm, toldOf, type ActivityForm } from './form-model.ts';
import { OutputFields } from './OutputFields.tsx';
import { PeopleFields } from './PeopleFields.tsx';
import { PlaceField } from './PlaceField.tsx';
import { TypeField } from './TypeField.tsx';

const RECENT_DAYS = 400;
/** Why it was refused; a field that this form does not show is told of here alone. */
const REASON = 'activity-refused';

interface ActivityFormPageProps {
  readonly id: string | undefined;
  readonly before: Activity | undefined;
  readonly start: ActivityForm;
  readonly draft: ActivityDraft | undefined;
  readonly draftKey: string;
  readonly refused: Refused | undefined;
  /** An edit of an activity that is gone: it is settled once this one is saved. */
  readonly orphan: Saved<'conflict'> | undefined;
}

export const ActivityFormPage = (props: ActivityFormPageProps) => {
  const workbook = useWorkbook();
  const navigate = useNavigate();
  const [form, setForm] = createStore<ActivityForm>({
    ...structuredClone(untrack(() => props.draft?.form ?? props.start)),
  });
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
  const recent = workbook.activitiesBetween(() => ({
    from: addDays(workbook.today(), -RECENT_DAYS),
    to: addDays(workbook.today(), RECENT_DAYS),
  }));

  const markDirty = createDirtyMark();
  const draft = createDraft(
    workbook,
    untrack(() => props.draftKey),
    () => draftOf({ id: ownId, form: structuredClone(unwrap(form)), before }, workbook.today()),
  );
  const touch = () => {
    draft.touch();
    markDirty(true);
  };
  // Left open over midnight, a form that someone has typed in keeps the day that was meant.
  createEffect(
    on(workbook.today, (_now, typedOn?: string) => {
      if (typedOn !== undefined && (draft.isTouched() || recovered())) setForm(withPickedDay(unwrap(form), typedOn));
    }),
  );

  const suggestedTitle = () =>
    form.type === '' ? '' : s().activity.suggested(wordOf(activityTypes, form.type), form.place.trim());
  const options = () => ({
    today: workbook.today(),
    suggestedTitle: suggestedTitle(),
    attachments: before?.attachments ?? {},
  });
  const control: FormControl = {
    form,
    set: (change) => {
      setForm(change);
      touch();
      const root = refusedField()?.field.split('/')[0];
      if (root !== undefined && Object.hasOwn(change, root)) setRefusedField(undefined);
    },
    setOutput: (code, value) => {
      setForm({ outputs: { ...form.outputs, [code]: value } });
      touch();
      if (refusedField()?.field === `outputs/${code}`) setRefusedField(undefined);
    },
    error: (field) => {
      const found = problems().find((one) => one.field === field) ?? refusedField();
      return found?.field === field ? problemText(found.problem) : undefined;
    },
    told: (field) => toldOf(form, field).map(problemText),
    recent: () => recent() ?? [],
    suggestedTitle,
  };
  // After a first try the errors follow the typing, so that a field which was put right says so.
  createEffect(() => {
    if (attempts() > 0) setProblems(inScreenOrder(readForm(form, options()).problems));
  });
  const summary = createMemo(() => {
    attempts();
    return inScreenOrder(readForm(unwrap(form), options()).problems).map((one) => ({
      target: fieldId(one.field),
      words: `${fieldName(one.field)}: ${problemText(one.problem)}`,
    }));
  });

  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy()) return;
    const { activity, problems: found } = readForm(unwrap(form), options());
    if (!activity) {
      setProblems(inScreenOrder(found));
      setAttempts((count) => count + 1);
      return;
    }
    setBusy(true);
    try {
      await write(activity);
    } finally {
      setBusy(false);
    }
  };
  const write = async (activity: Activity) => {
    const { refused, orphan } = props;
    const id = ownId;
    const values = valuesToSave('activity', before, activity, refusedChange()?.values);
    const saved = await saveTogether(workbook, {
      changes: Object.keys(values).length === 0 ? [] : [{ table: 'activity', id, values }],
      along: refused ? alongWith(refused, refusedChange()) : orphanTaken(orphan),
    });
    const settled = saved.ok && refused ? await workbook.settle(refused) : saved;
    if (!settled.ok) {
      setStoreProblem(settled.problem);
      return;
    }
    markDirty(false);
    await draft.drop();
    showToast(s().activity.saved);
    navigate(`/hoat-dong/${id}`, { replace: true });
  };
  const refusedChange = () => props.refused?.changes.find((change) => change.table === 'activity');

  const startAnew = async () => {
    await draft.drop();
    markDirty(false);
    before = props.before;
    ownId = props.id ?? workbook.newId();
    setForm(structuredClone(props.start));
    setRecovered(false);
  };
  const title = () => {
    if (props.refused) return s().activity.fixTitle;
    return props.id === undefined ? s().activity.newTitle : s().activity.editTitle;
  };

  return (
    <form class="page stack wide" onSubmit={(event) => void save(event)} autocomplete="off" novalidate>
      <header>
        <a class="back" href={props.id === undefined ? '/hoat-dong' : `/hoat-dong/${props.id}`}>
          <Icon name="back" size={20} />
          {t().nav.activities}
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
      <TypeField control={control} />
      <DayFields control={control} />
      <PlaceField control={control} />
      <PeopleFields control={control} />
      <OutputFields control={control} />
      <CountedLive control={control} />
      <DetailFields control={control} />
      <div class="actions">
        <button type="submit" class="btn main block" disabled={busy()}>
          {s().activity.submit}
        </button>
      </div>
    </form>
  );
};

const fieldName = (field: string): string => {
  const names: Readonly<Record<string, string>> = s().fields;
  const [name = '', element] = field.split('/');
  return element === undefined ? (names[name] ?? name) : wordOf(outputs, element);
};
