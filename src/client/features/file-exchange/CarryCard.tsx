/** For somebody else: their file goes in, the reply comes out. What is in it is nobody's business here. */
import { createSignal, Show } from 'solid-js';
import type { Problem } from '#domain/problem.ts';
import { useWorkbook } from '#client/state/context.ts';
import { s } from '#client/texts/screens.ts';
import { StateMark } from '#client/ui/marks.tsx';
import { fileProblemText, replyName } from './file-words.ts';
import { FilePicker } from './FilePicker.tsx';
import { bytesOf } from './picked-file.ts';
import { ReadyFile } from './ReadyFile.tsx';

export const CarryCard = () => {
  const workbook = useWorkbook();
  const [reply, setReply] = createSignal<Uint8Array<ArrayBuffer>>();
  const [problem, setProblem] = createSignal<Problem>();
  const [busy, setBusy] = createSignal(false);
  const carry = async (file: File): Promise<void> => {
    setBusy(true);
    const bytes = await bytesOf(file);
    const result = bytes.ok ? await (await workbook.files()).carry(bytes.value) : bytes;
    setBusy(false);
    setReply(result.ok ? result.value : undefined);
    setProblem(result.ok ? undefined : result.problem);
  };
  return (
    <section class="card" aria-labelledby="carry-file">
      <h2 id="carry-file">{s().files.carry}</h2>
      <p>{s().files.carryBody}</p>
      <p class="hint">{s().files.carryNote}</p>
      <Show
        when={workbook.sync().online}
        fallback={<StateMark icon="offline" tone="warn" word={s().files.carryOffline} />}
      >
        <FilePicker
          label={s().files.carryButton}
          busy={busy()}
          busyLabel={s().files.carrying}
          onPick={(file) => void carry(file)}
        />
      </Show>
      <div role="status" class="stack">
        <Show when={reply()}>
          {(bytes) => (
            <>
              <StateMark icon="check" tone="good" word={s().files.carried} />
              <ReadyFile name={replyName(workbook.today())} about={s().files.made(0, bytes().length)} bytes={bytes()} />
            </>
          )}
        </Show>
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
