/** What one agency must do by a plan, and how far it is: a page that prints well, and that can be sent or copied as text. */
import { Index, Show } from 'solid-js';
import { formatDate } from '#domain/dates.ts';
import { roles } from '#domain/agency-duties.ts';
import type { TaskProgress } from '#domain/task-progress.ts';
import { createProgress } from '#client/state/create-progress.ts';
import { useWorkbook } from '#client/state/context.ts';
import type { Saved } from '#client/state/workbook.ts';
import { copyText, mayShare, shareText } from '#client/device/text.ts';
import { t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { Icon } from '#client/ui/icons.tsx';
import { StateMark } from '#client/ui/marks.tsx';
import { PageHeading } from '#client/ui/PageHeading.tsx';
import { showToast } from '#client/ui/toasts.tsx';
import { agencyText, reportLine, type SavedDuties } from './agency-text.ts';
import { printedHead } from './printed-head.ts';
import { progressLine, stateMark, whenWords } from './progress-words.ts';
import '#client/ui/sheet.css';

interface AgencySheetProps {
  readonly plan: Saved<'plan'>;
  readonly duties: SavedDuties;
}

export const AgencySheet = (props: AgencySheetProps) => {
  const workbook = useWorkbook();
  const progress = createProgress(workbook, () => props.plan);
  const text = () => agencyText(props.duties, props.plan, workbook.today(), progress.of);
  const copy = async () => {
    showToast((await copyText(text())) ? s().tasks.copied : s().tasks.failed);
  };
  const share = async () => {
    if ((await shareText(text())) === 'failed') showToast(s().tasks.failed);
  };
  const groups = () =>
    roles
      .map((role) => ({ role, tasks: props.duties.tasks.filter((duty) => duty.role === role) }))
      .filter(({ tasks }) => tasks.length > 0);
  return (
    <article class="page stack wide sheet">
      <header class="stack tight">
        <a class="back" href={`/ke-hoach/${props.plan.id}/co-quan`}>
          <Icon name="back" size={20} />
          {s().tasks.agencies}
        </a>
        <p class="s dim">{s().tasks.sheet}</p>
        <PageHeading documentTitle={t().documentTitle(`${s().tasks.sheet} · ${props.duties.name}`)}>
          {props.duties.name}
        </PageHeading>
        <p>{props.plan.fields.title}</p>
        <p class="s dim">
          {printedHead(props.plan.fields)} · {s().tasks.asOf(formatDate(workbook.today()))}
        </p>
      </header>
      <div class="line actions-inline">
        <button type="button" class="btn main" onClick={() => window.print()}>
          <Icon name="plan" size={20} />
          {s().tasks.print}
        </button>
        <Show when={mayShare()}>
          <button type="button" class="btn" onClick={() => void share()}>
            <Icon name="upload" size={20} />
            {s().tasks.share}
          </button>
        </Show>
        <button type="button" class="btn" onClick={() => void copy()}>
          <Icon name="copy" size={20} />
          {s().tasks.copy}
        </button>
      </div>
      {/* By place, so that a link on which somebody stands stays while the plan is read anew. */}
      <Index each={groups()}>
        {(group) => (
          <section class="stack tight">
            <h2>{s().tasks.byRole[group().role]}</h2>
            <ol class="card rows">
              <Index each={group().tasks}>
                {(duty) => <TaskLine task={duty().of} progress={progress.of(duty().of)} />}
              </Index>
            </ol>
          </section>
        )}
      </Index>
      <Show when={props.duties.indicators.length > 0}>
        <section class="stack tight">
          <h2>{s().tasks.indicators}</h2>
          <ul class="bullets">
            <Index each={props.duties.indicators}>
              {(duty) => (
                <li>
                  <a href={`/ke-hoach/${props.plan.id}#${duty().of.id}`}>{duty().of.fields.text}</a>{' '}
                  <span class="dim">({s().agencyRoles[duty().role]})</span>
                </li>
              )}
            </Index>
          </ul>
        </section>
      </Show>
      <Show when={props.duties.rules.length > 0}>
        <section class="stack tight">
          <h2>{s().tasks.reports}</h2>
          <ul class="bullets">
            <Index each={props.duties.rules}>
              {(rule) => <li>{reportLine(rule(), props.plan, workbook.today())}</li>}
            </Index>
          </ul>
        </section>
      </Show>
    </article>
  );
};

interface TaskLineProps {
  readonly task: Saved<'task'>;
  readonly progress: TaskProgress | undefined;
}

const TaskLine = (props: TaskLineProps) => {
  const fields = () => props.task.fields;
  return (
    <li>
      <a class="row" href={`/ke-hoach/${fields().plan}/nhiem-vu/${props.task.id}`}>
        <div class="grow">
          {fields().text}
          <p class="s dim">
            {t().section(fields().section)} · {whenWords(fields())}
          </p>
          <Show when={props.progress}>
            {(found) => (
              <p class="line">
                <StateMark {...stateMark(found().state)} />
                <span class="s num">{progressLine(found()).join(' · ')}</span>
              </p>
            )}
          </Show>
        </div>
      </a>
    </li>
  );
};
