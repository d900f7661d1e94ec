/** One part of the plan as a list to change: each record opens its form; in order mode it is moved up and down. */
import { createSignal, For, Show } from 'solid-js';
import { orderAtPlace } from '#domain/fractional-order.ts';
import type { PlanFault } from '#domain/plan-faults.ts';
import { useWorkbook } from '#client/state/context.ts';
import type { Saved } from '#client/state/workbook.ts';
import type { PlanTable } from '#domain/tables.ts';
import { problemText } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { EachById } from '#client/ui/Keyed.tsx';
import { focusField } from '#client/ui/focus-field.ts';
import { Icon } from '#client/ui/icons.tsx';
import { showToast } from '#client/ui/toasts.tsx';
import { Faults } from '../Faults.tsx';
import type { PartWords } from './part-words.ts';

export type PartTable = Exclude<PlanTable, 'plan'>;

interface EditListProps<T extends PartTable> {
  readonly plan: string;
  readonly faults: readonly PlanFault[];
  readonly table: T;
  readonly title: string;
  readonly records: readonly Saved<T>[];
  readonly wordsOf: (record: Saved<T>) => PartWords;
}

/** A part this long is folded until it is asked for. */
const FOLDED_FROM = 25;

export const EditList = <T extends PartTable>(props: EditListProps<T>) => (
  <details class="fold part" open={props.records.length < FOLDED_FROM} id={`edit-${props.table}`}>
    <summary>
      <Icon name="next" size={16} />
      <h2>
        {props.title} <span class="dim num">{props.records.length}</span>
      </h2>
    </summary>
    <div class="stack tight">
      <EditRows {...props} />
      <AddLink plan={props.plan} table={props.table} />
    </div>
  </details>
);

export const AddLink = (props: { readonly plan: string; readonly table: PartTable; readonly under?: string }) => (
  <p>
    <a
      class="btn plain"
      href={`/ke-hoach/${props.plan}/soan/${props.table}/moi/sua${props.under === undefined ? '' : `?trong=${props.under}`}`}
    >
      <Icon name="plus" size={20} />
      {s().planEdit.add(s().tables[props.table])}
    </a>
  </p>
);

type EditRowsProps<T extends PartTable> = Omit<EditListProps<T>, 'title'>;

export const EditRows = <T extends PartTable>(props: EditRowsProps<T>) => {
  const workbook = useWorkbook();
  const [ordering, setOrdering] = createSignal(false);
  const move = async (record: Saved<T>, place: number, button: string) => {
    const order = orderAtPlace(props.records, record.id, place);
    if (order === undefined) return;
    const saved = await workbook.save([{ table: props.table, id: record.id, values: { order } }]);
    if (!saved.ok) showToast(problemText(saved.problem));
    // The rows are drawn anew in their new order; the hand stays on its button, or on the other one at an end.
    requestAnimationFrame(() => {
      const isAtEnd = document.getElementById(button)?.hasAttribute('disabled') ?? true;
      focusField(isAtEnd ? button.replace(/^(up|down)/u, (way) => (way === 'up' ? 'down' : 'up')) : button);
    });
  };
  return (
    <Show when={props.records.length > 0} fallback={<p class="s dim">{s().planEdit.nothingYet}</p>}>
      <Show when={props.records.length > 1}>
        <p>
          <button
            type="button"
            class="pick small"
            classList={{ on: ordering() }}
            aria-pressed={ordering()}
            onClick={() => setOrdering(!ordering())}
          >
            {s().planEdit.order}
            <span class="hidden-text">: {s().tables[props.table]}</span>
          </button>
        </p>
      </Show>
      <ul class="card rows">
        <EachById each={props.records}>
          {(record, index) => {
            const words = () => props.wordsOf(record());
            return (
              <li class="line" classList={{ ordering: ordering() }}>
                <a
                  class="row grow"
                  id={record().id}
                  href={`/ke-hoach/${props.plan}/soan/${props.table}/${record().id}/sua`}
                >
                  <span class="grow titled">
                    {words().words}
                    <Show when={words().note}>
                      <span class="s dim">{words().note}</span>
                    </Show>
                    <Faults of={props.faults} at={record().id} />
                  </span>
                  <Show when={!ordering()}>
                    <Icon name="edit" size={18} />
                  </Show>
                </a>
                <Show when={ordering()}>
                  <For each={['up', 'down'] as const}>
                    {(way) => (
                      <button
                        type="button"
                        class="icon-btn"
                        id={`${way}-${record().id}`}
                        disabled={way === 'up' ? index() === 0 : index() === props.records.length - 1}
                        aria-label={s().planEdit.move[way](words().words)}
                        onClick={() => void move(record(), index() + (way === 'up' ? -1 : 1), `${way}-${record().id}`)}
                      >
                        <span aria-hidden="true">{way === 'up' ? '↑' : '↓'}</span>
                      </button>
                    )}
                  </For>
                </Show>
              </li>
            );
          }}
        </EachById>
      </ul>
    </Show>
  );
};
