/** A duty that is no task is kept as a rule: what bears a day then has a deadline, as a report has. */
import type { RecordIn } from '#domain/tables.ts';
import type { DutyItem } from './plans/plan-document.ts';

type RuleFields = Omit<RecordIn<'rule'>, 'plan' | 'order'>;

/** `07` is a month of every year, `07-31` a day of it; `2025-07-31` has its year, and `2025` has nothing but that. */
const daysOf = ({ yearly, date }: DutyItem): Pick<RuleFields, 'rule' | 'month' | 'monthDay' | 'year'> => {
  const year = date === undefined ? {} : { year: Number(date.slice(0, 4)) };
  const day = yearly ?? date?.slice(5) ?? '';
  if (day.length === 5) return { rule: 'on', monthDay: day, ...year };
  return day === '' ? { rule: 'none', ...year } : { rule: 'on', month: Number(day), ...year };
};

export const ruleOfDuty = (duty: DutyItem, issuer: string): RuleFields => ({
  kind: duty.kind === 'budget-estimate' ? 'budget' : 'duty',
  what: duty.text,
  from: duty.agencies?.map(({ agency }) => agency).join('; ') ?? 'Các cơ quan, đơn vị liên quan',
  to: duty.to ?? issuer,
  reach: 'outer',
  ...daysOf(duty),
  ...(duty.printed !== undefined && { printed: duty.printed }),
  line: duty.line,
});
