/** A native select: the phone's own list is the fastest one it has. Options may stand in groups. */
import { For, Show } from 'solid-js';
import { describedBy, FieldNotes, type FieldProps } from './fields.tsx';

export interface Option {
  readonly value: string;
  readonly label: string;
}
export interface OptionGroup {
  readonly label: string;
  readonly options: readonly Option[];
}

interface SelectFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options?: readonly Option[];
  readonly groups?: readonly OptionGroup[];
  readonly disabled?: boolean;
}

export const SelectField = (props: SelectFieldProps) => {
  const option = (item: Option) => (
    <option value={item.value} selected={item.value === props.value}>
      {item.label}
    </option>
  );
  return (
    <div class="field">
      <label for={props.id}>{props.label}</label>
      <select
        class="input"
        id={props.id}
        disabled={props.disabled}
        aria-invalid={props.error ? 'true' : undefined}
        aria-describedby={describedBy(props)}
        onChange={(event) => {
          props.onChange(event.currentTarget.value);
        }}
      >
        <For each={props.options}>{option}</For>
        <Show when={props.groups}>
          <For each={props.groups}>
            {(group) => (
              <optgroup label={group.label}>
                <For each={group.options}>{option}</For>
              </optgroup>
            )}
          </For>
        </Show>
      </select>
      <FieldNotes id={props.id} hint={props.hint} error={props.error} />
    </div>
  );
};
