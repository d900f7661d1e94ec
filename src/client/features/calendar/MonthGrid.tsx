/**
 * A month as a grid of days that the arrow keys move through. What lasts several days is drawn as a bar across them; a
 * screen reader hears each day with all that is on it, so the bars are hidden from it.
 */
import { createMemo, For, Index, Show } from 'solid-js';
import { barsOf, weeksOfMonth, type Bar, type Week } from '#domain/calendar-grid.ts';
import { daysBetween, formatDate, monthOf, weekdayOf, type LocalDate } from '#domain/dates.ts';
import { s } from '#client/texts/screens.ts';
import { dayOf, weekdayWord } from '#client/texts/words.ts';
import { touchesDay } from './create-calendar.ts';
import { dayAfterKey } from './day-keys.ts';
import { byWeight, type Entry } from './entries.ts';

interface MonthGridProps {
  /** `2024-11` */
  readonly month: string;
  readonly label: string;
  readonly today: LocalDate;
  readonly chosen: LocalDate;
  readonly entries: readonly Entry[];
  readonly activities: ReadonlyMap<LocalDate, number>;
  /** `byKey` asks that the day takes the focus, wherever it is drawn. */
  readonly onChoose: (day: LocalDate, byKey: boolean) => void;
}

/** More lanes than these would make a day too high for a page of them. */
const LANES = 3;
const SUNDAY = 7;

export const dayId = (day: LocalDate): string => `day-${day}`;

export const MonthGrid = (props: MonthGridProps) => {
  const weeks = createMemo(() => weeksOfMonth(props.month));
  const hint = 'calendar-keys';
  return (
    <>
      <p class="hidden-text" id={hint}>
        {s().calendar.keysHint}
      </p>
      <div class="month" role="grid" aria-label={props.label} aria-describedby={hint}>
        <div class="week" role="row">
          <For each={s().calendar.weekdaysShort}>
            {(word, index) => (
              <div role="columnheader">
                <span aria-hidden="true">{word}</span>
                <span class="hidden-text">{s().calendar.weekdaysLong[index()]}</span>
              </div>
            )}
          </For>
        </div>
        <Index each={weeks()}>{(week) => <WeekRow {...props} week={week()} />}</Index>
      </div>
    </>
  );
};

const WeekRow = (props: MonthGridProps & { readonly week: Week }) => {
  const bars = createMemo(() => barsOf([...props.entries].sort(byWeight), props.week));
  return (
    <div class="week" role="row">
      <Index each={props.week}>
        {(day) => <DayCell {...props} day={day()} bars={bars().filter((bar) => touchesDay(bar, day()))} />}
      </Index>
    </div>
  );
};

interface DayCellProps extends MonthGridProps {
  readonly day: LocalDate;
  /** Those that lie over this day. */
  readonly bars: readonly Bar<Entry>[];
}

const DayCell = (props: DayCellProps) => {
  const count = () => props.activities.get(props.day) ?? 0;
  const hidden = () => props.bars.filter(({ lane }) => lane >= LANES).length;
  const words = () =>
    [
      `${weekdayWord(props.day)} ${formatDate(props.day)}`,
      ...props.bars.map(({ item }) => item.title),
      ...(count() > 0 ? [s().calendar.activities(count())] : []),
    ].join('; ');
  const isChosen = () => props.day === props.chosen;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const next = dayAfterKey(props.day, event.key, event.shiftKey);
    if (next === undefined) return;
    event.preventDefault();
    props.onChoose(next, true);
  };
  return (
    <div
      role="gridcell"
      aria-selected={isChosen()}
      classList={{
        outside: monthOf(props.day) !== props.month,
        weekend: weekdayOf(props.day) >= SUNDAY - 1,
        today: props.day === props.today,
        chosen: isChosen(),
      }}
    >
      <button
        type="button"
        id={dayId(props.day)}
        tabindex={isChosen() ? 0 : -1}
        aria-label={words()}
        aria-current={props.day === props.today ? 'date' : undefined}
        onClick={() => props.onChoose(props.day, false)}
        onKeyDown={onKeyDown}
      >
        <span class="date" aria-hidden="true">
          {Number(dayOf(props.day))}
        </span>
        <span class="lanes" aria-hidden="true">
          <For each={Array.from({ length: LANES }, (_, lane) => lane)}>
            {(lane) => <Lane day={props.day} bar={props.bars.find((bar) => bar.lane === lane)} />}
          </For>
        </span>
        <span class="foot" aria-hidden="true">
          <Show when={hidden() > 0}>
            <span class="rest">{s().calendar.more(hidden())}</span>
          </Show>
          <Show when={count() > 0}>
            <span class="log">
              <i />
              <span>{s().calendar.activities(count())}</span>
            </span>
          </Show>
        </span>
      </button>
    </div>
  );
};

/** A bar is drawn whole by the first day that it has in the week; the others keep its lane free. */
const Lane = (props: { readonly day: LocalDate; readonly bar: Bar<Entry> | undefined }) => {
  const drawn = () => (props.bar?.from === props.day ? props.bar : undefined);
  return (
    <span class="lane">
      <Show when={drawn()}>
        {(bar) => (
          <span
            class={`bar ${bar().item.look}`}
            classList={{ begins: bar().begins, ends: bar().ends }}
            style={{ '--days': String(daysBetween(bar().from, bar().to) + 1) }}
          >
            {bar().item.title}
          </span>
        )}
      </Show>
    </span>
  );
};
