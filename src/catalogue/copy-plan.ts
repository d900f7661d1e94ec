/**
 * Writes a ready-made plan as mutations, which a person's device or the server then sends as if they had been typed.
 *
 * - Ids follow from the document alone ("001.task.IV.2.1-3a"): copied twice, a plan meets itself.
 * - The plan's own record comes last and is complete: a plan of which half has arrived is not shown.
 */
import type { Change } from '#domain/change.ts';
import type { RecordIn, TableName } from '#domain/tables.ts';
import { changedValues } from '#domain/values.ts';
import { ruleOfDuty } from './duty-rule.ts';
import { pack } from './pack.ts';
import type { DutyKind, PlanDocument } from './plans/plan-document.ts';

export interface CopyOptions {
  /** The beginning of every id; the document's key if not given. */
  readonly prefix?: string;
  /** Keys of the plan's set `parents`, `scope~plan id`. */
  readonly parents?: readonly string[];
  /** Ids of other plans' indicators that a task serves, by the task's key. */
  readonly taskIndicators?: Readonly<Record<string, readonly string[]>>;
  /** The scope in which the national strategy stands: a measure then links to the one there that it answers. */
  readonly strategyScope?: string;
}

/** A place among siblings; the letter leaves room before, between and after. */
const orderAt = (index: number): string => `${String(index + 1).padStart(3, '0')}V`;

/** The keys follow from the place: a checklist that was copied twice meets itself. */
const checklistOf = (texts: readonly string[]): RecordIn<'campaign'>['checklist'] =>
  Object.fromEntries(texts.map((text, index) => [String(index + 1), { text, order: orderAt(index) }]));

const presence = (ids: readonly string[]): Readonly<Record<string, true>> =>
  Object.fromEntries(ids.map((id) => [id, true] as const));

/** What stands only in the document (a key, the items underneath) is no field of the table and is left out. */
const made = <T extends TableName>(table: T, id: string, record: RecordIn<T>): Change => ({
  table,
  id,
  values: changedValues(table, undefined, record),
});

const indicatorsOf = (document: PlanDocument) =>
  document.objectives.flatMap(({ key, indicators }) => indicators.map((indicator) => ({ objective: key, indicator })));

/** The figures of each indicator, then the lists that tasks ask for beside them. */
const measuresOf = (document: PlanDocument) =>
  indicatorsOf(document).flatMap(({ indicator }) => [
    ...indicator.measures.map((measure) => ({ indicator, measure })),
    ...(document.lists ?? []).flatMap((measure) =>
      measure.indicator === indicator.key ? [{ indicator, measure }] : [],
    ),
  ]);

/** A ready-made plan is the first version of itself. */
const FIRST_VERSION = 1;
const answeredIn = (scope: string | undefined, answers: string | undefined): Readonly<Record<string, number>> =>
  scope === undefined || answers === undefined ? {} : { [`${scope}~NQ28.measure.${answers}`]: FIRST_VERSION };

/** What a task's standing duty is called in its record; guidance has no name there. */
const dutyOfTask: Readonly<Partial<Record<DutyKind, NonNullable<RecordIn<'task'>['duty']>>>> = {
  'budget-estimate': 'funding',
  monitoring: 'monitoring',
  inspection: 'monitoring',
  commendation: 'commendation',
  statistics: 'statistics',
  review: 'reporting',
};

/** Every record of the document but the plan's own. */
const partsOf = (document: PlanDocument, plan: string, options: CopyOptions): readonly Change[] => {
  const idOf = (table: TableName, key: string): string => `${options.prefix ?? document.key}.${table}.${key}`;
  return [
    ...document.bases.map((basis, index) =>
      made('basis', idOf('basis', basis.key), { ...basis, plan, order: orderAt(index) }),
    ),
    ...document.campaigns.map((campaign, index) =>
      made('campaign', idOf('campaign', campaign.key), {
        ...campaign,
        plan,
        order: orderAt(index),
        checklist: checklistOf(campaign.checklist ?? []),
        themes: {},
        ticked: {},
      }),
    ),
    ...document.objectives.map((objective, index) =>
      made('objective', idOf('objective', objective.key), { ...objective, plan, order: orderAt(index) }),
    ),
    ...indicatorsOf(document).map(({ objective, indicator }, index) =>
      made('indicator', idOf('indicator', indicator.key), {
        ...indicator,
        plan,
        objective: idOf('objective', objective),
        order: orderAt(index),
        parents: {},
      }),
    ),
    ...measuresOf(document).flatMap(({ indicator, measure }, index) => {
      const id = idOf('measure', measure.key);
      const cited = {
        ...(indicator.document === undefined ? {} : { document: indicator.document }),
        line: measure.line,
      };
      return [
        made('measure', id, {
          ...measure,
          ...cited,
          plan,
          indicator: idOf('indicator', indicator.key),
          order: orderAt(index),
          parents: answeredIn(options.strategyScope, measure.answers),
        }),
        ...measure.targets.map((target, nth) =>
          made('target', idOf('target', `${measure.key}-${nth + 1}`), {
            ...target,
            ...cited,
            plan,
            measure: id,
            order: orderAt(nth),
          }),
        ),
      ];
    }),
    ...document.tasks.map(({ duty, ...task }, index) => {
      const own = (task.indicators ?? []).map((indicator) => idOf('indicator', indicator));
      const kept = duty === undefined ? undefined : dutyOfTask[duty];
      return made('task', idOf('task', task.key), {
        ...task,
        ...(kept === undefined ? {} : { duty: kept }),
        plan,
        campaigns: presence((task.campaigns ?? []).map((campaign) => idOf('campaign', campaign))),
        indicators: presence([...own, ...(options.taskIndicators?.[task.key] ?? [])]),
        parentIndicators: {},
        parentTasks: {},
        order: orderAt(index),
      });
    }),
    ...document.rules.map((rule, index) =>
      made('rule', idOf('rule', rule.key), { ...rule, plan, order: orderAt(index) }),
    ),
    ...document.duties.map((duty, index) =>
      made('rule', idOf('rule', `duty-${duty.key}`), {
        ...ruleOfDuty(duty, document.plan.issuer),
        plan,
        order: orderAt(document.rules.length + index),
      }),
    ),
  ];
};

/** What the plan names and what is no record of its own. */
const listsOf = ({ purposes, recipients, addressees, attachments, models, services }: PlanDocument) => ({
  purposes: purposes.map(({ text }) => text),
  recipients: recipients.map(({ text }) => text),
  addressees: addressees.map(({ text }) => text),
  attachments: attachments.map(({ text, line }) => ({ name: text, line, absent: true })),
  models: models.map(({ name, line }) => ({ name, line })),
  services: services.map(({ name, phone, line }) => ({ name, line, ...(phone !== undefined && { phone }) })),
});

export const mutationsOfPlan = (document: PlanDocument, options: CopyOptions = {}): readonly (readonly Change[])[] => {
  const id = `${options.prefix ?? document.key}.plan`;
  const parents = presence(options.parents ?? []);
  const plan = made('plan', id, { ...document.plan, ...listsOf(document), parents, governing: {}, complete: true });
  return pack([...partsOf(document, id, options), plan]);
};
