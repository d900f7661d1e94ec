/** How far the sending is: what waits and weighs, what runs now and for how long, why it does not, and the last exchange. */
import { createMemo, Show } from 'solid-js';
import { useWorkbook } from '#client/state/context.ts';
import type { Progress } from '#client/state/workbook.ts';
import { s } from '#client/texts/screens.ts';
import { agoWords, clockWords } from '#client/texts/words.ts';
import { Icon } from '#client/ui/icons.tsx';
import { StateMark } from '#client/ui/marks.tsx';
import { createNow } from '#client/ui/now.ts';
import { sizeWords } from '#client/texts/size-words.ts';
import { standstillOf } from './standstill.ts';
import { nextTimeLeft, timeLeftWords, type TimeLeft } from './time-left.ts';

export const StatusCard = () => {
  const workbook = useWorkbook();
  const now = createNow();
  const sync = () => workbook.sync();
  const weight = createMemo(() => workbook.waiting().reduce((sum, one) => sum + one.bytes, 0));
  const last = () => {
    const at = sync().lastAt;
    return at === undefined ? s().sync.never : `${clockWords(at)} · ${agoWords(at, now())}`;
  };
  const standstill = () => (sync().busy ? undefined : standstillOf(sync()));
  return (
    <section class="card" classList={{ warned: standstill() !== undefined && sync().waiting > 0 }}>
      <p class="big" aria-live="polite">
        {sync().waiting > 0 ? s().sync.waitingSome(sync().waiting) : s().sync.waitingNone}
      </p>
      <Show when={weight() > 0}>
        <p class="s dim">{s().sync.weight(sizeWords(weight()))}</p>
      </Show>
      <Show when={sync().busy && sync().progress}>{(progress) => <Running progress={progress()} />}</Show>
      <Show
        when={standstill()}
        fallback={
          <Show when={!sync().busy}>
            <StateMark icon="check" tone="good" word={s().sync.online} />
          </Show>
        }
      >
        {(found) => (
          <div role="status">
            <StateMark icon={found().icon} tone="warn" word={found().why} />
            <p class="s">{found().todo}</p>
          </div>
        )}
      </Show>
      <p class="s dim">
        {s().sync.last}: {last()}
        <Show when={workbook.receipts()[0]}>{(receipt) => <> · {s().receipts.code(receipt().code)}</>}</Show>
      </p>
      <div class="line">
        <button type="button" class="btn main" disabled={sync().busy} onClick={workbook.syncNow}>
          <Icon name="sending" size={20} />
          {sync().busy ? s().sync.busy : s().sync.now}
        </button>
        <a class="back" href="/trao-doi-bang-tep">
          {s().sync.byFile}
        </a>
      </div>
    </section>
  );
};

const Running = (props: { readonly progress: Progress }) => {
  const left = createMemo((before: TimeLeft | undefined) => nextTimeLeft(before, props.progress, Date.now()));
  const counts = () => {
    const { sent, toSend, received, toReceive } = props.progress;
    return [
      toSend > 0 && sent < toSend ? s().progress.sending(sent, toSend) : '',
      received > 0 || toReceive > 0 ? s().progress.receiving(received, toReceive) : '',
    ].filter(Boolean);
  };
  const all = () => props.progress.toSend + props.progress.toReceive;
  const isKnown = () => all() > 0 && (props.progress.toReceive > 0 || props.progress.received === 0);
  const leftWords = () => {
    const known = left();
    return known === undefined ? [] : [timeLeftWords(known)];
  };
  return (
    <Show when={counts().length > 0}>
      <div class="stack tight">
        <Show when={isKnown()} fallback={<progress class="progress" aria-label={s().progress.label} />}>
          <progress
            class="progress"
            aria-label={s().progress.label}
            max={all()}
            value={Math.min(props.progress.sent + props.progress.received, all())}
          />
        </Show>
        <p class="s num">{[counts().join(' · '), ...leftWords()].join(', ')}</p>
      </div>
    </Show>
  );
};
