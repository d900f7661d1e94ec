/** Which records wait to be sent, each with the way to its page. Those that were refused stand further down, with their reasons. */
import { createMemo, For, Show } from 'solid-js';
import type { DayRange } from '#domain/dates.ts';
import { useWorkbook } from '#client/state/context.ts';
import type { RecordState } from '#client/state/workbook.ts';
import { t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { daysWords, periodWords } from '#client/texts/words.ts';
import { Icon } from '#client/ui/icons.tsx';
import { StateMark } from '#client/ui/marks.tsx';

const EVER: DayRange = { from: '1900-01-01', to: '2200-12-31' };

interface WaitingRecord {
  readonly href: string;
  readonly title: string;
  readonly about: string;
  readonly state: RecordState;
}

const waits = (record: { readonly state: RecordState }): boolean =>
  record.state === 'on-device' || record.state === 'sending';

export const WaitingList = () => {
  const workbook = useWorkbook();
  const measures = workbook.list('measure');
  const readings = workbook.list('reading');
  // Every month is opened for this, so only while something waits.
  const activities = workbook.activitiesBetween(() => (workbook.sync().waiting > 0 ? EVER : undefined));
  const titleOf = (measure: string) => measures()?.find((one) => one.id === measure)?.fields.title ?? s().measure.title;
  const records = createMemo<readonly WaitingRecord[]>(() => [
    ...(activities() ?? []).filter(waits).map((activity) => ({
      href: `/hoat-dong/${activity.id}`,
      title: activity.title,
      about: `${s().tables.activity} · ${daysWords(activity.from, activity.to)}`,
      state: activity.state,
    })),
    ...(readings() ?? []).filter(waits).map(({ fields, state }) => ({
      href: `/chi-tieu/${fields.measure}`,
      title: titleOf(fields.measure),
      about: `${s().tables.reading} · ${periodWords(fields.period)}`,
      state,
    })),
  ]);
  return (
    <Show when={workbook.sync().waiting > 0 && records().length > 0}>
      <section class="stack tight" aria-labelledby="waiting-list">
        <h2 id="waiting-list">{s().sync.list}</h2>
        <ul class="card rows">
          <For each={records()}>
            {(record) => (
              <li>
                <a class="row" href={record.href}>
                  <span class="grow titled">
                    {record.title}
                    <span class="s dim">{record.about}</span>
                    <StateMark
                      icon={record.state === 'sending' ? 'sending' : 'device'}
                      tone="plain"
                      word={t().recordState[record.state]}
                    />
                  </span>
                  <Icon name="next" size={18} />
                </a>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
};
