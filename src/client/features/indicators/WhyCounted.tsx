/** A figure counted from the log: the rule, the periods that fall short, each activity once, and those that were not counted. */
import { createMemo, createSignal, For, Show } from 'solid-js';
import { outputs } from '#catalogue/outputs.ts';
import type { CountedActivity, Tally, TallyPeriod } from '#domain/cadence.ts';
import { campaignsCounting, measuresCounting } from '#domain/counted-once.ts';
import { addExactly } from '#domain/exact.ts';
import { formatNumber } from '#domain/numbers.ts';
import type { Target } from '#domain/records/measure.ts';
import { useWorkbook } from '#client/state/context.ts';
import { splitOfCounted } from '#client/state/split.ts';
import { madeIn } from '#client/state/unit-names.ts';
import type { ActivitySummary, Saved } from '#client/state/workbook.ts';
import { s } from '#client/texts/screens.ts';
import { splitWords } from '#client/texts/split-words.ts';
import { dayMonth, periodWords, wordOf } from '#client/texts/words.ts';
import { StateMark } from '#client/ui/marks.tsx';
import { SplitNote } from '#client/ui/SplitTotal.tsx';
import { partOf } from './place.ts';
import { periodMark } from './state-mark.ts';

interface WhyCountedProps {
  readonly measure: Saved<'measure'>;
  readonly tally: Tally;
  readonly target: Target | undefined;
  readonly activities: readonly ActivitySummary[];
}

/** What is told in items, however often it was aired. */
const items: ReadonlySet<string> = new Set(['news-item', 'article', 'post', 'clip', 'column']);
const airings: ReadonlySet<string> = new Set(['broadcast', 'minute']);

export const WhyCounted = (props: WhyCountedProps) => {
  const workbook = useWorkbook();
  const campaigns = workbook.list('campaign');
  const measures = workbook.list('measure');
  const tasks = workbook.list('task');
  const byId = createMemo(() => new Map(props.activities.map((activity) => [activity.id, activity] as const)));
  const asked = (): readonly string[] => props.measure.fields.cadence?.outputs ?? [];
  const total = (n: number) => [formatNumber(n), props.measure.fields.unit].filter(Boolean).join(' ');
  const rules = (): readonly string[] => {
    const { cadence } = props.measure.fields;
    const words = s().whyPage;
    return [
      ...(cadence
        ? [
            words.byOutputs(
              asked()
                .map((code) => wordOf(outputs, code))
                .join(', '),
              s().compare.each[cadence.every],
            ),
          ]
        : []),
      ...(asked().some((code) => items.has(code)) ? [words.itemRule] : []),
      ...(asked().some((code) => airings.has(code)) ? [words.broadcastRule] : []),
      words.lastDayRule,
      words.linkRule,
      words.onceRule,
    ];
  };
  const failing = () => props.tally.periods.filter(({ state }) => state === 'not-met');
  const missing = ({ total: found }: TallyPeriod): string => {
    const need = props.target?.value;
    return need === undefined || need <= found ? '' : s().whyPage.missing(addExactly(need, -found));
  };
  const words = (id: string): string => {
    const activity = byId().get(id);
    if (!activity) return id;
    const unit = madeIn(workbook, activity.scope, activity.to);
    return `${dayMonth(activity.to)} ${activity.title}${unit === '' ? '' : ` (${unit})`}`;
  };
  /** Three broadcasts beside one item: recorded, and not added. */
  const notAdded = (activity: ActivitySummary): string => {
    const others = Object.entries(activity.outputs).filter(([code]) => !asked().includes(code));
    const listed = others.map(([code, n]) => `${formatNumber(n)} ${wordOf(outputs, code)}`).join(', ');
    return listed === '' ? '' : s().whyPage.notItems(listed);
  };
  const alsoIn = (activity: ActivitySummary): string => {
    const others = [
      ...measuresCounting(activity, measures() ?? [])
        .filter(({ measure }) => measure.id !== props.measure.id)
        .map(({ measure, amount }) => `${measure.fields.title} (${formatNumber(amount)})`),
      ...campaignsCounting(activity, campaigns() ?? []).map(({ campaign }) => `${campaign.fields.name} (1)`),
      ...(tasks() ?? []).filter(({ id }) => activity.tasks.includes(id)).map(({ fields }) => `${fields.text} (1)`),
    ];
    return others.length === 0 ? '' : s().whyPage.alsoIn(others.join('; '));
  };
  const besides = (id: string): string => {
    const activity = byId().get(id);
    return activity ? [notAdded(activity), alsoIn(activity)].filter(Boolean).join('. ') : '';
  };
  const split = (counted: readonly CountedActivity[]) => splitWords(splitOfCounted(counted, props.activities));
  /** Newest first, without those that are still to come and empty. */
  const shown = () =>
    [...props.tally.periods].reverse().filter(({ state, counted }) => state !== 'not-due' || counted.length > 0);

  return (
    <>
      <section class="stack tight" aria-labelledby="why-rule">
        <h2 id="why-rule">{s().whyPage.rule}</h2>
        <ul class="bullets">
          <For each={rules()}>{(rule) => <li>{rule}</li>}</For>
        </ul>
      </section>
      <section class="stack tight" aria-labelledby="why-failing">
        <h2 id="why-failing">{s().whyPage.failing}</h2>
        <Show when={failing().length > 0} fallback={<p class="dim">{s().whyPage.noneFailing}</p>}>
          <ul class="bullets">
            <For each={failing()}>
              {(period) => (
                <li>
                  <a href={`#${partOf(period.period)}`}>
                    {[s().whyPage.counted(periodWords(period.period), total(period.total)), missing(period)]
                      .filter(Boolean)
                      .join(', ')}
                  </a>
                </li>
              )}
            </For>
          </ul>
        </Show>
      </section>
      <section class="stack" aria-labelledby="why-periods">
        <h2 id="why-periods">{s().whyPage.periods}</h2>
        <For each={shown()}>
          {(period) => (
            <section class="stack tight" id={partOf(period.period)} tabindex="-1">
              <div class="line between">
                <h3>{s().whyPage.counted(periodWords(period.period), total(period.total))}</h3>
                <StateMark {...periodMark[period.state]} word={s().measure.cadence.states[period.state]} />
              </div>
              <SplitNote split={split(period.counted)} />
              <Show when={period.counted.length > 0} fallback={<p class="s dim">{s().whyPage.nothingCounted}</p>}>
                <CountedList
                  counted={period.counted}
                  words={(one) => `${words(one.id)} · ${total(one.amount)}`}
                  besides={besides}
                />
              </Show>
            </section>
          )}
        </For>
      </section>
      <section class="stack tight" aria-labelledby="why-not">
        <h2 id="why-not">{s().whyPage.notCounted}</h2>
        <Show when={props.tally.notCounted.length > 0} fallback={<p class="dim">{s().whyPage.allCounted}</p>}>
          <ul class="bullets">
            <For each={props.tally.notCounted}>
              {(one) => (
                <li>
                  <a href={`/hoat-dong/${one.id}`}>{words(one.id)}</a>
                  <p class="s dim">{s().measure.cadence.whyNot[one.why]}</p>
                </li>
              )}
            </For>
          </ul>
        </Show>
      </section>
    </>
  );
};

/** So many are drawn at once; a year of leaflets may be thousands. */
const AT_ONCE = 30;

interface CountedListProps {
  readonly counted: readonly CountedActivity[];
  readonly words: (one: CountedActivity) => string;
  readonly besides: (id: string) => string;
}

const CountedList = (props: CountedListProps) => {
  const [room, setRoom] = createSignal(AT_ONCE);
  return (
    <>
      <ul class="bullets">
        <For each={props.counted.slice(0, room())}>
          {(one) => (
            <li>
              <a href={`/hoat-dong/${one.id}`}>{props.words(one)}</a>
              <Show when={props.besides(one.id)}>{(more) => <p class="s dim">{more()}</p>}</Show>
            </li>
          )}
        </For>
      </ul>
      <Show when={props.counted.length > room()}>
        <p>
          <button type="button" class="btn" onClick={() => setRoom((shown) => shown + AT_ONCE)}>
            {s().activity.moreRows}
          </button>
        </p>
      </Show>
    </>
  );
};
