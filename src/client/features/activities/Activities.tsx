/** The list of activities and what was chosen from it: beside each other where there is room, one after the other on a phone. */
import { useLocation, type RouteSectionProps } from '@solidjs/router';
import { Show, Suspense } from 'solid-js';
import { t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { createMediaQuery, WIDE } from '#client/ui/media.ts';
import { ActivityList } from './ActivityList.tsx';

export const Activities = (props: RouteSectionProps) => {
  const location = useLocation();
  const wide = createMediaQuery(WIDE);
  const atList = () => location.pathname.replace(/\/$/u, '') === '/hoat-dong';
  return (
    <Show
      when={wide()}
      fallback={
        <Show when={atList()} fallback={props.children}>
          <div class="page">
            <ActivityList isPage />
          </div>
        </Show>
      }
    >
      <div class="beside">
        <section class="list" aria-label={s().activity.title}>
          <ActivityList isPage={atList()} />
        </section>
        <Suspense fallback={<p class="page busy">{t().loading}</p>}>
          <Show when={!atList()} fallback={<p class="page dim">{s().activity.chooseOne}</p>}>
            {props.children}
          </Show>
        </Suspense>
      </div>
    </Show>
  );
};
