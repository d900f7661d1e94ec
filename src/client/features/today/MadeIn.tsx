/** The old unit that a record was made in, behind what else is said of it; nothing for the own. */
import { Show } from 'solid-js';
import type { Scope } from '#domain/scope.ts';
import { useWorkbook } from '#client/state/context.ts';
import { madeIn } from '#client/state/unit-names.ts';

export const MadeIn = (props: { readonly scope: Scope }) => {
  const workbook = useWorkbook();
  return <Show when={madeIn(workbook, props.scope)}>{(name) => <> · {name()}</>}</Show>;
};
