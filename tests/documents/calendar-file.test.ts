/** What RFC 5545 asks of a file of days without an hour; the reading here is its sections 3.1 and 3.3.11, written anew. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarFile, type CalendarEntry } from '#documents/calendar-file.ts';
import { addDays } from '#domain/dates.ts';
import { days } from '#tests/domain/arbitraries.ts';

const MADE_AT = Date.UTC(2024, 10, 21, 3, 5, 9);
const anEntry = (fields: Partial<CalendarEntry> = {}): CalendarEntry => ({
  uid: 'rule-1~2024@so-tay-binh-dang-gioi',
  title: 'Báo cáo năm',
  from: '2024-11-09',
  to: '2024-11-09',
  ...fields,
});
const fileOf = (...entries: readonly CalendarEntry[]) => calendarFile(entries, { name: 'Lịch', madeAt: MADE_AT });

/** Section 3.1: CRLF and one white space are taken out, and then each line is one. */
const unfolded = (file: string): readonly string[] =>
  file
    .replaceAll(/\r\n[ \t]/gu, '')
    .split('\r\n')
    .slice(0, -1);
const valueOf = (file: string, name: string): string | undefined =>
  unfolded(file)
    .find((line) => line.startsWith(`${name}:`) || line.startsWith(`${name};`))
    ?.replace(/^[^:]*:/u, '');
/** Section 3.3.11. */
const unescaped = (text: string): string =>
  text.replaceAll(/\\(.)/gsu, (_, letter: string) => (letter === 'n' || letter === 'N' ? '\n' : letter));

const texts = fc
  .array(
    fc.oneof(fc.constantFrom('\\', ';', ',', '\n', ':', '"', ' ', 'ế', 'đ', '🎗️'), fc.string({ unit: 'grapheme' })),
    {
      maxLength: 60,
    },
  )
  .map((parts) => parts.join('').replaceAll('\r', '').normalize('NFC'));

describe('A calendar file', () => {
  test('is one VCALENDAR of version 2.0 that says who made it', () => {
    const lines = unfolded(fileOf());
    expect(lines.slice(0, 2)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0']);
    expect(lines.at(-1)).toBe('END:VCALENDAR');
    expect(valueOf(fileOf(), 'PRODID')).toMatch(/^-\/\/.+\/\/.+\/\/VI$/u);
  });

  test('ends every line in CRLF, and no line in anything else', () => {
    const file = fileOf(anEntry({ notes: 'một\nhai\r\nba' }));
    expect(file.endsWith('\r\n')).toBe(true);
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
  });

  test('has no line of more than 75 octets, and breaks none within a letter', () => {
    fc.assert(
      fc.property(texts, texts, (title, notes) => {
        const file = fileOf(anEntry({ title, notes, alarms: [7, 1] }));
        for (const line of file.split('\r\n')) {
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
          expect(new TextDecoder().decode(new TextEncoder().encode(line))).toBe(line);
        }
      }),
    );
  });

  test('says, unfolded and unescaped, what was put into it', () => {
    fc.assert(
      fc.property(texts, texts, (title, notes) => {
        const file = fileOf(anEntry({ title, notes }));
        expect(unescaped(valueOf(file, 'SUMMARY') ?? '')).toBe(title);
        expect(unescaped(valueOf(file, 'DESCRIPTION') ?? '')).toBe(notes);
      }),
    );
  });

  test('escapes what would end a text or a part of it, and nothing else', () => {
    const lines = unfolded(fileOf(anEntry({ title: 'a;b,c\\d: "e"\nf' })));
    expect(lines).toContain('SUMMARY:a\\;b\\,c\\\\d: "e"\\nf');
  });

  test('uses the room of a line: a title of 300 letters đ fills whole lines of 75 octets or one less', () => {
    const lines = fileOf(anEntry({ title: 'đ'.repeat(300) })).split('\r\n');
    const first = lines.findIndex((line) => line.startsWith('SUMMARY:'));
    const octets = lines.slice(first, first + 8).map((line) => new TextEncoder().encode(line).length);
    expect(octets.every((size) => size >= 74)).toBe(true);
  });
});

describe('An entry of a calendar file', () => {
  test('of one day ends, as the RFC counts, on the next', () => {
    const file = fileOf(anEntry());
    expect(unfolded(file)).toContain('DTSTART;VALUE=DATE:20241109');
    expect(unfolded(file)).toContain('DTEND;VALUE=DATE:20241110');
  });

  test('over a month, a year or a leap day ends on the day after its last', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 400 }), (from, length) => {
        const to = addDays(from, length);
        const file = fileOf(anEntry({ from, to }));
        expect(valueOf(file, 'DTEND')).toBe(addDays(to, 1).replaceAll('-', ''));
        expect(valueOf(file, 'DTSTART')).toBe(from.replaceAll('-', ''));
      }),
    );
    expect(valueOf(fileOf(anEntry({ from: '2024-11-15', to: '2024-12-15' })), 'DTEND')).toBe('20241216');
    expect(valueOf(fileOf(anEntry({ to: '2024-12-31' })), 'DTEND')).toBe('20250101');
  });

  test('keeps its UID when its days change, and a later file is a later revision', () => {
    const before = fileOf(anEntry());
    const after = calendarFile([anEntry({ from: '2024-11-14', to: '2024-11-14' })], {
      name: 'Lịch',
      madeAt: MADE_AT + 60_000,
    });
    expect(valueOf(after, 'UID')).toBe(valueOf(before, 'UID'));
    expect(Number(valueOf(after, 'SEQUENCE'))).toBeGreaterThan(Number(valueOf(before, 'SEQUENCE')));
  });

  test('says in UTC when it was written', () => {
    expect(valueOf(fileOf(anEntry()), 'DTSTAMP')).toBe('20241121T030509Z');
  });

  test('has an alarm for each day asked for, at eight in the morning, and each says what it is about', () => {
    const lines = unfolded(fileOf(anEntry({ alarms: [7, 1, 0] })));
    expect(lines.filter((line) => line.startsWith('TRIGGER:'))).toEqual([
      'TRIGGER:-P6DT16H',
      'TRIGGER:-PT16H',
      'TRIGGER:PT8H',
    ]);
    const first = lines.indexOf('BEGIN:VALARM');
    expect(lines.slice(first, first + 5)).toEqual([
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'DESCRIPTION:Báo cáo năm',
      'TRIGGER:-P6DT16H',
      'END:VALARM',
    ]);
    expect(unfolded(fileOf(anEntry()))).not.toContain('BEGIN:VALARM');
  });

  test('takes nobody’s time', () => {
    expect(valueOf(fileOf(anEntry()), 'TRANSP')).toBe('TRANSPARENT');
  });
});
