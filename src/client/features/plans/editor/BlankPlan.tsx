/** A plan from nothing: its head, with what the workbook already knows filled in. */
import { useNavigate } from '@solidjs/router';
import { createMemo, createResource, Show } from 'solid-js';
import { yearOf } from '#domain/dates.ts';
import { createClaim } from '#client/state/claim-draft.ts';
import { useWorkbook } from '#client/state/context.ts';
import { agenciesByName } from '#client/state/list-order.ts';
import { mayPlan } from '#client/state/may-plan.ts';
import { t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { EditorFrame, Missing } from './EditorFrame.tsx';
import { formOf } from './form-values.ts';
import { ownIssuer } from './own-issuer.ts';
import { readDraft } from './plan-draft.ts';
import { RecordForm } from './RecordForm.tsx';

export const BlankPlan = () => {
  const workbook = useWorkbook();
  const navigate = useNavigate();
  const agencies = workbook.list('agency');
  const claim = createClaim(workbook.drafts);
  const [claimed] = createResource(() => claim('plan-form:new'));
  const given = { complete: true, version: 1 };

  const opened = createMemo<ReturnType<typeof open> | undefined>((known) => {
    const draft = claimed();
    return known ?? (draft === undefined || agencies() === undefined ? undefined : open(draft.key, draft.kept));
  });
  const open = (draftKey: string, kept: unknown) => {
    const { issuer, level } = ownIssuer(workbook);
    const year = String(yearOf(workbook.today()));
    const start = {
      ...formOf('plan', undefined),
      issuer,
      level: level ?? '',
      from: `01/01/${year}`,
      to: `31/12/${year}`,
    };
    return { draftKey, start, draft: readDraft('plan', start, kept), id: workbook.newId() };
  };

  return (
    <Show when={mayPlan(workbook.me())} fallback={<Missing plan={undefined} />}>
      <Show when={opened()} keyed fallback={<p class="page busy">{t().loading}</p>}>
        {(form) => (
          <EditorFrame back="/ke-hoach/moi" backWords={s().planEdit.newTitle} title={s().planEdit.fromNothing}>
            <RecordForm
              table="plan"
              plan={undefined}
              id={form.id}
              before={undefined}
              given={given}
              start={form.start}
              draft={form.draft}
              draftKey={form.draftKey}
              suggestions={agenciesByName(agencies() ?? [], workbook.today()).map((one) => one.fields.name)}
              onSaved={(id) => navigate(`/ke-hoach/${id}/soan`, { replace: true })}
            />
          </EditorFrame>
        )}
      </Show>
    </Show>
  );
};
