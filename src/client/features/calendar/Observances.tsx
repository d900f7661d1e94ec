/** All campaigns and observances in the order of the year: when each is next held, its theme, and how far its checklist is. */
import { createMemo, Show } from 'solid-js';
import { yearOf } from '#domain/dates.ts';
import { useWorkbook } from '#client/state/context.ts';
import { mayRecord } from '#client/state/may-record.ts';
import { t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { dayOf, monthNumber } from '#client/texts/words.ts';
import { Icon } from '#client/ui/icons.tsx';
import { Keyed } from '#client/ui/Keyed.tsx';
import { PageHeading } from '#client/ui/PageHeading.tsx';
import { createObservances } from './create-calendar.ts';
import { observanceGroups, type ObservanceGroup } from './observance-groups.ts';
import { whenHeld } from './observance-words.ts';
import { checklistOf } from './own-observance.ts';
import { newObservanceHref, observanceHref, ROOT } from './place.ts';

export const Observances = () => {
  const workbook = useWorkbook();
  const sources = createObservances(workbook);
  const year = () => yearOf(workbook.today());
  const groups = createMemo(() => {
    const from = sources();
    return from && observanceGroups(from, year());
  });
  return (
    <div class="page stack wide">
      <header class="stack tight">
        <a class="back" href={ROOT}>
          <Icon name="back" size={20} />
          {s().calendar.title}
        </a>
        <PageHeading documentTitle={t().documentTitle(s().calendar.observances)}>
          {s().calendar.observances}
        </PageHeading>
        <p class="dim">{s().observance.lead}</p>
      </header>
      <Show when={mayRecord(workbook.me(), 'campaign')}>
        <p>
          <a class="btn" href={newObservanceHref}>
            <Icon name="plus" size={20} />
            {s().observance.add}
          </a>
        </p>
      </Show>
      <Show when={groups()} fallback={<p class="busy">{t().loading}</p>}>
        {(found) => (
          <ul class="card rows">
            <Keyed each={found()} by={({ key }) => key}>
              {(group) => (
                <li>
                  <Row group={group()} year={year()} today={workbook.today()} />
                </li>
              )}
            </Keyed>
          </ul>
        )}
      </Show>
    </div>
  );
};

interface RowProps {
  readonly group: ObservanceGroup;
  readonly year: number;
  readonly today: string;
}

const Row = (props: RowProps) => {
  const record = () => props.group.own?.fields;
  const items = () => {
    const own = record();
    return own === undefined ? [] : checklistOf(own, props.year);
  };
  return (
    <a class="row" href={observanceHref(props.group.key)}>
      <div class="day" aria-hidden="true">
        <b>{Number(dayOf(`0000-${props.group.shown.from}`))}</b>
        <span>{t().monthShort(monthNumber(`0000-${props.group.shown.from}`))}</span>
      </div>
      <div class="grow titled">
        {props.group.shown.name}
        <p class="s dim">
          {[whenHeld(props.group.shown, props.year, props.today), s().observance.sources[props.group.source]].join(
            ' · ',
          )}
        </p>
        <Show when={record()?.themes[String(props.year)]}>{(theme) => <p class="s">{theme().theme}</p>}</Show>
        <Show when={items().length > 0}>
          <p class="s">{s().observance.done(items().filter(({ done }) => done).length, items().length)}</p>
        </Show>
      </div>
      <Icon name="next" size={18} />
    </a>
  );
};
