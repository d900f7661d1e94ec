/** What is to be prepared for an observance, ticked for each year: what two people tick or add at once, both have done. */
import { createMemo, createSignal, Show } from 'solid-js';
import type { Values } from '#domain/change.ts';
import { readField } from '#domain/field-checks.ts';
import { orderBetween } from '#domain/fractional-order.ts';
import type { Problem } from '#domain/problem.ts';
import { firstTables } from '#domain/tables.ts';
import { useWorkbook } from '#client/state/context.ts';
import { problemText, t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { Check } from '#client/ui/choices.tsx';
import { TextField } from '#client/ui/fields.tsx';
import { focusAfter } from '#client/ui/focus-field.ts';
import { Icon } from '#client/ui/icons.tsx';
import { Keyed } from '#client/ui/Keyed.tsx';
import { showToast } from '#client/ui/toasts.tsx';
import type { ObservanceGroup } from './observance-groups.ts';
import { checklistOf, ownRecord, saveOwn, tickName, type ChecklistItem } from './own-observance.ts';

interface ChecklistProps {
  readonly group: ObservanceGroup;
  readonly year: number;
  readonly mayWrite: boolean;
}

const FIELD = 'new-item';

export const Checklist = (props: ChecklistProps) => {
  const workbook = useWorkbook();
  const [editing, setEditing] = createSignal(false);
  const [typed, setTyped] = createSignal('');
  const [problem, setProblem] = createSignal<Problem>();
  const items = createMemo(() => checklistOf(ownRecord(props.group), props.year));
  const done = () => items().filter((item) => item.done).length;
  const save = async (values: Values) => {
    const isFirst = props.group.own === undefined;
    const saved = await saveOwn(workbook, props.group, values);
    if (!saved.ok) showToast(problemText(saved.problem));
    else if (isFirst) showToast(s().observance.madeOwn);
    return saved.ok;
  };
  const add = async () => {
    const value = { text: typed(), order: orderBetween(items().at(-1)?.order, undefined) };
    const read = readField(firstTables.campaign.sets.checklist, value);
    setProblem(read.ok ? undefined : read.problem);
    if (!read.ok) return;
    if (await save({ [`checklist/${workbook.newId()}`]: { ...value, text: typed().trim() } })) setTyped('');
    focusAfter(FIELD);
  };
  const remove = async ({ id, text, order }: ChecklistItem) => {
    if (!(await save({ [`checklist/${id}`]: null }))) return;
    showToast(s().observance.removed, {
      label: t().undo,
      do: () => void save({ [`checklist/${id}`]: { text, order } }),
    });
    focusAfter(FIELD);
  };
  return (
    <section class="stack tight" aria-labelledby="checklist">
      <div class="line between">
        <h2 id="checklist">{s().observance.checklist(props.year)}</h2>
        <Show when={items().length > 0}>
          <span class="s dim">{s().observance.done(done(), items().length)}</span>
        </Show>
      </div>
      <Show when={items().length > 0} fallback={<p class="s dim">{s().observance.emptyList}</p>}>
        <ul class="card rows">
          <Keyed each={items()} by={({ id }) => id}>
            {(item) => (
              <li class="line between ticks">
                <Show
                  when={props.mayWrite}
                  fallback={
                    <p>
                      <Icon name={item().done ? 'check' : 'empty'} size={18} /> {item().text}
                    </p>
                  }
                >
                  <Check
                    label={item().text}
                    checked={item().done}
                    onChange={(isDone) =>
                      void save({ [`ticked/${tickName(props.year, item().id)}`]: isDone ? true : null })
                    }
                  />
                  <Show when={editing()}>
                    <button
                      type="button"
                      class="icon-btn"
                      aria-label={s().observance.removeItem(item().text)}
                      onClick={() => void remove(item())}
                    >
                      <Icon name="trash" size={20} />
                    </button>
                  </Show>
                </Show>
              </li>
            )}
          </Keyed>
        </ul>
      </Show>
      <Show when={props.mayWrite}>
        <form
          class="stack tight"
          autocomplete="off"
          novalidate
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
        >
          <TextField
            id={FIELD}
            label={s().observance.newItem}
            value={typed()}
            error={problem() && problemText(problem() ?? { code: 'field/required' })}
            onInput={setTyped}
            after={
              <button type="submit" class="btn">
                <Icon name="plus" size={20} />
                {s().observance.addItem}
              </button>
            }
          />
        </form>
        <Show when={items().length > 0}>
          <p>
            <button type="button" class="btn plain" aria-pressed={editing()} onClick={() => setEditing(!editing())}>
              {editing() ? s().observance.doneEditing : s().observance.editList}
            </button>
          </p>
        </Show>
      </Show>
    </section>
  );
};
