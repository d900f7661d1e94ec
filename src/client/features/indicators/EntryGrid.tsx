/** All figures that a unit enters for a period on one page: which period, and what has been left behind of it. */
import { useSearchParams } from '@solidjs/router';
import { createMemo, createSignal, Show, untrack } from 'solid-js';
import { yearOf } from '#domain/dates.ts';
import { kindOfPeriod, type Period } from '#domain/periods.ts';
import { checkBegun } from '#domain/reading-warnings.ts';
import { createClaim } from '#client/state/claim-draft.ts';
import { useWorkbook } from '#client/state/context.ts';
import { shownPlans } from '#client/state/plan-kinship.ts';
import { problemText, t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { Icon } from '#client/ui/icons.tsx';
import { PageHeading } from '#client/ui/PageHeading.tsx';
import { EntrySheet } from './EntrySheet.tsx';
import { rowsInDraft } from './entry-rows.ts';
import { mayEnter } from './may-enter.ts';
import { ROOT } from './place.ts';
import { PeriodField } from './PeriodField.tsx';
import type { ReadingStart } from './reading-start.ts';

export const EntryGrid = () => {
  const workbook = useWorkbook();
  const [params, setParams] = useSearchParams<{ ky: string }>();
  const period = createMemo((): Period => {
    const asked = params.ky ?? '';
    return kindOfPeriod(asked) === undefined ? String(yearOf(workbook.today())) : asked;
  });
  const plans = workbook.list('plan');
  const notBegun = () => checkBegun(period(), workbook.today());
  const notYet = () => {
    const problem = notBegun();
    return problem && problemText(problem);
  };
  const mine = () => {
    const { unit, agency } = workbook.me();
    return mayEnter(workbook.me(), { measure: 'any', unit, agency, period: period() });
  };
  return (
    <div class="page full stack wide">
      <header class="stack tight">
        <a class="back" href={ROOT}>
          <Icon name="back" size={20} />
          {s().measure.title}
        </a>
        <PageHeading documentTitle={t().documentTitle(s().entry.title)}>{s().entry.title}</PageHeading>
        <p class="dim">{s().entry.lead}</p>
        <PeriodField
          id="entry-period"
          label={s().entry.period}
          value={period()}
          plans={shownPlans(plans() ?? []).map(({ fields }) => fields)}
          onChange={(ky) => setParams({ ky }, { replace: true })}
          error={notYet()}
        />
      </header>
      <Show when={mine()} fallback={<p class="card quiet">{s().entry.readOnly}</p>}>
        <Show when={notBegun() === undefined ? period() : undefined} keyed>
          {(chosen) => <OpenedSheet period={chosen} />}
        </Show>
      </Show>
    </div>
  );
};

interface Opened {
  readonly draftKey: string;
  readonly rows: ReadonlyMap<string, ReadingStart>;
}

/** The sheet is made once its draft has been read, so that nothing typed is overwritten afterwards. */
const OpenedSheet = (props: { readonly period: Period }) => {
  const workbook = useWorkbook();
  const [opened, setOpened] = createSignal<Opened>();
  const period = untrack(() => props.period);
  void createClaim(workbook.drafts)(`readings:${workbook.me().agency}:${period}`).then(({ key, kept }) =>
    setOpened({ draftKey: key, rows: rowsInDraft(kept) }),
  );
  return (
    <Show when={opened()} keyed fallback={<p class="busy">{t().loading}</p>}>
      {(found) => <EntrySheet period={period} draftKey={found.draftKey} recovered={found.rows} />}
    </Show>
  );
};
