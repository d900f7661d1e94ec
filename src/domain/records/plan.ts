/** A plan and what stands under it: legal bases, objectives, indicators, tasks, report rules, campaigns. */
import * as v from 'valibot';
import {
  defineTable,
  document,
  filled,
  id,
  line,
  localDate,
  monthDay,
  order,
  partialDate,
  present,
  text,
  year,
  type RecordOf,
} from '../table.ts';

/** What an agency is to an indicator or a task: does it, helps, is asked (not ordered), or only hands in figures. */
export const AgencyRole = v.picklist(['lead', 'coordinate', 'requested', 'data']);
/** `agency` is the name as printed; `kind` is the catalogue's code for it, where there is one. */
export const Responsible = v.object({ agency: filled(160), kind: v.optional(text(40)), role: AgencyRole });
export type Responsible = v.InferOutput<typeof Responsible>;

export const Anomaly = v.object({ line, what: filled(300) });

export const planTable = defineTable({
  single: {
    kind: v.picklist(['plan', 'letter']),
    title: filled(400),
    /** As printed; a blank number is kept blank (`/KH-UBND`). */
    number: text(60),
    date: partialDate,
    /** The date's wording where it is not a whole date: "ngày tháng 02 năm 2024". */
    datePrinted: text(60),
    issuer: filled(160),
    level: v.picklist(['nation', 'province', 'district', 'commune']),
    from: localDate,
    to: localDate,
    purposes: v.array(text(600)),
    recipients: v.array(text(160)),
    /** An office, never a person's name. */
    signingOffice: text(160),
    funding: v.array(v.object({ text: filled(400), line: v.optional(line) })),
    anomalies: v.array(Anomaly),
    version: v.pipe(v.number(), v.integer(), v.minValue(1)),
    /** Set by the mutation that ends a copied or issued plan; a plan without it is not shown. */
    complete: v.boolean(),
    /** Which of the source documents it comes from, "000" … "004". */
    document: text(10),
  },
  /** Keys are `scope~plan id`. */
  sets: { parents: present },
  required: ['kind', 'title', 'issuer', 'from', 'to'],
});
export type Plan = RecordOf<typeof planTable>;

export const basisTable = defineTable({
  single: {
    plan: id,
    number: text(80),
    date: partialDate,
    issuer: text(160),
    subject: text(400),
    relation: v.picklist(['basis', 'carries-out', 'cites', 'proposes', 'funding']),
    order,
    document,
    line,
  },
  sets: {},
  required: ['plan', 'relation', 'order'],
});
export type Basis = RecordOf<typeof basisTable>;

export const objectiveTable = defineTable({
  single: { plan: id, number: text(20), title: filled(300), field: text(40), order, document, line },
  sets: {},
  required: ['plan', 'title', 'order'],
});
export type Objective = RecordOf<typeof objectiveTable>;

export const indicatorTable = defineTable({
  single: {
    plan: id,
    objective: id,
    number: text(20),
    text: filled(400),
    agencies: v.array(Responsible),
    order,
    document,
    line,
  },
  sets: {},
  required: ['plan', 'text', 'order'],
});
export type Indicator = RecordOf<typeof indicatorTable>;

export const taskTable = defineTable({
  single: {
    plan: id,
    /** The path as printed, "II.3" or "IV.2.5": numbering in the documents jumps, so order is kept apart. */
    section: text(40),
    sectionTitle: text(200),
    text: filled(600),
    agencies: v.array(Responsible),
    recurrence: v.picklist(['ongoing', 'once', 'year', 'half-year', 'quarter', 'month', 'window', 'ad-hoc']),
    from: localDate,
    to: localDate,
    order,
    document,
    line,
  },
  sets: { campaigns: present, indicators: present },
  required: ['plan', 'section', 'text', 'recurrence', 'order'],
});
export type Task = RecordOf<typeof taskTable>;

export const ruleTable = defineTable({
  single: {
    plan: id,
    kind: v.picklist(['half-year', 'year', 'campaign', 'ad-hoc', 'incident', 'statistics']),
    /** Who reports, and to whom, as printed. */
    from: filled(200),
    to: filled(200),
    /** "before" is exclusive (trước ngày), "on" inclusive (vào ngày), "none" has no date. */
    rule: v.picklist(['before', 'on', 'none']),
    monthDay,
    year,
    /** Inner: the commune collects. Outer: the commune hands up. */
    reach: v.picklist(['inner', 'outer']),
    printed: text(120),
    order,
    document,
    line,
  },
  sets: {},
  required: ['plan', 'kind', 'from', 'to', 'rule', 'reach', 'order'],
});
export type Rule = RecordOf<typeof ruleTable>;

/** A campaign or observance that returns every year; both ends are inclusive and may cross a month. */
export const campaignTable = defineTable({
  single: {
    plan: id,
    name: filled(200),
    from: monthDay,
    to: monthDay,
    kind: v.picklist(['action-month', 'month', 'day']),
    aliases: v.array(text(200)),
    order,
    document,
    line,
  },
  sets: {},
  required: ['name', 'from', 'to', 'kind', 'order'],
});
export type Campaign = RecordOf<typeof campaignTable>;
