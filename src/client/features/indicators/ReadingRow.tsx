/** One reading in the list: its figure, who said it, whether it was checked, and what may be done with it. */
import { useLocation } from '@solidjs/router';
import { Show } from 'solid-js';
import { figureOf } from '#domain/figures.ts';
import { figuresAsText, mayCheck, readingStatus } from '#domain/reading-status.ts';
import type { Measure, Reading } from '#domain/records/measure.ts';
import { useWorkbook } from '#client/state/context.ts';
import { createTry } from '#client/state/create-try.ts';
import type { Saved } from '#client/state/workbook.ts';
import { problemText } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { figureWords } from '#client/texts/measure-words.ts';
import { periodWords } from '#client/texts/words.ts';
import { StateMark } from '#client/ui/marks.tsx';
import { showToast } from '#client/ui/toasts.tsx';
import { whyHref } from './place.ts';
import { statusMarks } from './reading-marks.ts';

/** The figure alone, in words. */
export const saidBy = (measure: Measure, reading: Reading): string => {
  const figure = figureOf(measure, reading);
  if (figure === 'nothing-arose') return s().judged['nothing-arose'];
  return figure === 'no-figure' ? s().judged['no-figure'] : figureWords(figure, measure);
};

interface ReadingRowProps {
  readonly measure: Saved<'measure'>;
  readonly reading: Saved<'reading'>;
  readonly agency: string;
  readonly mayEdit: boolean;
  readonly onEdit: () => void;
}

export const ReadingRow = (props: ReadingRowProps) => {
  const workbook = useWorkbook();
  const location = useLocation();
  const fields = () => props.reading.fields;
  const status = () => readingStatus(fields());
  const period = () => periodWords(fields().period);
  const writeCheck = createTry(async (checked: string | null) => {
    const saved = await workbook.save([{ table: 'reading', id: props.reading.id, values: { checked } }]);
    if (saved.ok) showToast(checked === null ? s().reading.uncheckedNow : s().reading.checkedNow);
    return saved;
  });
  const evidence = () => {
    const links = Object.keys(fields().activities).length + Object.keys(fields().documents).length;
    const words = [fields().evidence, links > 0 ? s().reading.linked(links) : ''].filter(Boolean).join(' · ');
    return words === '' ? '' : s().reading.basedOn(words);
  };
  const outlier = () => {
    const reason = fields().outlier;
    return reason === undefined ? '' : s().reading.reasonOf(reason);
  };
  return (
    <li class="row" id={`reading-${fields().period}-${fields().agency}`}>
      <div class="grow">
        <b>
          <a
            href={whyHref(props.measure.id, location.search, fields().period)}
            aria-label={s().whyPage.open(`${saidBy(props.measure.fields, fields())} · ${period()}`)}
          >
            {saidBy(props.measure.fields, fields())} · {period()}
          </a>
        </b>
        <span class="s dim">
          {[props.agency, fields().source, fields().note, evidence(), outlier()].filter(Boolean).join(' · ')}
        </span>
        <span class="s dim"> · {s().recordState[props.reading.state]}</span>
        <p class="s">
          <StateMark {...statusMarks[status()]} word={s().reading.status[status()]} />
        </p>
        <Show when={writeCheck.problem()}>{(problem) => <p class="error">{problemText(problem())}</p>}</Show>
        <p class="line">
          <Show when={props.mayEdit && mayCheck(workbook.me().role)}>
            <button
              type="button"
              class="btn plain"
              aria-label={`${status() === 'checked' ? s().reading.uncheck : s().reading.check}: ${period()}`}
              disabled={writeCheck.busy()}
              onClick={() => void writeCheck.run(status() === 'checked' ? null : figuresAsText(fields()))}
            >
              {status() === 'checked' ? s().reading.uncheck : s().reading.check}
            </button>
          </Show>
          <a
            class="back s"
            href={`/lich-su/so-lieu/${encodeURIComponent(props.reading.id)}`}
            aria-label={`${s().history.link}: ${period()}`}
          >
            {s().history.link}
          </a>
        </p>
      </div>
      <Show when={props.mayEdit}>
        <button
          type="button"
          class="btn plain"
          aria-label={`${s().measure.editReading}: ${period()}`}
          onClick={() => props.onEdit()}
        >
          {s().edit}
        </button>
      </Show>
    </li>
  );
};
