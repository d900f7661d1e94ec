/** The parts of a plan that are only read: legal bases and lists of short lines. */
import { createMemo, For, Show } from 'solid-js';
import { formatPartialDate } from '#domain/dates.ts';
import { useWorkbook } from '#client/state/context.ts';
import type { Saved } from '#client/state/workbook.ts';
import { s } from '#client/texts/screens.ts';
import { Fold } from './Fold.tsx';

interface BulletsProps {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly string[];
}

export const Bullets = (props: BulletsProps) => (
  <Show when={props.lines.length > 0}>
    <Fold id={props.id} title={props.title} count={props.lines.length}>
      <ul class="bullets">
        <For each={props.lines}>{(line) => <li>{line}</li>}</For>
      </ul>
    </Fold>
  </Show>
);

const said = ({ fields }: Saved<'basis'>): string =>
  [fields.number, fields.subject, fields.date && formatPartialDate(fields.date), fields.issuer]
    .filter(Boolean)
    .join(' · ');

export const Bases = (props: { readonly plan: string }) => {
  const workbook = useWorkbook();
  const bases = workbook.list('basis');
  const lines = createMemo(() =>
    (bases() ?? [])
      .filter((basis) => basis.fields.plan === props.plan)
      .sort((a, b) => (a.fields.order < b.fields.order ? -1 : 1))
      .map((basis) => `${said(basis)} (${s().basisRelations[basis.fields.relation]})`),
  );
  return <Bullets id="bases" title={s().plan.bases} lines={lines()} />;
};
