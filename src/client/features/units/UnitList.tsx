/** Finding a unit: by typing any of its names or its code, or from the top down. */
import { createMemo, For, Show } from 'solid-js';
import { formatDate } from '#domain/dates.ts';
import type { UnitTree } from '#domain/unit-tree.ts';
import { useWorkbook } from '#client/state/context.ts';
import { mayOpenAny } from '#client/state/may-open.ts';
import { t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { Icon } from '#client/ui/icons.tsx';
import { PageHeading } from '#client/ui/PageHeading.tsx';
import { UnitRow } from './UnitRow.tsx';
import type { UnitsKnown } from './units-known.ts';

interface UnitListProps {
  readonly known: UnitsKnown;
  readonly isPage: boolean;
}

export const UnitList = (props: UnitListProps) => {
  const query = () => props.known.query();
  const found = () => props.known.found();
  return (
    <>
      <header>
        <Show when={props.isPage} fallback={<p class="brand">{s().units.title}</p>}>
          <PageHeading documentTitle={t().documentTitle(s().units.title)}>{s().units.title}</PageHeading>
        </Show>
      </header>
      <div class="stack">
        <div class="field" role="search">
          <label class="hidden-text" for="unit-search">
            {s().units.search}
          </label>
          <input
            class="input"
            id="unit-search"
            type="search"
            autocomplete="off"
            placeholder={s().units.searchHint}
            value={query()}
            onInput={(event) => props.known.setQuery(event.currentTarget.value)}
          />
        </div>
        <p class="hidden-text" aria-live="polite">
          {query().trim() === '' ? '' : s().units.found(found().length)}
        </p>
        <Show when={props.known.tree()} fallback={<p class="busy">{t().loading}</p>}>
          {(tree) => (
            <Show when={query().trim() !== ''} fallback={<FromTheTop tree={tree()} />}>
              <Show when={found().length > 0} fallback={<p class="card quiet">{s().units.notFound(query().trim())}</p>}>
                <ul class="card rows">
                  <For each={found()}>
                    {(one) => (
                      <Show when={tree().unit(one.id)}>
                        {(unit) => (
                          <li>
                            <UnitRow unit={unit()} tree={tree()} formerly={one.formerly} />
                          </li>
                        )}
                      </Show>
                    )}
                  </For>
                </ul>
              </Show>
            </Show>
          )}
        </Show>
        <Sources count={props.known.count()} />
        <Administration />
      </div>
    </>
  );
};

const FromTheTop = (props: { readonly tree: UnitTree }) => {
  const workbook = useWorkbook();
  const own = () => workbook.me().unit;
  const below = createMemo(() => props.tree.below(own()));
  const place = () => [...props.tree.above(own()), ...[props.tree.unit(own()) ?? []].flat()];
  return (
    <>
      <section class="stack tight" aria-labelledby="own-place">
        <h2 id="own-place" class="s dim">
          {s().units.ownPlace}
        </h2>
        <ul class="card rows">
          <For each={place()}>
            {(unit) => (
              <li>
                <UnitRow unit={unit} tree={props.tree} />
              </li>
            )}
          </For>
        </ul>
      </section>
      <Show when={mayOpenAny(workbook.me()) && below().length > 0}>
        <section class="stack tight" aria-labelledby="below-own">
          <h2 id="below-own" class="s dim">
            {s().units.open.below}
          </h2>
          <p class="s">{s().units.open.belowLead}</p>
          <ul class="card rows">
            <For each={below()}>
              {(unit) => (
                <li>
                  <UnitRow unit={unit} tree={props.tree} />
                </li>
              )}
            </For>
          </ul>
        </section>
      </Show>
      <section class="stack tight" aria-labelledby="from-the-top">
        <h2 id="from-the-top" class="s dim">
          {s().units.fromTheTop}
        </h2>
        <ul class="card rows">
          <For each={props.tree.roots}>
            {(unit) => (
              <li>
                <UnitRow unit={unit} tree={props.tree} note={s().units.below(props.tree.below(unit.id).length)} />
              </li>
            )}
          </For>
        </ul>
      </section>
    </>
  );
};

const Administration = () => {
  const workbook = useWorkbook();
  return (
    <Show when={workbook.me().role === 'administrator'}>
      <p>
        <a class="btn" href="/don-vi/quan-tri">
          <Icon name="edit" size={20} />
          {s().unitAdmin.title}
        </a>
      </p>
    </Show>
  );
};

/** Who published what stands here, and of which day it is. */
const Sources = (props: { readonly count: number }) => {
  const workbook = useWorkbook();
  const lists = workbook.list('unit-list');
  const latest = () =>
    [...(lists() ?? [])]
      .sort(({ fields: a }, { fields: b }) => (a.dated < b.dated ? 1 : -1))
      .map(({ fields }) => fields);
  return (
    <div class="s dim">
      <p>{s().units.count(props.count)}</p>
      <For each={latest()}>
        {({ source, dated, units }) => <p>{s().units.source(source, formatDate(dated), units)}</p>}
      </For>
    </div>
  );
};
