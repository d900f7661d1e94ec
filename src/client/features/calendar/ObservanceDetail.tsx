/** One observance: when it is held in a year, its other names, that year's theme and checklist, and who else writes it down. */
import { useNavigate, useSearchParams } from '@solidjs/router';
import { createMemo, For, Show } from 'solid-js';
import { DELETED } from '#domain/change.ts';
import { yearOf } from '#domain/dates.ts';
import { unitOfScope } from '#domain/scope.ts';
import { useWorkbook } from '#client/state/context.ts';
import { mayRecord } from '#client/state/may-record.ts';
import { unitName } from '#client/state/unit-names.ts';
import { problemText, t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { monthDayWords } from '#client/texts/words.ts';
import { Icon } from '#client/ui/icons.tsx';
import { PageHeading } from '#client/ui/PageHeading.tsx';
import { showToast } from '#client/ui/toasts.tsx';
import { Checklist } from './Checklist.tsx';
import { createObservances } from './create-calendar.ts';
import { NoSuch } from './NoSuch.tsx';
import { observanceGroups, type ObservanceGroup } from './observance-groups.ts';
import { whenHeld } from './observance-words.ts';
import { editObservanceHref, observanceHref, OBSERVANCES } from './place.ts';

/** A link may name any record of the group. */
export const groupAt = (groups: readonly ObservanceGroup[], key: string): ObservanceGroup | undefined =>
  groups.find(
    (group) => group.key === key || group.own?.id === key || group.others.some((campaign) => campaign.id === key),
  );

export const ObservanceDetail = (props: { readonly of: string }) => {
  const workbook = useWorkbook();
  const [params] = useSearchParams<{ nam: string }>();
  const sources = createObservances(workbook);
  const year = createMemo(() => {
    const asked = Number(params.nam);
    return Number.isInteger(asked) && asked >= 1900 && asked <= 2200 ? asked : yearOf(workbook.today());
  });
  const group = createMemo(() => {
    const from = sources();
    return from && groupAt(observanceGroups(from, year()), props.of);
  });
  return (
    <Show when={sources()} fallback={<p class="page busy">{t().loading}</p>}>
      <Show when={group()} fallback={<NoSuch />}>
        {(found) => <Whole group={found()} year={year()} />}
      </Show>
    </Show>
  );
};

interface WholeProps {
  readonly group: ObservanceGroup;
  readonly year: number;
}

const Whole = (props: WholeProps) => {
  const workbook = useWorkbook();
  const navigate = useNavigate();
  const mayWrite = () => mayRecord(workbook.me(), 'campaign');
  const own = () => props.group.own;
  const aliases = () => props.group.shown.aliases ?? [];
  const edit = (field?: string) =>
    `${editObservanceHref(props.group.key)}?nam=${String(props.year)}${field === undefined ? '' : `#${field}`}`;
  /** One of a plan is deleted there, with what hangs on it. */
  const remove = async (id: string) => {
    const mark = (isGone: boolean) => workbook.save([{ table: 'campaign', id, values: { [DELETED]: isGone } }]);
    const saved = await mark(true);
    if (!saved.ok) {
      showToast(problemText(saved.problem));
      return;
    }
    navigate(OBSERVANCES);
    showToast(s().observance.removedOwn, { label: t().undo, do: () => void mark(false) });
  };
  const yearLink = (year: number, icon: 'back' | 'forward', words: string) => (
    <a
      class="icon-btn"
      href={`${observanceHref(props.group.key)}?nam=${String(year)}`}
      aria-label={words}
      title={words}
    >
      <Icon name={icon} />
    </a>
  );
  return (
    <article class="page stack wide">
      <header class="stack tight">
        <a class="back" href={OBSERVANCES}>
          <Icon name="back" size={20} />
          {s().calendar.observances}
        </a>
        <PageHeading documentTitle={t().documentTitle(s().calendar.title)}>{props.group.shown.name}</PageHeading>
        <p>
          <span class="chip sunk">{s().observance.sources[props.group.source]}</span>
        </p>
      </header>
      <section class="card" classList={{ campaign: props.group.shown.kind === 'action-month' }} aria-labelledby="held">
        <div class="line between">
          <h2 id="held">{s().observance.when(props.year)}</h2>
          <span class="line steps">
            {yearLink(props.year - 1, 'back', s().observance.previous)}
            {yearLink(props.year + 1, 'forward', s().observance.next)}
          </span>
        </div>
        <p>{whenHeld(props.group.shown, props.year, workbook.today())}</p>
        <Show when={props.group.source === 'catalogue' && props.group.ready?.sure === false}>
          <p class="s">
            <Icon name="alert" size={16} /> {s().observance.unsure}
          </p>
        </Show>
      </section>
      <Theme {...props} editHref={mayWrite() ? edit('observance-theme') : undefined} />
      <Checklist group={props.group} year={props.year} mayWrite={mayWrite()} />
      <Show when={aliases().length > 0}>
        <section class="stack tight" aria-labelledby="aliases">
          <h2 id="aliases">{s().observance.aliases}</h2>
          <ul class="bullets">
            <For each={aliases()}>{(alias) => <li>{alias}</li>}</For>
          </ul>
        </section>
      </Show>
      <Others group={props.group} />
      <Show when={mayWrite()}>
        <div class="stack tight">
          <p>
            <a class="btn" href={edit()}>
              <Icon name="edit" size={20} />
              {own() === undefined ? s().observance.keepOwn : s().observance.edit}
            </a>
          </p>
          <Show when={own() === undefined}>
            <p class="hint">{s().observance.keepOwnNote}</p>
          </Show>
        </div>
      </Show>
      <Show when={mayWrite() && own()?.fields.plan === undefined && own()}>
        {(mine) => (
          <p>
            <button type="button" class="btn danger" onClick={() => void remove(mine().id)}>
              <Icon name="trash" size={20} />
              {s().observance.remove}
            </button>
          </p>
        )}
      </Show>
      <Show when={own() ?? props.group.others[0]}>
        {(record) => (
          <div class="line">
            <a class="back" href={`/hoat-dong?dot=${record().id}`}>
              {s().observance.activities}
              <Icon name="next" size={16} />
            </a>
            <Show when={own()}>
              {(mine) => (
                <a class="back" href={`/lich-su/dot/${encodeURIComponent(mine().id)}`}>
                  {s().observance.history}
                  <Icon name="next" size={16} />
                </a>
              )}
            </Show>
          </div>
        )}
      </Show>
    </article>
  );
};

/** The own theme of the year; what the level above has set stands under it, never in its place. */
const Theme = (props: WholeProps & { readonly editHref: string | undefined }) => {
  const workbook = useWorkbook();
  const year = () => String(props.year);
  const theme = () => props.group.own?.fields.themes[year()];
  const above = () =>
    props.group.others.flatMap((campaign) => {
      const found = campaign.fields.themes[year()];
      return found === undefined ? [] : [{ found, issuer: unitName(workbook, unitOfScope(campaign.scope)) }];
    });
  return (
    <section class="stack tight" aria-labelledby="theme">
      <h2 id="theme">{s().observance.theme(props.year)}</h2>
      <Show when={theme()} fallback={<p class="s dim">{s().observance.noTheme}</p>}>
        {(own) => (
          <>
            <p class="big">{own().theme}</p>
            <ul class="bullets">
              <For each={own().slogans ?? []}>{(slogan) => <li>{slogan}</li>}</For>
            </ul>
          </>
        )}
      </Show>
      <For each={above()}>
        {({ found, issuer }) => (
          <blockquote class="card quiet">
            <p class="s dim">{s().observance.themeAbove(issuer)}</p>
            <p>{found.theme}</p>
          </blockquote>
        )}
      </For>
      <Show when={props.editHref}>
        {(href) => (
          <p>
            <a class="btn plain" href={href()}>
              <Icon name="edit" size={20} />
              {s().observance.editTheme}
            </a>
          </p>
        )}
      </Show>
    </section>
  );
};

/** Plans in which it stands, the own ones and those above, with the days that each gives it. */
const Others = (props: { readonly group: ObservanceGroup }) => {
  const workbook = useWorkbook();
  const plans = workbook.list('plan');
  const inPlans = createMemo(() => {
    const records = [...(props.group.own ? [props.group.own] : []), ...props.group.others];
    return records.flatMap((record) => {
      const plan = plans()?.find((one) => one.scope === record.scope && one.id === record.fields.plan);
      return plan === undefined ? [] : [{ plan, days: record.fields }];
    });
  });
  return (
    <Show when={inPlans().length > 0}>
      <section class="stack tight" aria-labelledby="in-plans">
        <h2 id="in-plans">{s().observance.inPlan}</h2>
        <ul class="card rows">
          <For each={inPlans()}>
            {({ plan, days }) => (
              <li>
                <a class="row" href={`/ke-hoach/${plan.id}#campaigns`}>
                  <span class="grow titled">
                    {plan.fields.title}
                    <span class="s dim">
                      {plan.fields.issuer} · {s().plan.campaignDays(monthDayWords(days.from), monthDayWords(days.to))}
                    </span>
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
