/** The fast form: type, day, place, people, outputs, save. Everything else folds away, and every second is kept. */
import { useNavigate } from '@solidjs/router';
import { createEffect, createMemo, createSignal, onCleanup, Show } from 'solid-js';
import { createStore, unwrap } from 'solid-js/store';
import { activityTypes } from '#catalogue/activity-types.ts';
import { outputs } from '#catalogue/outputs.ts';
import { CREATED, type Values } from '#domain/change.ts';
import { addDays } from '#domain/dates.ts';
import type { FieldProblem, Problem } from '#domain/problem.ts';
import type { Activity } from '#domain/records/activity.ts';
import { changedValues, valuesOf } from '#domain/values.ts';
import { useWorkbook } from '#client/state/context.ts';
import type { Refused } from '#client/state/workbook.ts';
import { problemText, t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { clockWords, wordOf } from '#client/texts/words.ts';
import { createDirtyMark } from '#client/ui/dirty.ts';
import { ErrorSummary } from '#client/ui/ErrorSummary.tsx';
import { Icon } from '#client/ui/icons.tsx';
import { StateMark } from '#client/ui/marks.tsx';
import { PageHeading } from '#client/ui/PageHeading.tsx';
import { showToast } from '#client/ui/toasts.tsx';
import { CountedLive } from './CountedLive.tsx';
import { DayFields } from './DayFields.tsx';
import { DetailFields } from './DetailFields.tsx';
import { fieldId, type FormControl } from './form-control.ts';
import { inScreenOrder, readForm, type ActivityForm } from './form-model.ts';
import { OutputFields } from './OutputFields.tsx';
import { PeopleFields } from './PeopleFields.tsx';
import { PlaceField } from './PlaceField.tsx';
import { TypeField } from './TypeField.tsx';

const DRAFT_MS = 600;
const RECENT_DAYS = 400;

interface ActivityFormPageProps {
  readonly id: string | undefined;
  readonly before: Activity | undefined;
  readonly start: ActivityForm;
  readonly draft: ActivityForm | undefined;
  readonly draftKey: string;
  readonly refused: Refused | undefined;
}

/** What the refused mutation wrote is written again, as it stands in the form now; the rest only where it differs. */
const valuesToSave = (before: Activity | undefined, after: Activity, refused: Values | undefined): Values => {
  const changed = changedValues('activity', before, after);
  if (!refused) return changed;
  const now = valuesOf('activity', after);
  const again = Object.keys(refused)
    .filter((register) => register !== CREATED && !register.startsWith('$'))
    .map((register) => [register, now[register] ?? null] as const);
  return { ...Object.fromEntries(again), ...(refused[CREATED] ? { [CREATED]: true } : {}), ...changed };
};

export const ActivityFormPage = (props: ActivityFormPageProps) => {
  const workbook = useWorkbook();
  const navigate = useNavigate();
  const [form, setForm] = createStore<ActivityForm>({ ...structuredClone(props.draft ?? props.start) });
  const [problems, setProblems] = createSignal<readonly FieldProblem[]>([]);
  const [attempts, setAttempts] = createSignal(0);
  const [storeProblem, setStoreProblem] = createSignal<Problem>();
  const [draftAt, setDraftAt] = createSignal<number>();
  const [recovered, setRecovered] = createSignal(props.draft !== undefined);
  const [busy, setBusy] = createSignal(false);
  const recent = workbook.activitiesBetween(() => ({
    from: addDays(workbook.today(), -RECENT_DAYS),
    to: addDays(workbook.today(), RECENT_DAYS),
  }));

  // A draft is written a moment after the last key, and at once when the page goes away.
  const markDirty = createDirtyMark();
  let isTouched = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keepDraft = async () => {
    clearTimeout(timer);
    timer = undefined;
    if (!isTouched) return;
    await workbook.drafts.write(props.draftKey, structuredClone(unwrap(form)));
    setDraftAt(Date.now());
  };
  const touch = () => {
    isTouched = true;
    markDirty(true);
    clearTimeout(timer);
    timer = setTimeout(() => void keepDraft(), DRAFT_MS);
  };
  const onHidden = () => {
    if (document.visibilityState === 'hidden') void keepDraft();
  };
  document.addEventListener('visibilitychange', onHidden);
  onCleanup(() => {
    document.removeEventListener('visibilitychange', onHidden);
    if (timer !== undefined) void keepDraft();
  });

  const suggestedTitle = () =>
    form.type === '' ? '' : s().activity.suggested(wordOf(activityTypes, form.type), form.place.trim());
  const options = () => ({
    today: workbook.today(),
    suggestedTitle: suggestedTitle(),
    attachments: props.before?.attachments ?? {},
  });
  const control: FormControl = {
    form,
    set: (change) => {
      setForm(change);
      touch();
    },
    setOutput: (code, value) => {
      setForm({ outputs: { ...form.outputs, [code]: value } });
      touch();
    },
    error: (field) => {
      const found = problems().find((one) => one.field === field);
      return found && problemText(found.problem);
    },
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
    const id = props.id ?? workbook.newId();
    const refusedValues = props.refused?.changes.find((change) => change.table === 'activity')?.values;
    const values = valuesToSave(props.before, activity, refusedValues);
    const saved =
      Object.keys(values).length === 0 ? undefined : await workbook.save([{ table: 'activity', id, values }]);
    setBusy(false);
    if (saved && !saved.ok) {
      setStoreProblem(saved.problem);
      return;
    }
    if (props.refused) await workbook.settle(props.refused);
    isTouched = false;
    markDirty(false);
    clearTimeout(timer);
    timer = undefined;
    await workbook.drafts.drop(props.draftKey);
    showToast(s().activity.saved);
    navigate(`/hoat-dong/${id}`, { replace: true });
  };

  const startAnew = async () => {
    await workbook.drafts.drop(props.draftKey);
    isTouched = false;
    markDirty(false);
    setForm(structuredClone(props.start));
    setRecovered(false);
    setDraftAt(undefined);
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
            <Show when={draftAt()}>
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
      <Show when={props.refused}>{(refused) => <p class="card warned">{problemText(refused().problem)}</p>}</Show>
      <Show when={attempts() > 0 && problems().length > 0 ? attempts() : undefined} keyed>
        <ErrorSummary title={t().errorTitle(problems().length)} lines={summary()} />
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
  const names: Readonly<Record<string, string>> = t().fields;
  const [name = '', element] = field.split('/');
  return element === undefined ? (names[name] ?? name) : wordOf(outputs, element);
};
