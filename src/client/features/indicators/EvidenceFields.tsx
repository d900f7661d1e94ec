/** Where a figure can be looked up: its source, papers in words, and the activities and documents of its period. */
import { createMemo, createSignal, For, Show, type JSX } from 'solid-js';
import { fold, matchesQuery } from '#domain/folding.ts';
import { daysWords } from '#client/texts/words.ts';
import { periodRange } from '#domain/periods.ts';
import { useWorkbook } from '#client/state/context.ts';
import { s } from '#client/texts/screens.ts';
import { Check } from '#client/ui/choices.tsx';
import { LongText, TextField } from '#client/ui/fields.tsx';
import { Icon } from '#client/ui/icons.tsx';
import { Told } from '#client/ui/Told.tsx';
import type { ReadingForm, TextName } from './reading-form.ts';

interface EvidenceProps {
  readonly prefix: string;
  readonly form: ReadingForm;
  readonly onChange: (change: Partial<ReadingForm>) => void;
  readonly error: (field: string) => string | undefined;
  readonly told: (field: TextName) => readonly string[];
}

/** Where it was looked up, in words. */
export const EvidenceTexts = (props: EvidenceProps) => {
  const text = (name: 'source' | 'evidence', label: () => string, hint: () => string) => (
    <div>
      <TextField
        id={`${props.prefix}-${name}`}
        label={label()}
        hint={hint()}
        value={props.form[name]}
        onInput={(value) => props.onChange({ [name]: value })}
        error={props.error(name)}
      />
      <Told lines={props.told(name)} />
    </div>
  );
  return (
    <>
      <div class="two">
        {text(
          'source',
          () => s().measure.source,
          () => s().measure.sourceHint,
        )}
        {text(
          'evidence',
          () => s().reading.evidence,
          () => s().reading.evidenceHint,
        )}
      </div>
      <div>
        <LongText
          id={`${props.prefix}-note`}
          label={s().measure.note}
          value={props.form.note}
          onInput={(note) => props.onChange({ note })}
          error={props.error('note')}
        />
        <Told lines={props.told('note')} />
      </div>
    </>
  );
};

interface FoldProps extends Pick<EvidenceProps, 'prefix' | 'form' | 'onChange'> {
  readonly summary: string;
  /** What stands before the links. */
  readonly children?: JSX.Element;
}

/** Activities and documents are listed once the fold is opened: a page may hold many readings. */
export const EvidenceFold = (props: FoldProps) => {
  const [open, setOpen] = createSignal(false);
  return (
    <details class="fold" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Icon name="next" size={16} />
        {props.summary}
      </summary>
      <div class="stack wide">
        {props.children}
        <Show when={open()}>
          <EvidenceLinks prefix={props.prefix} form={props.form} onChange={props.onChange} />
        </Show>
      </div>
    </details>
  );
};

interface Linkable {
  readonly id: string;
  readonly words: string;
}

/** A list this short is seen at once. */
const SEARCHED_FROM = 8;

const EvidenceLinks = (props: Pick<EvidenceProps, 'prefix' | 'form' | 'onChange'>) => {
  const workbook = useWorkbook();
  const documents = workbook.list('document');
  const log = createMemo(() => {
    const range = periodRange(props.form.period);
    return workbook.activitiesBetween(() => range);
  });
  const activities = createMemo(() =>
    (log()() ?? []).map(({ id, from, to, title }) => ({ id, words: `${daysWords(from, to)} ${title}` })),
  );
  const issued = createMemo(() =>
    (documents() ?? []).map(({ id, fields }) => ({
      id,
      words: [fields.number, fields.subject].filter(Boolean).join(' · '),
    })),
  );
  return (
    <>
      <Show when={activities().length + issued().length === 0}>
        <p class="s dim">{s().reading.evidenceNone}</p>
      </Show>
      <Links
        id={`${props.prefix}-activities`}
        label={s().reading.evidenceActivities}
        items={activities()}
        chosen={props.form.activities}
        onChange={(chosen) => props.onChange({ activities: chosen })}
      />
      <Links
        id={`${props.prefix}-documents`}
        label={s().reading.evidenceDocuments}
        items={issued()}
        chosen={props.form.documents}
        onChange={(chosen) => props.onChange({ documents: chosen })}
      />
    </>
  );
};

interface LinksProps {
  readonly id: string;
  readonly label: string;
  readonly items: readonly Linkable[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

const Links = (props: LinksProps) => {
  const [query, setQuery] = createSignal('');
  // Read once, so that a box does not jump away from the finger that ticks it.
  const first = new Set(props.chosen);
  /** A link whose record is of another period, or not on this device, stays, and can be taken away. */
  const all = createMemo(() => {
    const known = new Set(props.items.map(({ id }) => id));
    return [...props.items, ...props.chosen.filter((id) => !known.has(id)).map((id) => ({ id, words: id }))];
  });
  const found = createMemo(() =>
    all()
      .filter(({ words }) => query().trim() === '' || matchesQuery(fold(words), query()))
      .sort((a, b) => Number(first.has(b.id)) - Number(first.has(a.id))),
  );
  return (
    <Show when={all().length > 0}>
      <fieldset class="group stack tight">
        <legend>{props.label}</legend>
        <Show when={all().length >= SEARCHED_FROM}>
          <TextField
            id={`${props.id}-search`}
            label={s().reading.evidenceSearch}
            type="search"
            value={query()}
            onInput={setQuery}
          />
        </Show>
        <div class="checklist" role="group" aria-label={props.label}>
          <For each={found()}>
            {(item) => (
              <Check
                label={item.words}
                checked={props.chosen.includes(item.id)}
                onChange={(isIn) => {
                  const others = props.chosen.filter((one) => one !== item.id);
                  props.onChange(isIn ? [...others, item.id] : others);
                }}
              />
            )}
          </For>
        </div>
      </fieldset>
    </Show>
  );
};
