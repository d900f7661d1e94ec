/** A file that is ready, and the two ways to get it off the phone. */
import { createSignal, Show } from 'solid-js';
import { canShareFiles, saveFile, shareFile } from '#client/device/files.ts';
import { s } from '#client/texts/screens.ts';
import { Icon } from '#client/ui/icons.tsx';

interface ReadyFileProps {
  readonly name: string;
  readonly about: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export const ReadyFile = (props: ReadyFileProps) => {
  const [failed, setFailed] = createSignal(false);
  const share = async (): Promise<void> => {
    setFailed(!(await shareFile(props.bytes, props.name)));
  };
  return (
    <div class="stack tight">
      <p class="line">
        <Icon name="lock" size={18} />
        <span class="titled grow">
          {props.name}
          <span class="s dim">{props.about}</span>
        </span>
      </p>
      <div class="line">
        <button
          type="button"
          class="btn main"
          onClick={() => {
            saveFile(props.bytes, props.name);
          }}
        >
          <Icon name="device" size={20} />
          {s().files.save}
        </button>
        <Show when={canShareFiles()}>
          <button type="button" class="btn" onClick={() => void share()}>
            <Icon name="upload" size={20} />
            {s().files.share}
          </button>
        </Show>
      </div>
      <Show when={canShareFiles()}>
        <p class="hint">{s().files.shareNote}</p>
      </Show>
      <Show when={failed()}>
        <p class="bad" role="alert">
          {s().files.shareFailed}
        </p>
      </Show>
    </div>
  );
};
