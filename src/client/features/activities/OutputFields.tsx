/** What came of it, with units: those that go with the type are offered, any other can be added. */
import { createMemo, For } from 'solid-js';
import { activityTypes } from '#catalogue/activity-types.ts';
import { outputs } from '#catalogue/outputs.ts';
import { language } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { wordOf } from '#client/texts/words.ts';
import { SelectField } from '#client/ui/SelectField.tsx';
import { Stepper } from '#client/ui/Stepper.tsx';
import { fieldId, type PartProps } from './form-control.ts';

export const OutputFields = (props: PartProps) => {
  const shown = createMemo(() => {
    const offered = activityTypes.find((type) => type.code === props.control.form.type)?.outputs ?? [];
    const filled = Object.entries(props.control.form.outputs)
      .filter(([code, value]) => value !== '' || props.control.error(`outputs/${code}`) !== undefined)
      .map(([code]) => code);
    return [...new Set([...offered, ...filled])];
  });
  return (
    <fieldset class="group stack tight">
      <legend>{s().activity.outputs}</legend>
      <For each={shown()}>
        {(code) => (
          <Stepper
            id={fieldId(`outputs/${code}`)}
            label={wordOf(outputs, code)}
            value={props.control.form.outputs[code] ?? ''}
            onInput={(value) => props.control.setOutput(code, value)}
            lessLabel={s().activity.less(wordOf(outputs, code))}
            moreLabel={s().activity.moreOf(wordOf(outputs, code))}
            error={props.control.error(`outputs/${code}`)}
          />
        )}
      </For>
      <SelectField
        id={fieldId('outputs')}
        label={s().activity.addOutput}
        value=""
        options={[
          { value: '', label: s().activity.chooseOutput },
          ...outputs
            .filter((output) => !shown().includes(output.code))
            .map((output) => ({ value: output.code, label: output[language()] })),
        ]}
        onChange={(code) => {
          if (code !== '') props.control.setOutput(code, '1');
        }}
      />
    </fieldset>
  );
};
