/** Links to other records: a list with its own search, what is linked first, each under the plan that it is of. */
import { createMemo, createSignal, For, Show } from 'solid-js';
import { fold, matchesQuery } from '#domain/folding.ts';
import { groupBy } from '#client/state/tallies.ts';
import { s } from '#client/texts/screens.ts';
import { Check } from '#client/ui/choices.tsx';
import { FieldNotes, TextField } from '#client/ui/fields.tsx';
import type { Linkable } from './links.ts';

interface LinkFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly items: readonly Linkable[];
  readonly chosen: readonly string[];
  readonly single: boolean;
  readonly onChange: (chosen: readonly string[]) => void;
}

/** A list this short is seen at once. */
const SEARCHED_FROM = 8;

export const LinkField = (props: LinkFieldProps) => {
  const [query, setQuery] = createSignal('');
  // Read once, so that a box does not jump away from the finger that ticks it.
  const first = new Set(props.chosen);
  /** A link whose record is not on this device stays, and can be taken away. */
  const all = createMemo(() => {
    const known = new Set(props.items.map((item) => item.id));
    const unknown = props.chosen.filter((id) => !known.has(id));
    return [...props.items, ...unknown.map((id) => ({ id, words: id, group: s().planEdit.unknownLink }))];
  });
  const groups = createMemo(() => {
    const found = all().filter(
      (item) => query().trim() === '' || matchesQuery(fold(`${item.group} ${item.words}`), query()),
    );
    const sorted = [...found].sort((a, b) => Number(first.has(b.id)) - Number(first.has(a.id)));
    return [...groupBy(sorted, (item) => item.group)];
  });
  const toggle = (id: string, isIn: boolean) => {
    const others = props.single ? [] : props.chosen.filter((one) => one !== id);
    props.onChange(isIn ? [...others, id] : others);
  };
  return (
    <fieldset class="group stack tight" id={props.id} tabindex="-1">
      <legend>{props.label}</legend>
      <FieldNotes id={props.id} hint={props.hint} />
      <Show when={all().length > 0} fallback={<p class="s dim">{s().planEdit.nothingToLink}</p>}>
        <Show when={all().length >= SEARCHED_FROM}>
          <TextField
            id={`${props.id}-search`}
            label={s().planEdit.search}
            type="search"
            value={query()}
            onInput={setQuery}
          />
        </Show>
        <div class="checklist" role="group" aria-label={props.label}>
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
                      checked={props.chosen.includes(item.id)}
                      onChange={(isIn) => toggle(item.id, isIn)}
                    />
                  )}
                </For>
              </>
            )}
          </For>
        </div>
      </Show>
    </fieldset>
  );
};
