/** The readings of a measure, newest period first, and the form for one more, where one may be entered. */
import { useSearchParams } from '@solidjs/router';
import { createMemo, createSignal, For, Show } from 'solid-js';
import { comparePeriods } from '#domain/periods.ts';
import { figureOf } from '#domain/figures.ts';
import { mayWrite } from '#domain/rights.ts';
import { scopeOf } from '#domain/scope.ts';
import type { Reading } from '#domain/records/measure.ts';
import { conflictsOfRecord } from '#client/state/conflicts.ts';
import { useWorkbook } from '#client/state/context.ts';
import { actorOf } from '#client/state/may-record.ts';
import type { Me, Saved } from '#client/state/workbook.ts';
import { s } from '#client/texts/screens.ts';
import { figureWords } from '#client/texts/measure-words.ts';
import { periodWords } from '#client/texts/words.ts';
import { NoticeLink } from '#client/ui/NoticeLink.tsx';
import { ReadingEditor } from './ReadingEditor.tsx';

interface ReadingsProps {
  readonly measure: Saved<'measure'>;
  readonly readings: readonly Saved<'reading'>[];
}

const mayEnter = (me: Me, key: Pick<Reading, 'measure' | 'unit' | 'agency' | 'period'>): boolean =>
  mayWrite(actorOf(me), {
    scope: scopeOf(me.unit, 'work'),
    relation: 'own',
    table: 'reading',
    before: undefined,
    after: key,
  }) === undefined;

/** What is being typed: nothing, a new reading, the refused one of the address, or the one with this id. */
type Editing = { readonly is: 'closed' | 'new' | 'refused' } | { readonly is: 'one'; readonly id: string };

export const Readings = (props: ReadingsProps) => {
  const workbook = useWorkbook();
  const agencies = workbook.list('agency');
  const [params] = useSearchParams<{ sua: string }>();
  const refused = createMemo(() =>
    (workbook.refused() ?? []).find((one) => `${one.scope}~${String(one.n)}` === params.sua),
  );
  const [editing, setEditing] = createSignal<Editing>({ is: params.sua ? 'refused' : 'closed' });
  const fields = () => props.measure.fields;
  const isEntered = () => !fields().guarded && fields().source !== 'from-above' && fields().kind !== 'cadence';
  const mine = () =>
    mayEnter(workbook.me(), {
      measure: props.measure.id,
      unit: workbook.me().unit,
      agency: workbook.me().agency,
      period: '2024',
    });
  const sorted = createMemo(() => [...props.readings].sort((a, b) => comparePeriods(b.fields.period, a.fields.period)));
  const allConflicts = workbook.list('conflict');
  const conflicts = createMemo(() =>
    props.readings.reduce((sum, reading) => sum + conflictsOfRecord(allConflicts() ?? [], reading).length, 0),
  );
  const agencyName = (id: string) => agencies()?.find((agency) => agency.id === id)?.fields.name ?? '';
  const edited = (now: Editing) =>
    now.is === 'one' ? props.readings.find((reading) => reading.id === now.id) : undefined;
  const said = (reading: Reading): string => {
    const figure = figureOf(fields(), reading);
    if (figure === 'nothing-arose') return s().judged['nothing-arose'];
    return figure === 'no-figure' ? s().judged['no-figure'] : figureWords(figure, fields());
  };

  return (
    <Show when={isEntered()}>
      <section class="stack tight" aria-labelledby="readings">
        <h2 id="readings">{s().measure.readings}</h2>
        <Show when={conflicts() > 0}>
          <NoticeLink
            href="/cho-gui#xung-dot"
            icon="alert"
            words={s().conflict.mark(conflicts())}
            todo={s().conflict.markTodo}
          />
        </Show>
        <Show when={sorted().length > 0} fallback={<p class="dim">{s().measure.noReadings}</p>}>
          <ul class="rows">
            <For each={sorted()}>
              {(reading) => (
                <li class="row">
                  <div class="grow">
                    <b>
                      {said(reading.fields)} · {periodWords(reading.fields.period)}
                    </b>
                    <span class="s dim">
                      {[agencyName(reading.fields.agency), reading.fields.source, reading.fields.note]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                    <span class="s dim"> · {s().recordState[reading.state]}</span>
                    <p>
                      <a
                        class="back s"
                        href={`/lich-su/so-lieu/${encodeURIComponent(reading.id)}`}
                        aria-label={`${s().history.link}: ${periodWords(reading.fields.period)}`}
                      >
                        {s().history.link}
                      </a>
                    </p>
                  </div>
                  <Show when={mayEnter(workbook.me(), reading.fields)}>
                    <button
                      type="button"
                      class="btn plain"
                      aria-label={`${s().measure.editReading}: ${periodWords(reading.fields.period)}`}
                      onClick={() => setEditing({ is: 'one', id: reading.id })}
                    >
                      {s().edit}
                    </button>
                  </Show>
                </li>
              )}
            </For>
          </ul>
        </Show>
        <Show
          when={editing().is !== 'closed' ? editing() : undefined}
          keyed
          fallback={
            <Show when={mine()}>
              <p>
                <button type="button" class="btn main" onClick={() => setEditing({ is: 'new' })}>
                  {s().measure.enter}
                </button>
              </p>
            </Show>
          }
        >
          {(now) => (
            <Show when={now.is !== 'refused' || workbook.refused() !== undefined}>
              <ReadingEditor
                measure={props.measure}
                edited={edited(now)}
                refused={now.is === 'refused' ? refused() : undefined}
                readings={props.readings}
                onClose={() => setEditing({ is: 'closed' })}
              />
            </Show>
          )}
        </Show>
      </section>
    </Show>
  );
};
