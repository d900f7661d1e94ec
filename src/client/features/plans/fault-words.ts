/** A plan's faults in words, by the record at which they stand. */
import { formatDate } from '#domain/dates.ts';
import type { PlanFault } from '#domain/plan-faults.ts';
import { s } from '#client/texts/screens.ts';

export const faultWords = (fault: PlanFault): string => {
  const words = s().planEdit.faults;
  switch (fault.code) {
    case 'outside-plan':
      return words['outside-plan'](formatDate(fault.from), formatDate(fault.to));
    case 'inner-after-outer':
      return words['inner-after-outer'](formatDate(fault.inner), formatDate(fault.outer));
    case 'two-deadlines':
      return words['two-deadlines'](fault.days.map(formatDate).join(', '));
    case 'other-year':
      return words['other-year'](fault.year);
    default:
      return words[fault.code];
  }
};
