/** Long lists are drawn a few rows a frame: nothing blocks scrolling and typing meanwhile. */
import { createEffect, createSignal, onCleanup, type Accessor } from 'solid-js';

interface Steps {
  /** How many are drawn at once. */
  readonly first: number;
  readonly step: number;
  /** What the list is of: of another one the first are drawn at once again. */
  readonly of?: Accessor<unknown>;
}

/** How many of those that are wanted are to be drawn now. */
export const createSteps = (wanted: Accessor<number>, { first, step, of = () => undefined }: Steps) => {
  const [reached, setReached] = createSignal<{ readonly of: unknown; readonly many: number }>({
    of: of(),
    many: first,
  });
  const drawn = () => Math.min(wanted(), reached().of === of() ? reached().many : first);
  createEffect(() => {
    const many = drawn();
    if (many >= wanted()) return;
    const next = { of: of(), many: many + step };
    const frame = requestAnimationFrame(() => setReached(next));
    onCleanup(() => cancelAnimationFrame(frame));
  });
  return drawn;
};
