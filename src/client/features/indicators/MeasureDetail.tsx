/** One measure, explained: its figure and why, its targets, its readings, and the plan that asks for it. */
import { useLocation } from '@solidjs/router';
import { createMemo, For, Show } from 'solid-js';
import { createJudgements } from '#client/state/judgements.ts';
import { useWorkbook } from '#client/state/context.ts';
import { createTallies } from '#client/state/tallies.ts';
import type { Saved } from '#client/state/workbook.ts';
import { t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { figureWords } from '#client/texts/measure-words.ts';
import { periodWords } from '#client/texts/words.ts';
import { Icon } from '#client/ui/icons.tsx';
import { StateChip } from '#client/ui/marks.tsx';
import { PageHeading } from '#client/ui/PageHeading.tsx';
import { SplitNote } from '#client/ui/SplitTotal.tsx';
import { CadenceTable } from './CadenceTable.tsx';
import { FigurePicture } from './FigurePicture.tsx';
import { figureSplit } from './figure-split.ts';
import { explanation, shownFigure } from './figure-words.ts';
import { whyHref } from './place.ts';
import { Readings } from './Readings.tsx';
import { judgedMark } from './state-mark.ts';
import { TargetsTable } from './TargetsTable.tsx';
import { TrendTable } from './TrendTable.tsx';
import { createYearChoice, YearSelect } from './YearChoice.tsx';

export const MeasureDetail = (props: { readonly id: string }) => {
  const workbook = useWorkbook();
  const measures = workbook.list('measure');
  const measure = createMemo(() => measures()?.find((one) => one.id === props.id));
  return (
    <Show when={measures() !== undefined} fallback={<p class="page busy">{t().loading}</p>}>
      <Show when={measure()?.id} keyed fallback={<Missing />}>
        <Show when={measure()}>{(found) => <Whole measure={found()} />}</Show>
      </Show>
    </Show>
  );
};

const BackLink = () => (
  <a class="back" href="/chi-tieu">
    <Icon name="back" size={20} />
    {s().measure.title}
  </a>
);

const Missing = () => (
  <div class="page">
    <header>
      <BackLink />
      <PageHeading documentTitle={t().documentTitle(s().measure.title)}>{s().notFound.title}</PageHeading>
    </header>
    <p>{s().notFound.body}</p>
  </div>
);

const Whole = (props: { readonly measure: Saved<'measure'> }) => {
  const workbook = useWorkbook();
  const indicators = workbook.list('indicator');
  const objectives = workbook.list('objective');
  const plans = workbook.list('plan');
  const fields = () => props.measure.fields;
  const years = createYearChoice(() => (plans() ?? []).filter((one) => one.id === fields().plan));
  const judgements = createJudgements(workbook, years.chosen);
  const tallied = createTallies(workbook, () => years.chosen() - 1);
  const judged = createMemo(() => judgements.of(props.measure));
  const indicator = () => indicators()?.find((one) => one.id === fields().indicator);
  const objective = () => objectives()?.find((one) => one.id === indicator()?.fields.objective);
  const plan = () => plans()?.find((one) => one.id === fields().plan);
  const figure = () => shownFigure(fields(), judged());
  const state = () => judged().judgement.state;
  const location = useLocation();
  const whyHere = () => whyHref(props.measure.id, location.search, judged().judgement.period);

  return (
    <article class="page stack wide">
      <header class="stack tight">
        <BackLink />
        <Show when={objective()}>
          {(found) => <p class="s dim">{s().measure.objective(found().fields.number ?? '', found().fields.title)}</p>}
        </Show>
        <PageHeading documentTitle={t().documentTitle(s().measure.title)}>{fields().title}</PageHeading>
        <div class="chips">
          <Show when={judgements.activities() !== undefined}>
            <StateChip {...judgedMark(judged().judgement)} word={s().judged[state()]} />
          </Show>
          <span class="chip">{s().sources[fields().source]}</span>
        </div>
        <YearSelect years={years} />
      </header>
      <section class="card" aria-labelledby="why">
        <Show when={figure()}>
          <p class="big">
            <a href={whyHere()} aria-label={s().whyPage.open(figure())}>
              {figure()}
            </a>
            <SplitNote split={figureSplit(judged(), judgements.activities())} />
          </p>
        </Show>
        <FigurePicture measure={fields()} judged={judged()} activities={judgements.activities()} />
        <h2 id="why" class="s dim">
          {s().measure.why}
        </h2>
        <Show when={judgements.activities() !== undefined}>
          <For each={explanation(fields(), judged())}>{(line) => <p>{line}</p>}</For>
        </Show>
        <Show when={judged().judgement.period}>{(period) => <p class="s dim">{periodWords(period())}</p>}</Show>
        <p>
          <a class="back" href={whyHere()}>
            {s().whyPage.link}
            <Icon name="next" size={18} />
          </a>
        </p>
      </section>
      <Show when={judged().tally}>
        {(tally) => (
          <CadenceTable
            measure={props.measure}
            tally={tally()}
            lastYear={tallied.of(props.measure)}
            activities={judgements.activities() ?? []}
          />
        )}
      </Show>
      <TargetsTable measure={fields()} targets={judged().targets} inForce={judged().judgement.target} />
      <Show when={fields().baseline}>
        {(baseline) => (
          <p class="dim">
            {s().measure.baseline(figureWords(baseline().value, fields()), String(baseline().year ?? ''))}
          </p>
        )}
      </Show>
      <Show when={judged().trend().length > 0}>
        <TrendTable
          id={props.measure.id}
          measure={fields()}
          targets={judged().targets.map((target) => target.fields)}
          trend={judged().trend()}
        />
      </Show>
      <Readings measure={props.measure} readings={judged().readings} />
      <section class="stack tight">
        <h2>{s().measure.indicatorOf}</h2>
        <Show when={indicator()}>
          {(found) => (
            <a class="row" href={`/ke-hoach/${fields().plan}#${found().id}`}>
              <span class="grow">
                {[found().fields.number, found().fields.text].filter(Boolean).join('. ')}
                <Show when={plan()}>{(parent) => <span class="s dim"> · {parent().fields.title}</span>}</Show>
              </span>
              <Icon name="next" size={18} />
            </a>
          )}
        </Show>
        <p class="s dim">
          {(indicator()?.fields.agencies ?? [])
            .map((one) => `${one.agency} (${s().agencyRoles[one.role]})`)
            .join(' · ')}
        </p>
      </section>
    </article>
  );
};
