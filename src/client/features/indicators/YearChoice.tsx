/** Which year is judged: those of the plans up to today. It stands in the address, so that list and measure agree. */
import { useSearchParams } from '@solidjs/router';
import { createMemo, For, type Accessor } from 'solid-js';
import { yearOf } from '#domain/dates.ts';
import { useWorkbook } from '#client/state/context.ts';
import { yearsOfPlans } from '#client/state/plan-kinship.ts';
import type { Saved } from '#client/state/workbook.ts';
import { s } from '#client/texts/screens.ts';

interface YearChoice {
  readonly offered: Accessor<readonly number[]>;
  readonly chosen: Accessor<number>;
  readonly choose: (year: number) => void;
}

export const createYearChoice = (plans: Accessor<readonly Saved<'plan'>[]>): YearChoice => {
  const workbook = useWorkbook();
  const [params, setParams] = useSearchParams<{ nam: string }>();
  const offered = createMemo(() =>
    yearsOfPlans(
      plans().map((plan) => plan.fields),
      workbook.today(),
    ),
  );
  const chosen = createMemo(() => {
    const asked = Number(params.nam);
    return offered().includes(asked) ? asked : yearOf(workbook.today());
  });
  // Today's own year needs no word in the address.
  const choose = (year: number) => {
    setParams({ nam: year === yearOf(workbook.today()) ? undefined : String(year) });
  };
  return { offered, chosen, choose };
};

export const YearSelect = (props: { readonly years: YearChoice }) => (
  <div class="field">
    <select
      class="input"
      aria-label={s().measure.year}
      onChange={(event) => props.years.choose(Number(event.currentTarget.value))}
    >
      <For each={props.years.offered()}>
        {(year) => (
          <option value={String(year)} selected={year === props.years.chosen()}>
            {s().measure.lead(year)}
          </option>
        )}
      </For>
    </select>
  </div>
);
