/** What a measure asks to be counted: done or not, numerator and denominator by their own names, each sex where it is asked for. */
import { Show } from 'solid-js';
import type { Measure } from '#domain/records/measure.ts';
import { s } from '#client/texts/screens.ts';
import { Choice } from '#client/ui/choices.tsx';
import { TextField } from '#client/ui/fields.tsx';
import { asksDenominator, asksSexes, asksWhole, type ReadingForm } from './reading-form.ts';

type NumberName =
  'numerator' | 'denominator' | 'femaleNumerator' | 'femaleDenominator' | 'maleNumerator' | 'maleDenominator';

interface ReadingFiguresProps {
  readonly measure: Measure;
  readonly form: ReadingForm;
  readonly onChange: (change: Partial<ReadingForm>) => void;
  readonly error: (field: string) => string | undefined;
}

export const ReadingFigures = (props: ReadingFiguresProps) => {
  const number = (name: NumberName, label: string) => (
    <TextField
      id={`reading-${name}`}
      label={label}
      numeric
      value={props.form[name]}
      onInput={(value) => props.onChange({ [name]: value })}
      error={props.error(name)}
    />
  );
  const numeratorLabel = () => props.measure.numerator ?? s().measure.numerator;
  const denominatorLabel = () => props.measure.denominator ?? s().measure.denominator;

  return (
    <>
      <Show when={props.measure.kind === 'yes-no'}>
        <Choice
          id="reading-done"
          legend={s().measure.done}
          options={[
            { value: 'yes', label: s().yes },
            { value: 'no', label: s().no },
          ]}
          value={props.form.done}
          onChange={(done) => props.onChange({ done: done === 'yes' ? 'yes' : 'no' })}
          error={props.error('done')}
        />
      </Show>
      <Show when={asksWhole(props.measure)}>
        <div class="two">
          {number('numerator', numeratorLabel())}
          <Show when={asksDenominator(props.measure)}>{number('denominator', denominatorLabel())}</Show>
        </div>
      </Show>
      <Show when={asksSexes(props.measure)}>
        <fieldset class="group">
          <legend>{s().measure.splitTitle}</legend>
          <div class="two">
            {number('femaleNumerator', s().measure.femaleNumerator(numeratorLabel()))}
            <Show when={asksDenominator(props.measure)}>
              {number('femaleDenominator', s().measure.femaleNumerator(denominatorLabel()))}
            </Show>
            {number('maleNumerator', s().measure.maleNumerator(numeratorLabel()))}
            <Show when={asksDenominator(props.measure)}>
              {number('maleDenominator', s().measure.maleNumerator(denominatorLabel()))}
            </Show>
          </div>
        </fieldset>
      </Show>
    </>
  );
};
