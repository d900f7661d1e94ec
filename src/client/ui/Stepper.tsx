/** A small number with a button either side; it is a text field, so that 120 leaflets are typed and not tapped. */
import { Icon } from './icons.tsx';
import { FieldNotes } from './fields.tsx';

interface StepperProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly lessLabel: string;
  readonly moreLabel: string;
  readonly error?: string | undefined;
}

export const Stepper = (props: StepperProps) => {
  const step = (by: number) => {
    const now = Number(props.value.replaceAll('.', '') || '0');
    if (Number.isInteger(now)) props.onInput(String(Math.max(0, now + by)));
  };
  return (
    <div>
      <div class="stepper">
        <label for={props.id}>{props.label}</label>
        <button type="button" class="icon-btn" aria-label={props.lessLabel} onClick={() => step(-1)}>
          <Icon name="minus" />
        </button>
        <input
          class="input num"
          id={props.id}
          type="text"
          inputmode="numeric"
          autocomplete="off"
          placeholder="0"
          value={props.value}
          aria-invalid={props.error ? 'true' : undefined}
          aria-describedby={props.error ? `${props.id}-error` : undefined}
          onInput={(event) => {
            props.onInput(event.currentTarget.value);
          }}
        />
        <button type="button" class="icon-btn" aria-label={props.moreLabel} onClick={() => step(1)}>
          <Icon name="plus" />
        </button>
      </div>
      <FieldNotes id={props.id} error={props.error} />
    </div>
  );
};
