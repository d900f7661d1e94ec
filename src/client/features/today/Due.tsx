/** Reports that are due: the last valid day, how it is printed, and what to beware of. */
import { createMemo, For, Show } from 'solid-js';
import { formatDate } from '#domain/dates.ts';
import { deadlinesOf, type Deadline } from '#domain/deadlines.ts';
import type { Scope } from '#domain/scope.ts';
import { useWorkbook } from '#client/state/context.ts';
import type { Saved } from '#client/state/workbook.ts';
import { t } from '#client/texts/current.ts';
import { dayMonth, dayOf, monthNumber, weekdayWord } from '#client/texts/words.ts';
import { Icon } from '#client/ui/icons.tsx';
import { MadeIn } from './MadeIn.tsx';

/** Further ahead a deadline is a date, not a task; the nearest one is always shown. */
const AHEAD_DAYS = 60;

export const worthShowing = (deadlines: readonly Deadline[]): readonly Deadline[] => {
  const coming = deadlines.filter((deadline) => deadline.daysLeft >= 0);
  const near = coming.filter((deadline) => deadline.daysLeft <= AHEAD_DAYS);
  const missed = deadlines.filter((deadline) => deadline.daysLeft < 0);
  return near.length > 0 ? [...near, ...missed] : [...missed, ...coming.slice(0, 1)];
};

export const Due = (props: { readonly plans: readonly Saved<'plan'>[] }) => {
  const workbook = useWorkbook();
  const rules = workbook.list('rule');
  /** The own plan says when its unit must report; what a plan above asks of others is read there. */
  const own = () => {
    const periods = new Map(props.plans.map(({ id, fields }) => [id, { from: fields.from, to: fields.to }] as const));
    return (rules() ?? []).flatMap((rule) => {
      const within = periods.get(rule.fields.plan);
      return within === undefined ? [] : [{ id: rule.id, fields: rule.fields, within }];
    });
  };
  const shown = createMemo(() => worthShowing(deadlinesOf(own(), workbook.today())));
  return (
    <section class="stack tight" aria-labelledby="due">
      <h2 id="due">{t().today.due}</h2>
      <Show when={shown().length > 0} fallback={<p class="card quiet dim">{t().today.nothingDue}</p>}>
        <ul class="card rows">
          <For each={shown()}>
            {(deadline) => (
              <li>
                <DueRow deadline={deadline} scope={props.plans.find(({ id }) => id === deadline.rule.plan)?.scope} />
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  );
};

const DueRow = (props: { readonly deadline: Deadline; readonly scope: Scope | undefined }) => {
  const rule = () => props.deadline.rule;
  const printed = () => {
    const { month, monthDay, rule: how } = rule();
    const day =
      month === undefined || monthDay !== undefined ? dayMonth(props.deadline.printedDay) : t().monthShort(month);
    return how === 'before' ? t().today.before(day) : t().today.on(day);
  };
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
          <Show when={props.scope}>{(scope) => <MadeIn scope={scope()} />}</Show>
        </p>
        <p class="s">
          {t().today.lastDay(weekdayWord(props.deadline.lastDay), dayMonth(props.deadline.lastDay))} ({printed()}) ·{' '}
          <Show
            when={props.deadline.daysLeft >= 0}
            fallback={<b class="bad s">{t().today.overdue(-props.deadline.daysLeft)}</b>}
          >
            {t().today.daysLeft(props.deadline.daysLeft)}
          </Show>
        </p>
        <Show when={props.deadline.weekend}>
          <p class="state warn">
            <Icon name="alert" size={15} />
            {props.deadline.daysLeft >= 0 ? t().today.weekend : t().today.weekendPast}
          </p>
        </Show>
        <Show when={props.deadline.innerLaterThanOuter}>
          {(conflict) => (
            <p class="state warn">
              <Icon name="alert" size={15} />
              {t().today.innerLater(formatDate(conflict().outerLastDay), conflict().days)}
            </p>
          )}
        </Show>
      </div>
    </a>
  );
};
