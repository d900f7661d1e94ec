/** Where: typed, or one of the places used last. */
import { createMemo, For, Show } from 'solid-js';
import { s } from '#client/texts/screens.ts';
import { TextField } from '#client/ui/fields.tsx';
import { Told } from '#client/ui/Told.tsx';
import { fieldId, type PartProps } from './form-control.ts';

const CHIPS = 3;
const LISTED = 20;

export const PlaceField = (props: PartProps) => {
  const places = createMemo(() =>
    [...new Set(props.control.recent().map((activity) => activity.place))].filter(Boolean).slice(0, LISTED),
  );
  return (
    <div class="stack tight">
      <TextField
        id={fieldId('place')}
        label={s().activity.place}
        value={props.control.form.place}
        onInput={(place) => props.control.set({ place })}
        list="activity-places"
        error={props.control.error('place')}
      />
      <Told lines={props.control.told('place')} />
      <datalist id="activity-places">
        <For each={places()}>{(place) => <option value={place}>{place}</option>}</For>
      </datalist>
      <Show when={props.control.form.place === '' && places().length > 0}>
        <div class="chips" role="group" aria-label={s().activity.lastPlaces}>
          <For each={places().slice(0, CHIPS)}>
            {(place) => (
              <button type="button" class="pick small" onClick={() => props.control.set({ place })}>
                {place}
              </button>
            )}
          </For>
        </div>
      </Show>
    </div>
  );
};
