/**
 * What of a plan's rules contradicts itself, side by side, with the choice that stands; and rules that look as if they did.
 * The other rules stay whatever was chosen.
 */
import { createMemo, For, Show } from 'solid-js';
import { likelyContradictions } from '#domain/contradictions.ts';
import { useWorkbook } from '#client/state/context.ts';
import { mayEditPlan } from '#client/state/may-plan.ts';
import { chooseRule, contradictionsIn, takeBackChoice, type PlanContradiction } from '#client/state/own-rules.ts';
import { yearInPlan } from '#client/state/plan-kinship.ts';
import type { Saved } from '#client/state/workbook.ts';
import { problemText, t } from '#client/texts/current.ts';
import { chooseWords, contradictionTitle, ruleBeside } from '#client/texts/rule-words.ts';
import { s } from '#client/texts/screens.ts';
import { ChooseAmong } from '#client/ui/ChooseAmong.tsx';
import { Keyed } from '#client/ui/Keyed.tsx';
import { showToast } from '#client/ui/toasts.tsx';

interface ContradictionsProps {
  readonly plan: Saved<'plan'>;
  readonly rules: readonly Saved<'rule'>[];
}

export const Contradictions = (props: ContradictionsProps) => {
  const found = createMemo(() => contradictionsIn(props.rules, props.plan));
  return (
    <>
      <Keyed each={found()} by={({ contradiction }) => contradiction.name}>
        {(one) => <OneContradiction of={one()} />}
      </Keyed>
      <Likely {...props} />
    </>
  );
};

const OneContradiction = (props: { readonly of: PlanContradiction }) => {
  const workbook = useWorkbook();
  const plan = () => props.of.plan;
  const mayChoose = () => mayEditPlan(workbook.me(), plan());
  const id = () => `contradiction-${props.of.contradiction.name}`;
  const title = () => contradictionTitle(props.of.contradiction);
  const rules = () => props.of.contradiction.rules;
  const chosen = () => rules().find(({ standing }) => standing === 'governs')?.key;
  const sides = () =>
    rules().map(({ key, fields }) => ({
      value: key,
      ...ruleBeside(fields, yearInPlan(plan().fields, workbook.today())),
    }));
  const choose = async (rule: string, reason: string) => {
    const { plan: before, contradiction } = props.of;
    const saved = await chooseRule(workbook, before, { name: contradiction.name, rule, reason });
    if (saved.ok)
      showToast(s().ahead.contradiction.chosen, {
        label: t().undo,
        do: () => void takeBackChoice(workbook, before, contradiction.name),
      });
    else showToast(problemText(saved.problem));
    return saved.ok;
  };
  return (
    <section class="card" classList={{ warned: chosen() === undefined }} aria-labelledby={`${id()}-title`}>
      <h3 id={`${id()}-title`}>{title()}</h3>
      <p class="s">{mayChoose() ? s().ahead.contradiction.lead : s().ahead.contradiction.leadRead}</p>
      <ChooseAmong
        id={id()}
        legend={title()}
        sides={sides()}
        chosen={chosen()}
        reason={props.of.contradiction.reason}
        mayChoose={mayChoose()}
        words={chooseWords()}
        onChoose={choose}
      />
      <Show when={props.of.contradiction.reason}>
        {(reason) => <p class="s">{s().ahead.contradiction.reasonWas(reason())}</p>}
      </Show>
      <p>
        <a class="back" href={`/lich-su/ke-hoach/${plan().id}`}>
          {s().ahead.contradiction.history}
        </a>
      </p>
    </section>
  );
};

/** For a person to look at; marking them is what makes them contradict each other. */
const Likely = (props: ContradictionsProps) => {
  const workbook = useWorkbook();
  const own = () =>
    props.rules.filter(({ scope, fields }) => scope === props.plan.scope && fields.plan === props.plan.id);
  const found = createMemo(() => likelyContradictions(own().map(({ id, fields }) => ({ key: id, fields }))));
  const mark = async (ids: readonly string[]) => {
    const contradiction = workbook.newId();
    const saved = await workbook.save(ids.map((id) => ({ table: 'rule', id, values: { contradiction } })));
    showToast(saved.ok ? s().ahead.contradiction.marked : problemText(saved.problem));
  };
  return (
    <Show when={mayEditPlan(workbook.me(), props.plan)}>
      <For each={found()}>
        {(group) => (
          <section class="card quiet">
            <h3>{s().ahead.contradiction.likely}</h3>
            <p class="s">{s().ahead.contradiction.likelyLead}</p>
            <ul class="bullets">
              <For each={group}>
                {({ fields }) => {
                  const words = () => ruleBeside(fields, yearInPlan(props.plan.fields, workbook.today()));
                  return <li class="s">{[words().label, ...words().notes].join(' · ')}</li>;
                }}
              </For>
            </ul>
            <p>
              <button type="button" class="btn" onClick={() => void mark(group.map(({ key }) => key))}>
                {s().ahead.contradiction.mark}
              </button>
            </p>
          </section>
        )}
      </For>
    </Show>
  );
};
