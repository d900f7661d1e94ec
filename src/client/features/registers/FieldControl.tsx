/** One field of a form, by what the register's description says that it is. */
import { createMemo, Match, Show, Switch } from 'solid-js';
import type { Register, RegisterField } from '#catalogue/registers.ts';
import { yearOf } from '#domain/dates.ts';
import { formatCount } from '#domain/numbers.ts';
import { parseCount } from '#domain/typed-numbers.ts';
import { useWorkbook } from '#client/state/context.ts';
import { agenciesByName } from '#client/state/list-order.ts';
import { language, problemText, t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { Check, Choice, PickChecks } from '#client/ui/choices.tsx';
import { DateField } from '#client/ui/DateField.tsx';
import { FieldNotes, LongText, TextField } from '#client/ui/fields.tsx';
import { SelectField, type Option } from '#client/ui/SelectField.tsx';
import { Told } from '#client/ui/Told.tsx';
import { hintOf, labelOf } from './field-words.ts';
import { fieldId, type FormControl } from './form-control.ts';
import { toldOf } from './form-model.ts';
import { CampaignPicks, PlanChoice, TaskLinks } from './LinkFields.tsx';

interface FieldControlProps {
  readonly register: Register;
  readonly field: RegisterField;
  readonly isRequired: boolean;
  readonly control: FormControl;
}

/** As many as fit a phone as chips; more are a list. */
const CHIPS = 5;
const LARGE = 1_000;

/** What was typed, as it was understood; nothing for a number that needs no echo. */
const echo = (typed: string, isMoney: boolean): string | undefined => {
  const count = parseCount(typed);
  if (!count.ok || count.value < LARGE) return undefined;
  return isMoney ? s().money(count.value) : formatCount(count.value);
};

export const FieldControl = (props: FieldControlProps) => {
  const workbook = useWorkbook();
  const agencies = workbook.list('agency');
  const name = () => props.field.name;
  const is = () => props.field.is;
  const label = () => labelOf(props.register, name());
  const value = () => props.control.form.texts[name()] ?? '';
  const set = (typed: string) => props.control.setText(name(), typed);
  const named = () => ({ id: fieldId(name()), label: label(), error: props.control.error(name()), value: value() });
  const typed = () => ({ ...named(), hint: hintOf(props.register, props.field), onInput: set });
  const told = () => toldOf(props.field, props.control.form).map(problemText);
  const options = createMemo((): readonly Option[] =>
    'codes' in props.field ? props.field.codes.map((one) => ({ value: one.code, label: one[language()] })) : [],
  );
  const ofUnit = createMemo((): readonly Option[] =>
    agenciesByName(agencies() ?? [], workbook.today())
      .filter((agency) => agency.fields.unit === workbook.me().unit)
      .map((agency) => ({ value: agency.id, label: agency.fields.name })),
  );
  const marked = () => ({
    id: fieldId(name()),
    label: label(),
    chosen: props.control.form.sets[name()] ?? [],
    onToggle: (element: string, isIn: boolean) => props.control.toggle(name(), element, isIn),
  });
  const picks = (offered: readonly Option[]) => (
    <Show when={offered.length > 0}>
      <PickChecks legend={label()} options={offered} chosen={marked().chosen} onToggle={marked().onToggle} />
    </Show>
  );
  /** An officer keeps rows of any agency, a recorder those of the own one. */
  const isFixed = () => workbook.me().role === 'recorder';

  return (
    <Switch>
      <Match when={is() === 'text' || is() === 'phone'}>
        <div>
          <TextField {...typed()} />
          <Told lines={told()} />
        </div>
      </Match>
      <Match when={is() === 'long'}>
        <div>
          <LongText {...typed()} />
          <Told lines={told()} />
        </div>
      </Match>
      <Match when={is() === 'count' || is() === 'money'}>
        <TextField {...typed()} numeric hint={echo(value(), is() === 'money') ?? typed().hint} />
      </Match>
      <Match when={is() === 'year'}>
        <TextField {...typed()} numeric />
      </Match>
      <Match when={is() === 'partial'}>
        <TextField {...typed()} placeholder="dd/MM/yyyy" />
      </Match>
      <Match when={is() === 'day'}>
        <DateField {...typed()} calendarLabel={t().chooseDay} year={yearOf(workbook.today())} />
      </Match>
      <Match when={is() === 'yes'}>
        <div class="field">
          <Check
            id={fieldId(name())}
            label={label()}
            checked={value() !== ''}
            onChange={(isIn) => set(isIn ? 'yes' : '')}
          />
          <FieldNotes id={fieldId(name())} error={props.control.error(name())} />
        </div>
      </Match>
      <Match when={is() === 'choice' && props.isRequired && options().length <= CHIPS}>
        <Choice {...named()} legend={label()} options={options()} onChange={set} />
      </Match>
      <Match when={is() === 'choice'}>
        <SelectField
          {...named()}
          options={[
            { value: '', label: props.isRequired ? s().registers.choose : s().registers.noChoice },
            ...options(),
          ]}
          onChange={set}
        />
      </Match>
      <Match when={is() === 'checks'}>{picks(options())}</Match>
      <Match when={is() === 'agency'}>
        <SelectField
          {...named()}
          hint={isFixed() ? s().activity.agencyFixed : undefined}
          options={ofUnit()}
          disabled={isFixed()}
          onChange={set}
        />
      </Match>
      <Match when={is() === 'partners'}>
        {picks(ofUnit().filter((agency) => agency.value !== props.control.form.texts['agency']))}
      </Match>
      <Match when={is() === 'campaigns'}>
        <CampaignPicks {...marked()} />
      </Match>
      <Match when={is() === 'plan'}>
        <PlanChoice {...named()} onInput={set} />
      </Match>
      <Match when={is() === 'tasks'}>
        <TaskLinks {...marked()} />
      </Match>
    </Switch>
  );
};
