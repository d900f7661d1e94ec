/**
 * The unit's own record of an observance: the one that it has, or the one that is made when somebody first writes a theme,
 * a checklist or a change of days. Two officers who do so at once make the same record, for its id follows from what it is of.
 */
import { DELETED, type Change, type Values } from '#domain/change.ts';
import { orderBetween } from '#domain/fractional-order.ts';
import type { Campaign } from '#domain/records/campaign.ts';
import { changedValues } from '#domain/values.ts';
import type { Workbook } from '#client/state/workbook.ts';
import type { ObservanceGroup } from './observance-groups.ts';

/** What an own record begins with: the definition as it stands, and what above is to be prepared. */
export const ownRecord = ({ shown, own, others, ready }: ObservanceGroup): Campaign => {
  if (own) return own.fields;
  const [nearest] = others;
  return {
    name: shown.name,
    from: shown.from,
    to: shown.to,
    kind: shown.kind,
    ...(shown.aliases && { aliases: shown.aliases }),
    ...(shown.fromYear !== undefined && { fromYear: shown.fromYear }),
    ...(shown.toYear !== undefined && { toYear: shown.toYear }),
    ...(ready && { observance: ready.code }),
    ...(nearest && { copiedFrom: `${nearest.scope}~${nearest.id}` }),
    order: orderBetween(undefined, undefined),
    themes: {},
    checklist: nearest?.fields.checklist ?? {},
    ticked: {},
  };
};

export const ownId = ({ own, key }: ObservanceGroup, unit: string): string => own?.id ?? `own.${unit}.${key}`;

/** `values` laid over the own record, which is made with them where there is none. */
export const ownChange = (group: ObservanceGroup, unit: string, values: Values): Change => {
  const made = group.own ? {} : { ...changedValues('campaign', undefined, ownRecord(group)), [DELETED]: false };
  return { table: 'campaign', id: ownId(group, unit), values: { ...made, ...values } };
};

export const saveOwn = (workbook: Pick<Workbook, 'me' | 'save'>, group: ObservanceGroup, values: Values) =>
  workbook.save([ownChange(group, workbook.me().unit, values)]);

export const tickName = (year: number, item: string): string => `${String(year)}~${item}`;

export interface ChecklistItem {
  readonly id: string;
  readonly text: string;
  readonly order: string;
  readonly done: boolean;
}

/** In their order, with what was done of them in the year. */
export const checklistOf = ({ checklist, ticked }: Campaign, year: number): readonly ChecklistItem[] =>
  Object.entries(checklist)
    .map(([id, { text, order }]) => ({ id, text, order, done: Object.hasOwn(ticked, tickName(year, id)) }))
    .sort((a, b) => (a.order === b.order ? (a.id < b.id ? -1 : 1) : a.order < b.order ? -1 : 1));

/** One that nobody has written down yet. */
export const newObservance = (): Campaign => ({
  name: '',
  from: '',
  to: '',
  kind: 'day',
  order: orderBetween(undefined, undefined),
  themes: {},
  checklist: {},
  ticked: {},
});
