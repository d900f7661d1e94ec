/** What the server acknowledged, each with the code that proves it: the newest open, the others folded. */
import { createMemo, For, Show } from 'solid-js';
import { copyText, mayShare, shareText } from '#client/device/text.ts';
import { useWorkbook } from '#client/state/context.ts';
import type { ReceiptShown } from '#client/state/workbook.ts';
import { s } from '#client/texts/screens.ts';
import { Icon } from '#client/ui/icons.tsx';
import { showToast } from '#client/ui/toasts.tsx';
import { CheckReceipt } from './CheckReceipt.tsx';
import { momentWords } from './moment-words.ts';
import { receiptWords } from './receipt-words.ts';

const SHOWN = 20;

export const Receipts = () => {
  const workbook = useWorkbook();
  const receipts = createMemo(() => workbook.receipts().slice(0, SHOWN));
  const earlier = () => receipts().slice(1);
  return (
    <section class="stack tight" aria-labelledby="receipts">
      <h2 id="receipts">{s().receipts.title}</h2>
      <Show when={receipts()[0]} fallback={<p class="card quiet dim">{s().receipts.none}</p>}>
        {(newest) => (
          <>
            <p class="s dim">{s().receipts.lead}</p>
            <div class="card">
              <ReceiptRow receipt={newest()} />
              <Show when={earlier().length > 0}>
                <details class="fold">
                  <summary>
                    <Icon name="next" size={16} />
                    {s().receipts.earlier(earlier().length)}
                  </summary>
                  <ul class="rows">
                    <For each={earlier()}>
                      {(receipt) => (
                        <li class="row">
                          <ReceiptRow receipt={receipt} />
                        </li>
                      )}
                    </For>
                  </ul>
                </details>
              </Show>
            </div>
          </>
        )}
      </Show>
      <CheckReceipt />
    </section>
  );
};

const ReceiptRow = (props: { readonly receipt: ReceiptShown }) => {
  const copy = async () => {
    showToast((await copyText(receiptWords(props.receipt))) ? s().copied : s().notCopied);
  };
  const share = async () => {
    const done = await shareText(receiptWords(props.receipt));
    if (done !== 'shared') showToast(done === 'copied' ? s().copied : s().notCopied);
  };
  return (
    <div class="line between grow">
      <p>
        <b class="num">{props.receipt.code}</b>
        <br />
        <span class="s dim">
          {momentWords(props.receipt.at)} · {s().receipts.counts(props.receipt.taken, props.receipt.held)}
        </span>
      </p>
      <Show
        when={mayShare()}
        fallback={
          <button
            type="button"
            class="btn"
            aria-label={s().receipts.copyOf(props.receipt.code)}
            onClick={() => void copy()}
          >
            <Icon name="copy" size={18} />
            {s().receipts.copy}
          </button>
        }
      >
        <button
          type="button"
          class="btn"
          aria-label={s().receipts.shareOf(props.receipt.code)}
          onClick={() => void share()}
        >
          <Icon name="upload" size={18} />
          {s().receipts.share}
        </button>
      </Show>
    </div>
  );
};
