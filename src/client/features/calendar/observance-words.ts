/** When an observance is held in a year, and how far that is from today. */
import { occurrenceOf, occurrencesTouching } from '#domain/campaigns.ts';
import { daysBetween, type LocalDate } from '#domain/dates.ts';
import { s } from '#client/texts/screens.ts';
import { daysWords } from '#client/texts/words.ts';
import type { Definition } from './observance-groups.ts';

/** "15/11 – 15/12/2024 · 31 ngày · đang diễn ra, ngày 7/31". */
export const whenHeld = (definition: Definition, year: number, today: LocalDate): string => {
  const occurrence = occurrenceOf(definition, year);
  const { from, to, days } = occurrence;
  if (!occurrencesTouching(definition, occurrence).some((one) => one.from === from))
    return s().observance.notHeld(year);
  const length = days > 1 ? [s().calendar.days(days)] : [];
  return [daysWords(from, to), ...length, howFar(from, to, today)].join(' · ');
};

const howFar = (from: LocalDate, to: LocalDate, today: LocalDate): string => {
  if (today > to) return s().observance.over;
  if (today <= from) return s().observance.begins(daysBetween(today, from));
  return s().observance.running(daysBetween(from, today) + 1, daysBetween(from, to) + 1);
};
