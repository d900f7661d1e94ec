/** One activity, whole: people, outputs, what it counts into, its tasks, and how far it has travelled. */
import { useNavigate, useParams } from '@solidjs/router';
import { createMemo, For, Show } from 'solid-js';
import { activityTypes } from '#catalogue/activity-types.ts';
import { outputs } from '#catalogue/outputs.ts';
import { topics } from '#catalogue/topics.ts';
import { DELETED } from '#domain/change.ts';
import { asOn } from '#domain/held.ts';
import { conflictsOfRecord } from '#client/state/conflicts.ts';
import { useWorkbook } from '#client/state/context.ts';
import { mayEdit, mayRecord } from '#client/state/may-record.ts';
import { madeIn } from '#client/state/unit-names.ts';
import type { Saved } from '#client/state/workbook.ts';
import { problemText, t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { dayMonth, daysWords, weekdayWord, wordOf } from '#client/texts/words.ts';
import { Icon } from '#client/ui/icons.tsx';
import { StateChip, StateMark } from '#client/ui/marks.tsx';
import { NoticeLink } from '#client/ui/NoticeLink.tsx';
import { PageHeading } from '#client/ui/PageHeading.tsx';
import { showToast } from '#client/ui/toasts.tsx';
import { CountedTable } from './CountedTable.tsx';
import { PeopleTable } from './PeopleTable.tsx';
import { markOf } from '#client/ui/record-mark.ts';

export const ActivityDetail = () => {
  const workbook = useWorkbook();
  const params = useParams();
  const activity = workbook.activity(() => params['id'] ?? '');
  return (
    <Show when={activity() !== undefined} fallback={<p class="page busy">{t().loading}</p>}>
      <Show when={activity()?.id} keyed fallback={<Gone />}>
        <Show when={activity()}>{(found) => <Whole activity={found()} />}</Show>
      </Show>
    </Show>
  );
};

const BackLink = () => (
  <a class="back" href="/hoat-dong">
    <Icon name="back" size={20} />
    {t().nav.activities}
  </a>
);

const Gone = () => (
  <div class="page stack">
    <header>
      <BackLink />
      <PageHeading documentTitle={t().documentTitle(s().activity.title)}>{s().activity.gone}</PageHeading>
    </header>
  </div>
);

const Whole = (props: { readonly activity: Saved<'activity'> }) => {
  const workbook = useWorkbook();
  const navigate = useNavigate();
  const tasks = workbook.list('task');
  const agencies = workbook.list('agency');
  const fields = () => props.activity.fields;
  const oldUnit = () => madeIn(workbook, props.activity.scope, fields().to);
  /** As it was called then. */
  const agencyName = (id: string) => {
    const agency = agencies()?.find((one) => one.id === id)?.fields;
    return agency === undefined ? id : asOn(agency, fields().to).name;
  };
  const linkedTasks = createMemo(() => (tasks() ?? []).filter((task) => Object.hasOwn(fields().tasks, task.id)));
  const allConflicts = workbook.list('conflict');
  const conflicts = createMemo(() => conflictsOfRecord(allConflicts() ?? [], props.activity));
  const typeWord = () => wordOf(activityTypes, fields().type);
  const partners = () => Object.keys(fields().partners).map(agencyName);

  const remove = async () => {
    const id = props.activity.id;
    const removed = await workbook.save([{ table: 'activity', id, values: { [DELETED]: true } }]);
    if (!removed.ok) {
      showToast(problemText(removed.problem));
      return;
    }
    navigate('/hoat-dong');
    showToast(s().activity.deleted, {
      label: t().undo,
      do: () => {
        void workbook.save([{ table: 'activity', id, values: { [DELETED]: false } }]).then((restored) => {
          showToast(restored.ok ? s().activity.restored : problemText(restored.problem));
        });
      },
    });
  };

  return (
    <article class="page stack wide">
      <header class="stack tight">
        <BackLink />
        <Show when={typeWord() !== fields().title}>
          <p class="s dim">{typeWord()}</p>
        </Show>
        <PageHeading documentTitle={t().documentTitle(`${s().activity.title} · ${dayMonth(fields().from)}`)}>
          {fields().title}
        </PageHeading>
        <div class="chips">
          <span class="chip">
            <Show when={fields().from === fields().to}>{weekdayWord(fields().from)} </Show>
            {daysWords(fields().from, fields().to)}
          </span>
          <Show when={oldUnit()}>
            <span class="chip">{s().units.madeIn(oldUnit())}</span>
          </Show>
          <Show when={fields().place}>
            <span class="chip">{fields().place}</span>
          </Show>
          <StateChip {...markOf[props.activity.state]} word={s().recordState[props.activity.state]} />
          <Show when={fields().from > workbook.today()}>
            <StateMark icon="clock" tone="plain" word={s().activity.planned} />
          </Show>
        </div>
      </header>
      <Show when={props.activity.state === 'to-fix'}>
        <a class="card warned" href="/cho-gui">
          {s().sync.toFixLead}
        </a>
      </Show>
      <Show when={conflicts().length > 0}>
        <NoticeLink
          href="/cho-gui#xung-dot"
          icon="alert"
          words={s().conflict.mark(conflicts().length)}
          todo={s().conflict.markTodo}
        />
      </Show>
      <PeopleTable activity={fields()} />
      <section class="stack tight">
        <h2>{s().activity.outputs}</h2>
        <p>
          {Object.entries(fields().outputs)
            .map(([code, n]) => s().quantity(n, wordOf(outputs, code)))
            .join(' · ') || s().activity.noOutputs}
        </p>
      </section>
      <CountedTable activity={fields()} scope={props.activity.scope} state={props.activity.state} />
      <Show when={linkedTasks().length > 0}>
        <section class="stack tight">
          <h2>{s().activity.tasks}</h2>
          <ul class="card rows">
            <For each={linkedTasks()}>
              {(task) => (
                <li>
                  <a class="row" href={`/ke-hoach/${task.fields.plan}/nhiem-vu/${task.id}`}>
                    <span class="grow">
                      {task.fields.text}
                      <span class="s dim"> · {t().section(task.fields.section)}</span>
                    </span>
                    <Icon name="next" size={18} />
                  </a>
                </li>
              )}
            </For>
          </ul>
        </section>
      </Show>
      <dl class="pairs">
        <dt>{s().activity.agency}</dt>
        <dd>{agencyName(fields().agency)}</dd>
        <Show when={partners().length > 0}>
          <dt>{s().activity.partners}</dt>
          <dd>{partners().join(', ')}</dd>
        </Show>
        <Show when={Object.keys(fields().topics).length > 0}>
          <dt>{s().activity.topics}</dt>
          <dd>
            {Object.keys(fields().topics)
              .map((code) => wordOf(topics, code))
              .join(', ')}
          </dd>
        </Show>
        <Show when={fields().audience}>
          <dt>{s().activity.audience}</dt>
          <dd>{fields().audience}</dd>
        </Show>
        <Show when={fields().cost !== undefined}>
          <dt>{s().activity.costLine}</dt>
          <dd>{[s().money(fields().cost ?? 0), fields().costSource].filter(Boolean).join(' · ')}</dd>
        </Show>
        <Show when={fields().narrative}>
          <dt>{s().activity.narrative}</dt>
          <dd class="lines">{fields().narrative}</dd>
        </Show>
      </dl>
      <p class="line">
        <a class="back" href={`/lich-su/hoat-dong/${props.activity.id}`}>
          <Icon name="clock" size={18} />
          {s().history.link}
        </a>
        <span class="s dim">{s().history.linkNote}</span>
      </p>
      <Show
        when={mayEdit(workbook.me(), props.activity)}
        fallback={
          <p class="s dim">
            {oldUnit() !== ''
              ? s().units.keptAsMade
              : mayRecord(workbook.me())
                ? s().activity.notYours
                : s().activity.readOnly}
          </p>
        }
      >
        <div class="line">
          <a class="btn main" href={`/hoat-dong/${props.activity.id}/sua`}>
            <Icon name="edit" size={20} />
            {s().edit}
          </a>
          <button type="button" class="btn danger" onClick={() => void remove()}>
            <Icon name="trash" size={20} />
            {s().delete}
          </button>
        </div>
      </Show>
    </article>
  );
};
