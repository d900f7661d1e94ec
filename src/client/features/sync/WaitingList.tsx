/** Which records wait to be sent, oldest first, each with its weight, since when it waits, and the way to its page. */
import { createMemo, createSignal, For, Show } from 'solid-js';
import { useWorkbook } from '#client/state/context.ts';
import type { RecordWords } from '#client/texts/record-words.ts';
import { s } from '#client/texts/screens.ts';
import { agoWords } from '#client/texts/words.ts';
import { Icon } from '#client/ui/icons.tsx';
import { StateMark } from '#client/ui/marks.tsx';
import { createNow } from '#client/ui/now.ts';
import { byRecord, type WaitingRecord } from './by-record.ts';
import { createRecordTitle } from './record-title.ts';
import { sizeWords } from '#client/texts/size-words.ts';

const AT_ONCE = 20;

export const WaitingList = (props: { readonly words: RecordWords }) => {
  const workbook = useWorkbook();
  const [shown, setShown] = createSignal(AT_ONCE);
  const records = createMemo(() => byRecord(workbook.waiting()));
  const byKey = createMemo(() => new Map(records().map((record) => [record.key, record])));
  const keys = () =>
    records()
      .slice(0, shown())
      .map((record) => record.key);
  return (
    <Show when={records().length > 0}>
      <section class="stack tight" aria-labelledby="waiting-list">
        <h2 id="waiting-list">{s().sync.list}</h2>
        <ul class="card rows">
          <For each={keys()}>
            {(key) => (
              <Show when={byKey().get(key)}>
                {(record) => (
                  <li>
                    <Row record={record()} words={props.words} />
                  </li>
                )}
              </Show>
            )}
          </For>
        </ul>
        <Show when={records().length > shown()}>
          <button type="button" class="btn" onClick={() => setShown((rows) => rows + AT_ONCE * 5)}>
            {s().sync.more(records().length - shown())}
          </button>
        </Show>
      </section>
    </Show>
  );
};

const Row = (props: { readonly record: WaitingRecord; readonly words: RecordWords }) => {
  const workbook = useWorkbook();
  const now = createNow();
  /** What waits is dated by the server's clock, as far as the phone knows it. */
  const serverNow = () => now() + (workbook.sync().clockAheadMs ?? 0);
  const title = createRecordTitle(workbook, props.words, () => props.record.change);
  const facts = () =>
    [
      sizeWords(props.record.bytes),
      props.record.edits > 1 ? s().sync.edits(props.record.edits) : '',
      s().sync.waitingSince(agoWords(props.record.at, serverNow())),
    ]
      .filter(Boolean)
      .join(' · ');
  const content = () => (
    <>
      <span class="grow titled">
        {title.title()}
        <span class="s dim">{title.about()}</span>
        <span class="s dim">{facts()}</span>
        <Show when={!workbook.me().scopes.includes(props.record.scope)}>
          <span class="s warn">{s().sync.lostScope}</span>
        </Show>
        <StateMark
          icon={props.record.state === 'sending' ? 'sending' : 'device'}
          tone="plain"
          word={s().recordState[props.record.state]}
        />
      </span>
    </>
  );
  return (
    <Show when={title.href()} fallback={<div class="row">{content()}</div>}>
      {(href) => (
        <a class="row" href={href()}>
          {content()}
          <Icon name="next" size={18} />
        </a>
      )}
    </Show>
  );
};
