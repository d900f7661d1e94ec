/** The page of one record's form: an existing one, or a new one under its parent. */
import { useNavigate, useSearchParams } from '@solidjs/router';
import { createMemo, createResource, Show } from 'solid-js';
import { orderBetween } from '#domain/fractional-order.ts';
import { isPlanTable } from '#domain/plan-parts.ts';
import type { PlanTable, RecordIn } from '#domain/tables.ts';
import { createClaim } from '#client/state/claim-draft.ts';
import { useWorkbook } from '#client/state/context.ts';
import { agenciesByName } from '#client/state/list-order.ts';
import { mayEditPlan } from '#client/state/may-plan.ts';
import { createPlanParts, type PartsByTable } from '#client/state/plan-parts.ts';
import type { Saved } from '#client/state/workbook.ts';
import { t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { usePlace } from '../place.ts';
import { deletePart } from './delete-part.ts';
import { EditorFrame, Missing } from './EditorFrame.tsx';
import { formOf } from './form-values.ts';
import { readDraft, type PlanDraft } from './plan-draft.ts';
import { RecordForm } from './RecordForm.tsx';

const NEW = 'moi';

/** What a new record stands under, by its table. */
const parentField: Readonly<Partial<Record<PlanTable, string>>> = {
  indicator: 'objective',
  measure: 'indicator',
  target: 'measure',
};

interface Opened {
  readonly key: string;
  readonly table: PlanTable;
  readonly id: string;
  readonly before: RecordIn<PlanTable> | undefined;
  readonly given: Readonly<Record<string, unknown>>;
  readonly draft: PlanDraft | undefined;
  readonly draftKey: string;
}

export const RecordPage = () => {
  const workbook = useWorkbook();
  const place = usePlace();
  const [search] = useSearchParams<{ trong: string; lan: string }>();
  const plans = workbook.list('plan');
  const plan = createMemo(() => plans()?.find((one) => one.id === place.plan()));
  const parts = createPlanParts(workbook, plan);
  const table = (): PlanTable | undefined => {
    const named = place.doing()[1] ?? '';
    return isPlanTable(named) ? named : undefined;
  };
  const recordId = () => place.doing()[2] ?? '';
  const isNew = () => recordId() === NEW;
  const under = () => (typeof search.trong === 'string' ? search.trong : '');

  const found = (): Saved<PlanTable> | undefined => {
    const named = table();
    const of = parts();
    if (named === 'plan') return plan();
    return named === undefined ? undefined : of?.[named].find((one) => one.id === recordId());
  };
  const ready = () => plan() !== undefined && parts() !== undefined && table() !== undefined;
  const whichForm = () => [place.plan(), table(), isNew() ? `${NEW}:${under()}` : recordId()].join(':');
  const claim = createClaim(workbook.drafts);
  const [draft] = createResource(
    () => (ready() ? `${whichForm()}|${typeof search.lan === 'string' ? search.lan : ''}` : undefined),
    async (key) => {
      const claimed = await claim(`plan-form:${whichForm()}`);
      return { key, draftKey: claimed.key, kept: claimed.kept };
    },
  );
  const given = (of: PlanTable): Readonly<Record<string, unknown>> => {
    const field = parentField[of];
    const siblings = of === 'plan' ? [] : (parts()?.[of] ?? []);
    return {
      plan: place.plan(),
      order: orderBetween(siblings.at(-1)?.fields.order, undefined),
      ...(field !== undefined && under() !== '' && { [field]: under() }),
    };
  };
  /** Read once: what arrives later must not change a form that is being typed. */
  const opened = createMemo<Opened | undefined>((known) => {
    const read = draft();
    const named = table();
    if (read !== undefined && known?.key === read.key) return known;
    if (!ready() || read === undefined || named === undefined || (!isNew() && found() === undefined)) return undefined;
    const before = found()?.fields;
    return {
      key: read.key,
      table: named,
      id: isNew() ? workbook.newId() : recordId(),
      before,
      given: given(named),
      draft: readDraft(named, formOf(named, before ?? given(named)), read.kept),
      draftKey: read.draftKey,
    };
  });
  const isGone = () => ready() && !isNew() && found() === undefined && opened() === undefined;

  return (
    <Show when={plans() !== undefined} fallback={<p class="page busy">{t().loading}</p>}>
      <Show
        when={
          plan() !== undefined &&
          table() !== undefined &&
          !isGone() &&
          mayEditPlan(workbook.me(), plan() ?? { scope: 'x/work' })
        }
        fallback={<Missing plan={place.plan()} />}
      >
        <Show when={opened()} keyed fallback={<p class="page busy">{t().loading}</p>}>
          {(form) => <OpenForm opened={form} plan={plan()} parts={parts()} />}
        </Show>
      </Show>
    </Show>
  );
};

interface OpenFormProps {
  readonly opened: Opened;
  readonly plan: Saved<'plan'> | undefined;
  readonly parts: PartsByTable | undefined;
}

const OpenForm = (props: OpenFormProps) => {
  const workbook = useWorkbook();
  const navigate = useNavigate();
  const [search] = useSearchParams<{ trong: string; lan: string }>();
  const agencies = workbook.list('agency');
  const back = () => `/ke-hoach/${props.plan?.id ?? ''}/soan`;
  const { opened } = props;
  const isNew = opened.before === undefined;
  const title = () =>
    isNew ? s().planEdit.newRecord(s().tables[opened.table]) : s().planEdit.editRecord(s().tables[opened.table]);
  const names = createMemo(() => [
    ...new Set([
      ...agenciesByName(agencies() ?? [], workbook.today()).map((one) => one.fields.name),
      ...(props.parts?.task ?? []).flatMap(({ fields }) => (fields.agencies ?? []).map((one) => one.agency)),
    ]),
  ]);
  const start = () => {
    const empty = formOf(opened.table, opened.before);
    const typed = isNew ? formOf(opened.table, opened.given) : {};
    const filled = Object.entries(typed).filter(([, value]) => value.length > 0);
    return { ...empty, ...Object.fromEntries(filled) };
  };
  const onSaved = (id: string, again: boolean) => {
    if (!again) {
      navigate(`${back()}#${id}`, { replace: true });
      return;
    }
    const next = new URLSearchParams({ lan: id });
    if (typeof search.trong === 'string') next.set('trong', search.trong);
    navigate(`${back()}/${opened.table}/${NEW}/sua?${next.toString()}`, { replace: true });
  };
  const remove = async () => {
    if (props.parts === undefined) return;
    const { table, id } = opened;
    if (await deletePart(workbook, { table, id }, props.parts)) navigate(table === 'plan' ? '/ke-hoach' : back());
  };
  return (
    <EditorFrame back={back()} backWords={s().planEdit.title} title={title()}>
      <RecordForm
        table={opened.table}
        plan={props.plan}
        id={opened.id}
        before={opened.before}
        given={opened.given}
        start={start()}
        draft={opened.draft}
        draftKey={opened.draftKey}
        suggestions={names()}
        onSaved={onSaved}
        onDelete={isNew ? undefined : () => void remove()}
      />
    </EditorFrame>
  );
};
