/** The versions that were issued, newest first, and the way to complete the newest one's number and date. */
import { createSignal, For, Show } from 'solid-js';
import { formatDate } from '#domain/dates.ts';
import { stableId, versionOf } from '#domain/plan-versions.ts';
import type { Problem } from '#domain/problem.ts';
import { useWorkbook } from '#client/state/context.ts';
import type { Saved } from '#client/state/workbook.ts';
import { problemText } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { TextField } from '#client/ui/fields.tsx';
import { Icon } from '#client/ui/icons.tsx';
import { showToast } from '#client/ui/toasts.tsx';
import { printedHead } from '../printed-head.ts';
import { dateTyped, readHead } from './number-and-date.ts';

type SavedPlan = Saved<'plan'>;

/** Number and date of the newest one may still be completed; everything else stays as it was issued. */
export const IssuedVersions = (props: { readonly versions: readonly SavedPlan[] }) => (
  <Show when={props.versions.length > 0}>
    <section class="stack tight" aria-labelledby="issued-versions">
      <h2 id="issued-versions">{s().planEdit.versions}</h2>
      <ul class="card rows">
        <For each={props.versions}>
          {(one, index) => (
            <li class="row">
              <div class="grow stack tight">
                <a href={`/ke-hoach/${stableId(one.id)}/ban/${String(versionOf(one.id))}`}>
                  <b>{s().planEdit.versionLine(versionOf(one.id), formatDate(one.fields.issuedOn ?? ''))}</b>
                </a>
                <p class="s dim">{printedHead(one.fields)}</p>
                <Show when={(one.fields.amendments ?? []).find(({ version }) => version === versionOf(one.id))}>
                  {(amendment) => <p class="s">{amendment().what}</p>}
                </Show>
                <Show when={index() === 0}>
                  <Complete version={one} />
                </Show>
              </div>
            </li>
          )}
        </For>
      </ul>
    </section>
  </Show>
);

const Complete = (props: { readonly version: SavedPlan }) => {
  const workbook = useWorkbook();
  const [number, setNumber] = createSignal(props.version.fields.number ?? '');
  const [date, setDate] = createSignal(dateTyped(props.version.fields));
  const [problem, setProblem] = createSignal<Problem>();
  const save = async () => {
    const { head, problem: found } = readHead(number(), date());
    setProblem(found);
    if (found !== undefined) return;
    const values = {
      number: head.number ?? null,
      date: head.date?.date ?? null,
      datePrinted: head.date?.printed ?? null,
    };
    const { scope, id } = props.version;
    const saved = await workbook.save([{ table: 'plan', id, values }], scope);
    showToast(saved.ok ? s().planEdit.completed : problemText(saved.problem));
  };
  return (
    <details class="fold">
      <summary>
        <Icon name="next" size={16} />
        {s().planEdit.completeNumber}
      </summary>
      <form
        class="stack"
        autocomplete="off"
        novalidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField
          id="complete-number"
          label={s().planEdit.labels['plan.number']}
          value={number()}
          onInput={setNumber}
        />
        <TextField
          id="complete-date"
          label={s().planEdit.labels.date}
          value={date()}
          error={problem() && problemText(problem() ?? { code: 'field/not-a-date' })}
          onInput={setDate}
        />
        <p>
          <button type="submit" class="btn">
            {s().activity.submit}
          </button>
        </p>
      </form>
    </details>
  );
};
