/** What a list would do or has done, in counts; or what is wrong with it, by the lines of the file. */
import { For, Show, type JSX } from 'solid-js';
import type { ImportedUnits } from '#client/state/administration.ts';
import { s } from '#client/texts/screens.ts';
import { faultWords, type Fault } from './fault-words.ts';

const order = ['added', 'changed', 'unchanged', 'notNamed'] as const;

interface CountsProps {
  readonly title: string;
  readonly counts: ImportedUnits;
  readonly children?: JSX.Element;
}

export const Counts = (props: CountsProps) => (
  <section class="card stack tight" aria-label={props.title}>
    <h3>{props.title}</h3>
    <dl class="pairs">
      <For each={order}>
        {(name) => (
          <>
            <dt>{s().unitAdmin.list.counts[name]}</dt>
            <dd>{s().unitAdmin.list.units(props.counts[name])}</dd>
          </>
        )}
      </For>
    </dl>
    {props.children}
  </section>
);

const SHOWN = 50;

export const Faults = (props: { readonly faults: readonly Fault[]; readonly count: number }) => (
  <section class="card warned stack tight" aria-label={s().unitAdmin.list.faults(props.count)}>
    <h3>{s().unitAdmin.list.faults(props.count)}</h3>
    <ul class="stack tight">
      <For each={props.faults.slice(0, SHOWN)}>{(one) => <li>{faultWords(one)}</li>}</For>
    </ul>
    <Show when={props.count > SHOWN}>
      <p>{s().unitAdmin.list.moreFaults(props.count - SHOWN)}</p>
    </Show>
  </section>
);
