/** How the keys of a desk move through the days of a month's grid (ARIA's pattern for a grid of dates). */
import { addDays, weekdayOf, type LocalDate } from '#domain/dates.ts';
import { sameDayAfter } from '#domain/calendar-grid.ts';

const SUNDAY = 7;
const YEAR = 12;

/** `undefined` for a key that moves nothing. */
export const dayAfterKey = (day: LocalDate, key: string, withShift: boolean): LocalDate | undefined => {
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1);
    case 'ArrowRight':
      return addDays(day, 1);
    case 'ArrowUp':
      return addDays(day, -7);
    case 'ArrowDown':
      return addDays(day, 7);
    case 'Home':
      return addDays(day, 1 - weekdayOf(day));
    case 'End':
      return addDays(day, SUNDAY - weekdayOf(day));
    case 'PageUp':
      return sameDayAfter(day, withShift ? -YEAR : -1);
    case 'PageDown':
      return sameDayAfter(day, withShift ? YEAR : 1);
    default:
      return undefined;
  }
};
