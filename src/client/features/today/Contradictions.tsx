/** Rules of the own plans that contradict each other, side by side until the officer has chosen which governs. */
import { createMemo } from 'solid-js';
import { yearOf } from '#domain/dates.ts';
import { useWorkbook } from '#client/state/context.ts';
import { mayEditPlan } from '#client/state/may-plan.ts';
import { chooseRule, contradictionsIn, takeBackChoice, type PlanContradiction } from '#client/state/own-rules.ts';
import type { Saved } from '#client/state/workbook.ts';
import { ahead } from '#client/texts/ahead.ts';
import { problemText, t } from '#client/texts/current.ts';
import { chooseWords, contradictionTitle, ruleBeside } from '#client/texts/rule-words.ts';
import { ChooseAmong } from '#client/ui/ChooseAmong.tsx';
import { Keyed } from '#client/ui/Keyed.tsx';
import { showToast } from '#client/ui/toasts.tsx';

const keyOf = ({ plan, contradiction }: PlanContradiction): string => `${plan.id}-${contradiction.name}`;

export const Contradictions = (props: { readonly plans: readonly Saved<'plan'>[] }) => {
  const workbook = useWorkbook();
  const rules = workbook.list('rule');
  const open = createMemo(() =>
    props.plans
      .flatMap((plan) => contradictionsIn(rules() ?? [], plan))
      .filter(({ contradiction }) => contradiction.rules.some(({ standing }) => standing === 'open')),
  );
  return (
    <Keyed each={open()} by={keyOf}>
      {(one) => <OneOpen of={one()} />}
    </Keyed>
  );
};

const OneOpen = (props: { readonly of: PlanContradiction }) => {
  const workbook = useWorkbook();
  const mayChoose = () => mayEditPlan(workbook.me(), props.of.plan);
  const id = () => `contradiction-${keyOf(props.of)}`;
  const title = () => contradictionTitle(props.of.contradiction);
  const sides = () =>
    props.of.contradiction.rules.map(({ key, fields }) => ({
      value: key,
      ...ruleBeside(fields, yearOf(workbook.today())),
    }));
  const choose = async (rule: string, reason: string) => {
    const { plan, contradiction } = props.of;
    const saved = await chooseRule(workbook, plan, { name: contradiction.name, rule, reason });
    if (saved.ok)
      showToast(ahead().contradiction.chosen, {
        label: t().undo,
        do: () => void takeBackChoice(workbook, plan, contradiction.name),
      });
    else showToast(problemText(saved.problem));
    return saved.ok;
  };
  return (
    <section class="card warned" aria-labelledby={`${id()}-title`}>
      <h3 id={`${id()}-title`}>{title()}</h3>
      <p class="s">{mayChoose() ? ahead().contradiction.lead : ahead().contradiction.leadRead}</p>
      <ChooseAmong
        id={id()}
        legend={title()}
        sides={sides()}
        chosen={undefined}
        reason={undefined}
        mayChoose={mayChoose()}
        words={chooseWords()}
        onChoose={choose}
      />
    </section>
  );
};
