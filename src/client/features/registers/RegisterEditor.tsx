/**
 * Opens the form on what there is: a new row, one to edit, a refused one to put right, or a draft left behind.
 * The form itself is only made when all of that has been read, so that nothing typed is overwritten afterwards.
 */
import { useSearchParams } from '@solidjs/router';
import { createMemo, createResource, Show } from 'solid-js';
import type { Register } from '#catalogue/registers.ts';
import { CREATED, type Values } from '#domain/change.ts';
import type { RegisterName } from '#domain/register-names.ts';
import { recordOf, valuesOf } from '#domain/values.ts';
import { createClaim } from '#client/state/claim-draft.ts';
import { editsIn } from '#client/state/conflict-values.ts';
import { useWorkbook } from '#client/state/context.ts';
import { mayEdit, mayRecord } from '#client/state/may-record.ts';
import type { Refused, Saved } from '#client/state/workbook.ts';
import { t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { PageHeading } from '#client/ui/PageHeading.tsx';
import { readDraft, type RegisterDraft } from './draft.ts';
import { formOf, formOfValues, newForm, type RegisterForm, type RegisterRecord } from './form-model.ts';
import { listHref } from './place.ts';
import { RegisterDetail } from './RegisterDetail.tsx';
import { RegisterFormPage } from './RegisterFormPage.tsx';

interface Opened {
  readonly register: Register;
  readonly id: string | undefined;
  readonly before: RegisterRecord | undefined;
  readonly start: RegisterForm;
  readonly draft: RegisterDraft | undefined;
  readonly draftKey: string;
  readonly refused: Refused | undefined;
  readonly orphan: Saved<'conflict'> | undefined;
}

/** Looked for and not found when the form was to be opened: there is nothing to edit. */
const GONE = 'gone';

/** `scope~n`, as the page of refused records links to it. */
const refusedBy = (all: readonly Refused[], key: string): Refused | undefined =>
  all.find((one) => `${one.scope}~${String(one.n)}` === key);

interface RegisterEditorProps {
  readonly register: Register;
  readonly id: string | undefined;
}

export const RegisterEditor = (props: RegisterEditorProps) => {
  const workbook = useWorkbook();
  const [search] = useSearchParams<{ sua: string; tu: string }>();
  const rows = createMemo(() => workbook.list<RegisterName>(props.register.table)());
  const conflicts = workbook.list('conflict');
  const orphan = createMemo(() => conflicts()?.find((one) => one.id === search.tu));
  const key = () => (typeof search.sua === 'string' ? search.sua : '');
  const refused = createMemo(() => refusedBy(workbook.refused() ?? [], key()));
  const refusedChange = () => refused()?.changes.find((change) => change.table === props.register.table);
  const id = () => props.id ?? refusedChange()?.id;
  const saved = () => rows()?.find((row) => row.id === id());

  const ready = () =>
    rows() !== undefined &&
    (key() === '' || workbook.refused() !== undefined) &&
    (search.tu === undefined || conflicts() !== undefined);
  const base = () => `register:${props.register.table}:${id() ?? orphan()?.id ?? 'new'}`;
  const claim = createClaim(workbook.drafts);
  const [draft] = createResource(
    () => (ready() ? base() : undefined),
    async (at) => {
      const claimed = await claim(at);
      return { at, draftKey: claimed.key, draft: readDraft(props.register, claimed.kept) };
    },
  );

  /** What the refused edit wrote lies over what is saved: an edit carries only what it changed. */
  const startOf = (before: RegisterRecord | undefined, change: Values | undefined): RegisterForm => {
    const under = before ? valuesOf(props.register.table, before) : {};
    const shown = recordOf(props.register.table, { ...under, ...change, [CREATED]: true });
    if (shown) return formOf(props.register, shown);
    const remembered = change ?? (orphan() && editsIn(orphan()?.fields.loser));
    const fresh = newForm(props.register, { agency: workbook.me().agency, today: workbook.today() });
    if (!remembered) return fresh;
    const form = formOfValues(props.register, remembered);
    return { ...form, texts: { ...form.texts, agency: form.texts['agency'] || (fresh.texts['agency'] ?? '') } };
  };

  /** Read once: what arrives later must not change a form that is being typed. */
  const opened = createMemo<Opened | typeof GONE | undefined>((known) => {
    if (known) return known;
    const read = draft();
    if (!ready() || read?.at !== base()) return undefined;
    const before = saved()?.fields;
    if (props.id !== undefined && before === undefined) return GONE;
    return {
      register: props.register,
      id: id(),
      before,
      start: startOf(before, refusedChange()?.values),
      draft: read.draft,
      draftKey: read.draftKey,
      refused: refused(),
      orphan: orphan(),
    };
  });
  const isAllowed = () => {
    const row = saved();
    return row ? mayEdit(workbook.me(), row) : mayRecord(workbook.me(), props.register.table);
  };

  return (
    <Show when={opened()} keyed fallback={<p class="page busy">{t().loading}</p>}>
      {(form) => (
        <Show when={form !== GONE && form} fallback={<RegisterDetail register={props.register} id={props.id ?? ''} />}>
          {(found) => (
            <Show when={isAllowed()} fallback={<NotAllowed register={props.register} />}>
              <RegisterFormPage {...found()} />
            </Show>
          )}
        </Show>
      )}
    </Show>
  );
};

const NotAllowed = (props: { readonly register: Register }) => {
  const workbook = useWorkbook();
  const title = () => s().tables[props.register.table];
  return (
    <div class="page stack">
      <header>
        <PageHeading documentTitle={t().documentTitle(title())}>{title()}</PageHeading>
      </header>
      <p>{mayRecord(workbook.me(), props.register.table) ? s().registers.notYours : s().registers.readOnly}</p>
      <p>
        <a class="btn" href={listHref(props.register)}>
          {t().back}
        </a>
      </p>
    </div>
  );
};
