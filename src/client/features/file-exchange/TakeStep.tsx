/** Step 3: the reply comes back, and says what became of the file. */
import { createSignal, Show } from 'solid-js';
import type { Problem } from '#domain/problem.ts';
import { useWorkbook } from '#client/state/context.ts';
import type { TakenReply } from '#client/state/workbook.ts';
import { s } from '#client/texts/screens.ts';
import { StateMark } from '#client/ui/marks.tsx';
import { fileProblemText } from './file-words.ts';
import { FilePicker } from './FilePicker.tsx';
import { bytesOf } from './picked-file.ts';

export const TakeStep = (props: { readonly onTaken: () => void }) => {
  const workbook = useWorkbook();
  const [taken, setTaken] = createSignal<TakenReply>();
  const [problem, setProblem] = createSignal<Problem>();
  const [busy, setBusy] = createSignal(false);
  const take = async (file: File): Promise<void> => {
    setBusy(true);
    const bytes = await bytesOf(file);
    const result = bytes.ok ? await (await workbook.files()).takeReply(bytes.value) : bytes;
    setBusy(false);
    setTaken(result.ok ? result.value : undefined);
    setProblem(result.ok ? result.value.problem : result.problem);
    if (result.ok) props.onTaken();
  };
  return (
    <section class="card" aria-labelledby="take-reply">
      <h2 id="take-reply">{s().files.take}</h2>
      <p>{s().files.takeBody}</p>
      <FilePicker
        label={s().files.takeButton}
        busy={busy()}
        busyLabel={s().files.taking}
        onPick={(file) => void take(file)}
      />
      <div role="status" class="stack tight">
        <Show when={taken()}>{(reply) => <ReplyWords reply={reply()} />}</Show>
      </div>
      <Show when={problem()}>
        {(why) => (
          <p class="bad" role="alert">
            {fileProblemText(why())}
          </p>
        )}
      </Show>
    </section>
  );
};

const ReplyWords = (props: { readonly reply: TakenReply }) => {
  const workbook = useWorkbook();
  const reply = () => props.reply;
  const isWhole = () => reply().acknowledged === reply().changes;
  return (
    <>
      <Show when={reply().changes > 0}>
        <StateMark
          icon={isWhole() ? 'check' : 'alert'}
          tone={isWhole() ? 'good' : 'warn'}
          word={s().files.acknowledged(reply().acknowledged, reply().changes)}
        />
      </Show>
      <Show when={!isWhole() && !reply().isStale}>
        <p>{s().files.missing}</p>
      </Show>
      <Show when={reply().isStale} fallback={<p>{s().files.received(reply().received)}</p>}>
        <p>{s().files.stale}</p>
      </Show>
      <Show when={!reply().isComplete && !reply().isStale}>
        <p>{s().files.more}</p>
      </Show>
      <Show when={workbook.sync().refused > 0}>
        <p>
          <a href="/cho-gui">{s().files.refusedSome}</a>
        </p>
      </Show>
    </>
  );
};
