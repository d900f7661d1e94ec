/** What the activity counts into: campaigns, and measures with their period. */
import { createMemo, For, Show } from 'solid-js';
import { measuresCounting } from '#domain/counted-once.ts';
import { formatNumber } from '#domain/numbers.ts';
import type { Activity } from '#domain/records/activity.ts';
import type { Scope } from '#domain/scope.ts';
import { useWorkbook } from '#client/state/context.ts';
import type { RecordState } from '#client/state/workbook.ts';
import { s } from '#client/texts/screens.ts';
import { periodWords } from '#client/texts/words.ts';
import { SplitTotal } from '#client/ui/SplitTotal.tsx';
import { countedOnce } from './campaigns-once.ts';
import { answerable } from './counted-into.ts';

interface CountedTableProps {
  readonly activity: Activity;
  readonly scope: Scope;
  readonly state: RecordState;
}

export const CountedTable = (props: CountedTableProps) => {
  const workbook = useWorkbook();
  const campaigns = workbook.list('campaign');
  const plans = workbook.list('plan');
  const measures = workbook.list('measure');
  /** Of one that the server has not confirmed, what it adds to is not confirmed either. */
  const stateWords = () => (props.state === 'sent' ? '' : s().recordState[props.state]);
  const countable = () => ({
    from: props.activity.from,
    to: props.activity.to,
    outputs: props.activity.outputs,
    campaigns: Object.keys(props.activity.campaigns),
  });
  const inCampaigns = createMemo(() =>
    countedOnce(countable(), { campaigns: campaigns() ?? [], plans: plans() ?? [], unit: workbook.me().unit }),
  );
  const inMeasures = createMemo(() =>
    measuresCounting(
      countable(),
      answerable(workbook, measures() ?? [], { scope: props.scope, to: props.activity.to }),
    ),
  );
  const linked = createMemo(() =>
    (measures() ?? []).filter((measure) => Object.hasOwn(props.activity.measures, measure.id)),
  );
  return (
    <section class="stack tight">
      <h2>{s().activity.counted}</h2>
      <Show
        when={inCampaigns().length + inMeasures().length + linked().length > 0}
        fallback={<p class="dim">{s().activity.countedNowhere}</p>}
      >
        <table>
          <tbody>
            <For each={inCampaigns()}>
              {({ campaign, occurrence }) => (
                <tr>
                  <td>
                    <a href={`/hoat-dong?dot=${campaign.id}`}>
                      {s().activity.inCampaign(campaign.fields.name, occurrence.from.slice(0, 4))}
                    </a>
                  </td>
                  <td class="n">
                    <SplitTotal total={s().activities(1)} split={stateWords()} />
                  </td>
                </tr>
              )}
            </For>
            <For each={inMeasures()}>
              {({ measure, period, amount }) => (
                <tr>
                  <td>
                    <a href={`/chi-tieu/${measure.id}`}>{measure.fields.title}</a>
                    <span class="s dim"> · {periodWords(period)}</span>
                  </td>
                  <td class="n">
                    <SplitTotal
                      total={`${formatNumber(amount)} ${measure.fields.unit ?? ''}`.trimEnd()}
                      split={stateWords()}
                    />
                  </td>
                </tr>
              )}
            </For>
            <For each={linked()}>
              {(measure) => (
                <tr>
                  <td colspan="2">
                    <a href={`/chi-tieu/${measure.id}`}>{measure.fields.title}</a>
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </Show>
    </section>
  );
};
