/** When: today and yesterday are one tap away. */
import { Show } from 'solid-js';
import { formatDate, yearOf } from '#domain/dates.ts';
import { useWorkbook } from '#client/state/context.ts';
import { t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { dayMonth } from '#client/texts/words.ts';
import { Choice } from '#client/ui/choices.tsx';
import { DateField } from '#client/ui/DateField.tsx';
import { fieldId, type PartProps } from './form-control.ts';
import type { ActivityForm } from './form-model.ts';

const days: readonly ActivityForm['day'][] = ['today', 'yesterday', 'pick'];

export const DayFields = (props: PartProps) => {
  const workbook = useWorkbook();
  const form = () => props.control.form;
  const label = (day: ActivityForm['day']): string => {
    if (day === 'today') return s().activity.todayChip(dayMonth(workbook.today()));
    return day === 'yesterday' ? s().activity.yesterdayChip : s().activity.pickChip;
  };
  const choose = (value: string) => {
    const day = days.find((one) => one === value) ?? 'today';
    const from = day === 'pick' && form().from === '' ? formatDate(workbook.today()) : form().from;
    props.control.set({ day, from });
  };
  return (
    <div class="stack">
      <Choice
        id="activity-day"
        legend={s().activity.day}
        options={days.map((day) => ({ value: day, label: label(day) }))}
        value={form().day}
        onChange={choose}
      />
      <Show when={form().day === 'pick'}>
        <div class="two">
          <DateField
            id={fieldId('from')}
            label={s().activity.from}
            value={form().from}
            onInput={(from) => props.control.set({ from })}
            calendarLabel={t().chooseDay}
            year={yearOf(workbook.today())}
            error={props.control.error('from')}
          />
          <DateField
            id={fieldId('to')}
            label={s().activity.to}
            hint={s().activity.toHint}
            value={form().to}
            onInput={(to) => props.control.set({ to })}
            calendarLabel={t().chooseDay}
            year={yearOf(workbook.today())}
            error={props.control.error('to')}
          />
        </div>
      </Show>
    </div>
  );
};
