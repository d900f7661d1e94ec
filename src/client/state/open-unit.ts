/** Opens the work of a unit below: fetched, shown in the place of the own workbook, fetched again on demand, and let go. Fetched when asked for. */
import { createEffect, createRoot, createSignal, untrack, type Accessor, type JSX } from 'solid-js';
import { ok, type Result } from '#domain/result.ts';
import { createOpenedWorkbook } from './opened-workbook.ts';
import type { Door, NearUnits, OpenedWork, Saved, Workbook } from './workbook.ts';

/** The unit and all that its lines lead to, whatever the day. */
const nearOf = (unit: string, units: readonly Saved<'unit'>[], lines: readonly Saved<'unit-line'>[]): NearUnits => {
  const found = new Set([unit]);
  const near: Saved<'unit-line'>[] = [];
  for (const at of found)
    for (const line of lines.filter(({ fields }) => fields.unit === at)) {
      near.push(line);
      found.add(line.fields.other);
    }
  return { units: units.filter(({ id }) => found.has(id)), lines: near };
};

export interface OpenUnit {
  readonly unit: string;
  readonly work: Accessor<OpenedWork>;
  /** When the server was last asked, and had nothing newer (ms since 1970, its clock as far as it is known). */
  readonly asOf: Accessor<number>;
  /** Closes what may no longer be read. `gone`: it was closed or replaced while the server was asked, and nothing came of the answer. */
  readonly refresh: () => Promise<Result<'same' | 'newer' | 'gone'>>;
  readonly close: () => void;
}

/**
 * `strip` is drawn on top of every page for as long as the unit is open.
 *
 * - An answer counts only for who waits for it: if the door shows something else by then (closed, locked, another person, another
 *   unit), nothing is shown and nothing changes.
 * - Whatever takes its place at the door lets go of what was opened.
 */
export const openUnit = async (
  door: Pick<Door, 'show' | 'workbook'>,
  own: Workbook,
  unit: string,
  strip: (opened: OpenUnit) => JSX.Element,
): Promise<Result<void>> => {
  const read = async (known: string) => (await own.online()).work(unit, known);
  const before = door.workbook();
  const first = await read('');
  if (!first.ok) return first;
  const given = first.value;
  if (given === undefined) return ok(undefined);
  const near = nearOf(unit, await own.everyVersion('unit'), await own.everyVersion('unit-line'));
  if (door.workbook() !== before) return ok(undefined);
  createRoot((dispose) => {
    let isClosed = false;
    const letGo = (): void => {
      isClosed = true;
      dispose();
    };
    const isShown = (): boolean => !isClosed && untrack(door.workbook) === workbook;
    const [work, setWork] = createSignal(given);
    const [asOf, setAsOf] = createSignal(given.at);
    const opened: OpenUnit = {
      unit,
      work,
      asOf,
      refresh: async () => {
        const again = await read(work().tag);
        if (!isShown()) return ok('gone');
        if (!again.ok) {
          // Who may no longer read it shall not go on reading what there was.
          if (again.problem.code.startsWith('rights/')) opened.close();
          return again;
        }
        setAsOf(again.value?.at ?? Date.now() + (own.sync().clockAheadMs ?? 0));
        if (again.value === undefined) return ok('same');
        setWork(again.value);
        return ok('newer');
      },
      close: () => {
        if (!isShown()) return;
        door.show(undefined);
        letGo();
      },
    };
    const workbook = createOpenedWorkbook({ own, unit, near, work, strip: () => strip(opened) });
    door.show(workbook);
    createEffect(() => {
      if (door.workbook() !== workbook) letGo();
    });
  });
  return ok(undefined);
};
