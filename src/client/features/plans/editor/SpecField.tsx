/** One field of a plan's form, drawn by its description. */
import { Match, Switch } from 'solid-js';
import { yearOf } from '#domain/dates.ts';
import { useWorkbook } from '#client/state/context.ts';
import { s } from '#client/texts/screens.ts';
import { Check, PickChecks } from '#client/ui/choices.tsx';
import { DateField } from '#client/ui/DateField.tsx';
import { LongText, TextField } from '#client/ui/fields.tsx';
import { SelectField } from '#client/ui/SelectField.tsx';
import { fieldId, hintOf, labelOf, type FormControl } from './form-control.ts';
import type { FieldKind, FieldSpec } from './form-fields.ts';
import { CHECKED, linksIn, wordsIn } from './form-values.ts';
import { LinkField } from './LinkField.tsx';
import { linkables } from './links.ts';
import { RowsField } from './RowsField.tsx';
import { optionsOf } from './words.ts';

interface SpecFieldProps {
  readonly control: FormControl;
  readonly spec: FieldSpec;
}

const numeric: readonly FieldKind[] = ['year', 'month', 'count', 'month-day'];

export const SpecField = (props: SpecFieldProps) => {
  const workbook = useWorkbook();
  const { field } = props.spec;
  const shared = () => ({
    id: fieldId(field),
    label: labelOf(props.control.table, field),
    hint: hintOf(props.control.table, props.spec),
    error: props.control.error(field),
  });
  const value = () => wordsIn(props.control.form, field);
  const put = (typed: string) => props.control.set(field, typed);
  const chosen = () => linksIn(props.control.form, field);
  const items = () => (props.control.plan === undefined ? [] : linkables(workbook, props.control.plan, props.spec.to));
  const isOneOf = (...kinds: readonly FieldKind[]) => kinds.includes(props.spec.kind);
  /** A choice that may be left open can be taken back. */
  const options = () => {
    const words = optionsOf(props.spec.words);
    return props.spec.start === undefined ? [{ value: '', label: s().planEdit.notSaid }, ...words] : words;
  };
  return (
    <Switch
      fallback={
        <TextField
          {...shared()}
          value={value()}
          numeric={numeric.includes(props.spec.kind)}
          onInput={put}
          {...(props.spec.kind === 'month-day' && { placeholder: 'dd/MM' })}
          {...(props.spec.suggest === 'agency' && { list: 'plan-agencies' })}
        />
      }
    >
      <Match when={isOneOf('long', 'lines')}>
        <LongText
          {...shared()}
          hint={isOneOf('lines') ? s().planEdit.oneALine : shared().hint}
          value={value()}
          onInput={put}
        />
      </Match>
      <Match when={isOneOf('choice')}>
        <SelectField {...shared()} value={value()} options={options()} onChange={put} />
      </Match>
      <Match when={isOneOf('day')}>
        <DateField
          {...shared()}
          value={value()}
          onInput={put}
          calendarLabel={`${s().planEdit.openCalendar}: ${shared().label}`}
          year={yearOf(workbook.today())}
        />
      </Match>
      <Match when={isOneOf('check')}>
        <Check
          id={fieldId(field)}
          label={shared().label}
          note={shared().hint}
          checked={value() === CHECKED}
          onChange={(isIn) => put(isIn ? CHECKED : '')}
        />
      </Match>
      <Match when={isOneOf('codes')}>
        <div id={fieldId(field)} tabindex="-1">
          <PickChecks
            legend={shared().label}
            options={optionsOf(props.spec.words)}
            chosen={chosen()}
            onToggle={(code, isIn) =>
              props.control.set(field, isIn ? [...chosen(), code] : chosen().filter((one) => one !== code))
            }
          />
          <p class="error">{shared().error}</p>
        </div>
      </Match>
      <Match when={isOneOf('links')}>
        <LinkField
          {...shared()}
          items={items()}
          chosen={chosen()}
          single={props.spec.single ?? false}
          onChange={(next) => props.control.set(field, next)}
        />
      </Match>
      <Match when={isOneOf('rows')}>
        <RowsField control={props.control} spec={props.spec} />
      </Match>
    </Switch>
  );
};
