/** Issuing: what goes down to the units below, under which number and date; and the versions that went before. */
import { useNavigate } from '@solidjs/router';
import { createMemo, createResource, createSignal, Show } from 'solid-js';
import { issuedCopy } from '#domain/issued-copy.ts';
import { faultsOf } from '#domain/plan-faults.ts';
import { versionOf, versionsOf } from '#domain/plan-versions.ts';
import type { FieldProblem } from '#domain/problem.ts';
import { scopeOf } from '#domain/scope.ts';
import { useWorkbook } from '#client/state/context.ts';
import { mayEditPlan, mayIssue } from '#client/state/may-plan.ts';
import { createPlanParts, sourceOf, type PartsByTable } from '#client/state/plan-parts.ts';
import type { Saved } from '#client/state/workbook.ts';
import { problemText, t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { ErrorSummary } from '#client/ui/ErrorSummary.tsx';
import { LongText, TextField } from '#client/ui/fields.tsx';
import { Icon } from '#client/ui/icons.tsx';
import { showToast } from '#client/ui/toasts.tsx';
import { usePlace } from '../place.ts';
import { EditorFrame, Missing } from './EditorFrame.tsx';
import { IssuedVersions } from './IssuedVersions.tsx';
import { dateTyped, readHead } from './number-and-date.ts';
import { writePlan } from './write-plan.ts';

export const IssuePage = () => {
  const workbook = useWorkbook();
  const place = usePlace();
  const plans = workbook.list('plan');
  const plan = createMemo(() =>
    plans()?.find((one) => one.id === place.plan() && one.scope === scopeOf(workbook.me().unit, 'work')),
  );
  const parts = createPlanParts(workbook, plan);
  const into = () => scopeOf(workbook.me().unit, 'issued');
  const [issued] = createResource(plans, () => workbook.everyVersion('plan'));
  const versions = () => versionsOf(issued.latest ?? [], into(), place.plan() ?? '');
  return (
    <Show when={plans() !== undefined && issued.latest !== undefined} fallback={<p class="page busy">{t().loading}</p>}>
      <Show when={plan() !== undefined && mayIssue(workbook.me())} fallback={<Missing plan={place.plan()} />}>
        <EditorFrame
          back={`/ke-hoach/${place.plan() ?? ''}`}
          backWords={s().planEdit.view}
          title={s().planEdit.issueTitle}
          lead={plan()?.fields.title}
        >
          <IssuedVersions versions={versions()} />
          <Show when={parts()}>
            {(of) => (
              <Show when={plan()}>{(found) => <IssueForm plan={found()} parts={of()} versions={versions()} />}</Show>
            )}
          </Show>
        </EditorFrame>
      </Show>
    </Show>
  );
};

type SavedPlan = Saved<'plan'>;

interface IssueFormProps {
  readonly plan: SavedPlan;
  readonly parts: PartsByTable;
  readonly versions: readonly SavedPlan[];
}

const IssueForm = (props: IssueFormProps) => {
  const workbook = useWorkbook();
  const navigate = useNavigate();
  const version = () => {
    const [newest] = props.versions;
    return newest === undefined ? 1 : versionOf(newest.id) + 1;
  };
  const before = () => props.versions[0]?.fields ?? props.plan.fields;
  const [number, setNumber] = createSignal(before().number ?? '');
  const [date, setDate] = createSignal(dateTyped(before()));
  const [amendment, setAmendment] = createSignal('');
  const [problems, setProblems] = createSignal<readonly FieldProblem[]>([]);
  const [attempts, setAttempts] = createSignal(0);
  const [busy, setBusy] = createSignal(false);
  const source = () => sourceOf(props.plan, props.parts);
  const faults = createMemo(() => faultsOf(source()).filter((fault) => fault.at !== props.plan.id));
  const error = (field: string) => {
    const found = problems().find((one) => one.field === field);
    return found && problemText(found.problem);
  };
  const labels: Readonly<Record<string, () => string>> = {
    date: () => s().planEdit.labels.date,
    amendment: () => s().planEdit.issueAmendment,
  };

  const issue = async () => {
    const { head, problem } = readHead(number(), date());
    const isBare = version() > 1 && amendment().trim() === '';
    setProblems([
      ...(problem ? [{ field: 'date', problem }] : []),
      ...(isBare ? [{ field: 'amendment', problem: { code: 'field/required' } } as const] : []),
    ]);
    if (problems().length > 0) {
      setAttempts((count) => count + 1);
      return;
    }
    const into = scopeOf(workbook.me().unit, 'issued');
    const changes = issuedCopy(source(), {
      into,
      version: version(),
      issuedOn: workbook.today(),
      number: head.number,
      date: head.date?.date,
      datePrinted: head.date?.printed,
      amendment: version() > 1 ? amendment().normalize('NFC').trim() : undefined,
    });
    const written = await writePlan(workbook, changes, into);
    showToast(written.ok ? s().planEdit.issued : problemText(written.problem));
    if (written.ok) navigate(`/ke-hoach/${props.plan.id}`);
  };

  return (
    <form
      class="stack wide"
      autocomplete="off"
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        if (busy()) return;
        setBusy(true);
        void issue().finally(() => setBusy(false));
      }}
    >
      <section class="stack tight">
        <h2>{s().planEdit.issueVersion(version())}</h2>
        <p class="dim">{s().planEdit.issueLead}</p>
        <Show when={faults().length > 0}>
          <p class="card warned">
            {s().planEdit.faultCount(faults().length)}{' '}
            <Show when={mayEditPlan(workbook.me(), props.plan)}>
              <a href={`/ke-hoach/${props.plan.id}/soan`}>{s().planEdit.title}</a>
            </Show>
          </p>
        </Show>
      </section>
      <Show when={problems().length > 0 ? attempts() : undefined} keyed>
        <ErrorSummary
          title={s().errorTitle(problems().length)}
          lines={problems().map((one) => ({
            target: `issue-${one.field}`,
            words: `${labels[one.field]?.() ?? one.field}: ${problemText(one.problem)}`,
          }))}
        />
      </Show>
      <TextField
        id="issue-number"
        label={s().planEdit.labels['plan.number']}
        hint={s().planEdit.issueNumberHint}
        value={number()}
        onInput={setNumber}
      />
      <TextField
        id="issue-date"
        label={s().planEdit.labels.date}
        hint={s().planEdit.hints.date}
        value={date()}
        error={error('date')}
        onInput={setDate}
      />
      <Show when={version() > 1}>
        <LongText
          id="issue-amendment"
          label={s().planEdit.issueAmendment}
          hint={s().planEdit.issueAmendmentHint}
          value={amendment()}
          error={error('amendment')}
          onInput={setAmendment}
        />
      </Show>
      <p>
        <button type="submit" class="btn main" disabled={busy()}>
          <Icon name="upload" size={20} />
          {s().planEdit.issueButton}
        </button>
      </p>
    </form>
  );
};
