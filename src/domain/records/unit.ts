/** Administrative units, the lines between them, their agencies and people. All are dated: communes merge. */
import * as v from 'valibot';
import { defineTable, filled, id, localDate, text, type RecordOf } from '../table.ts';

export const Role = v.picklist(['recorder', 'officer', 'leader', 'supervisor', 'administrator', 'auditor']);
export type Role = v.InferOutput<typeof Role>;

/** A unit's id is opaque; its official code is an attribute and may be missing or change. */
export const unitTable = defineTable({
  single: {
    name: filled(160),
    /** Free text such as "xã", "thành phố": trees have any depth. */
    kind: text(40),
    officialCode: text(20),
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

export const agencyTable = defineTable({
  single: { unit: id, name: filled(160), kind: text(40), from: localDate, to: localDate },
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
