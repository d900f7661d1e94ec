/**
 * The registers (sổ) that a unit keeps beside its log: what stands ready (models, trusted addresses, hotlines), what was
 * done to keep the work going (inspections, training, commendations, difficulties, documents), who answers for it, and
 * the money from its estimate to its settlement.
 *
 * - Codes (`kind`, `fund`, `services` …) are the catalogue's; one that a version does not know stands for itself.
 * - A person is an office. A name stands only beside `consent`, and never that of someone who was harmed.
 * - People are female + male + not recorded; their total is computed, never stored.
 * - Sums are whole đồng.
 *
 * The file is long because the registers share their fields' shapes and are read beside each other.
 */
import * as v from 'valibot';
import {
  count,
  defineTable,
  filled,
  id,
  localDate,
  partialDate,
  present,
  text,
  year,
  type RecordOf,
  type Table,
} from '../table.ts';
import type { RegisterName } from '../register-names.ts';

export const MAX_REGISTER_TEXT = 4_000;

const code = filled(40);
const long = text(MAX_REGISTER_TEXT);
const name = filled(200);
const words = text(200);
/** As it is printed and dialled: "1800 1769". */
const phone = text(40);
const people = { female: count, male: count, unrecorded: count, minority: count };
const links = { tasks: present, campaigns: present };

/** Clubs, communication groups, groups against violence: what meets again and again. */
const modelTable = defineTable({
  single: {
    title: name,
    kind: code,
    place: words,
    founded: partialDate,
    ended: partialDate,
    ...people,
    /** How often it met in `countedIn`. */
    meetings: count,
    countedIn: year,
    agency: id,
    note: long,
  },
  sets: { partners: present, ...links },
  required: ['title', 'kind', 'agency'],
});

/** Where someone in danger can go: trusted addresses, shelters, counselling rooms. */
const refugeTable = defineTable({
  single: {
    title: name,
    kind: code,
    place: words,
    phone,
    hours: words,
    /** How many people can stay at once. */
    capacity: count,
    founded: partialDate,
    ended: partialDate,
    agency: id,
    note: long,
  },
  sets: { services: present, partners: present },
  required: ['title', 'kind', 'agency'],
});

const hotlineTable = defineTable({
  single: {
    title: name,
    kind: code,
    phone: filled(40),
    hours: words,
    /** Who picks up: an office. */
    answers: words,
    founded: partialDate,
    ended: partialDate,
    agency: id,
    note: long,
  },
  sets: { services: present, partners: present },
  required: ['title', 'kind', 'phone', 'agency'],
});

const inspectionTable = defineTable({
  single: {
    title: name,
    kind: code,
    from: localDate,
    to: localDate,
    place: words,
    /** Whose work was looked at. */
    inspected: words,
    findings: long,
    /** What has to be put right, until when, and when it was. */
    followUp: long,
    followUpBy: localDate,
    followedUpOn: localDate,
    /** Number and symbol of the document that orders or ends it. */
    decision: text(80),
    agency: id,
    note: long,
  },
  sets: { partners: present, ...links },
  required: ['title', 'kind', 'from', 'to', 'agency'],
});

/** Held here, or attended because a level above summoned to it. */
const trainingTable = defineTable({
  single: {
    title: name,
    kind: code,
    from: localDate,
    to: localDate,
    place: words,
    host: words,
    /** How many were summoned; how many came are the people. */
    invited: count,
    ...people,
    decision: text(80),
    cost: count,
    costSource: words,
    agency: id,
    note: long,
  },
  sets: { topics: present, partners: present, ...links },
  required: ['title', 'kind', 'from', 'to', 'agency'],
});

const commendationTable = defineTable({
  single: {
    /** The collective, or the office of an individual. */
    title: name,
    kind: code,
    person: text(120),
    consent: v.boolean(),
    sex: code,
    award: code,
    merit: long,
    proposer: words,
    proposedOn: localDate,
    decidedBy: words,
    decidedOn: localDate,
    decision: text(80),
    cost: count,
    agency: id,
    note: long,
  },
  sets: { partners: present, ...links },
  required: ['title', 'kind', 'agency'],
});

/** Vướng mắc: raised, passed on, answered. */
const difficultyTable = defineTable({
  single: {
    difficulty: filled(1_000),
    raisedOn: localDate,
    sentTo: words,
    via: words,
    answer: long,
    answeredOn: localDate,
    answeredBy: words,
    plan: id,
    agency: id,
    note: long,
  },
  sets: { partners: present, ...links },
  required: ['difficulty', 'raisedOn', 'agency'],
});

/** Papers that the unit or one of its agencies issued. A number may be blank, a date partial, as in any draft. */
const documentTable = defineTable({
  single: {
    kind: code,
    number: text(60),
    date: partialDate,
    subject: filled(400),
    issuer: words,
    recipients: text(1_000),
    plan: id,
    agency: id,
    note: long,
  },
  sets: { partners: present, ...links },
  required: ['kind', 'subject', 'agency'],
});

/** Ban Vì sự tiến bộ của phụ nữ: offices, and whose they are where that person agreed. */
const committeeMemberTable = defineTable({
  single: {
    office: filled(160),
    role: code,
    person: text(120),
    consent: v.boolean(),
    sex: code,
    duties: long,
    phone,
    decision: text(80),
    from: localDate,
    to: localDate,
    agency: id,
    note: long,
  },
  sets: {},
  required: ['office', 'role', 'agency'],
});

/** One purpose from one source: what was asked, what the finance officer found right, what was granted, what was spent. */
const budgetLineTable = defineTable({
  single: {
    title: name,
    year,
    fund: code,
    /** The document by which the source gives it. */
    fundedBy: words,
    estimate: count,
    estimatedOn: localDate,
    appraised: count,
    appraisedOn: localDate,
    approved: count,
    approvedOn: localDate,
    decision: text(80),
    settled: count,
    settledOn: localDate,
    /** Why a step is larger than the one before it. */
    reason: text(600),
    plan: id,
    agency: id,
    note: long,
  },
  sets: links,
  required: ['title', 'year', 'fund', 'agency'],
});

export const registerTables = {
  model: modelTable,
  refuge: refugeTable,
  hotline: hotlineTable,
  inspection: inspectionTable,
  training: trainingTable,
  commendation: commendationTable,
  difficulty: difficultyTable,
  document: documentTable,
  'committee-member': committeeMemberTable,
  'budget-line': budgetLineTable,
} as const satisfies Readonly<Record<RegisterName, Table>>;

export type BudgetLine = RecordOf<typeof budgetLineTable>;
