/** A plan as it is being written: every part with its way to change it, to add to it and to put it in order. */
import { useLocation } from '@solidjs/router';
import { createEffect, createMemo, on, Show } from 'solid-js';
import { faultsOf } from '#domain/plan-faults.ts';
import { useWorkbook } from '#client/state/context.ts';
import { mayEditPlan, mayIssue } from '#client/state/may-plan.ts';
import { createPlanParts, sourceOf, type PartsByTable } from '#client/state/plan-parts.ts';
import type { Saved } from '#client/state/workbook.ts';
import { t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { focusField } from '#client/ui/focus-field.ts';
import { Icon } from '#client/ui/icons.tsx';
import { Faults } from '../Faults.tsx';
import { usePlace } from '../place.ts';
import { printedHead } from '../printed-head.ts';
import { EditorFrame, Missing } from './EditorFrame.tsx';
import { EditList } from './EditList.tsx';
import { EditObjectives } from './EditObjectives.tsx';
import { basisWords, campaignWords, ruleWords, taskWords } from './part-words.ts';

export const EditPlan = () => {
  const workbook = useWorkbook();
  const place = usePlace();
  const plans = workbook.list('plan');
  const plan = createMemo(() => plans()?.find((one) => one.id === place.plan()));
  const parts = createPlanParts(workbook, plan);
  const mayEdit = () => mayEditPlan(workbook.me(), plan() ?? { scope: 'nobody/work' });
  return (
    <Show when={plans() !== undefined} fallback={<p class="page busy">{t().loading}</p>}>
      <Show when={plan() !== undefined && mayEdit()} fallback={<Missing plan={place.plan()} />}>
        <Show when={parts()} fallback={<p class="page busy">{t().loading}</p>}>
          {(of) => <Show when={plan()}>{(found) => <Whole plan={found()} parts={of()} />}</Show>}
        </Show>
      </Show>
    </Show>
  );
};

interface WholeProps {
  readonly plan: Saved<'plan'>;
  readonly parts: PartsByTable;
}

const Whole = (props: WholeProps) => {
  const workbook = useWorkbook();
  const faults = createMemo(() => faultsOf(sourceOf(props.plan, props.parts)));
  const fields = () => props.plan.fields;
  const list = () => ({ plan: props.plan.id, faults: faults() });

  // Back from a form, the eye and the focus are on what was changed there, once: what is new may be drawn a little later.
  const target = decodeURIComponent(useLocation().hash.slice(1));
  let hasLanded = target === '';
  createEffect(
    on(
      () => props.parts,
      () =>
        queueMicrotask(() => {
          if (hasLanded || !focusField(target)) return;
          hasLanded = true;
          document.getElementById(target)?.scrollIntoView({ block: 'center' });
        }),
    ),
  );

  return (
    <EditorFrame
      back={`/ke-hoach/${props.plan.id}`}
      backWords={s().planEdit.view}
      title={s().planEdit.title}
      lead={fields().title}
    >
      <Show when={faults().length > 0}>
        <p class="card warned" role="status">
          {s().planEdit.faultCount(faults().length)}
        </p>
      </Show>
      <section class="stack tight" aria-labelledby="edit-head">
        <h2 id="edit-head">{s().planEdit.head}</h2>
        <a class="card" href={`/ke-hoach/${props.plan.id}/soan/plan/${props.plan.id}/sua`} id={props.plan.id}>
          <span class="line between">
            <b class="grow">{fields().title}</b>
            <Icon name="edit" size={20} />
          </span>
          <span class="s dim">{[fields().issuer, printedHead(fields())].join(' · ')}</span>
          <Faults of={faults()} at={props.plan.id} />
        </a>
      </section>
      <EditList {...list()} table="basis" title={s().plan.bases} records={props.parts.basis} wordsOf={basisWords} />
      <EditObjectives {...list()} parts={props.parts} />
      <EditList {...list()} table="task" title={s().plan.tasks} records={props.parts.task} wordsOf={taskWords} />
      <EditList {...list()} table="rule" title={s().plan.rules} records={props.parts.rule} wordsOf={ruleWords} />
      <EditList
        {...list()}
        table="campaign"
        title={s().plan.campaigns}
        records={props.parts.campaign}
        wordsOf={campaignWords}
      />
      <Show when={mayIssue(workbook.me())}>
        <p>
          <a class="btn main" href={`/ke-hoach/${props.plan.id}/ban-hanh`}>
            <Icon name="upload" size={20} />
            {s().planEdit.issue}
          </a>
        </p>
      </Show>
    </EditorFrame>
  );
};
