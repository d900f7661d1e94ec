/** Nữ + nam + không ghi = tổng, as it is typed. */
import { Show } from 'solid-js';
import { femaleShare, peopleTotal } from '#domain/people.ts';
import { parseCount } from '#domain/typed-numbers.ts';
import { s } from '#client/texts/screens.ts';
import { TextField } from '#client/ui/fields.tsx';
import { StateMark } from '#client/ui/marks.tsx';
import { fieldId, type PartProps } from './form-control.ts';

const read = (typed: string): number => {
  const count = parseCount(typed);
  return count.ok ? count.value : 0;
};

export const PeopleFields = (props: PartProps) => {
  const form = () => props.control.form;
  const people = () => ({ female: read(form().female), male: read(form().male), unrecorded: read(form().unrecorded) });
  return (
    <fieldset class="group stack tight">
      <legend>{s().activity.people}</legend>
      <div class="three">
        <TextField
          id={fieldId('female')}
          label={s().activity.female}
          numeric
          value={form().female}
          onInput={(female) => props.control.set({ female })}
          error={props.control.error('female')}
        />
        <TextField
          id={fieldId('male')}
          label={s().activity.male}
          numeric
          value={form().male}
          onInput={(male) => props.control.set({ male })}
          error={props.control.error('male')}
        />
        <TextField
          id={fieldId('unrecorded')}
          label={s().activity.unrecorded}
          hint={s().activity.unrecordedHint}
          numeric
          value={form().unrecorded}
          onInput={(unrecorded) => props.control.set({ unrecorded })}
          error={props.control.error('unrecorded')}
        />
      </div>
      <p aria-live="polite">
        <Show when={peopleTotal(people()) > 0}>
          <StateMark
            icon="check"
            tone="good"
            word={s().activity.total(peopleTotal(people()), roundedShare(femaleShare(people())))}
          />
        </Show>
      </p>
    </fieldset>
  );
};

/** One decimal is enough for an eye that is still typing. */
const roundedShare = (share: number | undefined): number | undefined =>
  share === undefined ? undefined : Math.round(share * 10) / 10;
