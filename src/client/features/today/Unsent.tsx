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
        <div class="card rows">
          <Show when={sync().refused > 0}>
            <a class="row" href="/cho-gui">
              <Icon name="alert" />
              <span class="grow bad">{t().status.refused(sync().refused)}</span>
            </a>
          </Show>
          <Show when={sync().waiting > 0}>
            <a class="row" href="/cho-gui">
              <Icon name="upload" />
              <span class="grow">{t().status.waiting(sync().waiting)}</span>
            </a>
          </Show>
        </div>
      </section>
    </Show>
  );
};
