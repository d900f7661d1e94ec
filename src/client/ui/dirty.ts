/** Whether a form holds what is not saved yet: an update waits until none does. */
import { createSignal, onCleanup } from 'solid-js';

const [dirtyForms, setDirtyForms] = createSignal(0);

export const hasDirtyForm = (): boolean => dirtyForms() > 0;

/** One form's own mark; it goes with the form. */
export const createDirtyMark = (): ((isDirty: boolean) => void) => {
  let isMarked = false;
  const mark = (isDirty: boolean) => {
    if (isDirty === isMarked) return;
    isMarked = isDirty;
    setDirtyForms((count) => count + (isDirty ? 1 : -1));
  };
  onCleanup(() => mark(false));
  return mark;
};
