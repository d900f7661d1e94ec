/** What a record of a plan can be linked to: its own plan's records, and those of the plans above, with their words. */
import { byOrder } from '#domain/fractional-order.ts';
import { stableId } from '#domain/plan-versions.ts';
import { groupBy } from '#client/state/tallies.ts';
import type { Saved, Workbook } from '#client/state/workbook.ts';
import type { FieldSpec } from './form-fields.ts';

export interface Linkable {
  readonly id: string;
  readonly words: string;
  /** Under which head it stands. */
  readonly group: string;
}

type Lists = Pick<Workbook, 'list' | 'me'>;
type Plan = Saved<'plan'>;

/** The plans that other units have issued, which this one reads. */
const plansAbove = (workbook: Lists, own: Plan): readonly Plan[] =>
  (workbook.list('plan')() ?? []).filter(
    (plan) => plan.fields.complete === true && plan.scope !== own.scope && plan.scope.endsWith('/issued'),
  );

const linkOf = ({ scope, id }: { readonly scope: string; readonly id: string }): string => `${scope}~${stableId(id)}`;

const nameOf = ({ fields }: Plan): string => [fields.issuer, fields.number ?? fields.title].join(' · ');

const fromAbove = <T extends 'indicator' | 'measure' | 'task'>(
  workbook: Lists,
  own: Plan,
  table: T,
  wordsOf: (record: Saved<T>) => string,
): readonly Linkable[] => {
  const lists: readonly Saved<T>[] = workbook.list(table)() ?? [];
  const byPlan = groupBy(lists, (record) => `${record.scope}~${record.fields.plan}`);
  return plansAbove(workbook, own).flatMap((plan) =>
    [...(byPlan.get(`${plan.scope}~${plan.id}`) ?? [])]
      .sort(byOrder)
      .map((record) => ({ id: linkOf(record), words: wordsOf(record), group: nameOf(plan) })),
  );
};

const ofOwn = <T extends 'objective' | 'indicator' | 'campaign'>(
  workbook: Lists,
  own: Plan,
  table: T,
  wordsOf: (record: Saved<T>) => string,
): readonly Linkable[] => {
  const list: readonly Saved<T>[] = workbook.list(table)() ?? [];
  return list
    .filter((record) => record.scope === own.scope && record.fields.plan === own.id)
    .sort(byOrder)
    .map((record) => ({ id: record.id, words: wordsOf(record), group: '' }));
};

const numbered = (number: string | undefined, words: string): string => [number, words].filter(Boolean).join('. ');

export const linkables = (workbook: Lists, own: Plan, to: FieldSpec['to']): readonly Linkable[] => {
  switch (to) {
    case 'objective':
      return ofOwn(workbook, own, 'objective', ({ fields }) => numbered(fields.number, fields.title));
    case 'indicator':
      return ofOwn(workbook, own, 'indicator', ({ fields }) => numbered(fields.number, fields.text));
    case 'campaign':
      return ofOwn(workbook, own, 'campaign', ({ fields }) => fields.name);
    case 'parent-plan':
      return plansAbove(workbook, own).map((plan) => ({
        id: linkOf(plan),
        words: plan.fields.title,
        group: plan.fields.issuer,
      }));
    case 'parent-indicator':
      return fromAbove(workbook, own, 'indicator', ({ fields }) => numbered(fields.number, fields.text));
    case 'parent-measure':
      return fromAbove(workbook, own, 'measure', ({ fields }) => fields.title);
    case 'parent-task':
      return fromAbove(workbook, own, 'task', ({ fields }) => `${fields.section} · ${fields.text}`);
    case undefined:
      return [];
  }
};

/** What the link's element holds: of a record above, the version that it was made to. */
export const linkValue =
  (workbook: Lists) =>
  (spec: FieldSpec, link: string): true | number => {
    if (spec.to === 'parent-plan' || spec.to === undefined || !spec.to.startsWith('parent-')) return true;
    const scope = link.slice(0, link.indexOf('~'));
    const tables = ['indicator', 'measure', 'task'] as const;
    const record = tables
      .flatMap((table): readonly Saved<'indicator' | 'measure' | 'task'>[] => workbook.list(table)() ?? [])
      .find((one) => linkOf(one) === link);
    const plan = (workbook.list('plan')() ?? []).find((one) => one.scope === scope && one.id === record?.fields.plan);
    return plan?.fields.version ?? 1;
  };
