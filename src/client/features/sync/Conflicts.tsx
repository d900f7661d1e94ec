/** Where two people wrote at once, or something is held: those that ask this person first, those that are settled folded away. */
import { createMemo, createSignal, For, Match, Show, Switch } from 'solid-js';
import { asksOf, isOpen } from '#client/state/conflicts.ts';
import { useWorkbook } from '#client/state/context.ts';
import type { RecordWords } from '#client/texts/record-words.ts';
import { s } from '#client/texts/screens.ts';
import { Icon } from '#client/ui/icons.tsx';
import type { Conflict } from './conflict-sides.ts';
import { DeletionConflict } from './DeletionConflict.tsx';
import { FieldConflict } from './FieldConflict.tsx';
import { HeldConflict } from './HeldConflict.tsx';
import { OrphanConflict } from './OrphanConflict.tsx';
import { CONFLICTS } from './places.ts';
import { SettledConflict } from './SettledConflict.tsx';

const SETTLED_AT_ONCE = 50;

const newestFirst = (a: Conflict, b: Conflict): number => b.fields.at - a.fields.at;

export const Conflicts = (props: { readonly words: RecordWords }) => {
  const workbook = useWorkbook();
  const all = workbook.list('conflict');
  const me = () => workbook.me();
  const open = createMemo(() =>
    (all() ?? [])
      .filter(
        (one) => isOpen(one) && !(one.fields.kind !== 'field' && one.fields.kind !== 'delete' && !asksOf(me(), one)),
      )
      .sort((a, b) => Number(asksOf(me(), b)) - Number(asksOf(me(), a)) || newestFirst(a, b)),
  );
  const [shown, setShown] = createSignal(SETTLED_AT_ONCE);
  const settled = createMemo(() => (all() ?? []).filter((one) => !isOpen(one)).sort(newestFirst));
  const byId = createMemo(() => new Map(open().map((one) => [one.id, one])));
  const ids = () => open().map((one) => one.id);
  return (
    <Show when={open().length + settled().length > 0}>
      <section class="stack" aria-labelledby={CONFLICTS}>
        <h2 id={CONFLICTS} tabindex="-1">
          {s().conflict.title}
        </h2>
        <Show when={open().length > 0} fallback={<p class="card quiet dim">{s().conflict.none}</p>}>
          <p class="dim">{s().conflict.lead}</p>
          <For each={ids()}>
            {(id) => <Show when={byId().get(id)}>{(one) => <OneConflict conflict={one()} words={props.words} />}</Show>}
          </For>
        </Show>
        <Show when={settled().length > 0}>
          <details class="fold">
            <summary>
              <Icon name="next" size={16} />
              {s().conflict.settled(settled().length)}
            </summary>
            <ul class="card rows">
              <For each={settled().slice(0, shown())}>
                {(one) => (
                  <li class="row">
                    <SettledConflict conflict={one} words={props.words} />
                  </li>
                )}
              </For>
            </ul>
            <Show when={settled().length > shown()}>
              <button type="button" class="btn" onClick={() => setShown((rows) => rows + SETTLED_AT_ONCE)}>
                {s().conflict.more}
              </button>
            </Show>
            <p class="s dim">{s().conflict.historyNote}</p>
          </details>
        </Show>
      </section>
    </Show>
  );
};

interface OneConflictProps {
  readonly conflict: Conflict;
  readonly words: RecordWords;
}

const OneConflict = (props: OneConflictProps) => (
  <Switch>
    <Match when={props.conflict.fields.kind === 'field'}>
      <FieldConflict {...props} />
    </Match>
    <Match when={props.conflict.fields.kind === 'delete'}>
      <DeletionConflict {...props} />
    </Match>
    <Match when={props.conflict.fields.kind === 'orphan'}>
      <OrphanConflict {...props} />
    </Match>
    <Match when={props.conflict.fields.kind === 'held'}>
      <HeldConflict {...props} />
    </Match>
  </Switch>
);
