/** Offers a new version that is ready, and never while something typed is not saved. */
import { Show } from 'solid-js';
import { t } from '#client/texts/current.ts';
import { hasDirtyForm } from '#client/ui/dirty.ts';
import type { Updates } from './updates.ts';

export const UpdateBar = (props: { readonly updates: Updates }) => (
  <Show when={!hasDirtyForm()}>
    <div class="ribbon line between">
      <p>{props.updates.elsewhere() ? t().update.elsewhere : t().update.ready}</p>
      <button type="button" class="btn plain" onClick={() => void props.updates.accept()}>
        {t().update.accept}
      </button>
    </div>
  </Show>
);
