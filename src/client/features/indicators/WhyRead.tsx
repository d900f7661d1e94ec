/** A figure that was entered: who said what in each period, what was added and what was not, and what it rests on. */
import { createMemo, For, Show } from 'solid-js';
import { figuresByGroup, perOf, totalOf } from '#domain/figures.ts';
import { asOn } from '#domain/held.ts';
import { spokenFor } from '#domain/judging.ts';
import { formatCount, formatNumber } from '#domain/numbers.ts';
import { comparePeriods, periodRange, type Period } from '#domain/periods.ts';
import { readingStatus } from '#domain/reading-status.ts';
import type { Reading } from '#domain/records/measure.ts';
import { useWorkbook } from '#client/state/context.ts';
import type { Judged } from '#client/state/judgements.ts';
import type { Saved } from '#client/state/workbook.ts';
import { s } from '#client/texts/screens.ts';
import { figureWords } from '#client/texts/measure-words.ts';
import { periodWords } from '#client/texts/words.ts';
import { StateMark } from '#client/ui/marks.tsx';
import { countsWords } from './figure-words.ts';
import { EvidenceOf } from './EvidenceOf.tsx';
import { groupsAsked } from './reading-asks.ts';
import { partOf } from './place.ts';
import { statusMarks } from './reading-marks.ts';

interface WhyReadProps {
  readonly measure: Saved<'measure'>;
  readonly judged: Judged;
}

export const WhyRead = (props: WhyReadProps) => {
  const workbook = useWorkbook();
  const agencies = workbook.list('agency');
  const fields = () => props.measure.fields;
  /** As it was called then. */
  const agencyName = ({ agency, period }: Reading) => {
    const found = agencies()?.find(({ id }) => id === agency)?.fields;
    return found === undefined ? agency : asOn(found, periodRange(period).to).name;
  };
  const periods = createMemo(() =>
    [...new Set(props.judged.readings.map((reading) => reading.fields.period))].sort((a, b) => comparePeriods(b, a)),
  );
  const inPeriod = (period: Period) => props.judged.readings.filter((reading) => reading.fields.period === period);
  const spoken = (period: Period): readonly Reading[] =>
    spokenFor(
      { readings: props.judged.readings.map((reading) => reading.fields), speakers: props.judged.speakers },
      period,
    );
  const part = (reading: Saved<'reading'>): string => {
    const speaking = spoken(reading.fields.period);
    if (!speaking.includes(reading.fields)) return s().whyPage.aside;
    return speaking.length === 1 ? s().whyPage.speaks : s().whyPage.added;
  };
  const isInParts = () => !['count', 'yes-no', 'list'].includes(fields().kind);
  const formula = (period: Period): string => {
    const { numerator, denominator } = totalOf(spoken(period));
    if (!isInParts() || numerator === undefined || denominator === undefined || denominator === 0) return '';
    return s().whyPage.formula(
      `${formatNumber(numerator)} ${fields().numerator ?? ''}`.trimEnd(),
      `${formatNumber(denominator)} ${fields().denominator ?? ''}`.trimEnd(),
      formatCount(perOf(fields())),
    );
  };
  const groups = (period: Period): readonly string[] => {
    if (groupsAsked(fields()).length === 0 || !isInParts()) return [];
    return [...figuresByGroup(fields(), totalOf(spoken(period)))].flatMap(([group, figure]) =>
      figure === 'no-figure'
        ? []
        : [
            `${s().whyPage.groups[group]}: ${figure === 'nothing-arose' ? s().judged[figure] : figureWords(figure, fields())}`,
          ],
    );
  };
  const emptyWords = () =>
    fields().source === 'from-above' || fields().source === 'not-applicable'
      ? s().whyPage.fromAbove
      : s().whyPage.noReadings;

  return (
    <section class="stack" aria-labelledby="why-who">
      <h2 id="why-who">{s().whyPage.who}</h2>
      <Show when={periods().length > 0} fallback={<p class="dim">{emptyWords()}</p>}>
        <For each={periods()}>
          {(period) => (
            <section class="stack tight" id={partOf(period)} tabindex="-1">
              <h3>{periodWords(period)}</h3>
              <Show when={formula(period)}>{(words) => <p>{words()}</p>}</Show>
              <Show when={groups(period).length > 0}>
                <p class="s">
                  {s().whyPage.bySplit}: {groups(period).join(' · ')}
                </p>
              </Show>
              <ul class="rows">
                <For each={inPeriod(period)}>
                  {(reading) => (
                    <li class="row">
                      <div class="grow">
                        <b>{countsWords(fields(), reading.fields)}</b>
                        <p class="s">
                          {agencyName(reading.fields)} · {part(reading)}
                        </p>
                        <p class="s line">
                          <StateMark
                            {...statusMarks[readingStatus(reading.fields)]}
                            word={s().reading.status[readingStatus(reading.fields)]}
                          />
                          <span class="dim">{s().recordState[reading.state]}</span>
                        </p>
                        <EvidenceOf reading={reading.fields} />
                        <a
                          class="back s"
                          href={`/lich-su/so-lieu/${encodeURIComponent(reading.id)}`}
                          aria-label={`${s().history.link}: ${agencyName(reading.fields)}, ${periodWords(period)}`}
                        >
                          {s().history.link}
                        </a>
                      </div>
                    </li>
                  )}
                </For>
              </ul>
            </section>
          )}
        </For>
      </Show>
    </section>
  );
};
