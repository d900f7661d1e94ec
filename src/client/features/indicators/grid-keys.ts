/**
 * Which cell a key leads to: Enter to the next one, arrows to the neighbours; up and down keep the column. Left and right
 * leave a cell only where the caret stands at its end, so that a number can still be corrected.
 */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

export interface Caret {
  readonly atStart: boolean;
  readonly atEnd: boolean;
}

/** The index of the cell; `cells.length` past the last one; `undefined` where the key does something else. */
export const cellAfter = (cells: readonly Cell[], at: number, key: string, caret: Caret): number | undefined => {
  switch (key) {
    case 'Enter':
      return at + 1;
    case 'ArrowRight':
      return caret.atEnd && at + 1 < cells.length ? at + 1 : undefined;
    case 'ArrowLeft':
      return caret.atStart && at > 0 ? at - 1 : undefined;
    case 'ArrowDown':
      return inRow(cells, at, 1);
    case 'ArrowUp':
      return inRow(cells, at, -1);
    default:
      return undefined;
  }
};

/** In the next row that has cells: the same column, or its last one where it is shorter. */
const inRow = (cells: readonly Cell[], at: number, step: 1 | -1): number | undefined => {
  const here = cells[at];
  if (here === undefined) return undefined;
  const rows = [...new Set(cells.map(({ row }) => row))];
  const row = rows[rows.indexOf(here.row) + step];
  if (row === undefined) return undefined;
  const found = cells.flatMap((cell, index) => (cell.row === row && cell.column <= here.column ? [index] : []));
  return found.at(-1);
};
