/**
 * Rows of which nothing can be stored yet: those of an area that is filled from nothing, but for records that changed after
 * the filling began, because each comes once. Nothing need be looked for, so they are sealed as they arrive, while
 * the rows before them are being written and those behind them are on their way.
 */
import type { ReceivedRow } from '#sync/receiver.ts';
import type { Register } from '#sync/register.ts';
import { addDigests, digestOfRegister } from '#sync/digest.ts';
import { laterStamp, type Stamp } from '#sync/stamp.ts';
import type { Sealed } from '#client/vault/cipher.ts';
import { recordPlace, type Core } from './core.ts';
import { recordKey, type BaseRecord } from './overlay.ts';
import { monthsOfRegisters } from './summary.ts';

export interface NewRow {
  readonly area: number;
  readonly k: string;
  readonly sealed: Sealed;
  /** `<area>|2024-11`, as they stand in the row. */
  readonly months: readonly string[];
  /** What the row adds to the area's digest. */
  readonly digest: number;
  /** The latest stamp that it bears. */
  readonly seen: Stamp;
}

/** Up to where an area's rows are new. */
export interface Filling {
  readonly area: number;
  readonly upTo: number;
}

export const fillingOf = (core: Pick<Core, 'fillingTo'>, area: number, done: number): Filling => ({
  area,
  upTo: done === 0 ? (core.fillingTo.get(area) ?? 0) : 0,
});

export const monthsOfBase = (area: number, { table, registers }: Pick<BaseRecord, 'table' | 'registers'>) =>
  table === 'activity' ? monthsOfRegisters(registers).map((month) => `${area}|${month}`) : [];

export const sealRecord = (core: Core, area: number, k: string, { table, id, registers }: Omit<BaseRecord, 'seq'>) =>
  core.sealer.seal(table, recordPlace(area, k), { id, registers });

const NEVER: Stamp = { ms: 0, ctr: 0 };

const sumOf = (table: string, id: string, registers: Readonly<Record<string, Register>>) => {
  let digest = 0;
  let seen = NEVER;
  for (const [field, register] of Object.entries(registers)) {
    digest = addDigests(digest, digestOfRegister(table, id, field, register));
    seen = laterStamp(seen, { ms: register[1], ctr: register[2] });
  }
  return { digest, seen };
};

export const sealNewRow = async (core: Core, area: number, row: ReceivedRow): Promise<NewRow> => {
  const k = await core.sealer.keyOf(recordKey(row.table, row.id));
  const sealed = await sealRecord(core, area, k, row);
  return { area, k, sealed, months: monthsOfBase(area, row), ...sumOf(row.table, row.id, row.registers) };
};
