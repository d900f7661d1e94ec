/** The readings of a measure, newest period first, and the form for one more, where one may be entered. */
import { useSearchParams } from '@solidjs/router';
import { createMemo, createSignal, For, Show } from 'solid-js';
import { asOn } from '#domain/held.ts';
import { comparePeriods, periodRange } from '#domain/periods.ts';
import type { Reading } from '#domain/records/measure.ts';
import { conflictsOfRecord } from '#client/state/conflicts.ts';
import { useWorkbook } from '#client/state/context.ts';
import type { Saved } from '#client/state/workbook.ts';
import { s } from '#client/texts/screens.ts';
import { NoticeLink } from '#client/ui/NoticeLink.tsx';
import { mayEnter } from './may-enter.ts';
import { isEntered } from './reading-asks.ts';
import { ReadingEditor } from './ReadingEditor.tsx';
import { ReadingRow } from './ReadingRow.tsx';

interface ReadingsProps {
  readonly measure: Saved<'measure'>;
  readonly readings: readonly Saved<'reading'>[];
}

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
  const mine = () =>
    mayEnter(workbook.me(), {
      measure: props.measure.id,
      unit: workbook.me().unit,
      agency: workbook.me().agency,
      period: '2024',
    });
  const sorted = createMemo(() => [...props.readings].sort((a, b) => comparePeriods(b.fields.period, a.fields.period)));
  /** By id, so that a row keeps the focus when what it shows is read anew. */
  const byId = createMemo(() => new Map(props.readings.map((reading) => [reading.id, reading] as const)));
  const keys = createMemo(() => sorted().map(({ id }) => id));
  const allConflicts = workbook.list('conflict');
  const conflicts = createMemo(() =>
    props.readings.reduce((sum, reading) => sum + conflictsOfRecord(allConflicts() ?? [], reading).length, 0),
  );
  /** As it was called then. */
  const agencyName = ({ agency, period }: Pick<Reading, 'agency' | 'period'>) => {
    const found = agencies()?.find(({ id }) => id === agency)?.fields;
    return found === undefined ? '' : asOn(found, periodRange(period).to).name;
  };
  const edited = (now: Editing) =>
    now.is === 'one' ? props.readings.find((reading) => reading.id === now.id) : undefined;

  return (
    <Show when={isEntered(props.measure.fields)}>
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
            <For each={keys()}>
              {(id) => (
                <Show when={byId().get(id)}>
                  {(reading) => (
                    <ReadingRow
                      measure={props.measure}
                      reading={reading()}
                      agency={agencyName(reading().fields)}
                      mayEdit={mayEnter(workbook.me(), reading().fields)}
                      onEdit={() => setEditing({ is: 'one', id })}
                    />
                  )}
                </Show>
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
