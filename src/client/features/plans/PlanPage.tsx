/** A plan, one of its tasks, its agencies, its issued versions, or the editor, by the address; what is rarely wanted is fetched then. */
import { lazy, Match, Suspense, Switch } from 'solid-js';
import { t } from '#client/texts/current.ts';
import { usePlace } from './place.ts';
import { PlanDetail } from './PlanDetail.tsx';
import { TaskDetail } from './TaskDetail.tsx';

const PlanEditor = lazy(async () => ({ default: (await import('./editor/PlanEditor.tsx')).PlanEditor }));
const OldVersions = lazy(async () => ({ default: (await import('./OldVersions.tsx')).OldVersions }));
const Agencies = lazy(async () => ({ default: (await import('./Agencies.tsx')).Agencies }));

export const PlanPage = () => {
  const place = usePlace();
  const isWriting = () => place.plan() === undefined || ['soan', 'ban-hanh'].includes(place.doing()[0] ?? '');
  return (
    <Switch fallback={<PlanDetail />}>
      <Match when={isWriting()}>
        <Suspense fallback={<p class="page busy">{t().loading}</p>}>
          <PlanEditor />
        </Suspense>
      </Match>
      <Match when={place.doing()[0] === 'ban'}>
        <Suspense fallback={<p class="page busy">{t().loading}</p>}>
          <OldVersions />
        </Suspense>
      </Match>
      <Match when={place.doing()[0] === 'co-quan'}>
        <Suspense fallback={<p class="page busy">{t().loading}</p>}>
          <Agencies />
        </Suspense>
      </Match>
      <Match when={place.doing()[0] === 'nhiem-vu'}>
        <TaskDetail />
      </Match>
    </Switch>
  );
};
