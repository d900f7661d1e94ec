/** For somebody else: their file goes in, the reply comes out. What is in it is nobody's business here. */
import { Show } from 'solid-js';
import { useWorkbook } from '#client/state/context.ts';
import { s } from '#client/texts/screens.ts';
import { sizeWords } from '#client/texts/size-words.ts';
import { FilePicker } from '#client/ui/FilePicker.tsx';
import { StateMark } from '#client/ui/marks.tsx';
import { createFileTry } from './create-file-try.ts';
import { replyName } from './file-words.ts';
import { FileProblem } from './FileProblem.tsx';
import { ReadyFile } from './ReadyFile.tsx';

export const CarryCard = () => {
  const workbook = useWorkbook();
  const carrying = createFileTry(async (bytes) => (await workbook.files()).carry(bytes));
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
          busy={carrying.busy()}
          busyLabel={s().files.carrying}
          onPick={(file) => void carrying.pick(file)}
        />
      </Show>
      <div role="status" class="stack">
        <Show when={carrying.answer()}>
          {(bytes) => (
            <>
              <StateMark icon="check" tone="good" word={s().files.carried} />
              <ReadyFile
                name={replyName(workbook.today())}
                about={s().files.made(0, sizeWords(bytes().length))}
                bytes={bytes()}
              />
            </>
          )}
        </Show>
      </div>
      <FileProblem problem={carrying.problem()} />
    </section>
  );
};
