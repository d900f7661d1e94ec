/** Moves the "today" of the sample; online only, for it is kept on the server. */
import { createSignal } from 'solid-js';
import { formatDate, yearOf } from '#domain/dates.ts';
import { parseDate } from '#domain/typed-dates.ts';
import { useWorkbook } from '#client/state/context.ts';
import { problemText, t } from '#client/texts/current.ts';
import { DateField } from '#client/ui/DateField.tsx';
import { showToast } from '#client/ui/toasts.tsx';

export const SampleDayForm = (props: { readonly onMoved: () => void }) => {
  const workbook = useWorkbook();
  const [typed, setTyped] = createSignal(formatDate(workbook.today()));
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
    props.onMoved();
    showToast(t().ribbon.moved(formatDate(day.value)));
  };

  return (
    <form onSubmit={(event) => void move(event)} autocomplete="off" novalidate>
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
  );
};
