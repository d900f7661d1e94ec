/**
 * What lies ahead, fetched once the first page is there: reports that are due with their last valid day and what to beware
 * of, and rules that contradict each other.
 */
import { createMemo, For, Show } from 'solid-js';
import { yearOf } from '#domain/dates.ts';
import { deadlinesOf, type Deadline } from '#domain/deadlines.ts';
import { useWorkbook } from '#client/state/context.ts';
import { bindingRules, ownRules, type OwnRule } from '#client/state/own-rules.ts';
import type { Tallies } from '#client/state/tallies.ts';
import type { Saved } from '#client/state/workbook.ts';
import { ahead } from '#client/texts/ahead.ts';
import { t } from '#client/texts/current.ts';
import { deadlineWarnings, printedDay, reportDaysWords } from '#client/texts/rule-words.ts';
import { dayMonth, dayOf, monthNumber, weekdayWord } from '#client/texts/words.ts';
import { Keyed } from '#client/ui/Keyed.tsx';
import { StateMark } from '#client/ui/marks.tsx';
import { Contradictions } from './Contradictions.tsx';
import { MadeIn } from './MadeIn.tsx';
import { Reminders } from './Reminders.tsx';
import { worthShowing } from './worth-showing.ts';

interface AheadProps {
  readonly tallies: Tallies;
  /** The own ones that have begun: the own plan says when its unit must report; what a plan above asks of others is read there. */
  readonly plans: readonly Saved<'plan'>[];
  /** All that are shown. */
  readonly all: readonly Saved<'plan'>[];
}

export const Ahead = (props: AheadProps) => {
  const workbook = useWorkbook();
  const rules = workbook.list('rule');
  const own = createMemo(() => bindingRules(ownRules(rules() ?? [], props.plans, props.all)));
  const shown = createMemo(() => worthShowing(deadlinesOf(own(), workbook.today())));
  return (
    <>
      <Reminders {...props} />
      <section class="stack tight" aria-labelledby="due">
        <h2 id="due">{t().today.due}</h2>
        <div class="stack">
          <Show when={shown().length > 0} fallback={<p class="card quiet dim">{ahead().deadline.nothingDue}</p>}>
            <ul class="card rows">
              <Keyed each={shown()} by={({ ruleId }) => ruleId}>
                {(deadline) => (
                  <li>
                    <DueRow deadline={deadline()} own={own().find(({ id }) => id === deadline().ruleId)} />
                  </li>
                )}
              </Keyed>
            </ul>
          </Show>
          <Contradictions plans={props.plans} />
        </div>
      </section>
    </>
  );
};

const DueRow = (props: { readonly deadline: Deadline; readonly own: OwnRule | undefined }) => {
  const rule = () => props.deadline.rule;
  return (
    <a class="row" href={`/ke-hoach/${rule().plan}#rules`}>
      <div class="day" aria-hidden="true">
        <b>{dayOf(props.deadline.lastDay)}</b>
        <span>{t().monthShort(monthNumber(props.deadline.lastDay))}</span>
      </div>
      <div class="grow titled">
        {t().ruleKinds[rule().kind]} · {t().reaches[rule().reach]}
        <p class="s dim">
          {t().ruleLine(rule().from, rule().to)}
          <Show when={props.own}>{(own) => <MadeIn scope={own().scope} />}</Show>
        </p>
        <p class="s">
          {ahead().deadline.dueOn(weekdayWord(props.deadline.lastDay), dayMonth(props.deadline.lastDay))} (
          {printedDay(rule())}) ·{' '}
          <Show
            when={props.deadline.daysLeft >= 0}
            fallback={<b class="bad s">{ahead().deadline.overdue(-props.deadline.daysLeft)}</b>}
          >
            {ahead().deadline.daysLeft(props.deadline.daysLeft)}
          </Show>
        </p>
        <For each={reportDaysWords(rule(), yearOf(props.deadline.printedDay))}>
          {(words) => <p class="s">{words}</p>}
        </For>
        <Show when={props.own?.standing === 'governs'}>
          <StateMark icon="check" tone="good" word={ahead().deadline.governs} />
        </Show>
        <For each={deadlineWarnings(props.deadline, props.own?.standing)}>
          {(words) => <StateMark icon="alert" tone="warn" word={words} />}
        </For>
      </div>
    </a>
  );
};
