/** One row, whole: what is written in it, in the order of its form, what it is linked to, and how far it has travelled. */
import { useNavigate } from '@solidjs/router';
import { createMemo, For, Show } from 'solid-js';
import { fieldsOf, type Register } from '#catalogue/registers.ts';
import { DELETED } from '#domain/change.ts';
import type { RegisterName } from '#domain/register-names.ts';
import { conflictsOfRecord } from '#client/state/conflicts.ts';
import { useWorkbook } from '#client/state/context.ts';
import { mayEdit, mayRecord } from '#client/state/may-record.ts';
import { createNames } from '#client/state/names.ts';
import { problemText, t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { Icon } from '#client/ui/icons.tsx';
import { StateChip } from '#client/ui/marks.tsx';
import { NoticeLink } from '#client/ui/NoticeLink.tsx';
import { PageHeading } from '#client/ui/PageHeading.tsx';
import { markOf } from '#client/ui/record-mark.ts';
import { showToast } from '#client/ui/toasts.tsx';
import { labelOf } from './field-words.ts';
import { LinkedTasks } from './LinkedTasks.tsx';
import { OpenMark } from './OpenMark.tsx';
import { editHref, listHref } from './place.ts';
import { PeopleFacts } from './PeopleFacts.tsx';
import { given, type RegisterRow } from './rows.ts';
import { daysShown, fieldShown, isAmongDays, namesOfTime, titleShown } from './shown.ts';

interface RegisterDetailProps {
  readonly register: Register;
  readonly id: string;
}

export const RegisterDetail = (props: RegisterDetailProps) => {
  const workbook = useWorkbook();
  const rows = createMemo(() => workbook.list<RegisterName>(props.register.table)());
  const row = createMemo(() => rows()?.find((one) => one.id === props.id));
  return (
    <Show when={rows()} fallback={<p class="page busy">{t().loading}</p>}>
      <Show when={row()} fallback={<Gone register={props.register} />}>
        {(found) => <Whole register={props.register} row={found()} />}
      </Show>
    </Show>
  );
};

const BackLink = (props: { readonly register: Register }) => (
  <a class="back" href={listHref(props.register)}>
    <Icon name="back" size={20} />
    {s().tables[props.register.table]}
  </a>
);

const Gone = (props: { readonly register: Register }) => (
  <div class="page stack">
    <header>
      <BackLink register={props.register} />
      <PageHeading documentTitle={t().documentTitle(s().tables[props.register.table])}>
        {s().registers.gone}
      </PageHeading>
    </header>
  </div>
);

/** They have places of their own on the page. */
const apart: ReadonlySet<string> = new Set(['female', 'male', 'unrecorded', 'minority', 'tasks', 'consent']);

interface WholeProps {
  readonly register: Register;
  readonly row: RegisterRow;
}

const Whole = (props: WholeProps) => {
  const workbook = useWorkbook();
  const navigate = useNavigate();
  const names = createNames(workbook);
  const fields = createMemo(() => given(props.row));
  const allConflicts = workbook.list('conflict');
  const conflicts = createMemo(() => conflictsOfRecord(allConflicts() ?? [], props.row));
  const title = () => titleShown(props.register, fields());
  const lines = createMemo(() =>
    fieldsOf(props.register).flatMap((field) => {
      if (apart.has(field.name) || field.name === props.register.title || isAmongDays(props.register, field.name))
        return [];
      const words = fieldShown(field, fields()[field.name], namesOfTime(names, props.register, fields()));
      return words === undefined ? [] : [{ field, label: labelOf(props.register, field.name), words }];
    }),
  );

  const remove = async () => {
    const { id } = props.row;
    const { table } = props.row;
    const removed = await workbook.save([{ table, id, values: { [DELETED]: true } }]);
    if (!removed.ok) {
      showToast(problemText(removed.problem));
      return;
    }
    navigate(listHref(props.register));
    showToast(s().registers.deleted, {
      label: t().undo,
      do: () => {
        void workbook.save([{ table, id, values: { [DELETED]: false } }]).then((restored) => {
          showToast(restored.ok ? s().registers.restored : problemText(restored.problem));
        });
      },
    });
  };

  return (
    <article class="page stack wide">
      <header class="stack tight">
        <BackLink register={props.register} />
        <PageHeading documentTitle={t().documentTitle(s().tables[props.register.table])}>{title()}</PageHeading>
        <div class="chips">
          <Show when={daysShown(props.register, fields())}>{(days) => <span class="chip">{days()}</span>}</Show>
          <StateChip {...markOf[props.row.state]} word={s().recordState[props.row.state]} />
          <OpenMark register={props.register} fields={fields()} today={workbook.today()} />
        </div>
      </header>
      <Show when={props.row.state === 'to-fix'}>
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
      <PeopleFacts fields={fields()} />
      <dl class="pairs">
        <For each={lines()}>
          {(line) => (
            <>
              <dt>{line.label}</dt>
              <dd classList={{ lines: line.field.is === 'long' }}>{line.words}</dd>
            </>
          )}
        </For>
      </dl>
      <LinkedTasks fields={fields()} />
      <p class="line">
        <a class="back" href={`/lich-su/${props.register.path}/${props.row.id}`}>
          <Icon name="clock" size={18} />
          {s().history.link}
        </a>
        <span class="s dim">{s().history.linkNote}</span>
      </p>
      <Show
        when={mayEdit(workbook.me(), props.row)}
        fallback={
          <p class="s dim">
            {mayRecord(workbook.me(), props.register.table) ? s().registers.notYours : s().registers.readOnly}
          </p>
        }
      >
        <div class="line">
          <a class="btn main" href={editHref(props.register, props.row.id)}>
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
