/** The form of a reading: period, numerator and denominator by their own names, the sexes where they are asked for. */
import { createMemo, createSignal, onMount, Show, untrack } from 'solid-js';
import { createStore, unwrap } from 'solid-js/store';
import type { FieldProblem, Problem } from '#domain/problem.ts';
import { figuresAsText, readingStatus } from '#domain/reading-status.ts';
import { lastBefore } from '#domain/reading-warnings.ts';
import { readingId } from '#domain/records/measure.ts';
import { useWorkbook } from '#client/state/context.ts';
import { createDraft } from '#client/state/create-draft.ts';
import type { Refused, Saved } from '#client/state/workbook.ts';
import { alongWith, saveTogether } from '#client/state/save-together.ts';
import { wrongField } from '#client/state/wrong-field.ts';
import { problemText, t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { figureWords } from '#client/texts/measure-words.ts';
import { Check } from '#client/ui/choices.tsx';
import { createDirtyMark } from '#client/ui/dirty.ts';
import { focusField } from '#client/ui/focus-field.ts';
import { ErrorSummary } from '#client/ui/ErrorSummary.tsx';
import { showToast } from '#client/ui/toasts.tsx';
import { EvidenceFold, EvidenceTexts } from './EvidenceFields.tsx';
import { OutlierField } from './OutlierField.tsx';
import { PeriodField } from './PeriodField.tsx';
import { ReadingFigures } from './ReadingFigures.tsx';
import { controlOf, readReading, recordOfReading, type ReadingForm } from './reading-form.ts';
import { saidOfForm } from './said-of-form.ts';
import { atPeriod, draftOf, readingValues, type ReadingStart } from './reading-start.ts';

interface ReadingCardProps {
  readonly measure: Saved<'measure'>;
  readonly readings: readonly Saved<'reading'>[];
  readonly start: ReadingStart;
  readonly draftKey: string;
  /** It is a draft that came back. */
  readonly recovered: boolean;
  /** A reading that is there already: its period stays. */
  readonly edits: boolean;
  readonly refused: Refused | undefined;
  readonly onClose: () => void;
}

/** Why it was refused; a field that this form does not show is told of here alone. */
const REASON = 'reading-refused';

const wrongControl = (refused: Refused | undefined): FieldProblem | undefined => {
  const found = wrongField(refused);
  return found && { ...found, field: controlOf(found.field) };
};

export const ReadingCard = (props: ReadingCardProps) => {
  const workbook = useWorkbook();
  const measure = () => props.measure.fields;
  // Read once: saving settles the refused mutation, and what arrives later must not change what is being typed.
  const { start, refused } = untrack(() => ({ start: props.start, refused: props.refused }));
  const refusedChange = refused?.changes.find((change) => change.table === 'reading');
  const plans = workbook.list('plan');
  const ownPlan = () => (plans() ?? []).filter(({ id }) => id === measure().plan).map(({ fields }) => fields);
  const keyOf = (period: string) => ({
    measure: props.measure.id,
    unit: workbook.me().unit,
    agency: start.agency,
    period,
  });
  /** This agency's own: what another counted is no measure of what is strange here. */
  const own = () => props.readings.map(({ fields }) => fields).filter(({ agency }) => agency === start.agency);
  const kept = (period: string) => props.readings.find((reading) => reading.id === readingId(keyOf(period)))?.fields;
  const [form, setForm] = createStore<ReadingForm>({ ...start.form });
  let opened = { before: start.before, loaded: start.loaded };
  const now = (): ReadingStart => ({ ...opened, agency: start.agency, form: { ...unwrap(form) } });
  const [attempts, setAttempts] = createSignal(0);
  const [storeProblem, setStoreProblem] = createSignal<Problem>();
  const [busy, setBusy] = createSignal(false);

  const draft = createDraft(
    workbook,
    untrack(() => props.draftKey),
    () => draftOf(now()),
  );
  const markDirty = createDirtyMark();
  const put = (change: Partial<ReadingForm>) => {
    setForm(change);
    draft.touch();
    markDirty(true);
    const wrong = refusedField();
    if (wrong && Object.hasOwn(change, wrong.field)) setRefusedField(undefined);
  };
  const choosePeriod = (period: string) => {
    const next = atPeriod(now(), period, kept(period));
    opened = { before: next.before, loaded: next.loaded };
    put(next.form);
  };
  const [refusedField, setRefusedField] = createSignal(wrongControl(refused));
  onMount(() => {
    const found = refusedField();
    // After the heading has taken the focus of a page that was just reached.
    if (found) queueMicrotask(() => focusField(`reading-${found.field}`) || focusField(REASON));
  });
  const before = () => lastBefore(own(), form.period);
  const read = createMemo(() => readReading(measure(), form, { today: workbook.today(), before: before() }));
  const said = saidOfForm(read, () => attempts() > 0);
  const error = (field: string) => {
    const refusedHere = refusedField();
    return said.error(field) ?? (refusedHere?.field === field ? problemText(refusedHere.problem) : undefined);
  };
  const figure = () => read().figure;
  /** Of a checked reading whose figures are being changed. */
  const losesCheck = () => {
    const saved = kept(form.period);
    return saved && readingStatus(saved) === 'checked' && figuresAsText(read().fields) !== saved.checked;
  };

  const figureLine = (): string => {
    const value = figure();
    if (value === 'nothing-arose') return s().judged['nothing-arose'];
    return value === 'no-figure' ? '' : s().measure.figureSoFar(figureWords(value, measure()));
  };

  const write = async () => {
    const key = keyOf(form.period);
    const id = readingId(key);
    const after = recordOfReading(read().fields, key, opened.before);
    const again = refusedChange?.id === id ? refusedChange.values : undefined;
    const values = readingValues(opened.before, after, again);
    const saved = await saveTogether(workbook, {
      changes: Object.keys(values).length === 0 ? [] : [{ table: 'reading', id, values }],
      along: refused && alongWith(refused, refusedChange),
    });
    const settled = saved.ok && refused ? await workbook.settle(refused) : saved;
    if (!settled.ok) {
      setStoreProblem(settled.problem);
      return;
    }
    await close();
    showToast(s().measure.saved);
  };
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy()) return;
    if (read().problems.length > 0) {
      setAttempts((count) => count + 1);
      return;
    }
    setBusy(true);
    try {
      await write();
    } finally {
      setBusy(false);
    }
  };
  const close = async () => {
    markDirty(false);
    await draft.drop();
    props.onClose();
  };

  return (
    <form class="card" onSubmit={(event) => void save(event)} autocomplete="off" novalidate>
      <Show when={props.recovered}>
        <p class="card warned" role="status">
          {s().activity.draftBack}
        </p>
      </Show>
      <h3>{props.edits ? s().measure.editReading : s().measure.enter}</h3>
      <Show when={refused}>
        {(found) => (
          <p id={REASON} class="bad" tabindex="-1">
            {problemText(found().problem)}
          </p>
        )}
      </Show>
      <Show when={attempts() > 0 && read().problems.length > 0 ? attempts() : undefined} keyed>
        <ErrorSummary
          title={s().errorTitle(read().problems.length)}
          lines={read().problems.map((one) => ({
            target: one.field === '' ? '' : `reading-${one.field}`,
            words: problemText(one.problem),
          }))}
        />
      </Show>
      <Show when={storeProblem() ?? draft.problem()}>
        {(problem) => <p class="summary">{problemText(problem())}</p>}
      </Show>
      <div class="stack">
        <PeriodField
          id="reading-period"
          label={s().measure.period}
          value={form.period}
          plans={ownPlan()}
          disabled={props.edits}
          onChange={choosePeriod}
          error={error('period')}
        />
        <Check
          id="reading-nothing"
          label={s().measure.nothing}
          note={s().measure.nothingNote}
          checked={form.nothing}
          onChange={(nothing) => put({ nothing })}
        />
        <Show when={!form.nothing}>
          <ReadingFigures
            prefix="reading"
            measure={measure()}
            form={form}
            onChange={put}
            error={error}
            warning={said.warning}
          />
        </Show>
        <p aria-live="polite">
          <b>{figureLine()}</b>
        </p>
        <Show when={losesCheck()}>
          <p class="card warned" role="status">
            {s().reading.backToDraft}
          </p>
        </Show>
        <OutlierField prefix="reading" form={form} onChange={put} read={read()} error={error} told={said.told} />
        <EvidenceTexts prefix="reading" form={form} onChange={put} error={error} told={said.told} />
        <EvidenceFold summary={s().reading.links} prefix="reading" form={form} onChange={put} />
        <div class="line">
          <button type="submit" class="btn main" disabled={busy()}>
            {t().save}
          </button>
          <button type="button" class="btn" onClick={() => void close()}>
            {s().cancel}
          </button>
        </div>
      </div>
    </form>
  );
};
