/** The form of an activity: what is typed stays, what is wrong is told at once, and what is right comes back the same. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Activity } from '#domain/records/activity.ts';
import {
  emptyForm,
  formOf,
  inScreenOrder,
  parseDraft,
  readForm,
  toldOf,
} from '#client/features/activities/form-model.ts';

const options = { today: '2024-11-21', suggestedTitle: 'Hội nghị', attachments: {} };
const filled = { ...emptyForm('ubnd'), type: 'conference' };
const fieldsOf = (form: typeof filled) => readForm(form, options).problems.map((one) => one.field);

describe('reading the form', () => {
  test('takes the suggested name when none was typed', () => {
    expect(readForm(filled, options).activity).toMatchObject({
      title: 'Hội nghị',
      from: '2024-11-21',
      to: '2024-11-21',
      agency: 'ubnd',
    });
  });

  test('knows yesterday', () => {
    expect(readForm({ ...filled, day: 'yesterday' }, options).activity?.from).toBe('2024-11-20');
  });

  test('reads numbers as they are written in Vietnamese, and leaves empty ones out', () => {
    const { activity } = readForm(
      { ...filled, female: '1.234', male: '', outputs: { leaflet: '300', banner: '' } },
      options,
    );
    expect(activity?.female).toBe(1234);
    expect(activity).not.toHaveProperty('male');
    expect(activity?.outputs).toEqual({ leaflet: 300 });
  });

  test('tells everything that is wrong at once, in the order of the screen', () => {
    const form = { ...filled, type: '', day: 'pick', from: '31/02/2024', female: '12x', cost: '-1' } as const;
    const { activity, problems } = readForm(form, options);
    expect(activity).toBeUndefined();
    expect(inScreenOrder(problems).map((one) => one.field)).toEqual(['type', 'from', 'female', 'cost']);
  });

  test('asks for a type and not for the name that follows from it', () => {
    expect(readForm({ ...filled, type: '' }, { ...options, suggestedTitle: '' }).problems).toEqual([
      { field: 'type', problem: { code: 'field/required' } },
    ]);
  });

  test('does not compare a minority with a total that could not be read', () => {
    expect(fieldsOf({ ...filled, female: 'ba mươi', minority: '5' })).toEqual(['female']);
    expect(fieldsOf({ ...filled, female: '3', minority: '5' })).toEqual(['minority']);
  });

  test('refuses a last day before the first', () => {
    expect(fieldsOf({ ...filled, day: 'pick', from: '15/11/2024', to: '14/11/2024' })).toEqual(['to']);
  });
});

const activities: fc.Arbitrary<Activity> = fc.record({
  title: fc.constantFrom('Lễ phát động', 'Tin số 1'),
  type: fc.constantFrom('launch', 'radio'),
  from: fc.constantFrom('2024-11-15', '2024-11-20'),
  to: fc.constantFrom('2024-11-20', '2024-12-01'),
  agency: fc.constant('ubnd'),
  female: fc.nat(100_000),
  male: fc.nat(100_000),
  cost: fc.nat(10_000_000_000),
  place: fc.constantFrom('Thôn 3', 'Nhà văn hóa'),
  outputs: fc.dictionary(fc.constantFrom('leaflet', 'news-item'), fc.integer({ min: 1, max: 5_000 })),
  topics: fc.constant({ family: true } as const),
  partners: fc.constant({}),
  tasks: fc.constant({ 'task.1': true } as const),
  measures: fc.constant({}),
  campaigns: fc.constant({}),
  attachments: fc.constant({}),
});

describe('a form opened on an activity', () => {
  test('reads back as that activity when nothing was typed', () => {
    fc.assert(
      fc.property(activities, (activity) => {
        expect(readForm(formOf(activity), options).activity).toEqual(activity);
      }),
    );
  });

  test('survives as a draft', () => {
    fc.assert(
      fc.property(activities, (activity) => {
        const form = formOf(activity);
        expect(parseDraft(JSON.parse(JSON.stringify(form)))).toEqual(form);
      }),
    );
  });
});

describe('a draft of another version', () => {
  test('keeps what can be read and empties the rest', () => {
    expect(parseDraft({ type: 'radio', female: 3, tasks: ['a', 1], outputs: { leaflet: '2', banner: 1 } })).toEqual({
      ...emptyForm(''),
      type: 'radio',
      outputs: { leaflet: '2' },
    });
  });

  test.each([undefined, null, 'radio', ['radio']])('is none when it is %j', (draft) => {
    expect(parseDraft(draft)).toBeUndefined();
  });
});

describe('what is pasted into a text', () => {
  test('loses what no screen shows, and is told so beside its field', () => {
    const form = { ...filled, place: 'Nhà\u200b văn hoá', narrative: 'một\nhai' };
    expect(readForm(form, options).activity).toMatchObject({ place: 'Nhà văn hoá', narrative: 'một\nhai' });
    expect(toldOf(form, 'place')).toEqual([{ code: 'text/cleaned', count: 1 }]);
    expect(toldOf(form, 'narrative')).toEqual([]);
    expect(toldOf(form, 'female')).toEqual([]);
  });

  test('is never cut: what is too long is refused whole', () => {
    const form = { ...filled, narrative: 'x'.repeat(8_001) };
    expect(readForm(form, options).problems).toEqual([
      { field: 'narrative', problem: { code: 'field/too-long', max: 8_000 } },
    ]);
    const pasted = { ...filled, narrative: 'x'.repeat(300_000) };
    expect(readForm(pasted, options).problems.map(({ field }) => field)).toEqual(['narrative']);
  });
});
