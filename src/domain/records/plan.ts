/** A plan and what stands under it: legal bases, objectives, indicators, tasks, report rules, campaigns. */
import * as v from 'valibot';
import {
  copiedFrom,
  count,
  defineTable,
  document,
  filled,
  id,
  line,
  linked,
  localDate,
  monthDay,
  order,
  partialDate,
  present,
  text,
  year,
  type RecordOf,
} from '../table.ts';
import { Level } from './unit.ts';

/** What an agency is to an indicator or a task: does it, helps, is asked (not ordered), or only hands in figures. */
export const AgencyRole = v.picklist(['lead', 'coordinate', 'requested', 'data']);
/** `agency` is the name as printed; `kind` is the catalogue's code for it, where there is one. */
export const Responsible = v.object({ agency: filled(160), kind: v.optional(text(40)), role: AgencyRole });
export type Responsible = v.InferOutput<typeof Responsible>;

export const Anomaly = v.object({ line, what: filled(300) });

const version = v.pipe(v.number(), v.integer(), v.minValue(1));
/** Something that a plan names and that is no record of its own. */
const Named = v.object({ name: filled(200), line: v.optional(line) });
const Service = v.object({ ...Named.entries, phone: v.optional(text(40)) });

export const planTable = defineTable({
  single: {
    kind: v.picklist(['plan', 'letter', 'resolution', 'decision', 'programme']),
    title: filled(400),
    /** As printed; a blank number is kept blank (`/KH-UBND`). */
    number: text(60),
    date: partialDate,
    /** The date's wording where it is not a whole date: "ngày tháng 02 năm 2024". */
    datePrinted: text(60),
    issuer: filled(160),
    level: Level,
    from: localDate,
    to: localDate,
    purposes: v.array(text(600)),
    recipients: v.array(text(160)),
    /** "Kính gửi", of a letter. */
    addressees: v.array(text(160)),
    /** What it says is enclosed; `absent` where it did not come with it. */
    attachments: v.array(v.object({ ...Named.entries, absent: v.boolean() })),
    /** Models, services and hotlines that it names. */
    models: v.array(Named),
    services: v.array(Service),
    /** An office, never a person's name. */
    signingOffice: text(160),
    funding: v.array(v.object({ text: filled(400), line: v.optional(line) })),
    anomalies: v.array(Anomaly),
    /** Which issue this is; what an issued copy says never changes, an amendment is a new version. */
    version,
    /** What each version after the first changed, and by which document. */
    amendments: v.array(
      v.object({ version, what: filled(400), number: v.optional(text(60)), date: v.optional(partialDate) }),
    ),
    issuedOn: localDate,
    /** The plan that it was begun from, and its version; of a ready-made one `plan` is the catalogue's key. */
    copiedFrom: v.object({ plan: id, scope: v.optional(text(60)), version: v.optional(version) }),
    /** Set by the mutation that ends a copied or issued plan; a plan without it is not shown. */
    complete: v.boolean(),
    /** Which of the source documents it comes from, "000" … "004". */
    document: text(10),
  },
  sets: {
    /** Keys are `scope~plan id`. */
    parents: present,
    /**
     * Which of several contradictory rules governs, by the name that they share (`contradiction`): the rule, as
     * `scope~rule id`, and why. Absent until the officer chooses; the others stay beside it.
     */
    governing: v.object({ rule: filled(200), reason: v.optional(text(300)) }),
  },
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
    /** The years that it covers, where they are not the plan's own. */
    fromYear: year,
    toYear: year,
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
    copiedFrom,
    order,
    document,
    line,
  },
  /** Indicators of the levels above that it serves: keys are `scope~indicator id`. */
  sets: { parents: linked },
  required: ['plan', 'text', 'order'],
});
export type Indicator = RecordOf<typeof indicatorTable>;

/** How many, of what; `outputs` are the catalogue's codes of what is counted, each activity itself without any. */
const Quota = v.object({
  amount: v.pipe(count, v.minValue(1)),
  max: v.optional(count),
  unit: v.optional(text(60)),
  outputs: v.optional(v.array(text(40))),
});
export type Quota = v.InferOutput<typeof Quota>;

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
    /** A window that comes back every year, both ends inclusive; it may cross New Year. */
    windowFrom: monthDay,
    windowTo: monthDay,
    /** So many in each turn of the recurrence. */
    quota: Quota,
    /** So many in all, by which its progress is told. */
    goal: Quota,
    /** What is to come of it. */
    deliverable: v.picklist(['plan', 'report', 'document', 'statistics', 'event']),
    /** A duty of every plan, which a report has a place of its own for. */
    duty: v.picklist(['monitoring', 'commendation', 'statistics', 'reporting', 'funding']),
    state: v.picklist(['open', 'done', 'dropped']),
    copiedFrom,
    order,
    document,
    line,
  },
  sets: {
    campaigns: present,
    indicators: present,
    /** Indicators and tasks of the levels above that it serves: keys are `scope~id`. */
    parentIndicators: linked,
    parentTasks: linked,
  },
  required: ['plan', 'section', 'text', 'recurrence', 'order'],
});
export type Task = RecordOf<typeof taskTable>;

export const ruleTable = defineTable({
  single: {
    plan: id,
    /** `duty`: another dated duty, which `what` names. */
    kind: v.picklist([
      'half-year',
      'year',
      'campaign',
      'ad-hoc',
      'incident',
      'statistics',
      'quarter',
      'mid-term',
      'final',
      'budget',
      'duty',
    ]),
    what: text(300),
    /** Who reports, and to whom, as printed. */
    from: filled(200),
    to: filled(200),
    /** "before" is exclusive (trước ngày), "on" inclusive (vào ngày), "none" has no date. */
    rule: v.picklist(['before', 'on', 'none']),
    monthDay,
    /** Where only a month is printed ("tháng 7"): "on" lasts until its end, "before" until it begins. */
    month: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(12)),
    year,
    /**
     * The days whose figures a report of this kind holds, set by the level above, "15/12–14/6"; the first lies in the
     * year before where it is the later one. Without them the calendar's half-year or year.
     */
    cutOffFrom: monthDay,
    cutOffTo: monthDay,
    /** The name that rules of one obligation share which say different things; see the plan's `governing`. */
    contradiction: id,
    /** What the report must hold, each thing one line. */
    content: v.array(filled(300)),
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
