/** Everything that is not needed every time, folded away. */
import { createMemo } from 'solid-js';
import { topics } from '#catalogue/topics.ts';
import { peopleTotal } from '#domain/people.ts';
import { parseCount } from '#domain/typed-numbers.ts';
import { useWorkbook } from '#client/state/context.ts';
import { agenciesByName } from '#client/state/list-order.ts';
import { language } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { PickChecks } from '#client/ui/choices.tsx';
import { LongText, TextField } from '#client/ui/fields.tsx';
import { Icon } from '#client/ui/icons.tsx';
import { SelectField } from '#client/ui/SelectField.tsx';
import { Told } from '#client/ui/Told.tsx';
import { LinkedCampaigns } from './CampaignFields.tsx';
import { fieldId, toggled, type PartProps } from './form-control.ts';
import { LinkedMeasures, LinkedTasks } from './LinkFields.tsx';

const countOf = (typed: string): number => {
  const count = parseCount(typed);
  return count.ok ? count.value : 0;
};

type TextName = 'title' | 'audience' | 'minority' | 'attendances' | 'cost' | 'costSource';

export const DetailFields = (props: PartProps) => {
  const workbook = useWorkbook();
  const agencies = workbook.list('agency');
  const form = () => props.control.form;
  const isFixed = () => workbook.me().role === 'recorder';
  const options = createMemo(() =>
    agenciesByName(agencies() ?? [], workbook.today())
      .filter((agency) => agency.fields.unit === workbook.me().unit)
      .map((agency) => ({ value: agency.id, label: agency.fields.name })),
  );
  /** Not wrong, only unusual: someone who came twice makes more attendances than people. */
  const attendancesHint = () => {
    const people = peopleTotal({
      female: countOf(form().female),
      male: countOf(form().male),
      unrecorded: countOf(form().unrecorded),
    });
    const attendances = countOf(form().attendances);
    return attendances > 0 && attendances < people ? s().activity.attendancesFew(people) : s().activity.attendancesHint;
  };
  const field = (name: TextName, label: string, more: { hint?: string; numeric?: boolean } = {}) => (
    <div>
      <TextField
        id={fieldId(name)}
        label={label}
        hint={more.hint}
        numeric={more.numeric ?? false}
        value={form()[name]}
        onInput={(value) => props.control.set({ [name]: value })}
        error={props.control.error(name)}
      />
      <Told lines={props.control.told(name)} />
    </div>
  );
  return (
    <details class="fold">
      <summary>
        <Icon name="next" size={16} />
        {s().activity.details}
      </summary>
      <div class="stack wide">
        <TextField
          id={fieldId('title')}
          label={s().activity.name}
          hint={props.control.suggestedTitle() ? s().activity.nameHint(props.control.suggestedTitle()) : undefined}
          value={form().title}
          onInput={(title) => props.control.set({ title })}
          error={props.control.error('title')}
        />
        <Told lines={props.control.told('title')} />
        <SelectField
          id={fieldId('agency')}
          label={s().activity.agency}
          hint={isFixed() ? s().activity.agencyFixed : undefined}
          value={form().agency}
          options={options()}
          disabled={isFixed()}
          onChange={(agency) => props.control.set({ agency })}
          error={props.control.error('agency')}
        />
        <PickChecks
          legend={s().activity.partners}
          options={options().filter((agency) => agency.value !== form().agency)}
          chosen={form().partners}
          onToggle={(id, on) => props.control.set({ partners: toggled(form().partners, id, on) })}
        />
        <PickChecks
          legend={s().activity.topics}
          options={topics.map((topic) => ({ value: topic.code, label: topic[language()] }))}
          chosen={form().topics}
          onToggle={(code, on) => props.control.set({ topics: toggled(form().topics, code, on) })}
        />
        {field('audience', s().activity.audience, { hint: s().activity.audienceHint })}
        <div class="two">
          {field('minority', s().activity.minority, { hint: s().activity.minorityHint, numeric: true })}
          {field('attendances', s().activity.attendances, { hint: attendancesHint(), numeric: true })}
          {field('cost', s().activity.cost, { numeric: true })}
          {field('costSource', s().activity.costSource)}
        </div>
        <LongText
          id={fieldId('narrative')}
          label={s().activity.narrative}
          value={form().narrative}
          onInput={(narrative) => props.control.set({ narrative })}
          error={props.control.error('narrative')}
        />
        <Told lines={props.control.told('narrative')} />
        <LinkedTasks control={props.control} />
        <LinkedMeasures control={props.control} />
        <LinkedCampaigns control={props.control} />
      </div>
    </details>
  );
};
