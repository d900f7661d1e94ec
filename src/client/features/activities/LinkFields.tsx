/** Links to tasks and measures: a list with a search of its own, grouped as the plan groups them; what is linked stands first. */
import { createMemo, createSignal, For, Show } from 'solid-js';
import { fold, matchesQuery } from '#domain/folding.ts';
import { useWorkbook } from '#client/state/context.ts';
import { groupBy } from '#client/state/tallies.ts';
import { inPrintedOrder } from '#client/state/list-order.ts';
import type { Saved } from '#client/state/workbook.ts';
import { s } from '#client/texts/screens.ts';
import { Check } from '#client/ui/choices.tsx';
import { TextField } from '#client/ui/fields.tsx';
import { campaignsByDate } from './campaigns-by-date.ts';
import { fieldId, toggled, type PartProps } from './form-control.ts';

interface Linkable {
  readonly id: string;
  readonly group: string;
  readonly words: string;
  readonly note?: string | undefined;
}

interface LinkListProps {
  readonly id: string;
  readonly legend: string;
  readonly search: string;
  readonly items: readonly Linkable[];
  readonly chosen: readonly string[];
  readonly onToggle: (id: string, isIn: boolean) => void;
}

const LinkList = (props: LinkListProps) => {
  const [query, setQuery] = createSignal('');
  // Read once, so that a box does not jump away from the finger that ticks it.
  const first = new Set(props.chosen);
  const groups = createMemo(() => {
    const found = props.items.filter(
      (item) =>
        query().trim() === '' ||
        matchesQuery(fold([item.group, item.words, item.note].filter(Boolean).join(' ')), query()),
    );
    return [
      ...groupBy(
        [...found].sort((a, b) => Number(first.has(b.id)) - Number(first.has(a.id))),
        (item) => item.group,
      ),
    ];
  });
  return (
    <fieldset class="group stack tight">
      <legend>{props.legend}</legend>
      <TextField id={`${props.id}-search`} label={props.search} type="search" value={query()} onInput={setQuery} />
      <div class="checklist" role="group" aria-label={props.legend}>
        <For each={groups()}>
          {([group, items]) => (
            <>
              <Show when={group}>
                <p class="s dim">
                  <b>{group}</b>
                </p>
              </Show>
              <For each={items}>
                {(item) => (
                  <Check
                    label={item.words}
                    note={item.note}
                    checked={props.chosen.includes(item.id)}
                    onChange={(isIn) => props.onToggle(item.id, isIn)}
                  />
                )}
              </For>
            </>
          )}
        </For>
      </div>
    </fieldset>
  );
};

export const LinkedTasks = (props: PartProps) => {
  const workbook = useWorkbook();
  const tasks = workbook.list('task');
  const campaigns = workbook.list('campaign');
  const around = createMemo(() =>
    campaignsByDate(props.control.form, workbook.today(), campaigns() ?? []).map((campaign) => campaign.id),
  );
  /** Tasks of a campaign that the days fall into are the likeliest: they stand first, under their own head. */
  const items = createMemo(() => {
    const isLikely = ({ fields }: Saved<'task'>) => around().some((id) => Object.hasOwn(fields.campaigns, id));
    const printed = inPrintedOrder(tasks() ?? []);
    return [...printed.filter(isLikely), ...printed.filter((task) => !isLikely(task))].map((task) => ({
      id: task.id,
      group: isLikely(task)
        ? s().activity.suggestedLinks
        : [task.fields.section, task.fields.sectionTitle].filter(Boolean).join(' · '),
      words: task.fields.text,
    }));
  });
  return (
    <LinkList
      id={fieldId('tasks')}
      legend={s().activity.tasks}
      search={s().activity.taskSearch}
      items={items()}
      chosen={props.control.form.tasks}
      onToggle={(id, isIn) => props.control.set({ tasks: toggled(props.control.form.tasks, id, isIn) })}
    />
  );
};

export const LinkedMeasures = (props: PartProps) => {
  const workbook = useWorkbook();
  const measures = workbook.list('measure');
  const plans = workbook.list('plan');
  /** Which plan it is from, for two plans may measure the same. */
  const planWords = (id: string): string | undefined => {
    const plan = plans()?.find((one) => one.id === id);
    return plan && (plan.fields.number ?? plan.fields.title);
  };
  const items = createMemo(() => {
    const offered = (measures() ?? []).filter(
      (measure) => measure.fields.source !== 'from-above' && measure.fields.kind !== 'cadence',
    );
    const names = groupBy(offered, (measure) => measure.fields.title);
    return inPrintedOrder(offered).map((measure) => ({
      id: measure.id,
      group: '',
      words: measure.fields.title,
      note: (names.get(measure.fields.title)?.length ?? 0) > 1 ? planWords(measure.fields.plan) : undefined,
    }));
  });
  return (
    <LinkList
      id={fieldId('measures')}
      legend={s().activity.measures}
      search={s().activity.measureSearch}
      items={items()}
      chosen={props.control.form.measures}
      onToggle={(id, isIn) => props.control.set({ measures: toggled(props.control.form.measures, id, isIn) })}
    />
  );
};
