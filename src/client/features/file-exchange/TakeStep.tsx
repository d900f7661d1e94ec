/** Step 3: the reply comes back, and says what became of the file. */
import { Show } from 'solid-js';
import { fail } from '#domain/result.ts';
import { useWorkbook } from '#client/state/context.ts';
import type { TakenReply } from '#client/state/workbook.ts';
import { s } from '#client/texts/screens.ts';
import { FilePicker } from '#client/ui/FilePicker.tsx';
import { StateMark } from '#client/ui/marks.tsx';
import { createFileTry } from './create-file-try.ts';
import { FileProblem } from './FileProblem.tsx';

export const TakeStep = (props: { readonly onTaken: () => void }) => {
  const workbook = useWorkbook();
  const taking = createFileTry(async (bytes) => {
    const taken = await (await workbook.files()).takeReply(bytes);
    if (!taken.ok) return taken;
    props.onTaken();
    // What came before the trouble was taken; the file counts as unanswered, and can be taken once more.
    return taken.value.problem === undefined ? taken : fail(taken.value.problem);
  });
  return (
    <section class="card" aria-labelledby="take-reply">
      <h2 id="take-reply">{s().files.take}</h2>
      <p>{s().files.takeBody}</p>
      <FilePicker
        label={s().files.takeButton}
        busy={taking.busy()}
        busyLabel={s().files.taking}
        onPick={(file) => void taking.pick(file)}
      />
      <div role="status" class="stack tight">
        <Show when={taking.problem() === undefined && taking.answer()}>
          {(reply) => <ReplyWords reply={reply()} />}
        </Show>
      </div>
      <FileProblem problem={taking.problem()} />
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
