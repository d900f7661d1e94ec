/** What has not reached the server, when there is something: what needs a person comes first. */
import { Show } from 'solid-js';
import { useWorkbook } from '#client/state/context.ts';
import { t } from '#client/texts/current.ts';
import { Icon } from '#client/ui/icons.tsx';

export const Unsent = () => {
  const workbook = useWorkbook();
  const sync = () => workbook.sync();
  return (
    <Show when={sync().waiting > 0 || sync().refused > 0}>
      <section class="stack tight" aria-labelledby="unsent">
        <h2 id="unsent">{t().today.unsent}</h2>
        <a class="card" href="/cho-gui">
          <Show when={sync().refused > 0}>
            <span class="state bad">
              <Icon name="alert" size={18} />
              {t().status.refused(sync().refused)}
            </span>
          </Show>
          <Show when={sync().waiting > 0}>
            <span class="state">
              <Icon name="upload" size={18} />
              {t().status.waiting(sync().waiting)}
            </span>
          </Show>
        </a>
      </section>
    </Show>
  );
};
