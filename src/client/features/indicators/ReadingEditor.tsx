/** Enters or corrects a reading: period, numerator and denominator by their own names, the sexes where they are asked for. */
import { createMemo, createSignal, Show } from 'solid-js';
import { createStore } from 'solid-js/store';
import { CREATED } from '#domain/change.ts';
import { yearOf } from '#domain/dates.ts';
import type { FieldProblem, Problem } from '#domain/problem.ts';
import { readingId } from '#domain/records/measure.ts';
import { changedValues, recordOf, valuesOf } from '#domain/values.ts';
import { useWorkbook } from '#client/state/context.ts';
import type { Refused, Saved } from '#client/state/workbook.ts';
import { problemText, t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { figureWords } from '#client/texts/measure-words.ts';
import { periodWords } from '#client/texts/words.ts';
import { Check, Choice } from '#client/ui/choices.tsx';
import { createDirtyMark } from '#client/ui/dirty.ts';
import { ErrorSummary } from '#client/ui/ErrorSummary.tsx';
import { LongText, TextField } from '#client/ui/fields.tsx';
import { SelectField } from '#client/ui/SelectField.tsx';
import { showToast } from '#client/ui/toasts.tsx';
import {
  asksDenominator,
  asksSexes,
  asksWhole,
  emptyReading,
  periodsAround,
  readingFormOf,
  readReading,
  recordOfReading,
  type ReadingForm,
} from './reading-form.ts';

interface ReadingEditorProps {
  readonly measure: Saved<'measure'>;
  readonly edited: Saved<'reading'> | undefined;
  readonly refused: Refused | undefined;
  readonly readings: readonly Saved<'reading'>[];
  readonly onClose: () => void;
}

type NumberName =
  'numerator' | 'denominator' | 'femaleNumerator' | 'femaleDenominator' | 'maleNumerator' | 'maleDenominator';

export const ReadingEditor = (props: ReadingEditorProps) => {
  const workbook = useWorkbook();
  const measure = () => props.measure.fields;
  const refusedChange = () => props.refused?.changes.find((change) => change.table === 'reading');
  const refusedRecord = () => {
    const change = refusedChange();
    return change && recordOf('reading', { ...change.values, [CREATED]: true });
  };
  const year = () => yearOf(workbook.today());
  const started = refusedRecord() ?? props.edited?.fields;
  const agency = started?.agency ?? workbook.me().agency;
  const keyOf = (period: string) => ({ measure: props.measure.id, unit: workbook.me().unit, agency, period });
  const existing = (period: string): ReadingForm | undefined => {
    const kept = props.readings.find((reading) => reading.id === readingId(keyOf(period)));
    return kept && readingFormOf(kept.fields);
  };
  const [form, setForm] = createStore<ReadingForm>(
    started ? readingFormOf(started) : (existing(String(year())) ?? emptyReading(String(year()))),
  );
  const [problems, setProblems] = createSignal<readonly FieldProblem[]>([]);
  const [attempts, setAttempts] = createSignal(0);
  const [storeProblem, setStoreProblem] = createSignal<Problem>();

  const markDirty = createDirtyMark();
  const put = (change: Partial<ReadingForm>) => {
    setForm(change);
    markDirty(true);
    if (attempts() > 0) setProblems(readReading(measure(), form).problems);
  };
  /** Another period shows what it already has; what was typed is kept when it has nothing. */
  const choosePeriod = (period: string) => put(existing(period) ?? { period });
  const error = (field: string) => {
    const found = problems().find((one) => one.field === field);
    return found && problemText(found.problem);
  };
  const figure = createMemo(() => readReading(measure(), form).figure);

  const figureLine = (): string => {
    const value = figure();
    if (value === 'nothing-arose') return s().judged['nothing-arose'];
    return value === 'no-figure' ? '' : s().measure.figureSoFar(figureWords(value, measure()));
  };

  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    const read = readReading(measure(), form);
    if (read.problems.length > 0) {
      setProblems(read.problems);
      setAttempts((count) => count + 1);
      return;
    }
    const key = keyOf(form.period);
    const id = readingId(key);
    const before = props.readings.find((reading) => reading.id === id)?.fields;
    const after = recordOfReading(read.fields, key);
    const values = {
      // Everything that was refused is sent again; the rest only where it differs.
      ...(refusedChange() ? { ...valuesOf('reading', after), [CREATED]: true } : {}),
      ...changedValues('reading', before, after),
    };
    const saved = await workbook.save([{ table: 'reading', id, values }]);
    if (!saved.ok) {
      setStoreProblem(saved.problem);
      return;
    }
    if (props.refused) await workbook.settle(props.refused);
    showToast(s().measure.saved);
    props.onClose();
  };

  const number = (name: NumberName, label: string) => (
    <TextField
      id={`reading-${name}`}
      label={label}
      numeric
      value={form[name]}
      onInput={(value) => put({ [name]: value })}
      error={error(name)}
    />
  );
  const numeratorLabel = () => measure().numerator ?? s().measure.numerator;
  const denominatorLabel = () => measure().denominator ?? s().measure.denominator;

  return (
    <form class="card" onSubmit={(event) => void save(event)} autocomplete="off" novalidate>
      <h3>{props.edited ? s().measure.editReading : s().measure.enter}</h3>
      <Show when={props.refused}>{(refused) => <p class="bad">{problemText(refused().problem)}</p>}</Show>
      <Show when={attempts() > 0 && problems().length > 0 ? attempts() : undefined} keyed>
        <ErrorSummary
          title={t().errorTitle(problems().length)}
          lines={problems().map((one) => ({
            target: one.field === '' ? '' : `reading-${one.field}`,
            words: problemText(one.problem),
          }))}
        />
      </Show>
      <Show when={storeProblem()}>{(problem) => <p class="summary">{problemText(problem())}</p>}</Show>
      <div class="stack">
        <SelectField
          id="reading-period"
          label={s().measure.period}
          value={form.period}
          options={[...new Set([form.period, ...periodsAround(year())])].map((period) => ({
            value: period,
            label: periodWords(period),
          }))}
          disabled={props.edited !== undefined}
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
          <Show when={measure().kind === 'yes-no'}>
            <Choice
              id="reading-done"
              legend={s().measure.done}
              options={[
                { value: 'yes', label: t().yes },
                { value: 'no', label: t().no },
              ]}
              value={form.done}
              onChange={(done) => put({ done: done === 'yes' ? 'yes' : 'no' })}
              error={error('done')}
            />
          </Show>
          <Show when={asksWhole(measure())}>
            <div class="two">
              {number('numerator', numeratorLabel())}
              <Show when={asksDenominator(measure())}>{number('denominator', denominatorLabel())}</Show>
            </div>
          </Show>
          <Show when={asksSexes(measure())}>
            <fieldset class="group">
              <legend>{s().measure.splitTitle}</legend>
              <div class="two">
                {number('femaleNumerator', s().measure.femaleNumerator(numeratorLabel()))}
                <Show when={asksDenominator(measure())}>
                  {number('femaleDenominator', s().measure.femaleNumerator(denominatorLabel()))}
                </Show>
                {number('maleNumerator', s().measure.maleNumerator(numeratorLabel()))}
                <Show when={asksDenominator(measure())}>
                  {number('maleDenominator', s().measure.maleNumerator(denominatorLabel()))}
                </Show>
              </div>
            </fieldset>
          </Show>
        </Show>
        <p aria-live="polite">
          <b>{figureLine()}</b>
        </p>
        <TextField
          id="reading-source"
          label={s().measure.source}
          hint={s().measure.sourceHint}
          value={form.source}
          onInput={(source) => put({ source })}
          error={error('source')}
        />
        <LongText
          id="reading-note"
          label={s().measure.note}
          value={form.note}
          onInput={(note) => put({ note })}
          error={error('note')}
        />
        <div class="line">
          <button type="submit" class="btn main">
            {t().save}
          </button>
          <button type="button" class="btn" onClick={props.onClose}>
            {t().cancel}
          </button>
        </div>
      </div>
    </form>
  );
};
