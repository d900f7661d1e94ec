/** Whether a media query holds, as a signal. */
import { createSignal, onCleanup, type Accessor } from 'solid-js';

export const createMediaQuery = (query: string): Accessor<boolean> => {
  const list = window.matchMedia(query);
  const [matches, setMatches] = createSignal(list.matches);
  const follow = () => setMatches(list.matches);
  list.addEventListener('change', follow);
  onCleanup(() => list.removeEventListener('change', follow));
  return matches;
};

/** Room for a rail, and for a list beside what was chosen from it. */
export const WIDE = '(min-width: 1000px)';
