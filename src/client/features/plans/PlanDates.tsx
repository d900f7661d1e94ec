/** What returns every year: reports with their last valid day in a year of the plan, campaigns and observances. */
import { createMemo, For, Show } from 'solid-js';
import { formatDate, weekdayOf } from '#domain/dates.ts';
import { deadlinesWithin, lastValidDay, type Deadline } from '#domain/deadlines.ts';
import { useWorkbook } from '#client/state/context.ts';
import { bindingRules, ownRules } from '#client/state/own-rules.ts';
import { yearInPlan } from '#client/state/plan-kinship.ts';
import type { Saved } from '#client/state/workbook.ts';
import { t } from '#client/texts/current.ts';
import { deadlineWarnings, printedDay, reportDaysWords } from '#client/texts/rule-words.ts';
import { s } from '#client/texts/screens.ts';
import { monthDayWords, weekdayWord } from '#client/texts/words.ts';
import { StateMark } from '#client/ui/marks.tsx';
import { Anomalies } from './Anomalies.tsx';
import { Contradictions } from './Contradictions.tsx';
import { Fold } from './Fold.tsx';

const SATURDAY = 6;

export const PlanRules = (props: { readonly plan: Saved<'plan'> }) => {
  const workbook = useWorkbook();
  const rules = workbook.list('rule');
  const own = createMemo(() =>
    (rules() ?? [])
      .filter((rule) => rule.fields.plan === props.plan.id)
      .sort((a, b) => (a.fields.order < b.fields.order ? -1 : 1)),
  );
  const plans = workbook.list('plan');
  /** Of the year of the plan that is looked at, with what to beware of; a rule that yields to a chosen one has none. */
  const deadlines = createMemo(() => {
    const year = String(yearInPlan(props.plan.fields, workbook.today()));
    const kept = bindingRules(ownRules(rules() ?? [], [props.plan], plans() ?? []));
    const found = deadlinesWithin(kept, { from: `${year}-01-01`, to: `${year}-12-31` }, workbook.today());
    return new Map(found.map((deadline) => [deadline.ruleId, deadline]));
  });
  return (
    <Show when={own().length > 0}>
      <Fold id="rules" title={s().plan.rules} count={own().length}>
        <ul class="card rows">
          <For each={own()}>
            {(rule) => <RuleRow rule={rule} plan={props.plan} deadline={deadlines().get(rule.id)} />}
          </For>
        </ul>
        <Contradictions plan={props.plan} rules={rules() ?? []} />
      </Fold>
    </Show>
  );
};

interface RuleRowProps {
  readonly rule: Saved<'rule'>;
  readonly plan: Saved<'plan'>;
  /** Of the year that is looked at. */
  readonly deadline: Deadline | undefined;
}

const RuleRow = (props: RuleRowProps) => {
  const workbook = useWorkbook();
  const fields = () => props.rule.fields;
  const year = () => fields().year ?? yearInPlan(props.plan.fields, workbook.today());
  const lastDay = () => lastValidDay(fields(), year());
  /** Of one that yields to a chosen rule only its weekday is told. */
  const warnings = () => {
    const { deadline } = props;
    if (deadline !== undefined) return deadlineWarnings(deadline, undefined);
    const day = lastDay();
    return day !== undefined && weekdayOf(day) >= SATURDAY ? [s().ahead.deadline.weekendPast] : [];
  };
  return (
    <li class="row">
      <span class="grow">
        <b>
          {t().ruleKinds[fields().kind]} · {t().reaches[fields().reach]}
        </b>
        <span class="s dim">{t().ruleLine(fields().from, fields().to)}</span>
        <p class="s">
          {fields().printed ?? printedDay(fields()) ?? s().plan.noDate}
          <Show when={lastDay()}>{(day) => <> · {s().plan.lastDay(weekdayWord(day()), formatDate(day()))}</>}</Show>
        </p>
        <For each={reportDaysWords(props.deadline?.rule ?? fields(), year())}>
          {(words) => <p class="s">{words}</p>}
        </For>
        <Anomalies of={fields()} />
        <For each={warnings()}>{(words) => <StateMark icon="alert" tone="warn" word={words} />}</For>
      </span>
    </li>
  );
};

export const PlanCampaigns = (props: { readonly plan: string }) => {
  const workbook = useWorkbook();
  const campaigns = workbook.list('campaign');
  const own = createMemo(() =>
    (campaigns() ?? [])
      .filter((campaign) => campaign.fields.plan === props.plan)
      .sort((a, b) => (a.fields.order < b.fields.order ? -1 : 1)),
  );
  return (
    <Show when={own().length > 0}>
      <Fold id="campaigns" title={s().plan.campaigns} count={own().length}>
        <ul class="card rows">
          <For each={own()}>
            {(campaign) => (
              <li>
                <a class="row" href={`/hoat-dong?dot=${campaign.id}`} id={campaign.id}>
                  <span class="grow titled">
                    {campaign.fields.name}
                    <span class="s dim">
                      {s().plan.campaignDays(monthDayWords(campaign.fields.from), monthDayWords(campaign.fields.to))}
                    </span>
                    <Show when={(campaign.fields.aliases ?? []).length > 0}>
                      <p class="s dim">
                        {s().plan.otherNames}: {(campaign.fields.aliases ?? []).join('; ')}
                      </p>
                    </Show>
                  </span>
                </a>
              </li>
            )}
          </For>
        </ul>
      </Fold>
    </Show>
  );
};
