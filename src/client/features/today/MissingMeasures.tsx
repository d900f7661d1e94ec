/** Measures of the log that the running month or quarter still owes. */
import { createMemo, For, Show } from 'solid-js';
import type { CountedActivity } from '#domain/cadence.ts';
import { formatNumber } from '#domain/numbers.ts';
import { useWorkbook } from '#client/state/context.ts';
import type { Tallies } from '#client/state/tallies.ts';
import type { ActivitySummary, Saved } from '#client/state/workbook.ts';
import { t } from '#client/texts/current.ts';
import { dayMonth, periodWords } from '#client/texts/words.ts';
import { addDays } from '#domain/dates.ts';
import { Icon } from '#client/ui/icons.tsx';
import { MadeIn } from './MadeIn.tsx';
import { Split } from './Split.tsx';

interface Missing {
  readonly measure: Saved<'measure'>;
  readonly total: number;
  readonly need: number;
  readonly period: string;
  readonly counted: readonly CountedActivity[];
  readonly until: string;
}

interface MissingMeasuresProps {
  readonly tallies: Tallies;
  /** Those in force; what a plan that is over asked for is no longer owed. */
  readonly plans: readonly Saved<'plan'>[];
}

const amountIn = ({ counted }: Missing, { id }: ActivitySummary): number =>
  counted.find((one) => one.id === id)?.amount ?? 0;

export const MissingMeasures = (props: MissingMeasuresProps) => {
  const workbook = useWorkbook();
  const measures = workbook.list('measure');
  const cadences = createMemo(() => {
    const inForce = new Set(props.plans.map((plan) => plan.id));
    return (measures() ?? []).filter(({ fields }) => fields.kind === 'cadence' && inForce.has(fields.plan));
  });
  const missing = createMemo(() =>
    cadences().flatMap((measure): readonly Missing[] => {
      const running = props.tallies.of(measure)?.periods.find((period) => period.state === 'running');
      const need = props.tallies.targetInForce(measure)?.value;
      if (!running || need === undefined) return [];
      const { total, counted, period, range } = running;
      return [{ measure, total, counted, need, period, until: addDays(range.to, 1) }];
    }),
  );
  const behind = (one: Missing) => (props.tallies.activities() ?? []).filter((activity) => amountIn(one, activity) > 0);
  return (
    <Show when={props.tallies.activities() !== undefined && cadences().length > 0}>
      <section class="stack tight" aria-labelledby="missing">
        <h2 id="missing">{t().today.measures}</h2>
        <Show
          when={missing().length > 0}
          fallback={
            <p class="card quiet">
              <span class="state good">
                <Icon name="check" size={16} />
                {t().today.measuresDone}
              </span>
            </p>
          }
        >
          <ul class="card rows">
            <For each={missing()}>
              {(one) => (
                <li>
                  <a class="row" href={`/chi-tieu/${one.measure.id}`}>
                    <div class="day" aria-hidden="true">
                      <b>{formatNumber(one.total)}</b>
                      <span>/ {formatNumber(one.need)}</span>
                    </div>
                    <div class="grow titled">
                      {one.measure.fields.title}
                      <p class="s dim">
                        {t().today.soFar(formatNumber(one.total), formatNumber(one.need), periodWords(one.period))}
                        <Split of={behind(one)} amount={(activity) => amountIn(one, activity)} />
                        <MadeIn scope={one.measure.scope} />
                      </p>
                      <p class="s">
                        {t().today.missing(
                          formatNumber(one.need - one.total),
                          one.measure.fields.unit ?? '',
                          dayMonth(one.until),
                        )}
                      </p>
                    </div>
                  </a>
                </li>
              )}
            </For>
          </ul>
        </Show>
      </section>
    </Show>
  );
};
