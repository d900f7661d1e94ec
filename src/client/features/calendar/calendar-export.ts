/** What of a year goes into the phone's own calendar: reports that are due, with alarms, and what the unit's papers hold. */
import type { CalendarEntry } from '#documents/calendar-file.ts';
import type { DayRange } from '#domain/dates.ts';
import { s } from '#client/texts/screens.ts';
import { entriesWithin, type Entry, type EntrySources } from './entries.ts';

/** So many days before a report's last one. */
const ALARMS = [7, 1];

/** Days that only the catalogue knows, and tasks, which are the plan's own matter, stay here. */
const isForOthers = ({ kind, look }: Entry): boolean => kind !== 'task' && look !== 'catalogue';

const fileEntry = ({ kind, key, from, to, title, notes, warnings }: Entry, unit: string): CalendarEntry => ({
  // The unit makes it unique among all units; the key holds the turn's year, so a day that moves moves the same entry.
  uid: `${key}.${unit}@so-tay-binh-dang-gioi`,
  from,
  to,
  title,
  notes: [...notes, ...warnings].join('\n'),
  ...(kind === 'deadline' && { alarms: ALARMS }),
});

export const entriesForFile = (sources: EntrySources, range: DayRange): readonly CalendarEntry[] =>
  entriesWithin(sources, range)
    .filter(isForOthers)
    .map((entry) => fileEntry(entry, sources.observances.unit));

/** Chrome shares only kinds of files that it knows, and a calendar may be none. */
export const fileOf = (text: string, year: number): File =>
  new File([text], s().calendarFile.fileName(year), { type: 'text/calendar' });
