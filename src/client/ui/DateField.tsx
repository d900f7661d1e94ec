/**
 * A day typed as dd/MM/yyyy, because a phone set to English would show a native field the other way round;
 * the button opens the phone's own calendar. Digits alone (15112024) gain their strokes when the field is left.
 */
import { Icon } from './icons.tsx';
import { describedBy, FieldNotes, type FieldProps } from './fields.tsx';

interface DateFieldProps extends FieldProps {
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly calendarLabel: string;
  /** Stands in for a year that was left out. */
  readonly year: number;
}

const completed = (typed: string, year: number): string => {
  const digits = /^(\d{2})(\d{2})(\d{4})$/u.exec(typed.trim());
  if (digits) return `${digits[1]}/${digits[2]}/${digits[3]}`;
  return /^\d{1,2}[/.-]\d{1,2}$/u.test(typed.trim()) ? `${typed.trim()}/${String(year)}` : typed;
};

const typedOf = (iso: string): string => iso.split('-').reverse().join('/');
/** Empty for a day that does not exist: the native field would complain of it. */
const isoOf = (typed: string): string => {
  const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/u.exec(typed.trim()) ?? [];
  if (day === undefined || month === undefined || year === undefined) return '';
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const ms = Date.parse(iso);
  // Some engines roll 31/02 over into March instead of refusing it.
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(iso) ? iso : '';
};

export const DateField = (props: DateFieldProps) => {
  let picker: HTMLInputElement | undefined;
  return (
    <div class="field">
      <label for={props.id}>{props.label}</label>
      <div class="with-button">
        <input
          class="input num"
          id={props.id}
          type="text"
          inputmode="numeric"
          autocomplete="off"
          placeholder="dd/MM/yyyy"
          value={props.value}
          aria-invalid={props.error ? 'true' : undefined}
          aria-describedby={describedBy(props)}
          onInput={(event) => {
            props.onInput(event.currentTarget.value);
          }}
          onBlur={() => {
            props.onInput(completed(props.value, props.year));
          }}
        />
        <span class="calendar">
          <input
            ref={(element) => (picker = element)}
            class="hidden-text"
            type="date"
            tabindex="-1"
            aria-hidden="true"
            value={isoOf(props.value)}
            onChange={(event) => {
              props.onInput(typedOf(event.currentTarget.value));
            }}
          />
          <button
            type="button"
            class="icon-btn"
            aria-label={props.calendarLabel}
            onClick={() => {
              picker?.showPicker();
            }}
          >
            <Icon name="calendar" />
          </button>
        </span>
      </div>
      <FieldNotes id={props.id} hint={props.hint} error={props.error} />
    </div>
  );
};
