/**
 * Opens the form on what there is: a new activity, one to edit, a refused one to put right, or a draft left behind.
 * The form itself is only made when all of that has been read, so that nothing typed is overwritten afterwards.
 */
import { useParams, useSearchParams } from '@solidjs/router';
import { createMemo, createResource, Show, untrack } from 'solid-js';
import { CREATED, type Values } from '#domain/change.ts';
import type { Activity } from '#domain/records/activity.ts';
import { recordOf, valuesOf } from '#domain/values.ts';
import { useWorkbook } from '#client/state/context.ts';
import { mayEdit, mayRecord } from '#client/state/may-record.ts';
import { editsIn } from '#client/state/conflict-values.ts';
import type { Refused, Saved } from '#client/state/workbook.ts';
import { t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { PageHeading } from '#client/ui/PageHeading.tsx';
import { ActivityFormPage } from './ActivityFormPage.tsx';
import { createClaim } from '#client/state/claim-draft.ts';
import { readDraft, type ActivityDraft } from './draft.ts';
import { formOf, type ActivityForm } from './form-model.ts';
import { formFromValues } from './form-start.ts';

interface Opened {
  /** What it was opened on. */
  readonly base: string;
  readonly id: string | undefined;
  readonly before: Activity | undefined;
  readonly start: ActivityForm;
  readonly draft: ActivityDraft | undefined;
  readonly draftKey: string;
  readonly refused: Refused | undefined;
  readonly orphan: Saved<'conflict'> | undefined;
}

/** `scope~n`, as the page of refused records links to it. */
const refusedBy = (all: readonly Refused[], key: string): Refused | undefined =>
  all.find((one) => `${one.scope}~${String(one.n)}` === key);

export const ActivityEditor = () => {
  const workbook = useWorkbook();
  const params = useParams();
  const [search] = useSearchParams<{ sua: string; nhiemVu: string; loai: string; tu: string }>();
  const conflicts = workbook.list('conflict');
  const orphan = createMemo(() => conflicts()?.find((one) => one.id === search.tu));
  const key = () => (typeof search.sua === 'string' ? search.sua : '');
  const refused = createMemo(() => refusedBy(workbook.refused() ?? [], key()));
  const refusedChange = () => refused()?.changes.find((change) => change.table === 'activity');
  const id = () => params['id'] ?? refusedChange()?.id;
  const saved = workbook.activity(() => id() ?? '');

  const ready = () =>
    (key() === '' || workbook.refused() !== undefined) &&
    (search.tu === undefined || conflicts() !== undefined) &&
    (id() === undefined || saved() !== undefined);
  const base = () => `activity:${id() ?? orphan()?.id ?? 'new'}`;
  const claim = createClaim(workbook.drafts);
  const [draft] = createResource(
    () => (ready() ? base() : undefined),
    async (at) => {
      const claimed = await claim(at);
      return { at, draftKey: claimed.key, draft: readDraft(claimed.kept, untrack(workbook.today)) };
    },
  );

  const whole = (before: Activity | undefined, change: Values | undefined): Activity | undefined =>
    change
      ? recordOf('activity', { ...(before ? valuesOf('activity', before) : {}), ...change, [CREATED]: true })
      : before;

  /** Read once: what arrives later must not change a form that is being typed. */
  const opened = createMemo<Opened | undefined>((known) => {
    const read = draft();
    if (known?.base === base()) return known;
    if (!ready() || read?.at !== base()) return undefined;
    const before = saved()?.fields;
    const shown = whole(before, refusedChange()?.values);
    const start = shown ? formOf(shown) : prefilled();
    return {
      id: id(),
      before,
      start,
      draft: read.draft,
      base: base(),
      draftKey: read.draftKey,
      refused: refused(),
      orphan: orphan(),
    };
  });
  const remembered = () => refusedChange()?.values ?? (orphan() && editsIn(orphan()?.fields.loser));
  const prefilled = (): ActivityForm => ({
    ...formFromValues(remembered() ?? {}, workbook.me().agency, workbook.today()),
    ...(typeof search.nhiemVu === 'string' && { tasks: [search.nhiemVu] }),
    ...(typeof search.loai === 'string' && { type: search.loai }),
  });
  const isAllowed = () => {
    const record = saved();
    return record ? mayEdit(workbook.me(), record) : mayRecord(workbook.me());
  };

  return (
    <Show when={opened()} keyed fallback={<p class="page busy">{t().loading}</p>}>
      {(form) => (
        <Show when={isAllowed()} fallback={<NotAllowed />}>
          <ActivityFormPage {...form} />
        </Show>
      )}
    </Show>
  );
};

const NotAllowed = () => {
  const workbook = useWorkbook();
  const words = () => (mayRecord(workbook.me()) ? s().activity.notYours : s().activity.readOnly);
  return (
    <div class="page stack">
      <header>
        <PageHeading documentTitle={t().documentTitle(s().activity.title)}>{s().activity.title}</PageHeading>
      </header>
      <p>{words()}</p>
      <p>
        <a class="btn" href="/hoat-dong">
          {t().back}
        </a>
      </p>
    </div>
  );
};
