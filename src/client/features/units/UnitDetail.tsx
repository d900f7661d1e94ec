/** One unit: what it is and was called, since when and until when it is there, who is above, below, before and after it. */
import { createMemo, For, Show, type JSX } from 'solid-js';
import { addDays, formatDate, type LocalDate } from '#domain/dates.ts';
import { asOn } from '#domain/held.ts';
import type { UnitLine } from '#domain/records/unit.ts';
import { hasEndedBy, type Heritage, type UnitOfTree, type UnitTree } from '#domain/unit-tree.ts';
import { useWorkbook } from '#client/state/context.ts';
import { mayOpen } from '#client/state/may-open.ts';
import { t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { Icon } from '#client/ui/icons.tsx';
import { PageHeading } from '#client/ui/PageHeading.tsx';
import { OpenWork } from './OpenWork.tsx';
import { UnitRow } from './UnitRow.tsx';

interface UnitDetailProps {
  readonly unit: UnitOfTree;
  readonly tree: UnitTree;
  readonly lines: readonly UnitLine[];
}

export const BackLink = () => (
  <a class="back" href="/don-vi">
    <Icon name="back" size={20} />
    {s().units.title}
  </a>
);

export const UnitDetail = (props: UnitDetailProps) => {
  const workbook = useWorkbook();
  const today = () => workbook.today();
  const fields = () => props.unit.fields;
  const held = () => asOn(fields(), today());
  const below = createMemo(() => props.tree.below(props.unit.id));
  const after = () => props.tree.carriedOnBy(props.unit.id);
  return (
    <article class="page stack wide">
      <header class="stack tight">
        <BackLink />
        <p class="s dim">
          {[held().kind, props.unit.fields.level ? s().levels[props.unit.fields.level] : '']
            .filter((part) => part !== '')
            .join(' · ')}
        </p>
        <PageHeading documentTitle={t().documentTitle(held().name)}>{held().name}</PageHeading>
        <div class="chips">
          <Show when={held().officialCode}>{(code) => <span class="chip">{s().units.code(code())}</span>}</Show>
          <Show when={props.unit.id === workbook.me().unit}>
            <span class="chip">{s().units.own}</span>
          </Show>
          <Show when={hasEndedBy(props.unit, today())}>
            <span class="chip sunk">{s().units.endedOn(formatDate(fields().to ?? ''))}</span>
          </Show>
        </div>
      </header>
      <Show when={hasEndedBy(props.unit, today()) && after().length > 0}>
        <section class="card warned">
          <p>{s().units.endedNote}</p>
          <Show when={props.unit.id === workbook.me().unit}>
            <p>{s().units.endedOwn}</p>
          </Show>
        </section>
      </Show>
      <Show when={mayOpen(workbook.me(), props.unit.id, props.lines, today())}>
        <OpenWork unit={props.unit.id} />
      </Show>
      <Names unit={props.unit} today={today()} />
      <Heirs id="carried-on-by" title={s().units.carriedOnBy} heirs={after()} tree={props.tree} />
      <Heirs
        id="carries-on"
        title={s().units.carriesOn}
        heirs={props.tree.carriesOn(props.unit.id)}
        tree={props.tree}
        note={s().units.carriesOnNote}
      />
      <Rows id="above" title={s().units.above} units={props.tree.above(props.unit.id)} tree={props.tree} />
      <Rows
        id="below"
        title={`${s().units.belowTitle} · ${s().units.below(below().length)}`}
        units={below()}
        tree={props.tree}
      />
    </article>
  );
};

interface Called {
  readonly name: string;
  readonly kind: string;
  readonly code: string;
  readonly from: LocalDate | undefined;
  readonly until: LocalDate | undefined;
}

/** What it was called in each of its times, the latest first. */
const timesOf = ({ fields }: UnitOfTree): readonly Called[] => {
  const changes = (fields.former ?? []).map(({ until }) => until).sort();
  const ends = [...changes, fields.to];
  const begins = [fields.from, ...changes.map((until) => addDays(until, 1))];
  return begins
    .map((from, index): Called => {
      const until = ends[index];
      const held = asOn(fields, until ?? '9999-12-31');
      return { name: held.name, kind: held.kind, code: held.officialCode ?? '', from, until };
    })
    .reverse();
};

const Names = (props: { readonly unit: UnitOfTree; readonly today: LocalDate }) => {
  const times = createMemo(() => timesOf(props.unit));
  const daysOf = ({ from, until }: Called): string =>
    s().units.days(from === undefined ? '' : formatDate(from), until === undefined ? '' : formatDate(until));
  return (
    <section class="stack tight" aria-labelledby="names">
      <h2 id="names">{s().units.names}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{s().units.name}</th>
            <th scope="col">{s().units.validity}</th>
          </tr>
        </thead>
        <tbody>
          <For each={times()}>
            {(time) => (
              <tr>
                <td>
                  {time.name}
                  <p class="s dim">
                    {[time.kind, time.code === '' ? '' : s().units.code(time.code)].filter(Boolean).join(' · ')}
                  </p>
                </td>
                <td>{daysOf(time)}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </section>
  );
};

interface PartProps {
  readonly id: string;
  readonly title: string;
  readonly tree: UnitTree;
}

const Part = (props: {
  readonly id: string;
  readonly title: string;
  readonly note?: string | undefined;
  readonly children: JSX.Element;
}) => (
  <section class="stack tight" aria-labelledby={props.id}>
    <h2 id={props.id}>{props.title}</h2>
    <Show when={props.note}>
      <p class="s dim">{props.note}</p>
    </Show>
    <ul class="card rows">{props.children}</ul>
  </section>
);

const Heirs = (props: PartProps & { readonly heirs: readonly Heritage[]; readonly note?: string }) => (
  <Show when={props.heirs.length > 0}>
    <Part id={props.id} title={props.title} note={props.note}>
      <For each={props.heirs}>
        {({ unit, from }) => (
          <li>
            <UnitRow
              unit={unit}
              tree={props.tree}
              note={from === undefined ? undefined : s().units.since(formatDate(from))}
            />
          </li>
        )}
      </For>
    </Part>
  </Show>
);

const Rows = (props: PartProps & { readonly units: readonly UnitOfTree[] }) => (
  <Show when={props.units.length > 0}>
    <Part id={props.id} title={props.title}>
      <For each={props.units}>
        {(unit) => (
          <li>
            <UnitRow unit={unit} tree={props.tree} />
          </li>
        )}
      </For>
    </Part>
  </Show>
);
