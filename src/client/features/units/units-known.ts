/** All units of the country as they stand today, and their search: made once for list and page, and anew when they change. */
import { createMemo, createSignal, type Accessor } from 'solid-js';
import { findUnits, indexUnits, type Found, type UnitIndex } from '#domain/unit-search.ts';
import type { UnitLine } from '#domain/records/unit.ts';
import { createUnitTree, type UnitTree } from '#domain/unit-tree.ts';
import type { Workbook } from '#client/state/workbook.ts';

const SHOWN = 40;

export interface UnitsKnown {
  /** `undefined` while they are being read. */
  readonly tree: Accessor<UnitTree | undefined>;
  readonly lines: Accessor<readonly UnitLine[]>;
  readonly count: Accessor<number>;
  readonly index: Accessor<UnitIndex>;
  /** What is being looked for: it stays while a unit is opened and the phone is turned. */
  readonly query: Accessor<string>;
  readonly setQuery: (query: string) => void;
  readonly found: Accessor<readonly Found[]>;
}

export const createUnitsKnown = (workbook: Workbook): UnitsKnown => {
  const units = workbook.list('unit');
  const lines = workbook.list('unit-line');
  const [query, setQuery] = createSignal('');
  const betweenUnits = createMemo(() => (lines() ?? []).map(({ fields }) => fields));
  const index = createMemo(() => indexUnits(units() ?? [], workbook.today()));
  return {
    tree: createMemo(() => {
      const all = units();
      return all === undefined || lines() === undefined
        ? undefined
        : createUnitTree(all, betweenUnits(), workbook.today());
    }),
    lines: betweenUnits,
    count: () => units()?.length ?? 0,
    index,
    query,
    setQuery,
    found: createMemo(() => findUnits(index(), query(), SHOWN)),
  };
};
