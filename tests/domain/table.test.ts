import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { filled, text } from '#domain/table.ts';

const MAX = 200;
const cleaned = (value: string): string => v.parse(text(MAX), value);

describe('A text', () => {
  test('keeps its lines and tabs', () => {
    expect(cleaned('Dòng một\n\tDòng hai')).toBe('Dòng một\n\tDòng hai');
  });

  test('has one kind of line end', () => {
    expect(cleaned('Dòng một\r\nDòng hai')).toBe('Dòng một\nDòng hai');
  });

  test('loses control characters that no screen shows', () => {
    expect(cleaned('Lễ\u0000 phát\u0007 động\u001b\u0085')).toBe('Lễ phát động');
  });

  test('is trimmed and composed', () => {
    expect(cleaned('  Lễ  '.normalize('NFD'))).toBe('Lễ');
  });

  test('of control characters alone is empty', () => {
    expect(v.safeParse(filled(MAX), '\u0000\u0001').success).toBe(false);
  });

  test('is the same when it is cleaned again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (value) => {
        const once = cleaned(value);
        expect(cleaned(once)).toBe(once);
        expect(once).not.toMatch(/[^\P{Cc}\n\t]/u);
      }),
    );
  });
});
