/** One of a few as chips, or any of many as a list of boxes: native radios and checkboxes in other clothes. */
import { For, Show } from 'solid-js';
import { FieldNotes } from './fields.tsx';
import type { Option } from './SelectField.tsx';

interface ChoiceProps {
  readonly id: string;
  readonly legend: string;
  readonly hideLegend?: boolean;
  readonly options: readonly Option[];
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly small?: boolean;
  readonly error?: string | undefined;
}

export const Choice = (props: ChoiceProps) => (
  <fieldset class="group" id={props.id} tabindex="-1" aria-describedby={props.error ? `${props.id}-error` : undefined}>
    <legend class={props.hideLegend ? 'hidden-text' : ''}>{props.legend}</legend>
    <div class="chips">
      <For each={props.options}>
        {(option) => (
          <label class="pick" classList={{ on: option.value === props.value, small: props.small ?? false }}>
            <input
              type="radio"
              name={props.id}
              value={option.value}
              checked={option.value === props.value}
              onChange={() => {
                props.onChange(option.value);
              }}
            />
            {option.label}
          </label>
        )}
      </For>
    </div>
    <FieldNotes id={props.id} error={props.error} />
  </fieldset>
);

interface CheckProps {
  readonly label: string;
  readonly note?: string | undefined;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly id?: string;
}

export const Check = (props: CheckProps) => (
  <label class="check">
    <input
      type="checkbox"
      id={props.id}
      checked={props.checked}
      onChange={(event) => {
        props.onChange(event.currentTarget.checked);
      }}
    />
    <span>
      {props.label}
      <Show when={props.note}>
        <span class="hint"> · {props.note}</span>
      </Show>
    </span>
  </label>
);

interface PickChecksProps {
  readonly legend: string;
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
  readonly onToggle: (value: string, chosen: boolean) => void;
}

/** Several of a few, as chips. */
export const PickChecks = (props: PickChecksProps) => (
  <fieldset class="group">
    <legend>{props.legend}</legend>
    <div class="chips">
      <For each={props.options}>
        {(option) => (
          <label class="pick small" classList={{ on: props.chosen.includes(option.value) }}>
            <input
              type="checkbox"
              checked={props.chosen.includes(option.value)}
              onChange={(event) => {
                props.onToggle(option.value, event.currentTarget.checked);
              }}
            />
            {option.label}
          </label>
        )}
      </For>
    </div>
  </fieldset>
);
