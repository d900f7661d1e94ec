/** What the store shows of its records: the shapes that screens read. */
import * as v from 'valibot';
import type { Change } from '#domain/change.ts';
import type { Problem } from '#domain/problem.ts';
import { Role } from '#domain/records/unit.ts';
import { isScope, type Scope } from '#domain/scope.ts';
import type { RecordIn, TableName } from '#domain/tables.ts';

/** Who is at work, as the server says at sign-in. */
export const Me = v.object({
  id: v.string(),
  name: v.string(),
  title: v.string(),
  role: Role,
  unit: v.string(),
  agency: v.string(),
  /** The scopes that this person reads, own `work` first. */
  scopes: v.array(v.custom<Scope>((value) => typeof value === 'string' && isScope(value))),
});
export type Me = Readonly<Omit<v.InferOutput<typeof Me>, 'scopes'>> & { readonly scopes: readonly Scope[] };

/** trên máy, đang gửi, đã gửi, cần sửa. */
export type RecordState = 'on-device' | 'sending' | 'sent' | 'to-fix';

export interface Saved<T extends TableName> {
  readonly scope: Scope;
  readonly table: T;
  readonly id: string;
  readonly fields: RecordIn<T>;
  readonly state: RecordState;
}

/** The own unit and those that it has to do with at every step, out of the thousands of a country. */
export interface NearUnits {
  readonly units: readonly Saved<'unit'>[];
  readonly lines: readonly Saved<'unit-line'>[];
}

/** What lists and tallies need of an activity; kept sealed by the month, so that a list opens one row a month. */
export interface ActivitySummary {
  readonly scope: Scope;
  readonly id: string;
  readonly state: RecordState;
  /** It exists in refused mutations only: nothing of it was ever accepted. */
  readonly onlyRefused?: boolean;
  readonly title: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly place: string;
  readonly agency: string;
  readonly female: number;
  readonly male: number;
  readonly unrecorded: number;
  readonly minority: number;
  readonly attendances: number;
  readonly outputs: Readonly<Record<string, number>>;
  readonly tasks: readonly string[];
  readonly measures: readonly string[];
  readonly campaigns: readonly string[];
  /** Folded words of title, place, narrative and audience, for search. */
  readonly folded: string;
}

/** A mutation that the server refused: its text is kept until the person settles it. */
export interface Refused {
  readonly scope: Scope;
  readonly n: number;
  readonly at: number;
  readonly problem: Problem;
  readonly changes: readonly Change[];
}

/** A mutation that the server has not acknowledged. */
export interface Waiting {
  readonly scope: Scope;
  readonly n: number;
  /** When the person made it (ms since 1970, as the server's clock is estimated). */
  readonly at: number;
  /** What it weighs on its way, before compression. */
  readonly bytes: number;
  readonly state: 'on-device' | 'sending';
  readonly changes: readonly Change[];
}

/** What the server gave for an exchange: verifiable there by its code. */
export interface ReceiptShown {
  readonly code: string;
  readonly at: number;
  readonly taken: number;
  readonly held: number;
}
