/** Administrative units, the lines between them, their agencies and people. All are dated: communes merge. */
import * as v from 'valibot';
import { count, defineTable, filled, id, localDate, text, type RecordOf } from '../table.ts';

export const Role = v.picklist(['recorder', 'officer', 'leader', 'supervisor', 'administrator', 'auditor']);
export type Role = v.InferOutput<typeof Role>;

/** Where a unit stands among the tiers; the third one, `district`, ended on 1 July 2025. */
export const Level = v.picklist(['nation', 'province', 'district', 'commune']);
export type Level = v.InferOutput<typeof Level>;

/** A unit's id is opaque; its official code is an attribute and may be missing or change. */
export const unitTable = defineTable({
  single: {
    name: filled(160),
    /** Free text such as "xã", "thành phố": trees have any depth. */
    kind: text(40),
    level: Level,
    officialCode: text(20),
    /** What held until and including a day, where it holds no more; read by `held.ts`. */
    former: v.array(
      v.object({
        until: localDate,
        name: v.optional(filled(160)),
        kind: v.optional(text(40)),
        officialCode: v.optional(text(20)),
      }),
    ),
    from: localDate,
    to: localDate,
    /** The root of the sample workspace, left out of every real roll-up. */
    sample: v.boolean(),
    /** The sample's stored "today"; real units have none. */
    today: localDate,
  },
  sets: {},
  required: ['name', 'kind'],
});
export type Unit = RecordOf<typeof unitTable>;

/** `unit` reports to `other` (parent), or carries on the work of `other` (predecessor), from a day to a day. */
export const unitLineTable = defineTable({
  single: { unit: id, other: id, relation: v.picklist(['parent', 'predecessor']), from: localDate, to: localDate },
  sets: {},
  required: ['unit', 'other', 'relation'],
});
export type UnitLine = RecordOf<typeof unitLineTable>;

/** A list of units that was imported: who published it, of which day it is, and how many units it names. */
export const unitListTable = defineTable({
  single: { source: filled(300), dated: localDate, units: count },
  sets: {},
  required: ['source', 'dated', 'units'],
});
export type UnitList = RecordOf<typeof unitListTable>;

export const agencyTable = defineTable({
  single: {
    unit: id,
    name: filled(160),
    kind: text(40),
    former: v.array(v.object({ until: localDate, name: v.optional(filled(160)) })),
    from: localDate,
    to: localDate,
  },
  sets: {},
  required: ['unit', 'name'],
});
export type Agency = RecordOf<typeof agencyTable>;

export const personTable = defineTable({
  single: { unit: id, agency: id, name: filled(120), title: text(120), role: Role, closed: v.boolean() },
  sets: {},
  required: ['unit', 'name', 'role'],
});
export type Person = RecordOf<typeof personTable>;
