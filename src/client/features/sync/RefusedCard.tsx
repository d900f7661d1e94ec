/** One refused record: why, what it says, and the three ways on. Nothing leaves before the person says so. */
import { createMemo, createSignal, For, Show } from 'solid-js';
import { useWorkbook } from '#client/state/context.ts';
import type { Refused } from '#client/state/workbook.ts';
import { problemText, t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { agoWords } from '#client/texts/words.ts';
import { createNow } from '#client/ui/now.ts';
import { showToast } from '#client/ui/toasts.tsx';
import { asText, fieldsInWords } from './refused-words.ts';
import { wayOn } from './way-on.ts';

const formOf = (refused: Refused): string | undefined => {
  const way = wayOn(refused);
  return way.is === 'form' ? way.href : undefined;
};

export const RefusedCard = (props: { readonly refused: Refused }) => {
  const workbook = useWorkbook();
  const now = createNow();
  const agencies = workbook.list('agency');
  const measures = workbook.list('measure');
  const tasks = workbook.list('task');
  const [asks, setAsks] = createSignal(false);
  const nameOf = (id: string) =>
    agencies()?.find((one) => one.id === id)?.fields.name ??
    measures()?.find((one) => one.id === id)?.fields.title ??
    tasks()?.find((one) => one.id === id)?.fields.text;
  const parts = createMemo(() =>
    props.refused.changes.map((change) => ({ table: change.table, fields: fieldsInWords(change, nameOf) })),
  );
  const copy = async () => {
    const words = parts()
      .map((part) => `${s().tables[part.table]}\n${asText(part.fields)}`)
      .join('\n\n');
    // A browser may refuse, or have no clipboard at all.
    const copied = await navigator.clipboard.writeText(words).then(
      () => true,
      () => false,
    );
    showToast(copied ? t().copied : t().notCopied);
  };
  const deleteAgain = async () => {
    const refused = props.refused;
    const saved = await workbook.save(refused.changes);
    if (saved.ok) await workbook.settle(refused);
    showToast(saved.ok ? s().sync.deletedAgain : problemText(saved.problem));
  };
  const drop = async () => {
    const settled = await workbook.settle(props.refused);
    showToast(settled.ok ? s().sync.dropped : problemText(settled.problem));
  };
  return (
    <article class="card">
      <p class="bad">
        <b>{problemText(props.refused.problem)}</b>
      </p>
      <p class="s dim">{agoWords(props.refused.at, now())}</p>
      <For each={parts()}>
        {(part) => (
          <>
            <h3>{s().tables[part.table]}</h3>
            <dl class="pairs">
              <For each={part.fields}>
                {(field) => (
                  <>
                    <dt>{field.name}</dt>
                    <dd>{field.value}</dd>
                  </>
                )}
              </For>
            </dl>
          </>
        )}
      </For>
      <div class="line">
        <Show when={wayOn(props.refused).is === 'delete-again'}>
          <button type="button" class="btn main" onClick={() => void deleteAgain()}>
            {s().sync.deleteAgain}
          </button>
        </Show>
        <Show when={formOf(props.refused)}>
          {(href) => (
            <a class="btn main" href={href()}>
              {s().sync.fix}
            </a>
          )}
        </Show>
        <button type="button" class="btn" onClick={() => void copy()}>
          {s().sync.copyText}
        </button>
        <button type="button" class="btn danger" aria-expanded={asks()} onClick={() => setAsks(!asks())}>
          {s().sync.drop}
        </button>
      </div>
      <Show when={asks()}>
        <div class="summary stack" role="group" aria-label={s().sync.dropAsk}>
          <p>{s().sync.dropAsk}</p>
          <div class="line">
            <button type="button" class="btn danger" onClick={() => void drop()}>
              {s().sync.dropYes}
            </button>
            <button type="button" class="btn" onClick={() => setAsks(false)}>
              {t().cancel}
            </button>
          </div>
        </div>
      </Show>
    </article>
  );
};
