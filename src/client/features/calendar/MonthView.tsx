/** A month: its grid, and beside it, or under it on a phone, what is on the chosen day and what the month holds. */
import { createEffect, createMemo, on, Show } from 'solid-js';
import { firstOfMonth, lastOfMonth, shownDays } from '#domain/calendar-grid.ts';
import { formatDate, touches, type LocalDate } from '#domain/dates.ts';
import { useWorkbook } from '#client/state/context.ts';
import { t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { periodWords, weekdayWord } from '#client/texts/words.ts';
import { activitiesByDay, createCalendar, touchesDay } from './create-calendar.ts';
import { byWeight } from './entries.ts';
import { ActivityRows, EntryList } from './EntryList.tsx';
import type { Shown } from './kinds-shown.ts';
import { dayId, MonthGrid } from './MonthGrid.tsx';

interface MonthViewProps {
  readonly month: string;
  readonly chosen: LocalDate;
  readonly shown: Shown;
  readonly onChoose: (day: LocalDate) => void;
}

export const MonthView = (props: MonthViewProps) => {
  const workbook = useWorkbook();
  const range = createMemo(() => shownDays(props.month), undefined, { equals: (a, b) => a?.from === b?.from });
  const view = createCalendar(workbook, range);
  const entries = createMemo(() => (view.entries() ?? []).filter(({ kind }) => props.shown(kind)));
  const activities = createMemo(() => (props.shown('activity') ? (view.activities() ?? []) : []));
  const counts = createMemo(() => activitiesByDay(activities(), range()));
  const ofMonth = createMemo(() => {
    const month = { from: firstOfMonth(props.month), to: lastOfMonth(props.month) };
    return entries().filter((entry) => touches(entry, month));
  });
  const onDay = createMemo(() =>
    entries()
      .filter((entry) => touchesDay(entry, props.chosen))
      .sort(byWeight),
  );
  const doneOnDay = createMemo(() =>
    [...activities()].filter((one) => touchesDay(one, props.chosen)).sort((a, b) => (a.title < b.title ? -1 : 1)),
  );
  const label = () => s().calendar.monthTitle(periodWords(props.month));

  /** The day that a key has led to is drawn first, in another month perhaps, and then takes the focus. */
  let wanted: LocalDate | undefined;
  createEffect(
    on(
      () => [props.chosen, props.month],
      () => {
        if (wanted === undefined) return;
        const id = dayId(wanted);
        wanted = undefined;
        queueMicrotask(() => document.getElementById(id)?.focus());
      },
    ),
  );
  const choose = (day: LocalDate, byKey: boolean) => {
    if (byKey) wanted = day;
    props.onChoose(day);
  };

  return (
    <div class="calendar-view">
      <MonthGrid
        month={props.month}
        label={label()}
        today={workbook.today()}
        chosen={props.chosen}
        entries={entries()}
        activities={counts()}
        onChoose={choose}
      />
      <div class="stack wide">
        <section class="stack tight" aria-labelledby="chosen-day">
          <h2 id="chosen-day">
            {weekdayWord(props.chosen)} {formatDate(props.chosen)}
          </h2>
          <Show when={view.entries()} fallback={<p class="busy">{t().loading}</p>}>
            <Show when={onDay().length > 0}>
              <EntryList entries={onDay()} />
            </Show>
            <Show when={doneOnDay().length > 0}>
              <ActivityRows activities={doneOnDay()} />
            </Show>
            <Show when={onDay().length + doneOnDay().length === 0}>
              <p class="card quiet dim">{s().calendar.emptyDay}</p>
            </Show>
          </Show>
        </section>
        <section class="stack tight" aria-labelledby="in-month">
          <h2 id="in-month">{s().calendar.inMonth(periodWords(props.month))}</h2>
          <Show when={ofMonth().length > 0} fallback={<p class="card quiet dim">{s().calendar.emptyMonth}</p>}>
            <EntryList entries={ofMonth()} withDays />
          </Show>
        </section>
      </div>
    </div>
  );
};
