/** Objectives → indicators → measures → targets, each with its way on: to the measure's page, and to the tasks that serve it. */
import { createMemo, For, Show } from 'solid-js';
import { groupBy } from '#client/state/tallies.ts';
import { useWorkbook } from '#client/state/context.ts';
import type { Saved } from '#client/state/workbook.ts';
import { s } from '#client/texts/screens.ts';
import { targetWords, targetYears } from '#client/texts/measure-words.ts';
import { Icon } from '#client/ui/icons.tsx';
import { Anomalies } from './Anomalies.tsx';
import { Fold } from './Fold.tsx';
import { Serves } from './Serves.tsx';

const inOrder = <T extends { readonly fields: { readonly order: string } }>(items: readonly T[]): readonly T[] =>
  [...items].sort((a, b) => (a.fields.order < b.fields.order ? -1 : 1));

/** A part with so many measures comes folded. */
const LONG = 60;

export const Objectives = (props: { readonly plan: string }) => {
  const workbook = useWorkbook();
  const objectives = workbook.list('objective');
  const indicators = workbook.list('indicator');
  const measures = createMemo(() =>
    workbook
      .list('measure')()
      ?.filter((one) => one.fields.plan === props.plan),
  );
  const own = createMemo(() => inOrder((objectives() ?? []).filter((one) => one.fields.plan === props.plan)));
  const byObjective = createMemo(() =>
    groupBy(
      inOrder((indicators() ?? []).filter((one) => one.fields.plan === props.plan)),
      (one) => one.fields.objective ?? '',
    ),
  );
  const loose = () => byObjective().get('') ?? [];
  return (
    <Fold id="objectives" title={s().plan.objectives} folded={(measures() ?? []).length > LONG}>
      <For each={own()}>
        {(objective) => (
          <section class="stack tight" id={objective.id}>
            <h3>{s().measure.objective(objective.fields.number ?? '', objective.fields.title)}</h3>
            <div class="tree stack">
              <For each={byObjective().get(objective.id)}>{(one) => <IndicatorPart indicator={one} />}</For>
            </div>
          </section>
        )}
      </For>
      <Show when={loose().length > 0}>
        <div class="tree stack">
          <For each={loose()}>{(one) => <IndicatorPart indicator={one} />}</For>
        </div>
      </Show>
    </Fold>
  );
};

const IndicatorPart = (props: { readonly indicator: Saved<'indicator'> }) => {
  const workbook = useWorkbook();
  const measures = workbook.list('measure');
  const targets = workbook.list('target');
  const tasks = workbook.list('task');
  const own = createMemo(() =>
    inOrder((measures() ?? []).filter((measure) => measure.fields.indicator === props.indicator.id)),
  );
  const targetLine = (measure: Saved<'measure'>): string =>
    inOrder((targets() ?? []).filter((target) => target.fields.measure === measure.id))
      .map((target) =>
        [targetWords(target.fields, measure.fields), targetYears(target.fields)].filter(Boolean).join(' '),
      )
      .join('; ') || s().measure.noTarget;
  const serving = createMemo(() =>
    inOrder((tasks() ?? []).filter((task) => Object.hasOwn(task.fields.indicators, props.indicator.id))),
  );
  const fields = () => props.indicator.fields;
  return (
    <div class="stack tight" id={props.indicator.id}>
      <p>
        {[fields().number, fields().text].filter(Boolean).join('. ')}
        <span class="s dim">
          {' '}
          {(fields().agencies ?? []).map((one) => `${one.agency} (${s().agencyRoles[one.role]})`).join(' · ')}
        </span>
      </p>
      <Anomalies of={fields()} />
      <Serves links={Object.keys(fields().parents)} />
      <ul class="rows">
        <For each={own()}>
          {(measure) => (
            <li>
              <a class="row" href={`/chi-tieu/${measure.id}`}>
                <span class="grow">
                  <b>{measure.fields.title}</b>
                  <span class="s dim">
                    {s().measure.target}: {targetLine(measure)} · {s().sources[measure.fields.source]}
                  </span>
                </span>
                <Icon name="next" size={18} />
              </a>
            </li>
          )}
        </For>
      </ul>
      <Show when={serving().length > 0}>
        <details class="fold">
          <summary>
            <Icon name="next" size={16} />
            {s().plan.servedBy} ({serving().length})
          </summary>
          <ul class="bullets">
            <For each={serving()}>
              {(task) => (
                <li>
                  <a href={`/ke-hoach/${task.fields.plan}/nhiem-vu/${task.id}`}>{task.fields.text}</a>
                </li>
              )}
            </For>
          </ul>
        </details>
      </Show>
    </div>
  );
};
