/** Offers a new version, and never while something typed is not saved. */
import { Show } from 'solid-js';
import { t } from '#client/texts/current.ts';
import { hasDirtyForm } from '#client/ui/dirty.ts';
import type { Updates } from './updates.ts';

export const UpdateBar = (props: { readonly updates: Updates }) => (
  <div role="status">
    <Show when={props.updates.ready() && !hasDirtyForm()}>
      <div class="ribbon line between">
        <p>{props.updates.elsewhere() ? t().update.elsewhere : t().update.ready}</p>
        <button type="button" class="btn plain" onClick={() => void props.updates.accept()}>
          {t().update.accept}
        </button>
      </div>
    </Show>
  </div>
);
