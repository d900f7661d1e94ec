/**
 * Opens the form of a reading on what there is: a new one, one to correct, a refused one, or a draft left behind.
 * The form itself is only made when all of that has been read, so that nothing typed is overwritten afterwards.
 */
import { createSignal, Show, untrack } from 'solid-js';
import { CREATED } from '#domain/change.ts';
import { yearOf } from '#domain/dates.ts';
import { readingId } from '#domain/records/measure.ts';
import { createClaim } from '#client/state/claim-draft.ts';
import { useWorkbook } from '#client/state/context.ts';
import type { Refused, Saved } from '#client/state/workbook.ts';
import { t } from '#client/texts/current.ts';
import { ReadingCard } from './ReadingCard.tsx';
import { parseReadingDraft, startOn, startOnRefused, type ReadingStart } from './reading-start.ts';

interface ReadingEditorProps {
  readonly measure: Saved<'measure'>;
  readonly edited: Saved<'reading'> | undefined;
  readonly refused: Refused | undefined;
  readonly readings: readonly Saved<'reading'>[];
  readonly onClose: () => void;
}

interface Opened {
  readonly start: ReadingStart;
  readonly recovered: boolean;
  readonly draftKey: string;
  readonly edits: boolean;
  readonly refused: Refused | undefined;
}

export const ReadingEditor = (props: ReadingEditorProps) => {
  const workbook = useWorkbook();
  const { edited, refused } = untrack(() => ({ edited: props.edited, refused: props.refused }));
  const change = refused?.changes.find((one) => one.table === 'reading');
  const base = untrack(() => `reading:${change?.id ?? edited?.id ?? `new:${props.measure.id}`}`);
  const saved = (id: string) => props.readings.find((reading) => reading.id === id)?.fields;

  const fresh = (): ReadingStart => {
    const { agency, unit } = workbook.me();
    const period = String(yearOf(workbook.today()));
    if (change) return startOnRefused(change, saved(change.id)) ?? startOn(agency, period, undefined);
    if (edited) return startOn(edited.fields.agency, edited.fields.period, edited.fields);
    return startOn(agency, period, saved(readingId({ measure: props.measure.id, unit, agency, period })));
  };
  const [opened, setOpened] = createSignal<Opened>();
  const open = (draftKey: string, draft: unknown) => {
    const kept = parseReadingDraft(draft);
    const edits = change ? !change.values[CREATED] : edited !== undefined;
    setOpened({ start: kept ?? untrack(fresh), recovered: kept !== undefined, draftKey, edits, refused });
  };
  void createClaim(workbook.drafts)(base).then(({ key, kept }) => open(key, kept));

  return (
    <Show when={opened()} keyed fallback={<p class="busy">{t().loading}</p>}>
      {(found) => <ReadingCard {...found} measure={props.measure} readings={props.readings} onClose={props.onClose} />}
    </Show>
  );
};
