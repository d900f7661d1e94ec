/** A document's number and date as printed, with what was left blank said in words. */
import { formatPartialDate } from '#domain/dates.ts';
import type { Plan } from '#domain/records/plan.ts';
import { s } from '#client/texts/screens.ts';

const WHOLE_DAY = 10;

export const printedHead = (plan: Pick<Plan, 'number' | 'date' | 'datePrinted'>): string => {
  const words = s().plan;
  const isNumberBlank = plan.number !== undefined && !/\d/u.test(plan.number.split('/')[0] ?? '');
  const isDateBlank = plan.date === undefined || plan.date.length < WHOLE_DAY;
  const number = plan.number === undefined ? words.noNumber : words.number(plan.number);
  const date = plan.datePrinted ?? (plan.date === undefined ? '' : formatPartialDate(plan.date));
  const blank =
    isNumberBlank && isDateBlank
      ? words.blankBoth
      : isNumberBlank
        ? words.blankNumber
        : isDateBlank && plan.number !== undefined
          ? words.blankDate
          : '';
  const printed = [number, date].filter(Boolean).join(' · ');
  return blank === '' ? printed : `${printed} — ${blank}`;
};
