/** Something made of both values by hand: it begins as the one in use, and the other can be added to it. */
import { createSignal, onMount, Show, untrack } from 'solid-js';
import type { Value } from '#domain/change.ts';
import { yearOf } from '#domain/dates.ts';
import type { Problem } from '#domain/problem.ts';
import type { TableName } from '#domain/tables.ts';
import { useWorkbook } from '#client/state/context.ts';
import { problemText, t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { DateField } from '#client/ui/DateField.tsx';
import { createDirtyMark } from '#client/ui/dirty.ts';
import { LongText, TextField } from '#client/ui/fields.tsx';
import { focusField } from '#client/ui/focus-field.ts';
import { joined, readMerged, typedOf, type MergeKind } from './merged-value.ts';

interface MergeFormProps {
  readonly id: string;
  readonly label: string;
  readonly table: TableName;
  readonly field: string;
  readonly kind: MergeKind;
  readonly inUse: Value;
  readonly other: Value;
  readonly onMerged: (value: Value) => Promise<boolean>;
  readonly onCancel: () => void;
}

export const MergeForm = (props: MergeFormProps) => {
  const workbook = useWorkbook();
  const markDirty = createDirtyMark();
  // Read once: what arrives later must not change what is being typed.
  const [typed, setTyped] = createSignal(untrack(() => typedOf(props.inUse)));
  const [problem, setProblem] = createSignal<Problem>();
  const [busy, setBusy] = createSignal(false);
  const put = (text: string) => {
    setTyped(text);
    markDirty(true);
  };
  const isText = () => props.kind === 'text' || props.kind === 'long-text';
  const error = () => {
    const found = problem();
    return found && problemText(found);
  };
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    const read = readMerged(props.table, props.field, props.kind, typed());
    setProblem(read.ok ? undefined : read.problem);
    if (!read.ok || busy()) return;
    setBusy(true);
    try {
      if (await props.onMerged(read.value)) markDirty(false);
    } finally {
      setBusy(false);
    }
  };
  onMount(() => focusField(untrack(() => props.id)));
  const shared = () => ({ id: props.id, label: props.label, value: typed(), onInput: put, error: error() });
  return (
    <form class="stack" onSubmit={(event) => void save(event)} autocomplete="off" novalidate>
      <Show
        when={props.kind === 'day'}
        fallback={
          <Show when={props.kind === 'long-text'} fallback={<TextField {...shared()} numeric={!isText()} />}>
            <LongText {...shared()} />
          </Show>
        }
      >
        <DateField {...shared()} calendarLabel={t().chooseDay} year={yearOf(workbook.today())} />
      </Show>
      <div class="line">
        <button type="submit" class="btn main" disabled={busy()}>
          {s().conflict.mergeSave}
        </button>
        <Show when={isText()}>
          <button type="button" class="btn" onClick={() => put(joined(props.kind, typed(), typedOf(props.other)))}>
            {s().conflict.insertOther}
          </button>
        </Show>
        <button type="button" class="btn plain" onClick={props.onCancel}>
          {s().cancel}
        </button>
      </div>
    </form>
  );
};
