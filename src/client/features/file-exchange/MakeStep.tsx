/** Step 1: what waits becomes a file, or a few. */
import { For, Show } from 'solid-js';
import { useWorkbook } from '#client/state/context.ts';
import { createTry } from '#client/state/create-try.ts';
import type { MadeFiles } from '#client/state/workbook.ts';
import { s } from '#client/texts/screens.ts';
import { sizeWords } from '#client/texts/size-words.ts';
import { Icon } from '#client/ui/icons.tsx';
import { FileProblem } from './FileProblem.tsx';
import { requestName } from './file-words.ts';
import { ReadyFile } from './ReadyFile.tsx';

interface MakeStepProps {
  readonly made: MadeFiles | undefined;
  readonly onMade: (made: MadeFiles) => void;
}

export const MakeStep = (props: MakeStepProps) => {
  const workbook = useWorkbook();
  const making = createTry(async () => (await workbook.files()).make());
  const make = async (): Promise<void> => {
    const made = await making.run();
    if (made?.ok === true) props.onMade(made.value);
  };
  const count = () => props.made?.files.length ?? 0;
  const waiting = () => workbook.sync().waiting;
  return (
    <section class="card" aria-labelledby="make-file">
      <h2 id="make-file">{s().files.make}</h2>
      <Show when={count() === 0}>
        <p>{waiting() > 0 ? s().files.makeWaiting(waiting()) : s().files.makeNothing}</p>
      </Show>
      <div role="status" class="stack">
        <Show when={count() > 1}>
          <p>{s().files.inOrder(count())}</p>
        </Show>
        <For each={props.made?.files}>
          {(file, place) => (
            <ReadyFile
              name={requestName(workbook.today(), place() + 1, count())}
              about={s().files.made(file.changes, sizeWords(file.bytes.length))}
              bytes={file.bytes}
            />
          )}
        </For>
        <Show when={props.made}>{(files) => <AfterMaking files={files()} />}</Show>
      </div>
      <FileProblem problem={making.problem()} />
      <p>
        <button
          type="button"
          class="btn"
          classList={{ main: count() === 0 }}
          disabled={making.busy()}
          onClick={() => void make()}
        >
          <Icon name="lock" size={20} />
          {making.busy() ? s().files.making : count() === 0 ? s().files.makeButton : s().files.makeAgain}
        </button>
      </p>
    </section>
  );
};

const AfterMaking = (props: { readonly files: MadeFiles }) => (
  <>
    <Show when={props.files.notYet > 0}>
      <p>{s().files.notYet(props.files.notYet)}</p>
    </Show>
    <Show when={props.files.files.some(({ changes }) => changes > 0)}>
      <p class="hint">{s().files.madeNote}</p>
    </Show>
  </>
);
