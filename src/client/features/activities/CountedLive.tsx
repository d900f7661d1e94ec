/** What the activity will count into by itself, told while it is typed. */
import { createMemo, For, Show } from 'solid-js';
import { measuresCounting } from '#domain/counted-once.ts';
import { parseCount } from '#domain/typed-numbers.ts';
import { scopeOf } from '#domain/scope.ts';
import { useWorkbook } from '#client/state/context.ts';
import { s } from '#client/texts/screens.ts';
import { periodWords } from '#client/texts/words.ts';
import { countedOnce } from './campaigns-once.ts';
import { answerable } from './counted-into.ts';
import { daysOfForm } from './form-model.ts';
import type { PartProps } from './form-control.ts';

export const CountedLive = (props: PartProps) => {
  const workbook = useWorkbook();
  const campaigns = workbook.list('campaign');
  const plans = workbook.list('plan');
  const measures = workbook.list('measure');
  const own = () => scopeOf(workbook.me().unit, 'work');
  const counted = createMemo(() => {
    const form = props.control.form;
    const { from, to } = daysOfForm(form, workbook.today());
    if (!from.ok || !to.ok) return [];
    const outputs = Object.fromEntries(
      Object.entries(form.outputs).flatMap(([code, typed]) => {
        const count = parseCount(typed);
        return count.ok && count.value > 0 ? [[code, count.value] as const] : [];
      }),
    );
    const activity = { from: from.value, to: to.value, outputs, campaigns: form.campaigns };
    const known = { campaigns: campaigns() ?? [], plans: plans() ?? [], unit: workbook.me().unit };
    return [
      ...countedOnce(activity, known).map(({ campaign, occurrence }) =>
        s().activity.inCampaign(campaign.fields.name, occurrence.from.slice(0, 4)),
      ),
      ...measuresCounting(activity, answerable(workbook, measures() ?? [], { scope: own(), to: to.value })).map(
        ({ measure, period }) => `${measure.fields.title} · ${periodWords(period)}`,
      ),
    ];
  });
  return (
    <section class="card" aria-labelledby="counted-live">
      <h2 id="counted-live" class="s dim">
        {s().activity.countedInto}
      </h2>
      <Show when={counted().length > 0} fallback={<p class="s dim">{s().activity.countedNowhere}</p>}>
        <ul class="stack tight">
          <For each={counted()}>
            {(words) => (
              <li>
                <b>{words}</b>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  );
};
