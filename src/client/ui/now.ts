/** The moment, for words such as "2 phút trước"; moves every half minute. */
import { createSignal, onCleanup, type Accessor } from 'solid-js';

const STEP_MS = 30_000;

export const createNow = (): Accessor<number> => {
  const [now, setNow] = createSignal(Date.now());
  const timer = setInterval(() => setNow(Date.now()), STEP_MS);
  onCleanup(() => clearInterval(timer));
  return now;
};
