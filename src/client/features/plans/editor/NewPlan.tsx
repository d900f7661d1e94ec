/** The ways to begin a plan: from nothing, from one of the own, from one of the levels above, from a ready-made one. */
import { useNavigate } from '@solidjs/router';
import { createResource, createSignal, For, Show, Suspense } from 'solid-js';
import type { Change } from '#domain/change.ts';
import { yearOf } from '#domain/dates.ts';
import { copyFromAbove, copyOfLastYear, titleMoved, yearsOfPlan } from '#domain/plan-copies.ts';
import { scopeOf } from '#domain/scope.ts';
import { useWorkbook } from '#client/state/context.ts';
import { mayPlan } from '#client/state/may-plan.ts';
import { isOwnPlan, linkTo, shownPlans } from '#client/state/plan-kinship.ts';
import { createPlanParts, sourceOf } from '#client/state/plan-parts.ts';
import type { Saved } from '#client/state/workbook.ts';
import { problemText, t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { Icon } from '#client/ui/icons.tsx';
import { Keyed } from '#client/ui/Keyed.tsx';
import { showToast } from '#client/ui/toasts.tsx';
import { EditorFrame, Missing } from './EditorFrame.tsx';
import { ownIssuer } from './own-issuer.ts';
import { idOfReadyMade, readyMadeChanges } from './ready-made.ts';
import { writePlan } from './write-plan.ts';

const readyMade = async () => (await import('#catalogue/plans/documents.ts')).documents;

export const NewPlan = () => {
  const workbook = useWorkbook();
  const navigate = useNavigate();
  const plans = workbook.list('plan');
  const [documents] = createResource(readyMade);
  const [busy, setBusy] = createSignal('');
  const shown = () => shownPlans(plans() ?? []);
  const isOwn = (plan: Saved<'plan'>) => isOwnPlan(plan, shown(), workbook.me().unit);
  const work = () => scopeOf(workbook.me().unit, 'work');
  const hasPlan = (id: string) => shown().some((plan) => plan.id === id && plan.scope === work());

  const write = async (key: string, changes: readonly Change[]) => {
    if (busy() !== '') return;
    setBusy(key);
    try {
      const written = await writePlan(workbook, changes, work());
      if (!written.ok) {
        showToast(problemText(written.problem));
        return;
      }
      showToast(s().planEdit.copied(changes.length));
      navigate(`/ke-hoach/${changes.at(-1)?.id ?? ''}/soan`);
    } finally {
      setBusy('');
    }
  };

  return (
    <Show when={mayPlan(workbook.me())} fallback={<Missing plan={undefined} />}>
      <EditorFrame
        back="/ke-hoach"
        backWords={s().plan.title}
        title={s().planEdit.newTitle}
        lead={s().planEdit.newLead}
      >
        <section class="stack tight">
          <h2>{s().planEdit.fromNothing}</h2>
          <p class="dim">{s().planEdit.fromNothingBody}</p>
          <p>
            <a class="btn main" href="/ke-hoach/moi/trong/sua">
              <Icon name="edit" size={20} />
              {s().planEdit.fromNothingButton}
            </a>
          </p>
        </section>
        <Show when={shown().some(isOwn)}>
          <section class="stack tight">
            <h2>{s().planEdit.fromLast}</h2>
            <p class="dim">{s().planEdit.fromLastBody}</p>
            <ul class="card rows">
              <Keyed each={shown().filter(isOwn)} by={linkTo}>
                {(plan) => (
                  <LastYear
                    plan={plan()}
                    busy={busy() === linkTo(plan())}
                    onCopy={(changes) => void write(linkTo(plan()), changes)}
                  />
                )}
              </Keyed>
            </ul>
          </section>
        </Show>
        <Show when={shown().some((plan) => !isOwn(plan))}>
          <section class="stack tight">
            <h2>{s().planEdit.fromAbove}</h2>
            <p class="dim">{s().planEdit.fromAboveBody}</p>
            <ul class="card rows">
              <Keyed each={shown().filter((plan) => !isOwn(plan))} by={linkTo}>
                {(plan) => (
                  <FromAbove
                    plan={plan()}
                    busy={busy() === linkTo(plan())}
                    onCopy={(changes) => void write(linkTo(plan()), changes)}
                  />
                )}
              </Keyed>
            </ul>
          </section>
        </Show>
        <section class="stack tight">
          <h2>{s().planEdit.fromReady}</h2>
          <p class="dim">{s().planEdit.fromReadyBody}</p>
          <Suspense fallback={<p class="busy">{t().loading}</p>}>
            <ul class="card rows">
              <For each={documents() ?? []}>
                {(document) => (
                  <CopyRow
                    title={document.plan.title}
                    note={[
                      document.plan.issuer,
                      s().plan.counts(
                        document.tasks.length,
                        document.objectives.flatMap((one) => one.indicators.flatMap((each) => each.measures)).length,
                      ),
                    ].join(' · ')}
                    button={s().planEdit.useReady}
                    busy={busy() === document.key}
                    warning={hasPlan(idOfReadyMade(document, workbook.me().unit)) ? s().planEdit.hasReady : undefined}
                    onCopy={() => void write(document.key, readyMadeChanges(document, workbook.me().unit, hasPlan))}
                  />
                )}
              </For>
            </ul>
          </Suspense>
        </section>
      </EditorFrame>
    </Show>
  );
};

interface CopyRowProps {
  readonly title: string;
  readonly note: string;
  readonly warning?: string | undefined;
  readonly button: string;
  readonly busy: boolean;
  readonly onCopy: () => void;
}

const CopyRow = (props: CopyRowProps) => (
  <li class="row">
    <div class="grow stack tight">
      <b>{props.title}</b>
      <p class="s dim">{props.note}</p>
      <Show when={props.warning}>
        <p class="s warn">{props.warning}</p>
      </Show>
      <p>
        <button type="button" class="btn" disabled={props.busy} onClick={() => props.onCopy()}>
          <Icon name="copy" size={20} />
          {props.button}
          <span class="hidden-text">: {props.title}</span>
        </button>
      </p>
    </div>
  </li>
);

interface FromPlanProps {
  readonly plan: Saved<'plan'>;
  readonly busy: boolean;
  readonly onCopy: (changes: readonly Change[]) => void;
}

const LastYear = (props: FromPlanProps) => {
  const workbook = useWorkbook();
  const parts = createPlanParts(workbook, () => props.plan);
  const years = () => yearsOfPlan(props.plan.fields);
  return (
    <CopyRow
      title={props.plan.fields.title}
      note={titleMoved(props.plan.fields.title, props.plan.fields, years())}
      button={s().planEdit.copyForYear(yearOf(props.plan.fields.from) + years())}
      // What is copied is still being read: a press now would do nothing.
      busy={props.busy || parts() === undefined}
      onCopy={() => {
        const of = parts();
        if (of === undefined) return;
        props.onCopy(copyOfLastYear(sourceOf(props.plan, of), { newId: workbook.newId, years: years() }));
      }}
    />
  );
};

const FromAbove = (props: FromPlanProps) => {
  const workbook = useWorkbook();
  const parts = createPlanParts(workbook, () => props.plan);
  return (
    <CopyRow
      title={props.plan.fields.title}
      note={props.plan.fields.issuer}
      button={s().planEdit.copyFromAbove}
      // What is copied is still being read: a press now would do nothing.
      busy={props.busy || parts() === undefined}
      onCopy={() => {
        const of = parts();
        if (of === undefined) return;
        props.onCopy(copyFromAbove(sourceOf(props.plan, of), { newId: workbook.newId, own: ownIssuer(workbook) }));
      }}
    />
  );
};
