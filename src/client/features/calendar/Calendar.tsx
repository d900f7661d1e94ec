/** The year's calendar and the observances, by the address; one lazy screen answers for all of them. */
import { useParams } from '@solidjs/router';
import { createMemo, Match, Show, Switch } from 'solid-js';
import '#client/ui/calendar.css';
import { CalendarPage } from './CalendarPage.tsx';
import { NoSuch } from './NoSuch.tsx';
import { ObservanceDetail } from './ObservanceDetail.tsx';
import { ObservanceForm } from './ObservanceForm.tsx';
import { Observances } from './Observances.tsx';
import { placeAt, type Place } from './place.ts';

export const Calendar = () => {
  const params = useParams();
  const place = createMemo(() => placeAt(params['rest'] ?? ''));
  const keyed = (shows: Place['shows']) => {
    const at = place();
    return at !== undefined && 'key' in at && at.shows === shows ? at.key : undefined;
  };
  return (
    <Switch fallback={<NoSuch />}>
      <Match when={place()?.shows === 'calendar'}>
        <CalendarPage />
      </Match>
      <Match when={place()?.shows === 'observances'}>
        <Observances />
      </Match>
      <Match when={place()?.shows === 'new'}>
        <ObservanceForm of={undefined} />
      </Match>
      <Match when={place()?.shows === 'observance'}>
        <Show when={keyed('observance')} keyed>
          {(key) => <ObservanceDetail of={key} />}
        </Show>
      </Match>
      <Match when={place()?.shows === 'form'}>
        <Show when={keyed('form')} keyed>
          {(key) => <ObservanceForm of={key} />}
        </Show>
      </Match>
    </Switch>
  );
};
