/** What is blank or contradictory, said beside the record at which it stands. */
import { For } from 'solid-js';
import type { PlanFault } from '#domain/plan-faults.ts';
import { StateMark } from '#client/ui/marks.tsx';
import { faultWords } from './fault-words.ts';

export const Faults = (props: { readonly of: readonly PlanFault[]; readonly at: string }) => (
  <For each={props.of.filter((fault) => fault.at === props.at)}>
    {(fault) => <StateMark icon="alert" tone="warn" word={faultWords(fault)} />}
  </For>
);
