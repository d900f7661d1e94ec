/** The short lists that forms offer: their codes stand in records for ever. */
import { gzipSync } from 'node:zlib';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { activityGroups, activityTypes } from '#catalogue/activity-types.ts';
import { agencyKinds } from '#catalogue/agencies.ts';
import { observances } from '#catalogue/observances.ts';
import { outputs } from '#catalogue/outputs.ts';
import { topics } from '#catalogue/topics.ts';
import { monthDay } from '#domain/table.ts';

const lists = { activityGroups, activityTypes, agencyKinds, observances, outputs, topics };

describe.each(Object.entries(lists))('the list %s', (_, list: readonly { code: string; vi: string; en: string }[]) => {
  test('names each code once, in English with hyphens', () => {
    const codes = list.map((item) => item.code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.filter((code) => !/^[a-z]+(?:-[a-z]+)*$/u.test(code) || code.length > 40)).toEqual([]);
  });

  test('says every item in both languages, in composed letters, none twice', () => {
    for (const { vi, en } of list) {
      expect(vi).toBe(vi.normalize('NFC').trim());
      expect(vi).not.toBe('');
      expect(en).not.toBe('');
    }
    expect(new Set(list.map((item) => item.vi)).size).toBe(list.length);
  });
});

describe('an activity type', () => {
  test('belongs to a group that exists, and every group has one', () => {
    const used = new Set(activityTypes.map((type) => type.group));
    expect([...used].toSorted()).toEqual(activityGroups.map((group) => group.code).toSorted());
  });

  test('offers only outputs that exist', () => {
    const known = new Set(outputs.map((output) => output.code));
    const offered = activityTypes.flatMap((type) => type.outputs ?? []);
    expect(offered.filter((code) => !known.has(code))).toEqual([]);
    expect(offered).toContain('news-item');
  });
});

describe('an observance', () => {
  test('has two days of the year, in order of the year', () => {
    for (const { from, to } of observances) {
      expect(v.is(monthDay, from) && v.is(monthDay, to)).toBe(true);
      expect(from <= to).toBe(true);
    }
    expect(observances.map(({ from }) => from)).toEqual(observances.map(({ from }) => from).toSorted());
  });

  test('is marked as doubtful where no document prints its date', () => {
    const sure = observances.filter((observance) => observance.sure).map(({ from }) => from);
    expect(sure).toEqual(['03-08', '03-20', '06-28', '10-20', '11-15']);
  });
});

test('the lists that every page loads stay small', () => {
  expect(gzipSync(JSON.stringify(lists)).length).toBeLessThan(5_000);
});
