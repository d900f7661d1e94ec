import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkActivity, type ActivityFields } from '#domain/activity-rules.ts';
import { femaleShare, peopleTotal } from '#domain/people.ts';

const anActivity = (fields: ActivityFields = {}): ActivityFields => ({
  title: 'Buổi nói chuyện mẫu',
  type: 'talk',
  from: '2024-11-20',
  to: '2024-11-20',
  agency: 'a1',
  ...fields,
});
const problemsOf = (fields: ActivityFields, today?: string) =>
  checkActivity(fields, today).map(({ field, problem }) => [field, problem.code]);

describe('An activity', () => {
  test('with what it must have is accepted', () => {
    expect(checkActivity(anActivity(), '2024-11-21')).toEqual([]);
  });

  test('that is empty gets all its problems at once', () => {
    expect(problemsOf({})).toEqual([
      ['title', 'field/required'],
      ['type', 'field/required'],
      ['from', 'field/required'],
      ['to', 'field/required'],
      ['agency', 'field/required'],
    ]);
  });

  test('whose title is only spaces has no title', () => {
    expect(problemsOf(anActivity({ title: '   ' }))).toEqual([['title', 'field/required']]);
  });

  test('ends on its first day or later', () => {
    expect(problemsOf(anActivity({ from: '2024-11-20', to: '2024-11-19' }))).toEqual([
      ['to', 'activity/ends-before-start'],
    ]);
    expect(problemsOf(anActivity({ from: '2024-11-20', to: '2024-12-02' }))).toEqual([]);
  });

  test('lies on days that exist', () => {
    expect(problemsOf(anActivity({ from: '2024-02-30', to: '2024-03-01' }))).toEqual([['from', 'field/not-a-date']]);
  });

  test('lies between 2000 and two years ahead, when today is known', () => {
    const early = anActivity({ from: '1999-12-31', to: '2000-01-01' });
    expect(checkActivity(early, '2024-11-21')).toEqual([
      { field: 'from', problem: { code: 'activity/date-out-of-range', from: '2000-01-01', to: '2026-11-21' } },
    ]);
    expect(checkActivity(early)).toEqual([]);
    expect(problemsOf(anActivity({ from: '2000-01-01', to: '2000-01-01' }), '2024-11-21')).toEqual([]);
    expect(problemsOf(anActivity({ from: '2026-11-21', to: '2026-11-21' }), '2024-11-21')).toEqual([]);
    expect(problemsOf(anActivity({ from: '2026-11-21', to: '2026-11-22' }), '2024-11-21')).toEqual([
      ['to', 'activity/date-out-of-range'],
    ]);
  });

  test('has no more people of ethnic minorities than people', () => {
    expect(checkActivity(anActivity({ female: 10, male: 5, unrecorded: 1, minority: 17 }))).toEqual([
      { field: 'minority', problem: { code: 'activity/minority-exceeds-total', total: 16 } },
    ]);
    expect(checkActivity(anActivity({ female: 10, male: 5, unrecorded: 1, minority: 16 }))).toEqual([]);
  });

  test('counts in whole numbers, outputs from 1', () => {
    expect(problemsOf(anActivity({ female: 1.5, male: -1, outputs: { leaflet: 0 } }))).toEqual([
      ['female', 'field/not-a-count'],
      ['male', 'field/not-a-count'],
      ['outputs', 'field/not-a-count'],
    ]);
  });

  test('has texts no longer than their fields', () => {
    expect(checkActivity(anActivity({ title: 'x'.repeat(201), narrative: 'x'.repeat(8001) }))).toEqual([
      { field: 'title', problem: { code: 'field/too-long', max: 200 } },
      { field: 'narrative', problem: { code: 'field/too-long', max: 8000 } },
    ]);
  });
});

describe('People', () => {
  const count = fc.nat({ max: 1e6 });

  test('are female + male + not recorded, attendances apart', () => {
    fc.assert(
      fc.property(count, count, count, count, (female, male, unrecorded, attendances) => {
        const activity: ActivityFields = { female, male, unrecorded, attendances };
        expect(peopleTotal(activity)).toBe(female + male + unrecorded);
      }),
    );
    expect(peopleTotal({})).toBe(0);
  });

  test('have a share of women among those whose sex was recorded', () => {
    expect(femaleShare({ female: 3, male: 1, unrecorded: 10 })).toBe(75);
    expect(femaleShare({ unrecorded: 10 })).toBeUndefined();
    expect(femaleShare({ male: 4 })).toBe(0);
  });
});

describe("An activity's length", () => {
  test('is at most 400 days, on the form as at the door', () => {
    expect(problemsOf(anActivity({ from: '2024-01-01', to: '2025-02-04' }))).toEqual([]);
    expect(problemsOf(anActivity({ from: '2024-01-01', to: '2025-02-05' }))).toEqual([
      ['to', 'activity/date-out-of-range'],
    ]);
  });
});
