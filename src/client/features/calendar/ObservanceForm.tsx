/** The form of an observance: this year's theme, then its name, days and other names; kept as a draft while it is typed. */
import { useNavigate, useSearchParams } from '@solidjs/router';
import { createMemo, createResource, createSignal, onMount, Show } from 'solid-js';
import { createStore, unwrap } from 'solid-js/store';
import { yearOf } from '#domain/dates.ts';
import { DELETED } from '#domain/change.ts';
import type { FieldProblem } from '#domain/problem.ts';
import type { Campaign } from '#domain/records/campaign.ts';
import { changedValues } from '#domain/values.ts';
import { createClaim } from '#client/state/claim-draft.ts';
import { useWorkbook } from '#client/state/context.ts';
import { createDraft } from '#client/state/create-draft.ts';
import { mayRecord } from '#client/state/may-record.ts';
import { problemText, t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { createDirtyMark } from '#client/ui/dirty.ts';
import { ErrorSummary } from '#client/ui/ErrorSummary.tsx';
import { LongText, TextField } from '#client/ui/fields.tsx';
import { focusField } from '#client/ui/focus-field.ts';
import { Icon } from '#client/ui/icons.tsx';
import { PageHeading } from '#client/ui/PageHeading.tsx';
import { SelectField } from '#client/ui/SelectField.tsx';
import { showToast } from '#client/ui/toasts.tsx';
import { createObservances } from './create-calendar.ts';
import { NoSuch } from './NoSuch.tsx';
import { observanceGroups, type ObservanceGroup } from './observance-groups.ts';
import { groupAt } from './ObservanceDetail.tsx';
import {
  readObservance,
  typedInDraft,
  typedOf,
  type ObservanceField,
  type ObservanceTyped,
} from './observance-form.ts';
import { newObservance, ownId, ownRecord } from './own-observance.ts';
import { observanceHref, OBSERVANCES } from './place.ts';

interface Opened {
  /** Absent for one that is new. */
  readonly group: ObservanceGroup | undefined;
  readonly id: string;
  /** What the form began from; only what differs from it is written. */
  readonly before: Campaign;
  /** Whether the record is there already. */
  readonly isThere: boolean;
  readonly start: ObservanceTyped;
  readonly draft: ObservanceTyped | undefined;
  readonly draftKey: string;
  readonly year: number;
}

export const ObservanceForm = (props: { readonly of: string | undefined }) => {
  const workbook = useWorkbook();
  const [params] = useSearchParams<{ nam: string }>();
  const sources = createObservances(workbook);
  const year = () => {
    const asked = Number(params.nam);
    return Number.isInteger(asked) && asked >= 1900 && asked <= 2200 ? asked : yearOf(workbook.today());
  };
  const claim = createClaim(workbook.drafts);
  const [claimed] = createResource(() => claim(`observance-form:${props.of ?? 'new'}:${String(year())}`));
  const isRead = () => sources() !== undefined && claimed() !== undefined;
  const found = () => {
    const from = sources();
    return from === undefined || props.of === undefined ? undefined : groupAt(observanceGroups(from, year()), props.of);
  };
  /** Read once: what arrives later must not change a form that is being typed. */
  const opened = createMemo<Opened | undefined>((known) => {
    const read = claimed();
    if (known !== undefined || read === undefined || sources() === undefined) return known;
    const group = found();
    if (props.of !== undefined && group === undefined) return undefined;
    const before = group === undefined ? newObservance() : ownRecord(group);
    const start = typedOf(group === undefined ? undefined : before, year());
    return {
      group,
      id: group === undefined ? workbook.newId() : ownId(group, workbook.me().unit),
      before,
      isThere: group?.own !== undefined,
      start,
      draft: typedInDraft(start, read.kept),
      draftKey: read.key,
      year: year(),
    };
  });
  return (
    <Show when={isRead()} fallback={<p class="page busy">{t().loading}</p>}>
      <Show when={mayRecord(workbook.me(), 'campaign') && opened()} keyed fallback={<NoSuch />}>
        {(form) => <Form opened={form} />}
      </Show>
    </Show>
  );
};

const idOf = (field: ObservanceField): string => `observance-${field}`;

const Form = (props: { readonly opened: Opened }) => {
  const workbook = useWorkbook();
  const navigate = useNavigate();
  const { opened } = props;
  const [typed, setTyped] = createStore<Record<ObservanceField, string>>({ ...(opened.draft ?? opened.start) });
  const [attempts, setAttempts] = createSignal(0);
  const [failure, setFailure] = createSignal<string>();
  const [busy, setBusy] = createSignal(false);
  const [recovered, setRecovered] = createSignal(opened.draft !== undefined);
  const markDirty = createDirtyMark();
  const draft = createDraft(workbook, opened.draftKey, () => ({ ...unwrap(typed) }));
  const read = createMemo(() => readObservance({ ...typed }, opened.before, opened.year));
  const problems = (): readonly FieldProblem[] => (attempts() > 0 ? read().problems : []);
  const back = () => (opened.group === undefined ? OBSERVANCES : observanceHref(opened.group.key));
  onMount(() => {
    const target = decodeURIComponent(window.location.hash.slice(1));
    // The page is in the document only by the next frame.
    if (target !== '') requestAnimationFrame(() => focusField(target));
  });

  const put = (field: ObservanceField, value: string) => {
    setTyped(field, value);
    draft.touch();
    markDirty(true);
  };
  const label = (field: ObservanceField): string => {
    if (field === 'theme') return s().observance.theme(opened.year);
    if (field === 'slogans') return s().observance.slogans;
    const labels = s().planEdit.labels;
    const named: Readonly<Record<string, string>> = labels;
    return named[`campaign.${field}`] ?? named[field] ?? field;
  };
  const shared = (field: ObservanceField) => {
    const found = problems().find((one) => one.field === field);
    return {
      id: idOf(field),
      label: label(field),
      error: found && problemText(found.problem),
      value: typed[field],
      onInput: (value: string) => put(field, value),
    };
  };
  const write = async () => {
    const { record } = read();
    if (record === undefined) {
      setAttempts((count) => count + 1);
      return;
    }
    const values = opened.isThere
      ? changedValues('campaign', opened.before, record)
      : { ...changedValues('campaign', undefined, record), [DELETED]: false };
    const isChanged = Object.keys(values).length > 0;
    const saved = isChanged ? await workbook.save([{ table: 'campaign', id: opened.id, values }]) : undefined;
    if (saved?.ok === false) {
      setFailure(problemText(saved.problem));
      return;
    }
    markDirty(false);
    await draft.drop();
    showToast(s().activity.saved);
    const key = opened.group?.key ?? opened.id;
    navigate(`${observanceHref(key)}?nam=${String(opened.year)}`, { replace: true });
  };
  const save = async () => {
    if (busy()) return;
    setBusy(true);
    try {
      await write();
    } finally {
      setBusy(false);
    }
  };
  const startAnew = async () => {
    await draft.drop();
    markDirty(false);
    setTyped({ ...opened.start });
    setRecovered(false);
  };

  return (
    <div class="page stack wide">
      <header class="stack tight">
        <a class="back" href={back()}>
          <Icon name="back" size={20} />
          {t().back}
        </a>
        <PageHeading documentTitle={t().documentTitle(s().calendar.title)}>
          {opened.group === undefined ? s().observance.newTitle : s().observance.editTitle}
        </PageHeading>
        <Show when={opened.group}>{(group) => <p class="dim">{group().shown.name}</p>}</Show>
      </header>
      <form
        class="stack wide"
        autocomplete="off"
        novalidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Show when={recovered()}>
          <div class="card warned line between" role="status">
            <span>{s().activity.draftBack}</span>
            <button type="button" class="btn" onClick={() => void startAnew()}>
              {s().activity.draftDrop}
            </button>
          </div>
        </Show>
        <Show when={problems().length > 0 ? attempts() : undefined} keyed>
          <ErrorSummary
            title={s().errorTitle(problems().length)}
            lines={problems().map(({ field, problem }) => ({
              target: `observance-${field}`,
              words: problemText(problem),
            }))}
          />
        </Show>
        <Show when={(draft.problem() && problemText(draft.problem() ?? { code: 'store/full' })) ?? failure()}>
          {(words) => <ErrorSummary title={words()} lines={[]} />}
        </Show>
        <TextField {...shared('name')} />
        <SelectField
          id={idOf('kind')}
          label={label('kind')}
          value={typed.kind}
          options={Object.entries(s().planEdit.choices.campaignKinds).map(([value, words]) => ({
            value,
            label: words,
          }))}
          onChange={(value) => put('kind', value)}
        />
        <div class="two">
          <TextField {...shared('from')} numeric placeholder="dd/MM" />
          <TextField {...shared('to')} hint={s().planEdit.hints['campaign.to']} numeric placeholder="dd/MM" />
        </div>
        <LongText {...shared('aliases')} hint={s().planEdit.oneALine} />
        <TextField {...shared('theme')} />
        <LongText {...shared('slogans')} hint={s().planEdit.oneALine} />
        <div class="two">
          <TextField {...shared('fromYear')} hint={s().planEdit.hints.fromYear} numeric />
          <TextField {...shared('toYear')} numeric />
        </div>
        <div class="actions line">
          <button type="submit" class="btn main grow" disabled={busy()}>
            {s().activity.submit}
          </button>
        </div>
      </form>
    </div>
  );
};
