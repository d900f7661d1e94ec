/** The phone's clock is far off: said once in a session, and work goes on. Fetched only then. */
import { createSignal, Show } from 'solid-js';
import { clockErrorWords } from '#client/texts/clock-error.ts';
import { s } from '#client/texts/screens.ts';
import { t } from '#client/texts/current.ts';
import { Icon } from '#client/ui/icons.tsx';

/** Kept for as long as the page lives. */
const [isDismissed, setDismissed] = createSignal(false);

/** `aheadMs` is the server's clock less the phone's: the phone is slow when it is positive. */
export const ClockBanner = (props: { readonly aheadMs: number }) => (
  <Show when={!isDismissed()}>
    <div class="ribbon clock" role="status">
      <div class="line">
        <Icon name="clock" size={18} />
        <p class="grow">{s().clock.wrong(props.aheadMs > 0 ? 'behind' : 'ahead', clockErrorWords(props.aheadMs))}</p>
        <button type="button" class="btn plain" onClick={() => setDismissed(true)}>
          {t().close}
        </button>
      </div>
    </div>
  </Show>
);
