/** How far the money of one line has come: the last step that is known, and its sum. */
import { Show } from 'solid-js';
import { budgetSteps } from '#domain/budget-sums.ts';
import { s } from '#client/texts/screens.ts';
import { numberOf, type Given } from './rows.ts';

export const BudgetLadder = (props: { readonly fields: Given }) => {
  const last = () => budgetSteps.findLast((step) => numberOf(props.fields[step]) !== undefined);
  return (
    <Show when={last()}>
      {(step) => (
        <p class="s">
          {s().fields[step()]}: <b class="num">{s().money(numberOf(props.fields[step()]) ?? 0)}</b>
        </p>
      )}
    </Show>
  );
};
