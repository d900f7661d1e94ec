/** Where a counted figure comes from: period by period, which activities counted, and which did not, and why. */
import { useLocation } from '@solidjs/router';
import { createMemo, For, Show } from 'solid-js';
import { outputs } from '#catalogue/outputs.ts';
import type { Tally } from '#domain/cadence.ts';
import { formatNumber } from '#domain/numbers.ts';
import { yearBefore, type Period } from '#domain/periods.ts';
import { useWorkbook } from '#client/state/context.ts';
import { mayRecord } from '#client/state/may-record.ts';
import { splitOfCounted } from '#client/state/split.ts';
import { madeIn } from '#client/state/unit-names.ts';
import type { ActivitySummary, Saved } from '#client/state/workbook.ts';
import { s } from '#client/texts/screens.ts';
import { splitWords } from '#client/texts/split-words.ts';
import { dayMonth, periodWords, wordOf } from '#client/texts/words.ts';
import { StateMark } from '#client/ui/marks.tsx';
import { SplitNote } from '#client/ui/SplitTotal.tsx';
import { whyHref } from './place.ts';
import { periodMark } from './state-mark.ts';

interface CadenceTableProps {
  readonly measure: Saved<'measure'>;
  readonly tally: Tally;
  /** `undefined` while the log of that year is being read. */
  readonly lastYear: Tally | undefined;
  readonly activities: readonly ActivitySummary[];
}

export const CadenceTable = (props: CadenceTableProps) => {
  const workbook = useWorkbook();
  const location = useLocation();
  /** The same period a year before; "" while it is not known, or is empty as well. */
  const lastYearTotal = (period: Period): string => {
    const then = props.lastYear?.periods.find((one) => one.period === yearBefore(period))?.total ?? 0;
    return then === 0 ? '' : formatNumber(then);
  };
  const byId = createMemo(() => new Map(props.activities.map((activity) => [activity.id, activity])));
  const words = (id: string) => {
    const activity = byId().get(id);
    if (!activity) return id;
    const unit = madeIn(workbook, activity.scope, activity.to);
    return `${dayMonth(activity.to)} ${activity.title}${unit === '' ? '' : ` (${unit})`}`;
  };
  const rule = () => {
    const cadence = props.measure.fields.cadence;
    return cadence
      ? s().measure.cadence.rule(
          cadence.outputs.map((code) => wordOf(outputs, code)).join(', '),
          s().compare.each[cadence.every],
        )
      : '';
  };
  return (
    <section class="stack tight" aria-labelledby="periods">
      <h2 id="periods">{s().measure.cadence.table}</h2>
      <p class="s dim">{rule()}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{s().measure.cadence.period}</th>
            <th scope="col" class="n">
              {s().measure.cadence.total}
            </th>
            <th scope="col" class="n">
              {s().measure.cadence.state}
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={props.tally.periods}>
            {(period) => (
              <tr>
                <td>
                  {periodWords(period.period)}
                  <ul>
                    <For each={period.counted}>
                      {(counted) => (
                        <li class="s">
                          <a href={`/hoat-dong/${counted.id}`}>{words(counted.id)}</a>
                          <Show when={counted.amount !== 1}> · {formatNumber(counted.amount)}</Show>
                        </li>
                      )}
                    </For>
                  </ul>
                </td>
                <td class="n">
                  <a
                    href={whyHref(props.measure.id, location.search, period.period)}
                    aria-label={s().whyPage.open(`${periodWords(period.period)}, ${formatNumber(period.total)}`)}
                  >
                    {formatNumber(period.total)}
                  </a>
                  <SplitNote split={splitWords(splitOfCounted(period.counted, props.activities))} />
                  <Show when={lastYearTotal(period.period)}>
                    {(total) => <span class="split">{s().trend.yearBefore(total())}</span>}
                  </Show>
                </td>
                <td class="n">
                  <StateMark {...periodMark[period.state]} word={s().measure.cadence.states[period.state]} />
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
      <Show when={props.tally.notCounted.length > 0}>
        <h3>{s().measure.cadence.notCounted}</h3>
        <ul class="bullets">
          <For each={props.tally.notCounted}>
            {(one) => (
              <li class="s">
                <a href={`/hoat-dong/${one.id}`}>{words(one.id)}</a> · {s().measure.cadence.whyNot[one.why]}
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={mayRecord(workbook.me())}>
        <p>
          <a class="btn" href="/hoat-dong/moi">
            {s().measure.cadence.toRecord}
          </a>
        </p>
      </Show>
    </section>
  );
};
