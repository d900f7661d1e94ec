/** Nothing typed from here on would be kept: it stands over everything, and only loading the page anew leads on. */
import { onMount } from 'solid-js';
import type { Problem } from '#domain/problem.ts';
import { problemText, t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';

export const ReloadOnly = (props: { readonly problem: Problem }) => {
  let dialog: HTMLDialogElement | undefined;
  onMount(() => dialog?.showModal());
  return (
    <dialog
      ref={(element) => (dialog = element)}
      class="card"
      aria-labelledby="reload-only"
      onCancel={(event) => event.preventDefault()}
      // A second Escape closes it all the same in some browsers.
      onClose={() => dialog?.showModal()}
    >
      <h2 id="reload-only">{s().recovery.reloadTitle}</h2>
      <p>{problemText(props.problem)}</p>
      <button type="button" class="btn main block" onClick={() => window.location.reload()}>
        {t().unusable.reload}
      </button>
    </dialog>
  );
};
