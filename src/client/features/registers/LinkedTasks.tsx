/** The tasks that a row is linked to, each with its way to it. */
import { createMemo, For, Show } from 'solid-js';
import { useWorkbook } from '#client/state/context.ts';
import { t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { Icon } from '#client/ui/icons.tsx';
import type { Given } from './rows.ts';

export const LinkedTasks = (props: { readonly fields: Given }) => {
  const workbook = useWorkbook();
  const tasks = workbook.list('task');
  const linked = createMemo(() => {
    const ids = new Set(Object.keys(Object(props.fields['tasks'])));
    return (tasks() ?? []).filter((task) => ids.has(task.id));
  });
  return (
    <Show when={linked().length > 0}>
      <section class="stack tight">
        <h2>{s().activity.tasks}</h2>
        <ul class="card rows">
          <For each={linked()}>
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
  );
};
