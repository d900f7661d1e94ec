/** Where a counted figure comes from: period by period, which activities counted, and which did not, and why. */
import { createMemo, For, Show } from 'solid-js';
import { outputs } from '#catalogue/outputs.ts';
import type { Tally } from '#domain/cadence.ts';
import { formatNumber } from '#domain/numbers.ts';
import type { Measure } from '#domain/records/measure.ts';
import { useWorkbook } from '#client/state/context.ts';
import { mayRecord } from '#client/state/may-record.ts';
import { splitOfCounted } from '#client/state/split.ts';
import { madeIn } from '#client/state/unit-names.ts';
import type { ActivitySummary } from '#client/state/workbook.ts';
import { s } from '#client/texts/screens.ts';
import { splitWords } from '#client/texts/split-words.ts';
import { dayMonth, periodWords, wordOf } from '#client/texts/words.ts';
import { StateMark } from '#client/ui/marks.tsx';
import { SplitTotal } from '#client/ui/SplitTotal.tsx';
import { periodMark } from './state-mark.ts';

interface CadenceTableProps {
  readonly measure: Measure;
  readonly tally: Tally;
  readonly activities: readonly ActivitySummary[];
}

export const CadenceTable = (props: CadenceTableProps) => {
  const workbook = useWorkbook();
  const byId = createMemo(() => new Map(props.activities.map((activity) => [activity.id, activity])));
  const words = (id: string) => {
    const activity = byId().get(id);
    if (!activity) return id;
    const unit = madeIn(workbook, activity.scope, activity.to);
    return `${dayMonth(activity.to)} ${activity.title}${unit === '' ? '' : ` (${unit})`}`;
  };
  const rule = () => {
    const cadence = props.measure.cadence;
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
                  <SplitTotal
                    total={formatNumber(period.total)}
                    split={splitWords(splitOfCounted(period.counted, props.activities))}
                  />
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
