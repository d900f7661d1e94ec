/** What it was: the types used most stand as chips, the others in the phone's own list. */
import { createMemo, createSignal, Show } from 'solid-js';
import { activityGroups, activityTypes } from '#catalogue/activity-types.ts';
import { language } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { wordOf } from '#client/texts/words.ts';
import { Choice } from '#client/ui/choices.tsx';
import { SelectField } from '#client/ui/SelectField.tsx';
import { fieldId, type FormControl, type PartProps } from './form-control.ts';

const CHIPS = 4;
/** Offered until there is a log to learn from. */
const USUAL = ['radio', 'conference', 'outreach', 'launch'];
const OTHER = '…';

export const mostUsed = (types: readonly string[]): readonly string[] => {
  const counts = new Map<string, number>();
  for (const type of types) counts.set(type, (counts.get(type) ?? 0) + 1);
  const used = [...counts].sort((a, b) => b[1] - a[1]).map(([type]) => type);
  return [...new Set([...used, ...USUAL])].slice(0, CHIPS);
};

export const chooseType = (control: FormControl, type: string): void => {
  control.set({ type });
  const offered = activityTypes.find((one) => one.code === type)?.outputs ?? [];
  const first = offered[0];
  // Nearly always one of the first kind: one meeting, one news item.
  if (first !== undefined && Object.values(control.form.outputs).every((value) => value.trim() === ''))
    control.setOutput(first, '1');
};

export const TypeField = (props: PartProps) => {
  const [asksOther, setAsksOther] = createSignal(false);
  const chips = createMemo(() => mostUsed(props.control.recent().map((activity) => activity.type)));
  const chosen = () => props.control.form.type;
  const isOther = () => asksOther() || (chosen() !== '' && !chips().includes(chosen()));
  return (
    <div class="stack">
      <Choice
        id={fieldId('type')}
        legend={s().activity.type}
        options={[
          ...chips().map((code) => ({ value: code, label: wordOf(activityTypes, code) })),
          { value: OTHER, label: s().activity.otherType },
        ]}
        value={isOther() ? OTHER : chosen()}
        onChange={(value) => {
          setAsksOther(value === OTHER);
          if (value !== OTHER) chooseType(props.control, value);
        }}
        error={props.control.error('type')}
      />
      <Show when={isOther()}>
        <SelectField
          id="activity-other-type"
          label={s().activity.otherTypeLabel}
          value={chosen()}
          options={[{ value: '', label: s().activity.chooseType }]}
          groups={activityGroups.map((group) => ({
            label: group[language()],
            options: activityTypes
              .filter((type) => type.group === group.code)
              .map((type) => ({ value: type.code, label: type[language()] })),
          }))}
          onChange={(type) => chooseType(props.control, type)}
        />
      </Show>
    </div>
  );
};
