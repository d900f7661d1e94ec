/** What a reading rests on: its source and papers in words, and links to the activities and documents. */
import { For, Show } from 'solid-js';
import type { Reading } from '#domain/records/measure.ts';
import { useWorkbook } from '#client/state/context.ts';
import { s } from '#client/texts/screens.ts';

export const EvidenceOf = (props: { readonly reading: Reading }) => {
  const workbook = useWorkbook();
  const documents = workbook.list('document');
  const told = () =>
    [
      props.reading.source,
      props.reading.evidence && s().reading.basedOn(props.reading.evidence),
      props.reading.outlier && s().reading.reasonOf(props.reading.outlier),
      props.reading.note,
    ].filter(Boolean);
  const documentWords = (id: string): string => {
    const found = documents()?.find((one) => one.id === id)?.fields;
    return found === undefined ? id : [found.number, found.subject].filter(Boolean).join(' · ');
  };
  return (
    <>
      <Show when={told().length > 0}>
        <p class="s dim">{told().join(' · ')}</p>
      </Show>
      <ul class="bullets">
        <For each={Object.keys(props.reading.activities)}>{(id) => <ActivityLink id={id} />}</For>
        <For each={Object.keys(props.reading.documents)}>
          {(id) => (
            <li class="s">
              <a href={`/so/van-ban/${id}`}>{documentWords(id)}</a>
            </li>
          )}
        </For>
      </ul>
    </>
  );
};

const ActivityLink = (props: { readonly id: string }) => {
  const workbook = useWorkbook();
  const activity = workbook.activity(() => props.id);
  return (
    <li class="s">
      <a href={`/hoat-dong/${props.id}`}>{activity()?.fields.title ?? props.id}</a>
    </li>
  );
};
