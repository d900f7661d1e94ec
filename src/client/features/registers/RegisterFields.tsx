/** The form's fields in rows, the likely ones first and the others folded away; under the people, their total as it is typed. */
import { For, Show } from 'solid-js';
import type { Register, Row } from '#catalogue/registers.ts';
import { peopleTotal } from '#domain/people.ts';
import { registerTables } from '#domain/records/registers.ts';
import { parseCount } from '#domain/typed-numbers.ts';
import { s } from '#client/texts/screens.ts';
import { Icon } from '#client/ui/icons.tsx';
import { StateMark } from '#client/ui/marks.tsx';
import { FieldControl } from './FieldControl.tsx';
import type { FormControl } from './form-control.ts';

interface RegisterFieldsProps {
  readonly register: Register;
  readonly control: FormControl;
}

const isPeople = (row: Row): boolean => row.some(({ name }) => name === 'female');

const countOf = (typed: string | undefined): number => {
  const count = parseCount(typed ?? '');
  return count.ok ? count.value : 0;
};

export const RegisterFields = (props: RegisterFieldsProps) => {
  const required = (): readonly string[] => registerTables[props.register.table].required;
  const rows = (all: readonly Row[]) => (
    <For each={all}>
      {(row) => (
        <Show when={isPeople(row)} fallback={<FieldRow {...props} row={row} required={required()} />}>
          <fieldset class="group stack tight">
            <legend>{s().registers.people}</legend>
            <FieldRow {...props} row={row} required={required()} />
            <People control={props.control} />
          </fieldset>
        </Show>
      )}
    </For>
  );
  return (
    <>
      {rows(props.register.main)}
      <details class="fold">
        <summary>
          <Icon name="next" size={16} />
          {s().registers.more}
        </summary>
        <div class="stack wide">{rows(props.register.more)}</div>
      </details>
    </>
  );
};

interface FieldRowProps extends RegisterFieldsProps {
  readonly row: Row;
  readonly required: readonly string[];
}

const FieldRow = (props: FieldRowProps) => (
  <div classList={{ two: props.row.length === 2, three: props.row.length === 3 }}>
    <For each={props.row}>
      {(field) => (
        <FieldControl
          register={props.register}
          field={field}
          isRequired={props.required.includes(field.name)}
          control={props.control}
        />
      )}
    </For>
  </div>
);

const People = (props: { readonly control: FormControl }) => {
  const typed = (name: string) => countOf(props.control.form.texts[name]);
  const total = () => peopleTotal({ female: typed('female'), male: typed('male'), unrecorded: typed('unrecorded') });
  return (
    <p aria-live="polite">
      <Show when={total() > 0}>
        <StateMark icon="check" tone="good" word={s().registers.total(total())} />
      </Show>
    </p>
  );
};
