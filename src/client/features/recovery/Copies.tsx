/** Sealed copies of unsent work that stand on this device: each can be kept as a file as it is, or opened with its unlock code. */
import { createEffect, createSignal, For, onCleanup, Show } from 'solid-js';
import type { Result } from '#domain/result.ts';
import { saveFile } from '#client/device/files.ts';
import { useDoor } from '#client/state/context.ts';
import { createTry } from '#client/state/create-try.ts';
import type { Recovery, SealedCopy } from '#client/state/workbook.ts';
import { problemText } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { TextField } from '#client/ui/fields.tsx';
import { Icon } from '#client/ui/icons.tsx';
import { showToast } from '#client/ui/toasts.tsx';

/** A browser that clears everything does so step by step: after a loss, what was written down too early is written again. */
const LOOK_MS = 2_000;

/** The copies on this device, looked for as long as the screen is open. */
export const createCopies = () => {
  const door = useDoor();
  const [recovery, setRecovery] = createSignal<Recovery>();
  const look = async (): Promise<void> => {
    const opened = await door.recovery();
    await opened.look();
    setRecovery(opened);
  };
  // What could not be opened while the browser was still clearing is opened the next time.
  const lookAgain = (): void => void look().catch(() => undefined);
  createEffect(() => {
    // Which of them are copies of something lost shows once it is known whose workbook is here.
    door.phase();
    lookAgain();
  });
  const timer = setInterval(() => {
    if (recovery() === undefined || door.phase() === 'lost') lookAgain();
  }, LOOK_MS);
  onCleanup(() => {
    clearInterval(timer);
  });
  return recovery;
};

interface SecretFormProps {
  readonly id: string;
  readonly words: string;
  readonly onSubmit: (secret: string) => Promise<Result<void>>;
}

/** Asks for the unlock code of a copy, and says what came of it. */
export const SecretForm = (props: SecretFormProps) => {
  const [secret, setSecret] = createSignal('');
  const opening = createTry(async (typed: string) => props.onSubmit(typed));
  const error = () => {
    const found = opening.problem();
    return found && problemText(found);
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (secret() === '') {
      opening.fail({ code: 'field/required' });
      return;
    }
    const opened = await opening.run(secret());
    if (opened?.ok === true) setSecret('');
  };
  return (
    <form class="stack tight" onSubmit={(event) => void submit(event)} novalidate>
      <TextField
        id={props.id}
        label={s().recovery.secret}
        value={secret()}
        onInput={setSecret}
        type="password"
        numeric
        autocomplete="off"
        error={error()}
      />
      <button type="submit" class="btn" disabled={opening.busy()}>
        {opening.busy() ? s().recovery.opening : props.words}
      </button>
    </form>
  );
};

const Copy = (props: { readonly recovery: Recovery; readonly copy: SealedCopy; readonly number: number }) => {
  const exportFile = async () => {
    const text = await props.recovery.fileOf(props.copy.slot);
    if (text === undefined) showToast(problemText({ code: 'rescue/unreadable' }));
    else saveFile(text, s().recovery.fileName(props.number), 'application/json');
  };
  return (
    <li class="card">
      <p class="titled">{s().recovery.copy(props.number, props.copy.count)}</p>
      <button type="button" class="btn" onClick={() => void exportFile()}>
        <Icon name="upload" size={20} />
        {s().recovery.exportFile}
      </button>
      <p class="hint">{s().recovery.exportNote}</p>
      <SecretForm
        id={`secret-${props.copy.slot}`}
        words={s().recovery.open}
        onSubmit={(secret) => props.recovery.open(props.copy.slot, secret)}
      />
    </li>
  );
};

export const Copies = (props: { readonly recovery: Recovery }) => (
  <>
    <Show when={(props.recovery.copies() ?? []).length > 0}>
      <ul class="stack plain">
        <For each={props.recovery.copies()}>
          {(copy, index) => <Copy recovery={props.recovery} copy={copy} number={index() + 1} />}
        </For>
      </ul>
    </Show>
    <div role="status">
      <Show when={props.recovery.aboard() > 0}>
        <p class="card warned">{s().recovery.aboard(props.recovery.aboard())}</p>
      </Show>
      <Show when={props.recovery.restored()}>
        {(restored) => <p class="card">{s().recovery.restored(restored().restored, restored().known)}</p>}
      </Show>
    </div>
  </>
);
