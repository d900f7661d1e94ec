/** Says on every page that these are sample data, and moves their "today". */
import { createSignal, lazy, Show, Suspense } from 'solid-js';
import { formatDate } from '#domain/dates.ts';
import { mayMoveSampleDay } from '#domain/rights.ts';
import { useWorkbook } from '#client/state/context.ts';
import { t } from '#client/texts/current.ts';

const SampleDayForm = lazy(async () => ({ default: (await import('./SampleDayForm.tsx')).SampleDayForm }));

export const SampleRibbon = () => {
  const workbook = useWorkbook();
  const [open, setOpen] = createSignal(false);
  return (
    <section class="ribbon" aria-label={t().ribbon.label}>
      <div class="line between">
        <p>{t().ribbon.words(formatDate(workbook.today()))}</p>
        <Show when={mayMoveSampleDay(workbook.me()) === undefined}>
          <button
            type="button"
            class="btn plain"
            aria-expanded={open()}
            onClick={() => {
              setOpen(!open());
            }}
          >
            {open() ? t().close : t().ribbon.change}
          </button>
        </Show>
      </div>
      <Show when={open()}>
        <Suspense>
          <SampleDayForm onMoved={() => setOpen(false)} />
        </Suspense>
      </Show>
    </section>
  );
};
