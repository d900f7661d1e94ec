/** The reason that passes a strange figure: asked for only where one is strange, and kept in sight once it was given. */
import { Show } from 'solid-js';
import { s } from '#client/texts/screens.ts';
import { TextField } from '#client/ui/fields.tsx';
import { Told } from '#client/ui/Told.tsx';
import type { ReadingForm, ReadReading } from './reading-form.ts';
import type { SaidOfForm } from './said-of-form.ts';

interface OutlierProps extends Pick<SaidOfForm, 'error' | 'told'> {
  readonly prefix: string;
  readonly form: ReadingForm;
  readonly read: ReadReading;
  readonly onChange: (change: Partial<ReadingForm>) => void;
}

export const OutlierField = (props: OutlierProps) => (
  <Show when={props.read.warnings.length > 0 || props.form.outlier !== ''}>
    <div>
      <TextField
        id={`${props.prefix}-outlier`}
        label={s().reading.reason}
        hint={s().reading.reasonHint}
        value={props.form.outlier}
        onInput={(outlier) => props.onChange({ outlier })}
        error={props.error('outlier')}
      />
      <Told lines={props.told('outlier')} />
    </div>
  </Show>
);
