/** Two people wrote at once: whom it asks, what each choice writes, and what may be made of both. */
import { createRoot } from 'solid-js';
import { describe, expect, test } from 'vitest';
import type { ConflictRecord } from '#domain/records/conflict.ts';
import { scopeOf } from '#domain/scope.ts';
import { formFromValues } from '#client/features/activities/form-start.ts';
import {
  choiceWords,
  settling,
  valuesBefore,
  valuesTaken,
  whoWords,
  type Conflict,
} from '#client/features/sync/conflict-sides.ts';
import { joined, mergeKindOf, readMerged, typedOf } from '#client/features/sync/merged-value.ts';
import { editsIn, valueIn } from '#client/state/conflict-values.ts';
import { asksOf, conflictsOfRecord } from '#client/state/conflicts.ts';
import { createFakeWorkbook } from '#tests/support/fake-workbook.ts';

const WORK = scopeOf('sample-commune', 'work');

const conflict = (fields: Partial<ConflictRecord> = {}): Conflict => ({
  scope: WORK,
  table: 'conflict',
  id: 'c.3.7.0.place',
  state: 'sent',
  fields: {
    kind: 'field',
    table: 'activity',
    record: 'a',
    field: 'place',
    winner: '"Nhà văn hoá"',
    loser: '"Sân trường"',
    winnerBy: 'hoa',
    loserBy: 'lan',
    state: 'open',
    at: 1,
    ...fields,
  },
});

const meOf = (person: string) =>
  createRoot((dispose) => {
    const me = createFakeWorkbook({ person }).me();
    dispose();
    return me;
  });
const [officer, recorder, leader] = [meOf('sample-officer'), meOf('sample-recorder'), meOf('sample-leader')];

describe('an open conflict', () => {
  test('asks the officer, whoever wrote; a recorder only as one of the two; a leader never', () => {
    expect(asksOf(officer, conflict())).toBe(true);
    expect(asksOf(recorder, conflict())).toBe(false);
    expect(asksOf(recorder, conflict({ loserBy: recorder.id }))).toBe(true);
    expect(asksOf(leader, conflict({ loserBy: leader.id }))).toBe(false);
  });

  test('asks nobody once it is settled', () => {
    expect(asksOf(officer, conflict({ state: 'kept' }))).toBe(false);
  });

  test('of what is held asks who may release it, and not its author, who sees it among what was refused', () => {
    const held = conflict({ kind: 'held', loserBy: recorder.id });
    expect(asksOf(officer, held)).toBe(true);
    expect(asksOf(recorder, held)).toBe(false);
    expect(asksOf(officer, conflict({ kind: 'held', loserBy: officer.id }))).toBe(false);
  });

  test('of a unit that this one carries on is only for those who may write there', () => {
    const elsewhere = { ...conflict(), scope: scopeOf('sample-province', 'issued') };
    expect(asksOf(officer, elsewhere)).toBe(false);
  });

  test('is counted on the status chip, and marks its own record', () => {
    const seen = createRoot((dispose) => {
      const workbook = createFakeWorkbook({ conflicts: true });
      const all = workbook.list('conflict')() ?? [];
      const found = [
        workbook.sync().conflicts,
        conflictsOfRecord(all, { table: 'activity', id: 'sample-activity-12' }).length,
        conflictsOfRecord(all, { table: 'activity', id: 'sample-activity-11' }).length,
        conflictsOfRecord(all, { table: 'activity', id: 'sample-activity-long-gone' }).length,
      ];
      dispose();
      return found;
    });
    expect(seen).toEqual([5, 1, 0, 0]);
  });
});

describe('a choice', () => {
  const state = (values: string) => ({ table: 'conflict', id: 'c.3.7.0.place', values: { state: values } });

  test('to keep writes only that it is settled', () => {
    expect(settling(conflict(), 'kept', {})).toEqual([state('kept')]);
  });

  test('to take writes the other value and that it is settled, at once', () => {
    const taken = settling(conflict(), 'taken', valuesTaken(conflict()));
    expect(taken).toEqual([{ table: 'activity', id: 'a', values: { place: 'Sân trường' } }, state('taken')]);
  });

  test('is undone by putting back what stood there', () => {
    expect(valuesBefore(conflict(), 'Hội trường')).toEqual({ place: 'Hội trường' });
    expect(valuesBefore(conflict(), undefined)).toEqual({ place: 'Nhà văn hoá' });
  });

  test('is offered as mine and by the other’s name, or plainly where nobody is known', () => {
    const nameOf = (id: string) => ({ hoa: 'Hoa Mẫu' })[id];
    expect(choiceWords(conflict().fields, 'lan', nameOf)).toEqual({
      keep: 'Giữ bản của Hoa Mẫu',
      take: 'Dùng bản của tôi',
    });
    expect(choiceWords({ winnerBy: 'x', loserBy: 'y' }, 'lan', nameOf)).toEqual({
      keep: 'Giữ bản đang dùng',
      take: 'Dùng bản kia',
    });
    expect([whoWords('lan', 'lan', nameOf), whoWords('', 'lan', nameOf), whoWords('x', 'lan', nameOf)]).toEqual([
      'Anh, chị',
      'Máy chủ',
      'Một người khác',
    ]);
  });
});

describe('the values of a conflict', () => {
  test('are read from JSON; what cannot be read says nothing', () => {
    expect([valueIn('"x"'), valueIn('[1,2]'), valueIn('{'), valueIn(undefined)]).toEqual(['x', [1, 2], null, null]);
    expect([editsIn('{"female":18}'), editsIn('[1]'), editsIn('true')]).toEqual([{ female: 18 }, {}, {}]);
  });
});

describe('a merge by hand', () => {
  test.each([
    ['narrative', 'a', 'b', 'long-text'],
    ['place', 'a', null, 'text'],
    ['female', 3, 4, 'count'],
    ['numerator', 3.5, 4, 'figure'],
    ['from', '2024-11-15', '2024-11-16', 'day'],
    ['type', 'launch', 'radio', undefined],
    ['tasks/t1', true, null, undefined],
    ['place', null, null, undefined],
  ] as const)('of %s is offered as %s', (field, winner, loser, kind) => {
    expect(mergeKindOf(field, winner, loser)).toBe(kind);
  });

  test('begins as what is used, as it is typed', () => {
    expect([typedOf(1234), typedOf('2024-11-15'), typedOf('Nhà văn hoá'), typedOf(null)]).toEqual([
      '1234',
      '15/11/2024',
      'Nhà văn hoá',
      '',
    ]);
  });

  test('adds the other text once, long ones on a line of their own', () => {
    expect(joined('long-text', 'một', 'hai')).toBe('một\nhai');
    expect(joined('text', 'một ', 'một')).toBe('một');
    expect(joined('text', '', 'hai')).toBe('hai');
  });

  test('is read as the field asks, and says what is wrong with it', () => {
    expect(readMerged('activity', 'female', 'count', '1.234')).toEqual({ ok: true, value: 1234 });
    expect(readMerged('reading', 'numerator', 'figure', '12,5')).toEqual({ ok: true, value: 12.5 });
    expect(readMerged('activity', 'from', 'day', '16/11/2024')).toEqual({ ok: true, value: '2024-11-16' });
    expect(readMerged('activity', 'place', 'text', ' ')).toEqual({ ok: true, value: null });
    expect(readMerged('activity', 'female', 'count', 'ba')).toMatchObject({ problem: { code: 'field/not-a-count' } });
    expect(readMerged('activity', 'from', 'day', '31/02/2024')).toMatchObject({
      problem: { code: 'field/not-a-date' },
    });
    expect(readMerged('activity', 'title', 'text', '')).toMatchObject({ problem: { code: 'field/required' } });
  });
});

describe('the form on an edit whose activity is gone', () => {
  test('shows what was written and asks for the rest', () => {
    const form = formFromValues({ place: 'Nhà ông Sáu', female: 12, narrative: null }, 'agency', '2024-11-21');
    expect(form).toMatchObject({ place: 'Nhà ông Sáu', female: '12', title: '', type: '', day: 'today', from: '' });
    expect(form).toMatchObject({ agency: 'agency', narrative: '' });
  });

  test('keeps the days that were written', () => {
    const form = formFromValues({ from: '2024-10-01', title: 'Họp thôn' }, 'agency', '2024-11-21');
    expect(form).toMatchObject({ day: 'pick', from: '01/10/2024', to: '', title: 'Họp thôn' });
  });

  test('is empty for nothing', () => {
    expect(formFromValues({}, 'agency', '2024-11-21')).toMatchObject({ title: '', day: 'today', agency: 'agency' });
  });
});
