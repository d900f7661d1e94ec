/** Chooses units by typing: what is chosen stands above as rows, what is found below as buttons. */
import { createMemo, createSignal, For, Show } from 'solid-js';
import { asOn } from '#domain/held.ts';
import { findUnits } from '#domain/unit-search.ts';
import { useWorkbook } from '#client/state/context.ts';
import { s } from '#client/texts/screens.ts';
import { describedBy, FieldNotes } from '#client/ui/fields.tsx';
import { Icon } from '#client/ui/icons.tsx';
import type { UnitsKnown } from '../units-known.ts';
import { placedName, placeWords } from './place-words.ts';
import '#client/ui/picker.css';

interface UnitPickerProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly known: UnitsKnown;
  readonly chosen: readonly string[];
  /** At most so many; one more takes the place of the last. */
  readonly max: number;
  readonly isOffered: (unit: string) => boolean;
  readonly error?: string | undefined;
  readonly onChange: (units: readonly string[]) => void;
}

const SHOWN = 8;
/** Looked through for those that are offered. */
const LOOKED_AT = 200;

export const UnitPicker = (props: UnitPickerProps) => {
  const workbook = useWorkbook();
  const [query, setQuery] = createSignal('');
  const searchId = () => `${props.id}-search`;
  const nameOf = (id: string): string => {
    const unit = props.known.tree()?.unit(id);
    return unit === undefined ? id : asOn(unit.fields, workbook.today()).name;
  };
  const found = createMemo(() =>
    findUnits(props.known.index(), query(), LOOKED_AT)
      .map(({ id }) => id)
      .filter((id) => props.isOffered(id) && !props.chosen.includes(id))
      .slice(0, SHOWN),
  );
  /** What was pressed goes away; the next is typed. */
  const change = (units: readonly string[]) => {
    props.onChange(units);
    setQuery('');
    document.getElementById(searchId())?.focus();
  };
  const choose = (id: string) => change([...props.chosen.slice(0, props.max - 1), id]);
  return (
    <fieldset class="group stack tight picking" id={props.id} tabindex="-1">
      <legend>{props.label}</legend>
      <Show when={props.chosen.length > 0}>
        <ul class="card rows">
          <For each={props.chosen}>
            {(id) => (
              <li class="row">
                <span class="grow">
                  {nameOf(id)}
                  <span class="s dim">{placeWords(props.known.tree(), id, workbook.today())}</span>
                </span>
                <button
                  type="button"
                  class="icon-btn"
                  aria-label={s().unitAdmin.picker.remove(placedName(props.known.tree(), id, workbook.today()))}
                  onClick={() => change(props.chosen.filter((one) => one !== id))}
                >
                  <Icon name="cross" />
                </button>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <div class="field">
        <label class="hidden-text" for={searchId()}>
          {s().unitAdmin.picker.search(props.label)}
        </label>
        <input
          class="input"
          id={searchId()}
          type="search"
          autocomplete="off"
          placeholder={s().unitAdmin.picker.hint}
          value={query()}
          aria-invalid={props.error ? 'true' : undefined}
          aria-describedby={describedBy(props)}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
      </div>
      <Show when={query().trim() !== ''}>
        <Show
          when={found().length > 0}
          fallback={<p class="card quiet">{s().unitAdmin.picker.none(query().trim())}</p>}
        >
          <ul class="card rows">
            <For each={found()}>
              {(id) => (
                <li>
                  <button
                    type="button"
                    class="row"
                    aria-label={s().unitAdmin.picker.choose(placedName(props.known.tree(), id, workbook.today()))}
                    onClick={() => choose(id)}
                  >
                    <span class="grow">
                      {nameOf(id)}
                      <span class="s dim">{placeWords(props.known.tree(), id, workbook.today())}</span>
                    </span>
                    <Icon name="plus" size={18} />
                  </button>
                </li>
              )}
            </For>
          </ul>
        </Show>
      </Show>
      <FieldNotes id={props.id} hint={props.hint} error={props.error} />
    </fieldset>
  );
};
