/** A code that somebody shows: the server says whose it is, and whether all that it covers is still there. */
import { createSignal, Show } from 'solid-js';
import { useWorkbook } from '#client/state/context.ts';
import { createTry } from '#client/state/create-try.ts';
import type { CheckedReceipt } from '#client/state/workbook.ts';
import { problemText } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { TextField } from '#client/ui/fields.tsx';
import { Icon } from '#client/ui/icons.tsx';
import { StateMark } from '#client/ui/marks.tsx';
import { momentWords } from './moment-words.ts';

export const CheckReceipt = () => {
  const workbook = useWorkbook();
  const [code, setCode] = createSignal('');
  const [found, setFound] = createSignal<CheckedReceipt>();
  const asking = createTry(async (typed: string) => (await workbook.online()).checkReceipt(typed));
  const check = async (event: SubmitEvent) => {
    event.preventDefault();
    setFound(undefined);
    if (code().trim() === '') {
      asking.fail({ code: 'field/required' });
      return;
    }
    const answer = await asking.run(code().trim());
    if (answer?.ok === true) setFound(answer.value);
  };
  const error = () => {
    const met = asking.problem();
    if (met === undefined) return undefined;
    return met.code === 'rights/not-found' ? s().receipts.unknown : problemText(met);
  };
  return (
    <details class="fold">
      <summary>
        <Icon name="next" size={16} />
        {s().receipts.check}
      </summary>
      <form class="stack" onSubmit={(event) => void check(event)} autocomplete="off" novalidate>
        <TextField
          id="receipt-code"
          label={s().receipts.codeLabel}
          hint={s().receipts.checkHint}
          placeholder="ABCD-2345"
          value={code()}
          onInput={setCode}
          error={error()}
        />
        <div>
          <button type="submit" class="btn" disabled={asking.busy()}>
            {s().receipts.checkButton}
          </button>
        </div>
        <div role="status">
          <Show when={found()}>
            {(receipt) => (
              <div class="card">
                <StateMark
                  icon={receipt().whole ? 'check' : 'alert'}
                  tone={receipt().whole ? 'good' : 'warn'}
                  word={receipt().whole ? s().receipts.whole : s().receipts.notWhole}
                />
                <p>
                  <b>{receipt().name}</b> · {momentWords(receipt().at)}
                </p>
                <p class="s dim">{s().receipts.counts(receipt().taken, receipt().held)}</p>
              </div>
            )}
          </Show>
        </div>
      </form>
    </details>
  );
};
