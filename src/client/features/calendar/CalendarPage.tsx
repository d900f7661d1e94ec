/** The calendar: a month with its days, or the whole year as a list; which one, and which day, stands in the address. */
import { useSearchParams } from '@solidjs/router';
import { createMemo, Show } from 'solid-js';
import { firstOfMonth, monthAfter } from '#domain/calendar-grid.ts';
import { isLocalDate, monthOf, yearOf, type LocalDate } from '#domain/dates.ts';
import { useWorkbook } from '#client/state/context.ts';
import { t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { periodWords } from '#client/texts/words.ts';
import { PickChecks } from '#client/ui/choices.tsx';
import { Icon, type IconName } from '#client/ui/icons.tsx';
import { PageHeading } from '#client/ui/PageHeading.tsx';
import { ExportCard } from './ExportCard.tsx';
import { createKindsShown, shownKinds } from './kinds-shown.ts';
import { NoticeCard } from './NoticeCard.tsx';
import { MonthView } from './MonthView.tsx';
import { monthHref, OBSERVANCES, yearHref } from './place.ts';
import { YearView } from './YearView.tsx';

const YEAR = /^(?:19|20|21)\d{2}$/u;

export const CalendarPage = () => {
  const workbook = useWorkbook();
  const [params, setParams] = useSearchParams<{ thang: string; ngay: string; nam: string }>();
  const kinds = createKindsShown();
  const asked = (): LocalDate | undefined =>
    typeof params.ngay === 'string' && isLocalDate(params.ngay) ? params.ngay : undefined;
  const month = createMemo(() => {
    const named = params.thang;
    if (typeof named === 'string' && isLocalDate(firstOfMonth(named))) return named;
    return monthOf(asked() ?? workbook.today());
  });
  /** A day of the month that is looked at: the one asked for, today, or its first. */
  const chosen = createMemo(() => {
    const today = workbook.today();
    const day = asked();
    if (day !== undefined && monthOf(day) === month()) return day;
    return monthOf(today) === month() ? today : firstOfMonth(month());
  });
  const wholeYear = createMemo(() => {
    const named = params.nam;
    return typeof named === 'string' && YEAR.test(named) ? Number(named) : undefined;
  });
  const year = () => wholeYear() ?? yearOf(firstOfMonth(month()));
  const choose = (day: LocalDate) => {
    setParams({ thang: monthOf(day), ngay: day, nam: undefined }, { replace: true, scroll: false });
  };
  const title = () => {
    const whole = wholeYear();
    return whole === undefined ? s().calendar.monthTitle(periodWords(month())) : s().calendar.yearTitle(whole);
  };
  const step = (href: string, icon: IconName, words: string) => (
    <a class="icon-btn" href={href} aria-label={words} title={words}>
      <Icon name={icon} />
    </a>
  );
  const view = (words: string, href: string, isShown: boolean) => (
    <a class="pick small" classList={{ on: isShown }} aria-current={isShown ? 'true' : undefined} href={href}>
      {words}
    </a>
  );
  /** From a year to one of its months: this one, or its first. */
  const monthOfYear = () => {
    const today = workbook.today();
    if (wholeYear() === undefined) return month();
    return wholeYear() === yearOf(today) ? monthOf(today) : `${String(year())}-01`;
  };
  return (
    <div class="page full stack wide">
      <header class="stack tight">
        <div class="line between">
          <PageHeading documentTitle={t().documentTitle(s().calendar.title)}>{title()}</PageHeading>
          <nav class="line steps" aria-label={s().calendar.title}>
            <Show
              when={wholeYear()}
              fallback={
                <>
                  {step(monthHref(monthAfter(month(), -1)), 'back', s().calendar.before)}
                  {step(monthHref(monthAfter(month(), 1)), 'forward', s().calendar.after)}
                </>
              }
            >
              {(whole) => (
                <>
                  {step(yearHref(whole() - 1), 'back', s().calendar.yearBefore)}
                  {step(yearHref(whole() + 1), 'forward', s().calendar.yearAfter)}
                </>
              )}
            </Show>
          </nav>
        </div>
        <nav class="chips" aria-label={s().calendar.views}>
          {view(s().calendar.month, monthHref(monthOfYear()), wholeYear() === undefined)}
          {view(s().calendar.year, yearHref(year()), wholeYear() !== undefined)}
          <a class="pick small" href={monthHref(monthOf(workbook.today()))}>
            {s().calendar.toToday}
          </a>
        </nav>
        <div class="line between">
          <details class="fold">
            <summary>
              <Icon name="next" size={16} />
              {s().calendar.filter}
            </summary>
            <PickChecks
              legend={s().calendar.kinds}
              options={shownKinds.map((kind) => ({ value: kind, label: s().calendar.kindWords[kind] }))}
              chosen={kinds.chosen()}
              onToggle={kinds.toggle}
            />
          </details>
          <a class="back" href={OBSERVANCES}>
            {s().calendar.observancesLink}
            <Icon name="next" size={16} />
          </a>
        </div>
      </header>
      <Show
        when={wholeYear()}
        fallback={<MonthView month={month()} chosen={chosen()} shown={kinds.shown} onChoose={choose} />}
      >
        {(whole) => <YearView year={whole()} shown={kinds.shown} />}
      </Show>
      <div class="two">
        <ExportCard year={year()} />
        <Show when={workbook.opened === undefined}>
          <NoticeCard />
        </Show>
      </div>
    </div>
  );
};
