/** What was done, by month, newest first; searched without accents, filtered by native lists. */
import { useSearchParams } from '@solidjs/router';
import { createMemo, createSignal, Show, untrack } from 'solid-js';
import type { DayRange } from '#domain/dates.ts';
import { useWorkbook } from '#client/state/context.ts';
import { mayRecord } from '#client/state/may-record.ts';
import type { ActivitySummary } from '#client/state/workbook.ts';
import { t } from '#client/texts/current.ts';
import { splitWords } from '#client/texts/split-words.ts';
import { s } from '#client/texts/screens.ts';
import { monthNumber } from '#client/texts/words.ts';
import { createSteps } from '#client/ui/create-steps.ts';
import { EachById } from '#client/ui/Keyed.tsx';
import { Icon } from '#client/ui/icons.tsx';
import { PageHeading } from '#client/ui/PageHeading.tsx';
import { SplitNote } from '#client/ui/SplitTotal.tsx';
import { ActivityRow } from './ActivityRow.tsx';
import { FilterFields, filtersFrom, type FilterParams } from './FilterFields.tsx';
import { byMonth, cutTo, inDays, matching, type DayGroup, type MonthGroup } from './grouping.ts';

const MONTHS_AT_ONCE = 3;
const ROWS_AT_ONCE = 120;
/** Every key may bring others. */
const FOUND_AT_ONCE = 30;
/** As many as a phone shows, and then as many as a slow one draws between two frames. */
const STEPS = { first: 10, step: 6 };
const EVER: DayRange = { from: '1900-01-01', to: '2200-12-31' };

/** "Hoạt động: 3 đã gửi, 2 trên máy", and the same of the people where there are any. */
const monthSplit = ({ splits }: MonthGroup): string =>
  [
    [s().activity.splitActivities, splitWords(splits.activities)] as const,
    [s().activity.splitPeople, splitWords({ ...splits.people, apart: 0 })] as const,
  ]
    .filter(([, words]) => words !== '')
    .map(([what, words]) => `${what}: ${words}`)
    .join(' · ');

/** Of hundreds of rows only the days in sight are laid out and painted. */
const DayRows = (props: { readonly day: DayGroup }) => (
  <div class="in-sight" style={{ '--rows': String(props.day.activities.length) }}>
    <EachById each={props.day.activities}>
      {(activity) => (
        <div role="listitem">
          <ActivityRow activity={activity()} />
        </div>
      )}
    </EachById>
  </div>
);

const Rows = (props: { readonly activities: readonly ActivitySummary[] }) => {
  const days = createMemo<readonly DayGroup[]>((before) => inDays(props.activities, before), []);
  return (
    <div class="rows" role="list">
      <EachById each={days()}>{(day) => <DayRows day={day()} />}</EachById>
    </div>
  );
};

export const ActivityList = (props: { readonly isPage: boolean }) => {
  const workbook = useWorkbook();
  const campaigns = workbook.list('campaign');
  const [params, setParams] = useSearchParams<FilterParams>();
  const [query, setQuery] = createSignal('');
  const [isAboutToSearch, setAboutToSearch] = createSignal(false);
  const [monthsShown, setMonthsShown] = createSignal(MONTHS_AT_ONCE);
  const [rowsShown, setRowsShown] = createSignal(ROWS_AT_ONCE);
  const [foundShown, setFoundShown] = createSignal({ of: '', rows: FOUND_AT_ONCE });

  const filters = () => filtersFrom(params);
  const filtered = () => Object.values(filters()).some((value) => value !== '');
  /** Also those that come with the next step, so that its button stays where it is; and what is searched, before the first key. */
  const months = workbook.months(() => (isAboutToSearch() ? Infinity : monthsShown() + MONTHS_AT_ONCE + 1));
  const oldest = () => months()?.[Math.min(monthsShown(), months()?.length ?? 0) - 1];
  const range = createMemo<DayRange | undefined>(
    () => {
      if (filtered()) return EVER;
      const month = oldest();
      return month === undefined ? undefined : { from: `${month}-01`, to: EVER.to };
    },
    undefined,
    { equals: (a, b) => a?.from === b?.from && a?.to === b?.to },
  );
  const between = workbook.activitiesBetween(range);
  // One search for all keys: what was found stays until the next key has found more or less.
  const isSearching = createMemo(() => query().trim() !== '');
  const search = createMemo(() => (isSearching() ? workbook.search(query) : undefined));
  const found = () => search()?.();
  /** What was searched for when that came which is shown; the answer to a key comes a moment after it. */
  const answered = createMemo(() => (found() === undefined ? '' : untrack(query)));
  const groups = createMemo(() => {
    const shown = found() ?? between();
    if (!shown) return undefined;
    const all = byMonth(matching(shown, filters(), campaigns() ?? []), workbook.today());
    const from = range()?.from.slice(0, 7);
    return answered() !== '' || filtered() || from === undefined ? all : all.filter((group) => group.month >= from);
  });
  const total = () => groups()?.reduce((sum, group) => sum + group.activities.length, 0) ?? 0;
  /** "More" is asked of one answer. */
  const foundLimit = () => (foundShown().of === answered() ? foundShown().rows : FOUND_AT_ONCE);
  const limit = () => (answered() === '' ? rowsShown() : foundLimit());
  const drawn = createSteps(() => Math.min(limit(), total()), { ...STEPS, of: answered });
  const showMore = () => {
    if (answered() === '') setRowsShown((rows) => rows + ROWS_AT_ONCE);
    else setFoundShown({ of: answered(), rows: limit() + ROWS_AT_ONCE });
  };
  const heading = () => s().activity.title;

  return (
    <>
      <header class="line between">
        <Show when={props.isPage} fallback={<p class="brand">{heading()}</p>}>
          <PageHeading documentTitle={t().documentTitle(heading())}>{heading()}</PageHeading>
        </Show>
        <Show when={mayRecord(workbook.me())}>
          <a class="btn main desk" href="/hoat-dong/moi">
            <Icon name="plus" size={18} />
            {s().activity.record}
          </a>
        </Show>
      </header>
      <div class="stack">
        <div class="field" role="search">
          <label class="hidden-text" for="activity-search">
            {s().activity.search}
          </label>
          <input
            class="input"
            id="activity-search"
            type="search"
            autocomplete="off"
            placeholder={s().activity.searchHint}
            value={query()}
            onFocus={() => setAboutToSearch(true)}
            onInput={(event) => setQuery(event.currentTarget.value)}
          />
        </div>
        <FilterFields filters={filters()} onChange={setParams} />
        <p class="hidden-text" aria-live="polite">
          {answered() === '' ? '' : s().activity.found(total())}
        </p>
        <Show when={groups() ?? (months()?.length === 0 ? [] : undefined)} fallback={<p class="busy">{t().loading}</p>}>
          {(listed) => (
            <Show
              when={listed().length > 0}
              fallback={
                <Show
                  when={filtered() || query() !== ''}
                  fallback={
                    <section class="card">
                      <h2>{s().activity.emptyTitle}</h2>
                      <p>{s().activity.emptyBody}</p>
                    </section>
                  }
                >
                  <p class="card quiet">
                    {query().trim() === '' ? s().activity.filteredEmpty : s().activity.notFound(query().trim())}
                  </p>
                </Show>
              }
            >
              <EachById each={cutTo(listed(), drawn()).map((group) => ({ ...group, id: group.month }))}>
                {(group) => (
                  <section>
                    <h2>{s().monthTitle(monthNumber(`${group().month}-01`), Number(group().month.slice(0, 4)))}</h2>
                    <p class="s dim">
                      {group().counted > 0
                        ? s().activity.monthTotals(group().counted, group().people, group().female, group().attendances)
                        : s().activity.monthPlanned(group().activities.length)}
                      <SplitNote split={monthSplit(group())} />
                    </p>
                    <Rows activities={group().activities} />
                  </section>
                )}
              </EachById>
            </Show>
          )}
        </Show>
        <Show when={total() > limit()}>
          <button type="button" class="btn" onClick={showMore}>
            {s().activity.moreRows}
          </button>
        </Show>
        <Show when={!search() && !filtered() && (months()?.length ?? 0) > monthsShown()}>
          <button type="button" class="btn" onClick={() => setMonthsShown((shown) => shown + MONTHS_AT_ONCE)}>
            {s().activity.more}
          </button>
        </Show>
      </div>
    </>
  );
};
