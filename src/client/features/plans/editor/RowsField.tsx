/** Several small forms under each other: agencies with their roles, sources of money, services with their numbers. */
import { For, Index, Show } from 'solid-js';
import { s } from '#client/texts/screens.ts';
import { Check } from '#client/ui/choices.tsx';
import { FieldNotes, LongText, TextField } from '#client/ui/fields.tsx';
import { focusAfter } from '#client/ui/focus-field.ts';
import { Icon } from '#client/ui/icons.tsx';
import { SelectField } from '#client/ui/SelectField.tsx';
import { fieldId, labelOf, type FormControl } from './form-control.ts';
import type { FieldSpec } from './form-fields.ts';
import { CHECKED, emptyRow, rowsIn, type Row } from './form-values.ts';
import { optionsOf } from './words.ts';

interface RowsFieldProps {
  readonly control: FormControl;
  readonly spec: FieldSpec;
}

export const RowsField = (props: RowsFieldProps) => {
  const columns = () => props.spec.columns ?? [];
  const rows = () => rowsIn(props.control.form, props.spec.field);
  const label = () => labelOf(props.control.table, props.spec.field);
  const put = (next: readonly Row[]) => props.control.set(props.spec.field, next);
  const change = (index: number, field: string, value: string) =>
    put(rows().map((row, at) => (at === index ? { ...row, [field]: value } : row)));
  const idOf = (index: number, field: string) => fieldId(`${props.spec.field}.${String(index)}.${field}`);
  const add = () => {
    const at = rows().length;
    put([...rows(), emptyRow(columns())]);
    focusAfter(idOf(at, columns()[0]?.field ?? ''));
  };
  const remove = (index: number) => {
    put(rows().filter((_row, at) => at !== index));
    focusAfter(`${fieldId(props.spec.field)}-add`);
  };
  return (
    <fieldset class="group stack" id={fieldId(props.spec.field)} tabindex="-1">
      <legend>{label()}</legend>
      <FieldNotes id={fieldId(props.spec.field)} error={props.control.error(props.spec.field)} />
      <Index each={rows()}>
        {(row, index) => (
          <div class="card" role="group" aria-label={`${label()} ${String(index + 1)}`}>
            <For each={columns()}>
              {(column) => (
                <Cell
                  id={idOf(index, column.field)}
                  control={props.control}
                  column={column}
                  value={row()[column.field] ?? ''}
                  error={props.control.error(`${props.spec.field}.${String(index)}.${column.field}`)}
                  onInput={(value) => change(index, column.field, value)}
                />
              )}
            </For>
            <p>
              <button type="button" class="btn plain" onClick={() => remove(index)}>
                <Icon name="trash" size={18} />
                {s().planEdit.removeRow(index + 1)}
              </button>
            </p>
          </div>
        )}
      </Index>
      <p>
        <button type="button" class="btn" id={`${fieldId(props.spec.field)}-add`} onClick={add}>
          <Icon name="plus" size={20} />
          {s().planEdit.addRow(label())}
        </button>
      </p>
    </fieldset>
  );
};

interface CellProps {
  readonly id: string;
  readonly control: FormControl;
  readonly column: FieldSpec;
  readonly value: string;
  readonly error: string | undefined;
  readonly onInput: (value: string) => void;
}

const Cell = (props: CellProps) => {
  const label = () => labelOf(props.control.table, props.column.field);
  const kind = () => props.column.kind;
  return (
    <Show
      when={kind() === 'choice'}
      fallback={
        <Show
          when={kind() === 'check'}
          fallback={
            <Show
              when={kind() === 'long'}
              fallback={
                <TextField
                  id={props.id}
                  label={label()}
                  value={props.value}
                  error={props.error}
                  onInput={props.onInput}
                  {...(props.column.suggest === 'agency' && { list: 'plan-agencies' })}
                />
              }
            >
              <LongText id={props.id} label={label()} value={props.value} error={props.error} onInput={props.onInput} />
            </Show>
          }
        >
          <Check
            id={props.id}
            label={label()}
            checked={props.value === CHECKED}
            onChange={(isIn) => props.onInput(isIn ? CHECKED : '')}
          />
        </Show>
      }
    >
      <SelectField
        id={props.id}
        label={label()}
        value={props.value}
        options={optionsOf(props.column.words)}
        error={props.error}
        onChange={props.onInput}
      />
    </Show>
  );
};
