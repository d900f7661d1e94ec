/** The doors of whoever administers units: a list that is looked at first and then taken, a merger likewise. Fetched when asked. */
import * as v from 'valibot';
import { fail, type Result } from '#domain/result.ts';
import type { ListFormat } from '#domain/unit-list.ts';
import type { Ask } from './server-api.ts';

export interface SentUnitList {
  /** The unit under which the list's topmost ones stand. */
  readonly under: string;
  readonly source: string;
  readonly dated: string;
  readonly from?: string | undefined;
  readonly format: ListFormat;
  readonly list: string;
}

const Imported = v.object({
  added: v.number(),
  changed: v.number(),
  unchanged: v.number(),
  notNamed: v.number(),
});
export type ImportedUnits = v.InferOutput<typeof Imported>;

const Fault = v.object({ at: v.string(), is: v.string(), value: v.string() });
const Preview = v.union([v.object({ would: Imported }), v.object({ faults: v.array(Fault), count: v.number() })]);
export type UnitListPreview = v.InferOutput<typeof Preview>;

export interface UnitMerger {
  readonly units: readonly string[];
  readonly into:
    | string
    | {
        readonly name: string;
        readonly kind: string;
        readonly officialCode?: string;
        readonly parent?: string;
      };
  readonly from: string;
}

const Merger = v.object({
  last: v.string(),
  above: v.nullable(v.string()),
  below: v.array(v.string()),
  people: v.number(),
});
export type MergerPreview = v.InferOutput<typeof Merger>;

export interface Administration {
  /** Writes nothing. */
  readonly previewUnitList: (list: SentUnitList) => Promise<Result<UnitListPreview>>;
  readonly importUnitList: (list: SentUnitList) => Promise<Result<ImportedUnits>>;
  /** Writes nothing. */
  readonly previewMerger: (merger: UnitMerger) => Promise<Result<MergerPreview>>;
  /** The id of the unit that carries on. */
  readonly mergeUnits: (merger: UnitMerger) => Promise<Result<{ readonly id: string }>>;
}

/** `afterwards` asks for an exchange: what was changed comes down with it. */
export const createAdministration = (ask: Ask, afterwards: () => void): Administration => {
  const change = async <T>(asked: Promise<Result<T>>): Promise<Result<T>> => {
    const done = await asked;
    if (!done.ok) return fail(done.problem);
    afterwards();
    return done;
  };
  return {
    previewUnitList: (list) => ask('POST', '/units/import/preview', Preview, list),
    importUnitList: (list) => change(ask('POST', '/units/import', Imported, list)),
    previewMerger: (merger) => ask('POST', '/units/merge/preview', Merger, merger),
    mergeUnits: (merger) => change(ask('POST', '/units/merge', v.object({ id: v.string() }), merger)),
  };
};
