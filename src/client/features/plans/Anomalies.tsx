/** What is blank, contradictory or misprinted in the document, said at the record that stands on that line of it. */
import { For } from 'solid-js';
import { useWorkbook } from '#client/state/context.ts';
import { s } from '#client/texts/screens.ts';
import { StateMark } from '#client/ui/marks.tsx';

interface AnomaliesProps {
  readonly of: {
    readonly plan?: string | undefined;
    readonly line?: number | undefined;
    readonly document?: string | undefined;
  };
}

export const Anomalies = (props: AnomaliesProps) => {
  const workbook = useWorkbook();
  const plans = workbook.list('plan');
  const found = () => {
    const plan = plans()?.find((one) => one.id === props.of.plan)?.fields;
    // A plan that is put together from several documents tells only of its own lines.
    const isOwn = props.of.document === undefined || props.of.document === plan?.document;
    return isOwn ? (plan?.anomalies ?? []).filter((one) => one.line === props.of.line) : [];
  };
  return (
    <For each={found()}>
      {(one) => <StateMark icon="alert" tone="warn" word={`${one.what} (${s().plan.line(one.line)})`} />}
    </For>
  );
};
