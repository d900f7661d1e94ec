/** One refused record: why, what it says, and the ways on. Nothing leaves before the person says so. */
import { createSignal, Show } from 'solid-js';
import { saveFile } from '#client/device/files.ts';
import { copyText, mayShare, shareText } from '#client/device/text.ts';
import { useWorkbook } from '#client/state/context.ts';
import type { Refused } from '#client/state/workbook.ts';
import { problemText } from '#client/texts/current.ts';
import { asText, fieldsInWords, type RecordWords } from '#client/texts/record-words.ts';
import { s } from '#client/texts/screens.ts';
import { agoWords } from '#client/texts/words.ts';
import { focusAfter } from '#client/ui/focus-field.ts';
import { Icon } from '#client/ui/icons.tsx';
import { createNow } from '#client/ui/now.ts';
import { showToast } from '#client/ui/toasts.tsx';
import { ChangesInWords } from './ChangesInWords.tsx';
import { TO_FIX } from './places.ts';
import { createRecordTitle, mainChange } from './record-title.ts';
import { wayOn } from './way-on.ts';

const formOf = (refused: Refused): string | undefined => {
  const way = wayOn(refused);
  return way.is === 'form' ? way.href : undefined;
};

export const RefusedCard = (props: { readonly refused: Refused; readonly words: RecordWords }) => {
  const workbook = useWorkbook();
  const now = createNow();
  const [asks, setAsks] = createSignal(false);
  const isGone = () => props.refused.problem.code === 'sync/record-gone';
  const inWords = () =>
    [
      `${s().sync.refusedWhy}: ${problemText(props.refused.problem)}`,
      ...props.refused.changes.map(
        (change) => `${s().tables[change.table]}\n${asText(fieldsInWords(change, props.words))}`,
      ),
    ].join('\n\n');
  const copy = async () => {
    showToast((await copyText(inWords())) ? s().copied : s().notCopied);
  };
  const share = async () => {
    const done = await shareText(inWords());
    if (done === 'failed') showToast(s().notCopied);
  };
  /** Words for people and, after them, the same as data for whoever has to enter it again. */
  const exportFile = () => {
    const { scope, n, at, problem, changes } = props.refused;
    const data = JSON.stringify({ words: inWords().split('\n'), scope, n, at, problem, changes }, undefined, 2);
    saveFile(data, `${s().sync.exportName}-${String(n)}.json`, 'application/json');
    showToast(s().sync.exported);
  };
  const deleteAgain = async () => {
    const refused = props.refused;
    const saved = await workbook.save(refused.changes, refused.scope);
    if (saved.ok) await workbook.settle(refused);
    if (saved.ok) focusAfter(TO_FIX);
    showToast(saved.ok ? s().sync.deletedAgain : problemText(saved.problem));
  };
  const drop = async () => {
    const settled = await workbook.settle(props.refused);
    if (settled.ok) focusAfter(TO_FIX);
    showToast(settled.ok ? s().sync.dropped : problemText(settled.problem));
  };
  return (
    <article class="card">
      <Show when={mainChange(props.refused.changes)} fallback={<h3>{s().sync.unknownRecord}</h3>}>
        {(change) => {
          const title = createRecordTitle(workbook, props.words, change);
          return (
            <header>
              <h3>{title.title()}</h3>
              <p class="s dim">
                {title.about()} · {agoWords(props.refused.at, now())}
              </p>
            </header>
          );
        }}
      </Show>
      <p class="bad">
        <b>{problemText(props.refused.problem)}</b>
      </p>
      <details class="fold" open={formOf(props.refused) === undefined}>
        <summary>
          <Icon name="next" size={16} />
          {s().sync.refusedWhat}
        </summary>
        <ChangesInWords changes={props.refused.changes} words={props.words} />
      </details>
      <div class="line">
        <Show when={wayOn(props.refused).is === 'delete-again'}>
          <button type="button" class="btn main" onClick={() => void deleteAgain()}>
            {s().sync.deleteAgain}
          </button>
        </Show>
        <Show when={formOf(props.refused)}>
          {(href) => (
            <a class="btn main" href={href()}>
              {isGone() ? s().sync.makeAnew : s().sync.fix}
            </a>
          )}
        </Show>
        <button type="button" class="btn" onClick={() => void copy()}>
          {s().sync.copyText}
        </button>
        <button type="button" class="btn" onClick={exportFile}>
          {s().sync.export}
        </button>
        <Show when={mayShare()}>
          <button type="button" class="btn" onClick={() => void share()}>
            {s().sync.share}
          </button>
        </Show>
        <button type="button" class="btn danger" aria-expanded={asks()} onClick={() => setAsks(!asks())}>
          {s().sync.drop}
        </button>
      </div>
      <Show when={asks()}>
        <div class="summary stack" role="group" aria-label={s().sync.dropAsk}>
          <p>{s().sync.dropAsk}</p>
          <div class="line">
            <button type="button" class="btn danger" onClick={() => void drop()}>
              {s().sync.dropYes}
            </button>
            <button type="button" class="btn" onClick={() => setAsks(false)}>
              {s().cancel}
            </button>
          </div>
        </div>
      </Show>
    </article>
  );
};
