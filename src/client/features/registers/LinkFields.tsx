/** What a row is linked to: campaigns, a plan, tasks; tasks have a search of their own, and what is linked stands first. */
import { createMemo, createSignal, For, Show } from 'solid-js';
import { fold, matchesQuery } from '#domain/folding.ts';
import { useWorkbook } from '#client/state/context.ts';
import { campaignsByDay, inPrintedOrder } from '#client/state/list-order.ts';
import { shownPlans } from '#client/state/plan-kinship.ts';
import { s } from '#client/texts/screens.ts';
import { Check, PickChecks } from '#client/ui/choices.tsx';
import { TextField } from '#client/ui/fields.tsx';
import { SelectField } from '#client/ui/SelectField.tsx';

interface SetProps {
  readonly id: string;
  readonly label: string;
  readonly chosen: readonly string[];
  readonly onToggle: (id: string, isIn: boolean) => void;
}

export const CampaignPicks = (props: SetProps) => {
  const workbook = useWorkbook();
  const campaigns = workbook.list('campaign');
  return (
    <Show when={campaignsByDay(campaigns() ?? [])}>
      {(all) => (
        <PickChecks
          legend={props.label}
          options={all().map((one) => ({ value: one.id, label: one.fields.name }))}
          chosen={props.chosen}
          onToggle={props.onToggle}
        />
      )}
    </Show>
  );
};

interface PlanChoiceProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onInput: (id: string) => void;
  readonly error?: string | undefined;
}

export const PlanChoice = (props: PlanChoiceProps) => {
  const workbook = useWorkbook();
  const plans = workbook.list('plan');
  const options = createMemo(() =>
    shownPlans(plans() ?? []).map(({ id, fields }) => ({
      value: id,
      label: [fields.number, fields.title].filter(Boolean).join(' · '),
    })),
  );
  return (
    <SelectField
      id={props.id}
      label={props.label}
      value={props.value}
      options={[{ value: '', label: s().registers.noChoice }, ...options()]}
      onChange={props.onInput}
      error={props.error}
    />
  );
};

export const TaskLinks = (props: SetProps) => {
  const workbook = useWorkbook();
  const tasks = workbook.list('task');
  const [query, setQuery] = createSignal('');
  // Read once, so that a box does not jump away from the finger that ticks it.
  const first = new Set(props.chosen);
  const found = createMemo(() => {
    const matching = inPrintedOrder(tasks() ?? []).filter(
      ({ fields }) =>
        query().trim() === '' ||
        matchesQuery(fold(`${fields.section} ${fields.sectionTitle ?? ''} ${fields.text}`), query()),
    );
    return [...matching.filter(({ id }) => first.has(id)), ...matching.filter(({ id }) => !first.has(id))];
  });
  return (
    <Show when={(tasks() ?? []).length > 0}>
      <fieldset class="group stack tight">
        <legend>{props.label}</legend>
        <TextField
          id={`${props.id}-search`}
          label={s().registers.taskSearch}
          type="search"
          value={query()}
          onInput={setQuery}
        />
        <div class="checklist" role="group" aria-label={props.label}>
          <For each={found()}>
            {(task) => (
              <Check
                label={task.fields.text}
                note={task.fields.section}
                checked={props.chosen.includes(task.id)}
                onChange={(isIn) => props.onToggle(task.id, isIn)}
              />
            )}
          </For>
        </div>
      </fieldset>
    </Show>
  );
};
