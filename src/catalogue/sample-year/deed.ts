/** What the activities of the sample's year are made from: what returns (series), and what stands on a day of its own (deeds). */
import type { Activity } from '#domain/records/activity.ts';

/** Least and most. */
export type Span = readonly [least: number, most: number];

interface Told {
  readonly type: string;
  /** The end of the agency's id: "womens-union". */
  readonly agency: string;
  /** Keys of the plan's tasks, "II.1-3". */
  readonly tasks: readonly string[];
  readonly topics: readonly string[];
  readonly audience?: string;
  readonly outputs?: Readonly<Record<string, Span>>;
  readonly female?: Span;
  readonly male?: Span;
  readonly unrecorded?: Span;
  /** How many in a hundred of those who came are of an ethnic minority. */
  readonly minority?: Span;
  /** Where it met several times: so many attendances for each person. */
  readonly times?: Span;
  /** In thousands of đồng. */
  readonly cost?: Span;
  readonly partners?: readonly string[];
  /** Keys of the plan's campaigns, for what prepares or ends one. */
  readonly campaigns?: readonly string[];
  /** Keys of the plan's measures that it answers by a link. */
  readonly measures?: readonly string[];
}

/** The same again and again: so many in each of the twelve months, taking titles and places in turn. */
export interface Series extends Told {
  readonly titles: readonly [string, ...string[]];
  readonly places: readonly [string, ...string[]];
  readonly months: readonly number[];
}

export interface Deed extends Told {
  readonly title: string;
  readonly from: string;
  readonly to?: string;
  readonly place?: string;
  readonly narrative?: string;
}

export interface MadeActivity {
  readonly id: string;
  readonly fields: Activity;
}
