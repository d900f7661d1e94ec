/** Objectives, their indicators, measures and targets, to change and to add to, each under what it belongs to. */
import { createMemo, Show } from 'solid-js';
import type { PlanFault } from '#domain/plan-faults.ts';
import { groupBy } from '#client/state/tallies.ts';
import type { PartsByTable } from '#client/state/plan-parts.ts';
import type { Saved } from '#client/state/workbook.ts';
import { s } from '#client/texts/screens.ts';
import { EachById } from '#client/ui/Keyed.tsx';
import { Icon } from '#client/ui/icons.tsx';
import { Faults } from '../Faults.tsx';
import { AddLink, EditRows } from './EditList.tsx';
import { indicatorWords, measureWords, objectiveWords, targetLine } from './part-words.ts';

interface EditObjectivesProps {
  readonly plan: string;
  readonly faults: readonly PlanFault[];
  readonly parts: PartsByTable;
}

/** With so many indicators each objective is folded until it is asked for. */
const FOLDED_FROM = 25;

export const EditObjectives = (props: EditObjectivesProps) => {
  const known = createMemo(() => new Set(props.parts.objective.map((one) => one.id)));
  const byObjective = createMemo(() =>
    groupBy(props.parts.indicator, ({ fields }) =>
      known().has(fields.objective ?? '') ? (fields.objective ?? '') : '',
    ),
  );
  const loose = () => byObjective().get('') ?? [];
  return (
    <details class="fold part" open id="edit-objective">
      <summary>
        <Icon name="next" size={16} />
        <h2>
          {s().plan.objectives} <span class="dim num">{props.parts.indicator.length}</span>
        </h2>
      </summary>
      <div class="stack">
        <EditRows
          plan={props.plan}
          faults={props.faults}
          table="objective"
          records={props.parts.objective}
          wordsOf={objectiveWords}
        />
        <AddLink plan={props.plan} table="objective" />
        <EachById each={props.parts.objective}>
          {(objective) => (
            <details class="fold" open={props.parts.indicator.length < FOLDED_FROM}>
              <summary>
                <Icon name="next" size={16} />
                <h3>{objectiveWords(objective()).words}</h3>
              </summary>
              <Indicators {...props} of={byObjective().get(objective().id) ?? []} under={objective().id} />
            </details>
          )}
        </EachById>
        <section class="stack tight" aria-label={s().planEdit.looseIndicators}>
          <h3>{s().planEdit.looseIndicators}</h3>
          <Indicators {...props} of={loose()} />
        </section>
      </div>
    </details>
  );
};

interface IndicatorsProps extends EditObjectivesProps {
  readonly of: readonly Saved<'indicator'>[];
  readonly under?: string;
}

const Indicators = (props: IndicatorsProps) => (
  <div class="tree stack">
    <Show when={props.of.length > 0}>
      <EditRows plan={props.plan} faults={props.faults} table="indicator" records={props.of} wordsOf={indicatorWords} />
    </Show>
    <AddLink plan={props.plan} table="indicator" {...(props.under !== undefined && { under: props.under })} />
    <EachById each={props.of}>{(indicator) => <Measures {...props} indicator={indicator()} />}</EachById>
  </div>
);

const Measures = (props: IndicatorsProps & { readonly indicator: Saved<'indicator'> }) => {
  const own = () => props.parts.measure.filter(({ fields }) => fields.indicator === props.indicator.id);
  return (
    <section class="stack tight" aria-label={s().planEdit.measuresOf(indicatorWords(props.indicator).words)}>
      <h4 class="s dim">{s().planEdit.measuresOf(indicatorWords(props.indicator).words)}</h4>
      <Show when={own().length > 0}>
        <EditRows plan={props.plan} faults={props.faults} table="measure" records={own()} wordsOf={measureWords} />
      </Show>
      <AddLink plan={props.plan} table="measure" under={props.indicator.id} />
      <EachById each={own()}>{(measure) => <Targets {...props} measure={measure()} />}</EachById>
    </section>
  );
};

const Targets = (props: EditObjectivesProps & { readonly measure: Saved<'measure'> }) => {
  const own = () => props.parts.target.filter(({ fields }) => fields.measure === props.measure.id);
  return (
    <div class="line" role="group" aria-label={s().planEdit.targetsOf(props.measure.fields.title)}>
      <span class="s dim">{s().measure.target}:</span>
      <EachById each={own()}>
        {(target) => (
          <a class="chip" id={target().id} href={`/ke-hoach/${props.plan}/soan/target/${target().id}/sua`}>
            {targetLine(target(), props.measure).words}
            <Faults of={props.faults} at={target().id} />
          </a>
        )}
      </EachById>
      <AddLink plan={props.plan} table="target" under={props.measure.id} />
    </div>
  );
};
