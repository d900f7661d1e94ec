/** One measure of the grid: what is asked, what was said before, what is typed now and what it comes to. */
import { createMemo, Show } from 'solid-js';
import { judge } from '#domain/judging.ts';
import type { Period } from '#domain/periods.ts';
import { figureOf } from '#domain/figures.ts';
import { formatPercent } from '#domain/numbers.ts';
import { figuresAsText, readingStatus } from '#domain/reading-status.ts';
import type { Reading, Target } from '#domain/records/measure.ts';
import { useWorkbook } from '#client/state/context.ts';
import type { Saved } from '#client/state/workbook.ts';
import { s } from '#client/texts/screens.ts';
import { figureWords } from '#client/texts/measure-words.ts';
import { periodWords } from '#client/texts/words.ts';
import { Check } from '#client/ui/choices.tsx';
import { Icon } from '#client/ui/icons.tsx';
import { StateChip, StateMark } from '#client/ui/marks.tsx';
import { earlierOf, mayCopy, startOfRow, type Held } from './entry-rows.ts';
import { EvidenceFold, EvidenceTexts } from './EvidenceFields.tsx';
import { changeWords, countsWords, targetLine } from './figure-words.ts';
import { OutlierField } from './OutlierField.tsx';
import { readReading, recordOfReading, type ReadingForm } from './reading-form.ts';
import { statusMarks } from './reading-marks.ts';
import type { ReadingStart } from './reading-start.ts';
import { ReadingFigures } from './ReadingFigures.tsx';
import { saidOfForm } from './said-of-form.ts';
import { judgedMark } from './state-mark.ts';

interface EntryRowProps {
  readonly measure: Saved<'measure'>;
  readonly agency: string;
  readonly period: Period;
  readonly typed: ReadingStart | undefined;
  readonly held: Held | undefined;
  /** This agency's readings of the measure. */
  readonly earlier: readonly Reading[];
  readonly saved: Reading | undefined;
  readonly targets: readonly Target[];
  readonly tried: boolean;
  readonly busy: boolean;
  readonly onChange: (change: Partial<ReadingForm>) => void;
  readonly onCopy: () => void;
  readonly onUndo: () => void;
  readonly onSave: () => void;
}

export const EntryRow = (props: EntryRowProps) => {
  const workbook = useWorkbook();
  const fields = () => props.measure.fields;
  // What another row's key changes is the same here: nothing below is reckoned anew for it.
  const [typed, held, saved] = [
    createMemo(() => props.typed),
    createMemo(() => props.held),
    createMemo(() => props.saved),
  ];
  const start = createMemo(() =>
    startOfRow({ agency: props.agency, period: props.period, typed: typed(), held: held(), saved: saved() }),
  );
  const form = () => start().form;
  const earlier = createMemo(() => earlierOf(props.earlier, props.period));
  const read = createMemo(() => readReading(fields(), form(), { today: workbook.today(), before: earlier().last }));
  const said = saidOfForm(read, () => props.tried);
  /** Judged as it would be once saved. */
  const judgement = createMemo(() => {
    const { unit } = workbook.me();
    const key = { measure: props.measure.id, unit, agency: props.agency, period: props.period };
    const others = props.earlier.filter((one) => one.period !== props.period);
    const readings = [...others, recordOfReading(read().fields, key)];
    const { measure, targets } = { measure: fields(), targets: props.targets };
    return judge({ measure, targets, readings, today: workbook.today(), period: props.period });
  });
  const figure = () => read().figure;
  const resultWords = (): string => {
    const value = figure();
    if (value === 'nothing-arose') return s().judged['nothing-arose'];
    if (value === 'no-figure') return s().entry.blank;
    return s().measure.figureSoFar(figureWords(value, fields()));
  };
  const lastYearFigure = () => {
    const { lastYear } = earlier();
    return lastYear && figureOf(fields(), lastYear);
  };
  const change = () => {
    const [now, then] = [figure(), lastYearFigure()];
    return typeof now === 'number' && typeof then === 'number' ? changeWords(now, then, fields()) : '';
  };
  const status = () => {
    const reading = saved();
    if (!reading) return undefined;
    return typed() && figuresAsText(read().fields) !== reading.checked && readingStatus(reading) === 'checked'
      ? 'changed'
      : readingStatus(reading);
  };
  const headId = () => `${props.measure.id}-head`;
  const isOtherYear = () => earlier().last !== earlier().lastYear;
  return (
    <div class="card entry" role="group" data-measure={props.measure.id} aria-labelledby={headId()}>
      <header>
        <h3 id={headId()}>{fields().title}</h3>
        <p class="s dim">
          {s().measure.target}: {targetLine(judgement().target ?? judgement().nextTarget, fields())}
        </p>
        <Show when={isOtherYear() ? earlier().last : undefined}>
          {(last) => <p class="s">{s().entry.lastTime(periodWords(last().period), countsWords(fields(), last()))}</p>}
        </Show>
        <p class="s">
          <Show when={earlier().lastYear} fallback={s().entry.noLastYear}>
            {(last) => s().entry.lastYear(periodWords(last().period), countsWords(fields(), last()))}
          </Show>
        </p>
        <Show when={mayCopy(start(), earlier().last)}>
          <button
            type="button"
            class="btn plain"
            aria-label={s().entry.copyOf(fields().title)}
            onClick={() => props.onCopy()}
          >
            <Icon name="copy" size={18} />
            {s().entry.copy}
          </button>
        </Show>
      </header>
      <div class="stack tight">
        <div class="cells stack">
          <Show when={!form().nothing}>
            <ReadingFigures
              prefix={props.measure.id}
              measure={fields()}
              form={form()}
              onChange={props.onChange}
              error={said.error}
              warning={said.warning}
            />
          </Show>
        </div>
        <div class="line between">
          <Check
            id={`${props.measure.id}-nothing`}
            label={s().measure.nothing}
            checked={form().nothing}
            onChange={(nothing) => props.onChange({ nothing })}
          />
          <p class="line" aria-live="polite">
            <b>{resultWords()}</b>
            <Show when={figure() !== 'no-figure'}>
              <StateChip {...judgedMark(judgement())} word={s().judged[judgement().state]} />
            </Show>
            <Show when={judgement().progress}>
              {(progress) => (
                <span class="s dim">{s().measure.explain.progress(formatPercent(progress() * 100, 0))}</span>
              )}
            </Show>
            <Show when={change()}>
              <span class="s dim">{change()}</span>
            </Show>
          </p>
        </div>
        <OutlierField
          prefix={props.measure.id}
          form={form()}
          onChange={props.onChange}
          read={read()}
          error={said.error}
          told={said.told}
        />
        <EvidenceFold summary={s().reading.proof} prefix={props.measure.id} form={form()} onChange={props.onChange}>
          <EvidenceTexts
            prefix={props.measure.id}
            form={form()}
            onChange={props.onChange}
            error={said.error}
            told={said.told}
          />
        </EvidenceFold>
        <Show when={status()}>
          {(found) => (
            <p class="s">
              <StateMark {...statusMarks[found()]} word={s().reading.status[found()]} />
            </p>
          )}
        </Show>
        <Show when={typed()}>
          <div class="line">
            <button
              type="button"
              class="btn"
              disabled={props.busy}
              aria-label={s().entry.saveRowOf(fields().title)}
              onClick={() => props.onSave()}
            >
              {s().entry.saveRow}
            </button>
            <button type="button" class="btn plain" onClick={() => props.onUndo()}>
              {s().entry.undo}
            </button>
          </div>
        </Show>
      </div>
    </div>
  );
};
