/** The plans, the own first; what was chosen stands beside them where there is room. */
import { useLocation } from '@solidjs/router';
import { Show, Suspense } from 'solid-js';
import { t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { createMediaQuery, WIDE } from '#client/ui/media.ts';
import { PlanList } from './PlanList.tsx';
import { PlanPage } from './PlanPage.tsx';

export const Plans = () => {
  const location = useLocation();
  const wide = createMediaQuery(WIDE);
  const atList = () => location.pathname.replace(/\/$/u, '') === '/ke-hoach';
  return (
    <Show
      when={wide()}
      fallback={
        <Show when={atList()} fallback={<PlanPage />}>
          <div class="page">
            <PlanList isPage />
          </div>
        </Show>
      }
    >
      <div class="beside">
        <section class="list" aria-label={s().plan.title}>
          <PlanList isPage={atList()} />
        </section>
        <Suspense fallback={<p class="page busy">{t().loading}</p>}>
          <Show when={!atList()} fallback={<p class="page dim">{s().plan.chooseOne}</p>}>
            <PlanPage />
          </Show>
        </Suspense>
      </div>
    </Show>
  );
};
