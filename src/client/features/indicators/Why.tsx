/** Why a figure is what it is: what was counted, what was not, and who said what. Reached from every figure of a measure. */
import { useLocation } from '@solidjs/router';
import { createEffect, createMemo, For, Match, Show, Switch } from 'solid-js';
import { createJudgements } from '#client/state/judgements.ts';
import { useWorkbook } from '#client/state/context.ts';
import type { Saved } from '#client/state/workbook.ts';
import { t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { Icon } from '#client/ui/icons.tsx';
import { StateChip } from '#client/ui/marks.tsx';
import { PageHeading } from '#client/ui/PageHeading.tsx';
import { explanation, shownFigure, targetLine } from './figure-words.ts';
import { measureHref } from './place.ts';
import { judgedMark } from './state-mark.ts';
import { WhyCounted } from './WhyCounted.tsx';
import { WhyRead } from './WhyRead.tsx';
import { createYearChoice, YearSelect } from './YearChoice.tsx';

export const Why = (props: { readonly id: string }) => {
  const workbook = useWorkbook();
  const measures = workbook.list('measure');
  const measure = createMemo(() => measures()?.find((one) => one.id === props.id));
  return (
    <Show when={measures() !== undefined} fallback={<p class="page busy">{t().loading}</p>}>
      <Show when={measure()?.id} keyed fallback={<p class="page">{s().notFound.body}</p>}>
        <Show when={measure()}>{(found) => <Explained measure={found()} />}</Show>
      </Show>
    </Show>
  );
};

const Explained = (props: { readonly measure: Saved<'measure'> }) => {
  const workbook = useWorkbook();
  const location = useLocation();
  const plans = workbook.list('plan');
  const fields = () => props.measure.fields;
  const years = createYearChoice(() => (plans() ?? []).filter((one) => one.id === fields().plan));
  const judgements = createJudgements(workbook, years.chosen);
  const judged = createMemo(() => judgements.of(props.measure));
  const judgement = () => judged().judgement;
  const figure = () => shownFigure(fields(), judged());
  const isReady = () => judgements.activities() !== undefined && plans() !== undefined;
  // The period that was asked about, once it is there.
  createEffect(() => {
    if (!isReady()) return;
    const asked = decodeURIComponent(location.hash.slice(1));
    if (asked !== '') queueMicrotask(() => document.getElementById(asked)?.scrollIntoView());
  });
  return (
    <article class="page stack wide">
      <header class="stack tight">
        <a class="back" href={`${measureHref(props.measure.id)}${location.search}`}>
          <Icon name="back" size={20} />
          {fields().title}
        </a>
        <PageHeading documentTitle={t().documentTitle(s().whyPage.title)}>{s().whyPage.title}</PageHeading>
        <YearSelect years={years} />
      </header>
      <Show when={isReady()} fallback={<p class="busy">{t().loading}</p>}>
        <section class="card" aria-label={s().measure.why}>
          <div class="line between">
            <Show when={figure()} fallback={<span />}>
              <span class="big">{figure()}</span>
            </Show>
            <StateChip {...judgedMark(judgement())} word={s().judged[judgement().state]} />
          </div>
          <For each={explanation(fields(), judged())}>{(line) => <p>{line}</p>}</For>
          <p class="s dim">
            {s().measure.target}: {targetLine(judgement().target ?? judgement().nextTarget, fields())}
          </p>
        </section>
        <Switch fallback={<WhyRead measure={props.measure} judged={judged()} />}>
          <Match when={fields().guarded}>
            <p class="card quiet">{s().whyPage.guarded}</p>
          </Match>
          <Match when={judged().tally}>
            {(tally) => (
              <WhyCounted
                measure={props.measure}
                tally={tally()}
                target={judgement().target}
                activities={judgements.activities() ?? []}
              />
            )}
          </Match>
        </Switch>
      </Show>
    </article>
  );
};
