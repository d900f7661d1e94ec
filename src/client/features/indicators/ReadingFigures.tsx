/**
 * What a measure asks to be counted: done or not, numerator and denominator by their own names, each group where it is asked
 * for, how many meet each condition, the names on a list. Used by the form of one reading and by each row of the grid.
 */
import { For, Show } from 'solid-js';
import type { Measure } from '#domain/records/measure.ts';
import { s } from '#client/texts/screens.ts';
import { Choice } from '#client/ui/choices.tsx';
import { LongText, TextField } from '#client/ui/fields.tsx';
import { asksBodies, asksDenominator, asksWhole, groupsAsked, hasDecimals, type Group } from './reading-asks.ts';
import type { ReadingForm } from './reading-form.ts';

interface ReadingFiguresProps {
  /** Before each control's id: a page may hold several readings. */
  readonly prefix: string;
  readonly measure: Measure;
  readonly form: ReadingForm;
  readonly onChange: (change: Partial<ReadingForm>) => void;
  readonly error: (field: string) => string | undefined;
  /** What is strange about a number, and worth a second look. */
  readonly warning: (field: string) => string | undefined;
}

export const ReadingFigures = (props: ReadingFiguresProps) => {
  // Everything that can change is asked for inside of the field: one that was made anew would take the focus from whoever types.
  const number = (name: string, label: () => string, value: () => string, onInput: (value: string) => void) => (
    <TextField
      id={`${props.prefix}-${name}`}
      label={label()}
      numeric
      keys={hasDecimals(props.measure) ? 'decimal' : undefined}
      value={value()}
      onInput={onInput}
      hint={props.warning(name)}
      error={props.error(name)}
    />
  );
  const amount = (name: 'numerator' | 'denominator' | `${Group}${'Numerator' | 'Denominator'}`, label: () => string) =>
    number(
      name,
      label,
      () => props.form[name],
      (value) => props.onChange({ [name]: value }),
    );
  const numeratorLabel = () => props.measure.numerator ?? s().measure.numerator;
  const denominatorLabel = () => props.measure.denominator ?? s().measure.denominator;
  const setCondition = (index: number, value: string) => {
    const all = Array.from({ length: props.measure.conditions?.length ?? 0 }, (_, i) => props.form.conditions[i] ?? '');
    props.onChange({ conditions: all.map((one, i) => (i === index ? value : one)) });
  };

  return (
    <>
      <Show when={props.measure.kind === 'yes-no'}>
        <Choice
          id={`${props.prefix}-done`}
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
      <Show when={(props.measure.conditions ?? []).length > 0}>
        <div class="two">
          <For each={props.measure.conditions}>
            {(condition, index) =>
              number(
                `conditions-${String(index())}`,
                () => s().reading.condition(condition),
                () => props.form.conditions[index()] ?? '',
                (value) => setCondition(index(), value),
              )
            }
          </For>
        </div>
      </Show>
      <Show when={asksWhole(props.measure)}>
        <div class="two">
          {amount('numerator', numeratorLabel)}
          <Show when={asksDenominator(props.measure)}>{amount('denominator', denominatorLabel)}</Show>
        </div>
      </Show>
      <Show when={groupsAsked(props.measure).length > 0}>
        <fieldset class="group">
          <legend>{s().reading.splitTitle}</legend>
          <div class="two">
            <For each={groupsAsked(props.measure)}>
              {(group) => (
                <>
                  {amount(`${group}Numerator`, () => s().reading.ofGroup[group](numeratorLabel()))}
                  <Show when={asksDenominator(props.measure)}>
                    {amount(`${group}Denominator`, () => s().reading.ofGroup[group](denominatorLabel()))}
                  </Show>
                </>
              )}
            </For>
          </div>
        </fieldset>
      </Show>
      <Show when={asksBodies(props.measure)}>
        <LongText
          id={`${props.prefix}-bodies`}
          label={s().reading.bodies}
          hint={s().reading.bodiesHint(props.measure.threshold ?? '')}
          value={props.form.bodies}
          onInput={(bodies) => props.onChange({ bodies })}
          error={props.error('bodies')}
        />
      </Show>
    </>
  );
};
