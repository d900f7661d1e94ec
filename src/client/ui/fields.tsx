/**
 * Fields: a label above, a hint and an error below, tied together for a screen reader.
 * What is typed is handed on as it stands: no field rewrites text while an input method composes.
 */
import { onMount, Show, splitProps } from 'solid-js';
import type { JSX } from 'solid-js';

export interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
}

export const describedBy = (props: FieldProps): string | undefined => {
  const ids = [props.error ? `${props.id}-error` : '', props.hint ? `${props.id}-hint` : ''].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
};

export const FieldNotes = (props: Pick<FieldProps, 'id' | 'hint' | 'error'>) => (
  <>
    <Show when={props.hint}>
      <p class="hint" id={`${props.id}-hint`}>
        {props.hint}
      </p>
    </Show>
    <Show when={props.error}>
      <p class="error" id={`${props.id}-error`}>
        {props.error}
      </p>
    </Show>
  </>
);

interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly onBlur?: () => void;
  readonly numeric?: boolean;
  /** Where digits alone are not enough. */
  readonly keys?: 'decimal' | undefined;
  readonly type?: 'text' | 'password' | 'search';
  readonly autocomplete?: string;
  readonly placeholder?: string;
  readonly list?: string;
  readonly required?: boolean;
  readonly after?: JSX.Element;
  /** The first question of a page that has nothing else. */
  readonly takesFocus?: boolean;
}

export const TextField = (props: TextFieldProps) => {
  const [local] = splitProps(props, ['after']);
  let input: HTMLInputElement | undefined;
  onMount(() => {
    if (props.takesFocus) input?.focus();
  });
  const control = () => (
    <input
      ref={(element) => (input = element)}
      class="input"
      classList={{ num: props.numeric ?? false }}
      id={props.id}
      type={props.type ?? 'text'}
      inputmode={props.keys ?? (props.numeric ? 'numeric' : undefined)}
      autocomplete={props.autocomplete ?? 'off'}
      placeholder={props.placeholder}
      list={props.list}
      value={props.value}
      required={props.required}
      aria-invalid={props.error ? 'true' : undefined}
      aria-describedby={describedBy(props)}
      onInput={(event) => {
        props.onInput(event.currentTarget.value);
      }}
      onBlur={() => props.onBlur?.()}
    />
  );
  return (
    <div class="field">
      <label for={props.id}>{props.label}</label>
      <Show when={local.after} fallback={control()}>
        <div class="with-button">
          {control()}
          {local.after}
        </div>
      </Show>
      <FieldNotes id={props.id} hint={props.hint} error={props.error} />
    </div>
  );
};

interface LongTextProps extends FieldProps {
  readonly value: string;
  readonly onInput: (value: string) => void;
}

export const LongText = (props: LongTextProps) => (
  <div class="field">
    <label for={props.id}>{props.label}</label>
    <textarea
      class="input"
      id={props.id}
      // Without this Chromium writes what is typed into its session files, in clear.
      autocomplete="off"
      rows={4}
      value={props.value}
      aria-invalid={props.error ? 'true' : undefined}
      aria-describedby={describedBy(props)}
      onInput={(event) => {
        props.onInput(event.currentTarget.value);
      }}
    />
    <FieldNotes id={props.id} hint={props.hint} error={props.error} />
  </div>
);
