/**
 * A calendar file as other programs read it (RFC 5545), for days without an hour: reports that are due, campaigns.
 *
 * - Lines end in CRLF and have at most 75 octets of UTF-8; a longer one goes on after CRLF and a space, never within a letter.
 * - In a text the backslash, the semicolon and the comma are escaped, and a line's end is written `\n`.
 * - An entry without an hour has VALUE=DATE, and its DTEND is the day after the last one.
 * - The UID says which entry it is, whatever its days: a file that is imported again moves the entry instead of adding one.
 */
import { addDays, type DayRange, type LocalDate } from '#domain/dates.ts';

export interface CalendarEntry extends DayRange {
  /** Unique among all entries of all units, and the same in every file. */
  readonly uid: string;
  readonly title: string;
  readonly notes?: string;
  /** So many days before the first one, at eight in the morning of the reader's clock; 0 is the day itself. */
  readonly alarms?: readonly number[];
}

interface FileHead {
  /** What the reader's program calls the calendar. */
  readonly name: string;
  /** When the file is made, in ms since 1970. */
  readonly madeAt: number;
}

const LINE_OCTETS = 75;
const MINUTE_MS = 60_000;
const MORNING = 8;

/** The bytes of a letter in UTF-8. */
const octetsOf = (letter: string): number => {
  const code = letter.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x8_00) return 2;
  return code < 0x1_00_00 ? 3 : 4;
};

const folded = (line: string): string => {
  let text = '';
  let octets = 0;
  for (const letter of line) {
    const size = octetsOf(letter);
    if (octets + size > LINE_OCTETS) {
      text += '\r\n ';
      octets = 1;
    }
    text += letter;
    octets += size;
  }
  return text;
};

const escaped = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll(/\r\n|\r|\n/gu, '\\n');

const dayText = (day: LocalDate): string => day.replaceAll('-', '');
const momentText = (ms: number): string => new Date(ms).toISOString().replaceAll(/[-:]|\.\d{3}/gu, '');

/** From midnight of the first day, on which a day without an hour begins. */
const triggerOf = (daysBefore: number): string => {
  if (daysBefore === 0) return `PT${String(MORNING)}H`;
  const days = daysBefore > 1 ? `${String(daysBefore - 1)}D` : '';
  return `-P${days}T${String(24 - MORNING)}H`;
};

const alarmLines = (title: string, daysBefore: number): readonly string[] => [
  'BEGIN:VALARM',
  'ACTION:DISPLAY',
  `DESCRIPTION:${escaped(title)}`,
  `TRIGGER:${triggerOf(daysBefore)}`,
  'END:VALARM',
];

const entryLines = ({ uid, title, notes, from, to, alarms = [] }: CalendarEntry, madeAt: number): readonly string[] => [
  'BEGIN:VEVENT',
  `UID:${escaped(uid)}`,
  `DTSTAMP:${momentText(madeAt)}`,
  // Programs keep the entry that they know unless the newer one says that it is a later revision.
  `SEQUENCE:${String(Math.floor(madeAt / MINUTE_MS))}`,
  `DTSTART;VALUE=DATE:${dayText(from)}`,
  `DTEND;VALUE=DATE:${dayText(addDays(to, 1))}`,
  `SUMMARY:${escaped(title)}`,
  ...(notes === undefined ? [] : [`DESCRIPTION:${escaped(notes)}`]),
  // A day that is marked keeps nobody busy.
  'TRANSP:TRANSPARENT',
  ...alarms.flatMap((daysBefore) => alarmLines(title, daysBefore)),
  'END:VEVENT',
];

/** The file's text; its kind is `text/calendar`, its name ends in `.ics`. */
export const calendarFile = (entries: readonly CalendarEntry[], { name, madeAt }: FileHead): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//So tay Binh dang gioi//Lich//VI',
    'CALSCALE:GREGORIAN',
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    ...entries.flatMap((entry) => entryLines(entry, madeAt)),
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('');
