/** A period in two steps, the year and which part of it; both native lists, short enough for a phone. */
import { createMemo } from 'solid-js';
import { yearOf } from '#domain/dates.ts';
import type { Period } from '#domain/periods.ts';
import type { Plan } from '#domain/records/plan.ts';
import { useWorkbook } from '#client/state/context.ts';
import { s } from '#client/texts/screens.ts';
import { periodWords } from '#client/texts/words.ts';
import { SelectField } from '#client/ui/SelectField.tsx';
import { inYear, periodsOfYear, yearsOffered } from './period-choice.ts';

interface PeriodFieldProps {
  /** Of the part; the year's is `<id>-year`. */
  readonly id: string;
  readonly label: string;
  readonly value: Period;
  readonly plans: readonly Pick<Plan, 'from' | 'to'>[];
  readonly disabled?: boolean;
  readonly error: string | undefined;
  readonly onChange: (period: Period) => void;
}

export const PeriodField = (props: PeriodFieldProps) => {
  const workbook = useWorkbook();
  const years = createMemo(() => yearsOffered({ plans: props.plans, today: workbook.today(), chosen: props.value }));
  return (
    <div class="two">
      <SelectField
        id={`${props.id}-year`}
        label={s().reading.year}
        value={props.value.slice(0, 4)}
        options={years().map((year) => ({ value: String(year), label: String(year) }))}
        disabled={props.disabled ?? false}
        onChange={(year) => props.onChange(inYear(props.value, Number(year)))}
      />
      <SelectField
        id={props.id}
        label={props.label}
        value={props.value}
        options={periodsOfYear(yearOf(props.value)).map((period) => ({ value: period, label: periodWords(period) }))}
        disabled={props.disabled ?? false}
        onChange={props.onChange}
        error={props.error}
      />
    </div>
  );
};
