/**
 * A year as a list, month by month. What lasts over several months stands in the one in which it begins, and what began
 * before the year in January; the log is counted, and opened a month at a time.
 */
import { createMemo, createSignal, For, Show } from 'solid-js';
import { firstOfMonth } from '#domain/calendar-grid.ts';
import { monthOf, touches } from '#domain/dates.ts';
import { useWorkbook } from '#client/state/context.ts';
import { groupBy } from '#client/state/tallies.ts';
import type { ActivitySummary } from '#client/state/workbook.ts';
import { t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { createSteps } from '#client/ui/create-steps.ts';
import { Icon } from '#client/ui/icons.tsx';
import { createCalendar } from './create-calendar.ts';
import { ActivityRows, EntryList } from './EntryList.tsx';
import type { Shown } from './kinds-shown.ts';

const MONTHS = 12;

export const YearView = (props: { readonly year: number; readonly shown: Shown }) => {
  const workbook = useWorkbook();
  const range = createMemo(
    () => ({ from: `${String(props.year)}-01-01`, to: `${String(props.year)}-12-31` }),
    undefined,
    {
      equals: (a, b) => a?.from === b?.from,
    },
  );
  const view = createCalendar(workbook, range);
  const months = () =>
    Array.from({ length: MONTHS }, (_, index) => `${String(props.year)}-${String(index + 1).padStart(2, '0')}`);
  const monthIn = ({ from }: { readonly from: string }) => monthOf(from < range().from ? range().from : from);
  const entries = createMemo(() =>
    groupBy(
      (view.entries() ?? []).filter(({ kind }) => props.shown(kind)),
      monthIn,
    ),
  );
  const activities = createMemo(() =>
    groupBy(
      // Until the log of another year is read, that of the one before is there.
      (props.shown('activity') ? (view.activities() ?? []) : []).filter((one) => touches(one, range())),
      monthIn,
    ),
  );
  /** The first are in sight; what stands below comes frame by frame. */
  const drawn = createSteps(() => MONTHS, { first: 2, step: 1, of: () => props.year });
  return (
    <Show when={view.entries()} fallback={<p class="busy">{t().loading}</p>}>
      <div class="year-view">
        <For each={months().slice(0, drawn())}>
          {(month) => (
            <section class="stack tight" aria-labelledby={`m-${month}`}>
              <h2 id={`m-${month}`}>{s().monthTitle(Number(firstOfMonth(month).slice(5, 7)), props.year)}</h2>
              <Show when={entries().get(month)}>{(found) => <EntryList entries={found()} withDays />}</Show>
              <Show when={activities().get(month)}>{(found) => <Log activities={found()} />}</Show>
              <Show when={!entries().has(month) && !activities().has(month)}>
                <p class="s dim">{s().none}</p>
              </Show>
            </section>
          )}
        </For>
      </div>
    </Show>
  );
};

/** Drawn when it is opened: a month may have hundreds. */
const Log = (props: { readonly activities: readonly ActivitySummary[] }) => {
  const [open, setOpen] = createSignal(false);
  const inOrder = () => [...props.activities].sort((a, b) => (a.from < b.from ? -1 : 1));
  return (
    <details class="fold" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Icon name="next" size={16} />
        {s().calendar.activities(props.activities.length)}
      </summary>
      <Show when={open()}>
        <ActivityRows activities={inOrder()} />
      </Show>
    </details>
  );
};
