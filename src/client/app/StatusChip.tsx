/** What is not sent yet, on every screen; it leads to the page that says more. A screen reader hears it when it changes. */
import { Show } from 'solid-js';
import { useWorkbook } from '#client/state/context.ts';
import { linkLost } from '#client/state/link-lost.ts';
import { needsSignIn } from '#client/state/needs-sign-in.ts';
import type { SyncStatus } from '#client/state/workbook.ts';
import { t } from '#client/texts/current.ts';
import { agoWords, clockWords } from '#client/texts/words.ts';
import { Icon, type IconName } from '#client/ui/icons.tsx';
import type { Tone } from '#client/ui/marks.tsx';
import { createNow } from '#client/ui/now.ts';

interface Said {
  readonly icon: IconName;
  readonly tone: Tone;
  readonly words: string;
  /** How long ago the last exchange was; left out first where there is no room. */
  readonly rest: string;
}

const DAY_MS = 24 * 60 * 60_000;

/** The most pressing thing first: what needs a person, then what waits, then that all is well. */
export const statusWords = (sync: SyncStatus, now: number): Said => {
  const words = t().status;
  const last = sync.lastAt === undefined ? words.neverSent : agoWords(sync.lastAt, now);
  if (needsSignIn(sync)) return { icon: 'alert', tone: 'bad', words: words.signInAgain, rest: '' };
  const waiting = sync.waiting > 0 ? words.waiting(sync.waiting) : '';
  const toFix = sync.refused > 0 ? words.refused(sync.refused) : '';
  const toChoose = sync.conflicts > 0 ? words.conflicts(sync.conflicts) : '';
  if (toFix || toChoose)
    return {
      icon: 'alert',
      tone: toFix ? 'bad' : 'warn',
      words: [toFix, toChoose, waiting].filter(Boolean).join(' · '),
      rest: last,
    };
  if (sync.busy) return { icon: 'sending', tone: 'plain', words: words.sending(sync.waiting), rest: '' };
  const lost = linkLost(sync);
  if (lost)
    return {
      icon: 'offline',
      tone: 'warn',
      words: [words[lost], waiting].filter(Boolean).join(' · '),
      rest: last,
    };
  if (waiting) return { icon: 'upload', tone: 'warn', words: waiting, rest: last };
  if (sync.lastAt === undefined) return { icon: 'upload', tone: 'plain', words: words.neverSent, rest: '' };
  const when = now - sync.lastAt < DAY_MS ? clockWords(sync.lastAt) : agoWords(sync.lastAt, now);
  return { icon: 'check', tone: 'good', words: `${words.allSent} · ${when}`, rest: '' };
};

export const StatusChip = () => {
  const workbook = useWorkbook();
  const now = createNow();
  const said = () => statusWords(workbook.sync(), now());
  return (
    <a class={`chip status ${said().tone}`} href="/cho-gui">
      <Icon name={said().icon} size={18} />
      <span aria-live="polite">
        {said().words}
        <Show when={said().rest}>
          <span classList={{ rest: said().words.includes(' · ') }}>
            {' · '}
            <Show when={workbook.sync().lastAt !== undefined}>
              <span class="hidden-text">{t().status.lastSentLabel} </span>
            </Show>
            {said().rest}
          </span>
        </Show>
      </span>
    </a>
  );
};
