/** A password or secret, that can be shown: on a shared phone hiding is the rule, on a small keyboard showing helps. */
import { createSignal } from 'solid-js';
import { t } from '#client/texts/current.ts';
import { TextField } from '#client/ui/fields.tsx';

interface PasswordFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly autocomplete: string;
  readonly numeric?: boolean;
  readonly takesFocus?: boolean;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
}

export const PasswordField = (props: PasswordFieldProps) => {
  const [shown, setShown] = createSignal(false);
  return (
    <TextField
      id={props.id}
      label={props.label}
      value={props.value}
      onInput={props.onInput}
      type={shown() ? 'text' : 'password'}
      numeric={props.numeric ?? false}
      takesFocus={props.takesFocus ?? false}
      autocomplete={props.autocomplete}
      hint={props.hint}
      error={props.error}
      after={
        <button type="button" class="btn" aria-pressed={shown()} onClick={() => setShown(!shown())}>
          {shown() ? t().hidePassword : t().showPassword}
          <span class="hidden-text"> {props.label}</span>
        </button>
      }
    />
  );
};
