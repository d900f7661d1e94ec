/** The pages of the editor, by their address: they are fetched together, for who writes a plan goes to and fro between them. */
import { useLocation } from '@solidjs/router';
import { Match, Show, Switch } from 'solid-js';
import { usePlace } from '../place.ts';
import { BlankPlan } from './BlankPlan.tsx';
import { EditPlan } from './EditPlan.tsx';
import { IssuePage } from './IssuePage.tsx';
import { NewPlan } from './NewPlan.tsx';
import { RecordPage } from './RecordPage.tsx';

export const PlanEditor = () => {
  const place = usePlace();
  const location = useLocation();
  const isNew = () => place.plan() === undefined;
  return (
    <Switch fallback={<EditPlan />}>
      <Match when={isNew() && place.doing().length > 0}>
        <BlankPlan />
      </Match>
      <Match when={isNew()}>
        <NewPlan />
      </Match>
      <Match when={place.doing()[0] === 'ban-hanh'}>
        <IssuePage />
      </Match>
      {/* A form is of one record: another address is another form. */}
      <Match when={place.doing().length > 1}>
        <Show when={`${location.pathname}${location.search}`} keyed>
          <RecordPage />
        </Show>
      </Match>
    </Switch>
  );
};
