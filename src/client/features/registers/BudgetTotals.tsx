/** What the lines come to at each step, all sources together and each by itself. A step that no line has reached has no sum. */
import { createMemo, For, Show } from 'solid-js';
import { funds } from '#catalogue/register-codes.ts';
import { budgetSteps, sumsByFund, sumsOf, type FundSums } from '#domain/budget-sums.ts';
import type { Saved } from '#client/state/workbook.ts';
import { s } from '#client/texts/screens.ts';
import { wordOf } from '#client/texts/words.ts';
import { Icon } from '#client/ui/icons.tsx';

export const BudgetTotals = (props: { readonly lines: readonly Saved<'budget-line'>[] }) => {
  const fields = createMemo(() => props.lines.map((line) => line.fields));
  const byFund = createMemo(() => sumsByFund(fields()));
  return (
    <section class="card stack tight">
      <h2>{s().registers.money.title}</h2>
      <Steps sums={sumsOf('', fields())} />
      <Show when={byFund().length > 1}>
        <details class="fold">
          <summary>
            <Icon name="next" size={16} />
            {s().registers.money.byFund}
          </summary>
          <div class="stack">
            <For each={byFund()}>
              {(sums) => (
                <section>
                  <h3>{wordOf(funds, sums.fund)}</h3>
                  <Steps sums={sums} />
                </section>
              )}
            </For>
          </div>
        </details>
      </Show>
    </section>
  );
};

const Steps = (props: { readonly sums: FundSums }) => (
  <dl class="sums">
    <For each={budgetSteps}>
      {(step) => {
        const at = () => props.sums.steps[step];
        return (
          <div>
            <dt>
              {s().fields[step]}
              <Show when={at().lines > 0 && at().lines < props.sums.lines}>
                <span class="s dim"> · {s().registers.money.partly(at().lines, props.sums.lines)}</span>
              </Show>
            </dt>
            <dd>
              <Show when={at().sum !== undefined} fallback={<span class="dim">{s().registers.money.noneYet}</span>}>
                {s().money(at().sum ?? 0)}
              </Show>
            </dd>
          </div>
        );
      }}
    </For>
  </dl>
);
