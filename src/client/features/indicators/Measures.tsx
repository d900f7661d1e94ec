/** Every measure of the own and the parent plans, and the one that was chosen, or why its figure is so; and the grid, which takes all of the room. */
import { useParams } from '@solidjs/router';
import { createMemo, lazy, Show, Suspense } from 'solid-js';
import { t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { Beside } from '#client/ui/Beside.tsx';
import { MeasureDetail } from './MeasureDetail.tsx';
import { MeasureList } from './MeasureList.tsx';
import { placeAt, type Place } from './place.ts';
import { Why } from './Why.tsx';
import '#client/ui/figures.css';

const EntryGrid = lazy(async () => ({ default: (await import('./EntryGrid.tsx')).EntryGrid }));

const idOf = (place: Place): string => ('id' in place ? place.id : '');

export const Measures = () => {
  const params = useParams();
  const place = createMemo(() => placeAt(params['rest'] ?? ''));
  const isAtList = () => place().shows === 'list';
  const id = () => idOf(place());
  return (
    <Show
      when={place().shows !== 'entry'}
      fallback={
        <Suspense fallback={<p class="page busy">{t().loading}</p>}>
          <EntryGrid />
        </Suspense>
      }
    >
      <Beside
        label={s().measure.title}
        list={<MeasureList isPage={isAtList()} />}
        isAtList={isAtList()}
        chooseOne={s().measure.chooseOne}
        loading={t().loading}
      >
        <Show when={place().shows === 'why'} fallback={<MeasureDetail id={id()} />}>
          <Why id={id()} />
        </Show>
      </Beside>
    </Show>
  );
};
