/** A button that opens the phone's own choice of a file. Any kind: phones often know no kind for the end of our names. */
import { Icon } from './icons.tsx';

interface FilePickerProps {
  readonly label: string;
  readonly busy: boolean;
  readonly busyLabel: string;
  readonly main?: boolean;
  readonly onPick: (file: File) => void;
}

export const FilePicker = (props: FilePickerProps) => {
  let input: HTMLInputElement | undefined;
  const picked = (): void => {
    const file = input?.files?.[0];
    if (file !== undefined) props.onPick(file);
    // The same file can be chosen once more.
    if (input !== undefined) input.value = '';
  };
  return (
    <p>
      <input ref={(element) => (input = element)} type="file" hidden aria-label={props.label} onChange={picked} />
      <button
        type="button"
        class="btn"
        classList={{ main: props.main ?? false }}
        // Not disabled: that would take the focus away from whoever has just chosen a file here.
        aria-disabled={props.busy}
        onClick={() => {
          if (!props.busy) input?.click();
        }}
      >
        <Icon name="plan" size={20} />
        {props.busy ? props.busyLabel : props.label}
      </button>
    </p>
  );
};
