/** Carries a key out in the grid: brings the focus to the cell that it leads to, or saves the row. */
import { focusField } from '#client/ui/focus-field.ts';
import { cellAfter, type Caret, type Cell } from './grid-keys.ts';

/** Controls that digits are typed into; of a row without any, the first that is chosen from. */
const cellsOf = (row: Element): readonly HTMLElement[] => {
  const typed = [...row.querySelectorAll<HTMLElement>('.cells input.num')];
  if (typed.length > 0) return typed;
  const other = row.querySelector<HTMLElement>('.cells input:checked, .cells input, .cells textarea');
  return other ? [other] : [];
};

const caretOf = (input: HTMLElement): Caret => {
  if (!(input instanceof HTMLInputElement) || input.type !== 'text') return { atStart: false, atEnd: false };
  const { selectionStart, selectionEnd, value } = input;
  const isAll = selectionStart === 0 && selectionEnd === value.length;
  return {
    atStart: isAll || (selectionStart === 0 && selectionEnd === 0),
    atEnd: isAll || (selectionStart === value.length && selectionEnd === value.length),
  };
};

const focusCell = (cell: HTMLElement): void => {
  cell.focus();
  if (cell instanceof HTMLInputElement && cell.type === 'text') cell.select();
};

const moving: ReadonlySet<string> = new Set(['Enter', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']);

/** `save` is given the row's measure. */
export const keyInGrid = (grid: HTMLElement, event: KeyboardEvent, save: (id: string) => void) => {
  const { target } = event;
  // While an input method composes, its keys are its own.
  if (!moving.has(event.key) || event.isComposing || !(target instanceof HTMLInputElement)) return;
  const row = target.closest<HTMLElement>('[data-measure]');
  if (!row) return;
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    save(row.dataset['measure'] ?? '');
    return;
  }
  const rows = [...grid.querySelectorAll<HTMLElement>('[data-measure]')];
  const found = rows.flatMap((one, index) =>
    cellsOf(one).map((cell, column) => ({ cell, place: { row: index, column } satisfies Cell })),
  );
  const own = found.findIndex(({ cell }) => cell === target);
  const isRadio = target.type === 'radio' || target.type === 'checkbox';
  // Of a choice, arrows choose; Enter goes on from wherever in the row one stands.
  const at = own >= 0 ? own : found.findLastIndex(({ cell }) => row.contains(cell));
  if (at < 0 || (event.key !== 'Enter' && (isRadio || own < 0))) return;
  const next = cellAfter(
    found.map(({ place }) => place),
    at,
    event.key,
    caretOf(target),
  );
  if (next === undefined) return;
  event.preventDefault();
  const cell = found[next]?.cell;
  if (cell) focusCell(cell);
  else focusField('entry-save-all');
};
