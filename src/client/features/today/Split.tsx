/** How much of a figure has arrived, under the figure. While all of it has, not even the code for this is fetched. */
import { lazy, Show, Suspense } from 'solid-js';
import type { SplitProps } from './SplitWords.tsx';

const SplitWords = lazy(async () => ({ default: (await import('./SplitWords.tsx')).SplitWords }));

export const Split = (props: SplitProps) => (
  <Show when={props.of.some((one) => one.state !== 'sent')}>
    <Suspense>
      <SplitWords {...props} />
    </Suspense>
  </Show>
);
