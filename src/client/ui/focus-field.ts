/** Brings the control of a field before the eyes and under the hands, out of the fold that it may lie in. */
export const focusField = (id: string): boolean => {
  const field = document.getElementById(id);
  if (!field) return false;
  field.closest('details')?.setAttribute('open', '');
  field.focus();
  return true;
};

/** After what had the focus went away: the first of these that is there, or else the page. */
export const focusAfter = (...ids: readonly string[]): void => {
  queueMicrotask(() => {
    [...ids, 'main'].some(focusField);
  });
};

/** For a button that takes the place of the one that was pressed: the focus goes on where the hand is. */
export const focusSoon = (element: HTMLElement): void => queueMicrotask(() => element.focus());
