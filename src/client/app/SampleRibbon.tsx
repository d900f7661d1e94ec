/** Says on every page that these are sample data, and moves their "today". */
import { createSignal, Show } from 'solid-js';
import { formatDate, parseDate, yearOf } from '#domain/dates.ts';
import { useWorkbook } from '#client/state/context.ts';
import { problemText, t } from '#client/texts/current.ts';
import { DateField } from '#client/ui/DateField.tsx';
import { showToast } from '#client/ui/toasts.tsx';

export const SampleRibbon = () => {
  const workbook = useWorkbook();
  const [open, setOpen] = createSignal(false);
  const [typed, setTyped] = createSignal('');
  const [error, setError] = createSignal<string>();

  const move = async (event: SubmitEvent) => {
    event.preventDefault();
    const day = parseDate(typed());
    if (!day.ok) {
      setError(problemText(day.problem));
      return;
    }
    const moved = await workbook.moveSampleDay(day.value);
    setError(moved.ok ? undefined : problemText(moved.problem));
    if (!moved.ok) return;
    setOpen(false);
    showToast(t().ribbon.moved(formatDate(day.value)));
  };

  return (
    <section class="ribbon" aria-label={t().ribbon.label}>
      <div class="line between">
        <p>{t().ribbon.words(formatDate(workbook.today()))}</p>
        <button
          type="button"
          class="btn plain"
          aria-expanded={open()}
          onClick={() => {
            setTyped(formatDate(workbook.today()));
            setOpen(!open());
          }}
        >
          {open() ? t().close : t().ribbon.change}
        </button>
      </div>
      <Show when={open()}>
        <form onSubmit={(event) => void move(event)} novalidate>
          <DateField
            id="sample-day"
            label={t().ribbon.field}
            value={typed()}
            onInput={setTyped}
            calendarLabel={t().chooseDay}
            year={yearOf(workbook.today())}
            error={error()}
          />
          <button type="submit" class="btn main">
            {t().ribbon.submit}
          </button>
        </form>
      </Show>
    </section>
  );
};
