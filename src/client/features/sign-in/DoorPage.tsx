/** The calm page that stands before the workbook: who we are, one question, nothing else. */
import { Show, type JSX } from 'solid-js';
import { t } from '#client/texts/current.ts';
import { ErrorSummary } from '#client/ui/ErrorSummary.tsx';
import { PageHeading } from '#client/ui/PageHeading.tsx';

interface DoorPageProps {
  readonly title: string;
  readonly lead?: JSX.Element;
  readonly error?: string | undefined;
  readonly children: JSX.Element;
}

export const DoorPage = (props: DoorPageProps) => (
  <main class="door">
    <p class="brand">{t().productName}</p>
    <div class="stack tight">
      <PageHeading documentTitle={t().documentTitle(props.title)}>{props.title}</PageHeading>
      <Show when={props.lead}>
        <div class="dim">{props.lead}</div>
      </Show>
    </div>
    <Show when={props.error}>{(error) => <ErrorSummary title={error()} lines={[]} />}</Show>
    {props.children}
  </main>
);
