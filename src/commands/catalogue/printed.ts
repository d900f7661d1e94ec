/**
 * A ready-made plan as `npm run catalogue -- --json` prints it: whole, nested as in the document, each item with its line.
 * What a document does not say is `null` or an empty list and never left out. Ids are those of the copied records.
 */
import { dutiesOf } from '#catalogue/plans/duties.ts';
import type {
  BasisItem,
  CampaignItem,
  IndicatorItem,
  MeasureItem,
  ObjectiveItem,
  PlanDocument,
  RuleItem,
  TaskItem,
} from '#catalogue/plans/plan-document.ts';
import type { Responsible } from '#domain/records/plan.ts';
import { countsOf, isLegalBasis } from './counts.ts';

const agencies = (list: readonly Responsible[] | undefined) =>
  (list ?? []).map(({ agency, kind, role }) => ({ name: agency, role, kind: kind ?? null }));

const basis = ({ number, date, issuer, subject, relation, fromYear, toYear, line }: BasisItem) => ({
  number: number ?? null,
  date: date ?? null,
  issuer: issuer ?? null,
  subject: subject ?? null,
  relation,
  years: fromYear === undefined && toYear === undefined ? null : { from: fromYear ?? null, to: toYear ?? null },
  line,
});

const measure = (document: PlanDocument, { targets, ...item }: MeasureItem) => ({
  id: `${document.key}.measure.${item.key}`,
  title: item.title,
  kind: item.kind,
  direction: item.better,
  unit: item.unit ?? null,
  numerator: item.numerator ?? null,
  denominator: item.denominator ?? null,
  per: item.per ?? null,
  splitBy: item.splitBy ?? 'none',
  baseline: item.baseline === undefined ? null : { value: item.baseline.value, year: item.baseline.year ?? null },
  source: item.source,
  guarded: item.guarded ?? false,
  cadence: item.cadence ?? null,
  conditions: item.conditions ?? [],
  threshold: item.threshold ?? null,
  against: item.against ?? null,
  pointsTo: item.pointsTo ?? null,
  /** The id of the national strategy's measure that it answers. */
  answers: item.answers === undefined ? null : `NQ28.measure.${item.answers}`,
  readIn: item.readIn ?? [],
  line: item.line,
  targets: targets.map((target) => ({
    comparator: target.comparator,
    value: target.value ?? null,
    max: target.max ?? null,
    byYear: target.byYear ?? null,
    from: target.fromYear ?? null,
    to: target.toYear ?? null,
    approximate: target.approximate ?? false,
    tolerance: target.tolerance ?? null,
    maintain: target.maintain ?? false,
    awaits: target.awaits ?? null,
    printed: target.printed ?? null,
    line: item.line,
  })),
});

const indicator = (document: PlanDocument, item: IndicatorItem) => ({
  number: item.number ?? null,
  line: item.line,
  text: item.text,
  agencies: agencies(item.agencies),
  measures: item.measures.map((each) => measure(document, each)),
});

const objective = (document: PlanDocument, item: ObjectiveItem) => ({
  number: item.number ?? null,
  title: item.title,
  field: item.field ?? null,
  line: item.line,
  statement: item.statement ?? null,
  indicators: item.indicators.map((each) => indicator(document, each)),
});

/** Days of one year, or the same days of every year. */
const windowOf = ({ from, to, windowFrom, windowTo }: TaskItem) => {
  const [first, last] = [from ?? windowFrom, to ?? windowTo];
  return first === undefined || last === undefined ? null : { from: first, to: last };
};

const task = (item: TaskItem) => ({
  key: item.key,
  section: item.section,
  sectionTitle: item.sectionTitle ?? null,
  line: item.line,
  text: item.text,
  agencies: agencies(item.agencies),
  recurrence: item.recurrence,
  window: windowOf(item),
  quota: item.quota ?? null,
  deliverable: item.deliverable ?? null,
  duty: item.duty ?? null,
  campaigns: item.campaigns ?? [],
  indicators: item.indicators ?? [],
});

const campaign = ({ key, name, kind, from, to, undated, aliases, line }: CampaignItem) => ({
  key,
  name,
  kind,
  from,
  to,
  /** False where the days are known from elsewhere and not printed here. */
  dated: undated !== true,
  aliases: aliases ?? [],
  line,
});

const reportRule = (item: RuleItem) => ({
  kind: item.kind,
  what: item.what ?? null,
  from: item.from,
  to: item.to,
  rule: item.rule,
  monthDay: item.monthDay ?? null,
  month: item.month ?? null,
  year: item.year ?? null,
  reach: item.reach,
  content: item.content ?? [],
  contradiction: item.contradiction ?? null,
  printed: item.printed ?? null,
  line: item.line,
});

/** `task` is the key of the task that the duty is as well. */
const otherDuty = (item: ReturnType<typeof dutiesOf>[number]) => ({
  kind: item.kind,
  text: item.text,
  agencies: agencies(item.agencies),
  yearly: item.yearly ?? null,
  date: item.date ?? null,
  printed: item.printed ?? null,
  task: item.task ?? null,
  line: item.line,
});

export const printedDocument = (document: PlanDocument) => {
  const { plan } = document;
  return {
    id: document.key,
    kind: plan.kind,
    issuer: plan.issuer,
    level: plan.level ?? null,
    number: plan.number ?? null,
    date: plan.date ?? null,
    datePrinted: plan.datePrinted ?? null,
    period: { from: plan.from, to: plan.to },
    title: plan.title,
    headLines: document.headLines,
    counts: countsOf(document),
    addressees: document.addressees,
    legalBases: document.bases.filter((item) => isLegalBasis(item)).map(basis),
    references: document.bases.filter((item) => !isLegalBasis(item)).map(basis),
    purposes: document.purposes,
    objectives: document.objectives.map((item) => objective(document, item)),
    lists: (document.lists ?? []).map((item) => ({ indicator: item.indicator, ...measure(document, item) })),
    tasks: document.tasks.map(task),
    campaigns: document.campaigns.map(campaign),
    reportRules: document.rules.map(reportRule),
    otherDuties: dutiesOf(document).map(otherDuty),
    funding: (plan.funding ?? []).map(({ text, line }) => ({ text, line: line ?? null })),
    models: document.models.map(({ name, agencies: who, line }) => ({ name, agencies: agencies(who), line })),
    services: document.services.map(({ name, kind, phone, line }) => ({ name, kind, phone: phone ?? null, line })),
    attachments: document.attachments,
    recipients: document.recipients,
    signingOffice: plan.signingOffice ?? null,
    anomalies: plan.anomalies ?? [],
    sources: document.sources ?? [],
  };
};
