/** Every measure of the own and the parent plans, beside the one that was chosen where there is room. */
import { useLocation, type RouteSectionProps } from '@solidjs/router';
import { Show, Suspense } from 'solid-js';
import { t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { createMediaQuery, WIDE } from '#client/ui/media.ts';
import { MeasureList } from './MeasureList.tsx';

export const Measures = (props: RouteSectionProps) => {
  const location = useLocation();
  const wide = createMediaQuery(WIDE);
  const atList = () => location.pathname.replace(/\/$/u, '') === '/chi-tieu';
  return (
    <Show
      when={wide()}
      fallback={
        <Show when={atList()} fallback={props.children}>
          <div class="page">
            <MeasureList isPage />
          </div>
        </Show>
      }
    >
      <div class="beside">
        <section class="list" aria-label={s().measure.title}>
          <MeasureList isPage={atList()} />
        </section>
        <Suspense fallback={<p class="page busy">{t().loading}</p>}>
          <Show when={!atList()} fallback={<p class="page dim">{s().measure.chooseOne}</p>}>
            {props.children}
          </Show>
        </Suspense>
      </div>
    </Show>
  );
};
