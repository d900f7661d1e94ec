/**
 * A page that failed: it is said, the rest of the workbook goes on, and what is unsent can be taken away at once, also
 * when it is the page of what is unsent that failed.
 */
import { useLocation } from '@solidjs/router';
import { createEffect, on, Show } from 'solid-js';
import { unsentAsText } from '#client/state/unsent-as-text.ts';
import { useWorkbook } from '#client/state/context.ts';
import { t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { copyText } from '#client/device/text.ts';
import { saveFile } from '#client/device/files.ts';
import { PageHeading } from '#client/ui/PageHeading.tsx';
import { showToast } from '#client/ui/toasts.tsx';

export const Broken = (props: { readonly error: unknown; readonly onLeave: () => void }) => {
  const workbook = useWorkbook();
  const location = useLocation();
  // It is a bug: whoever looks after the app shall find it where errors are looked for.
  createEffect(() => reportError(props.error));
  createEffect(
    on(
      () => location.pathname,
      () => props.onLeave(),
      { defer: true },
    ),
  );
  const unsent = () => unsentAsText(workbook);
  const copy = async () => {
    showToast((await copyText(unsent())) ? s().copied : s().notCopied);
  };
  const hasUnsent = () => workbook.waiting().length + (workbook.refused()?.length ?? 0) > 0;
  return (
    <div class="page stack wide">
      <header>
        <PageHeading documentTitle={t().documentTitle(s().broken.title)}>{s().broken.title}</PageHeading>
      </header>
      <p>{s().broken.body}</p>
      <div class="line">
        <button type="button" class="btn main" onClick={() => props.onLeave()}>
          {t().unusable.reload}
        </button>
        <a class="btn" href="/">
          {s().notFound.home}
        </a>
      </div>
      <Show when={hasUnsent()}>
        <section class="card stack" aria-labelledby="broken-unsent">
          <h2 id="broken-unsent">{s().broken.unsent}</h2>
          <p>{s().broken.unsentNote}</p>
          <div class="line">
            <button
              type="button"
              class="btn"
              onClick={() => saveFile(unsent(), `${s().broken.fileName}.json`, 'application/json')}
            >
              {s().sync.export}
            </button>
            <button type="button" class="btn" onClick={() => void copy()}>
              {s().sync.copyText}
            </button>
          </div>
        </section>
      </Show>
    </div>
  );
};
