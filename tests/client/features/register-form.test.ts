/** The form of a row, made from the register's description: what is typed, what is read, what is kept. */
import { describe, expect, test } from 'vitest';
import { fieldsOf, registerOf, registers, type Register } from '#catalogue/registers.ts';
import { CREATED } from '#domain/change.ts';
import type { RegisterName } from '#domain/register-names.ts';
import { recordOf, valuesOf } from '#domain/values.ts';
import { draftOf, readDraft } from '#client/features/registers/draft.ts';
import {
  emptyForm,
  formOf,
  formOfValues,
  newForm,
  readForm,
  toldOf,
  type RegisterForm,
} from '#client/features/registers/form-model.ts';
import { parsePartialDay } from '#client/features/registers/partial-day.ts';
import { placeAt } from '#client/features/registers/place.ts';
import { valuesToSave } from '#client/state/values-to-save.ts';

const TODAY = '2024-11-21';
const begin = { agency: 'sample-agency-commune', today: TODAY };

const register = (table: string): Register => {
  const found = registerOf(table);
  if (!found) throw new Error(`no register ${table}`);
  return found;
};
const typed = (form: RegisterForm, texts: Readonly<Record<string, string>>): RegisterForm => ({
  ...form,
  texts: { ...form.texts, ...texts },
});
const read = (of: Register, form: RegisterForm) => readForm(of, form, { today: TODAY, before: undefined });

/** Something in every field of it, as a person would type it. */
const filled = (of: Register): RegisterForm => {
  const texts: Record<string, string> = {};
  const sets: Record<string, readonly string[]> = {};
  let day = 0;
  for (const field of fieldsOf(of)) {
    const { name } = field;
    if (field.is === 'checks' || field.is === 'choice') {
      const codes = field.codes.map(({ code }) => code);
      if (field.is === 'checks') sets[name] = codes.slice(0, 2);
      else texts[name] = codes[0] ?? '';
    } else if (field.is === 'day') texts[name] = `${String((day += 1)).padStart(2, '0')}/11/2024`;
    else if (field.is === 'partial') texts[name] = name === 'ended' ? '12/2024' : '2022';
    else if (field.is === 'year') texts[name] = '2024';
    else if (field.is === 'count') texts[name] = name === 'minority' ? '1' : '1.234';
    else if (field.is === 'money') texts[name] = '12.500.000';
    else if (field.is === 'phone') texts[name] = '1800 1769';
    else if (field.is === 'yes') texts[name] = 'yes';
    else if (['partners', 'tasks', 'campaigns'].includes(field.is)) sets[name] = ['one', 'two'];
    else texts[name] = 'Một điều đã ghi';
  }
  return { texts: { ...texts, agency: 'a1', ...(texts['plan'] !== undefined && { plan: 'p1' }) }, sets };
};

describe.each(registers)('The form of $table', (of) => {
  test('filled in everywhere becomes a row, and opens on that row as it was typed', () => {
    const form = filled(of);
    const { record, problems } = read(of, form);
    expect(problems).toEqual([]);
    expect(record && readForm(of, formOf(of, record), { today: TODAY, before: record }).record).toEqual(record);
    const shown = record && formOf(of, record);
    const asTyped = fieldsOf(of).filter(
      ({ is }) => !['count', 'money', 'checks', 'partners', 'tasks', 'campaigns'].includes(is),
    );
    for (const { name } of asTyped) expect([name, shown?.texts[name]]).toEqual([name, form.texts[name]]);
  });

  test('opened on a row and saved untouched writes nothing', () => {
    const { record } = read(of, filled(of));
    if (!record) throw new Error('no row');
    const again = readForm(of, formOf(of, record), { today: TODAY, before: record }).record;
    expect(again && valuesToSave(of.table, record, again, undefined)).toEqual({});
  });

  test('survives as a draft, with what it began from; what is no draft is none', () => {
    const { record } = read(of, filled(of));
    const draft = { id: 'row-1', form: typed(filled(of), { note: 'dở' }), before: record };
    expect(readDraft(of, structuredClone(draftOf(of, draft)))).toEqual(draft);
    expect(readDraft(of, undefined)).toBeUndefined();
    expect(readDraft(of, { form: { texts: { nonsense: 'x' }, sets: 7 } })?.form).toEqual(emptyForm(of));
  });

  test('empty names everything that is missing, in the order of the screen', () => {
    const { record, problems } = read(of, newForm(of, begin));
    expect(record).toBeUndefined();
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.every(({ problem }) => problem.code === 'field/required')).toBe(true);
    const names = fieldsOf(of).map(({ name }) => name);
    const places = problems.map(({ field }) => names.indexOf(field));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });
});

describe('What is typed', () => {
  test('is told by what is wrong with it, and not by what only follows from that', () => {
    const form = typed(newForm(register('training'), begin), {
      title: 'Lớp mẫu',
      kind: 'held',
      from: '31/02/2024',
      female: 'nhiều',
      minority: '5',
    });
    expect(read(register('training'), form).problems).toEqual([
      { field: 'from', problem: { code: 'field/not-a-date' } },
      { field: 'female', problem: { code: 'field/not-a-count' } },
    ]);
  });

  test('on one day needs no last day, and is edited without one', () => {
    const form = typed(newForm(register('inspection'), begin), { title: 'Kiểm tra', kind: 'check', from: '12/9/2024' });
    const { record } = read(register('inspection'), form);
    expect(record).toMatchObject({ from: '2024-09-12', to: '2024-09-12' });
    expect(record && formOf(register('inspection'), record).texts['to']).toBe('');
  });

  test.each([
    ['2024', '2024'],
    ['02/2024', '2024-02'],
    ['2-2024', '2024-02'],
    ['20/02/2024', '2024-02-20'],
  ])('%s is the day as far as it is known', (text, date) => {
    expect(parsePartialDay(text)).toEqual({ ok: true, value: date });
  });

  test.each(['13/2024', '24', '0000', '30/02/2024', 'tháng hai'])('%s is no day', (text) => {
    expect(parsePartialDay(text).ok).toBe(false);
  });

  test('of a register whose table has grown is kept, although this form does not show it', () => {
    const of: Register = { ...register('hotline'), more: [] };
    const whole = recordOf('hotline', {
      [CREATED]: true,
      title: 'Công an xã',
      kind: 'commune-line',
      phone: '113',
      agency: 'a1',
      note: 'Không được mất',
      'partners/a2': true,
    });
    if (!whole) throw new Error('no row');
    const form = typed(formOf(of, whole), { phone: '114' });
    const after = readForm(of, form, { today: TODAY, before: whole }).record;
    expect(after && valuesToSave<RegisterName>('hotline', whole, after, undefined)).toEqual({ phone: '114' });
  });

  test('by somebody else in another field is not put back', () => {
    const { record } = read(register('refuge'), filled(register('refuge')));
    if (!record) throw new Error('no row');
    const form = typed(formOf(register('refuge'), record), { hours: '' });
    const after = readForm(register('refuge'), form, { today: TODAY, before: record }).record;
    expect(after && valuesToSave<RegisterName>('refuge', record, after, undefined)).toEqual({ hours: null });
  });
});

test('A form opens on the edits of a row that is gone, and asks for the rest', () => {
  const form = formOfValues(register('difficulty'), { answer: 'Đã cấp tài liệu', 'tasks/t1': true, 'tasks/t2': null });
  expect(form.texts['answer']).toBe('Đã cấp tài liệu');
  expect(form.sets['tasks']).toEqual(['t1']);
  expect(read(register('difficulty'), form).problems.map(({ field }) => field)).toEqual([
    'difficulty',
    'raisedOn',
    'agency',
  ]);
});

test('What was refused is written again with the correction', () => {
  const values = { [CREATED]: true, title: 'Công an xã', kind: 'commune-line', phone: '113', agency: 'a1' };
  const after = recordOf('hotline', { ...values, phone: '114' });
  if (!after) throw new Error('no row');
  expect(valuesToSave('hotline', undefined, after, values)).toEqual({ ...values, phone: '114' });
  expect(valuesOf('hotline', after)).toEqual({ title: 'Công an xã', kind: 'commune-line', phone: '114', agency: 'a1' });
});

describe('An address', () => {
  test.each([
    ['mo-hinh', 'list', undefined],
    ['mo-hinh/', 'list', undefined],
    ['mo-hinh/moi', 'form', undefined],
    ['mo-hinh/abc', 'row', 'abc'],
    ['mo-hinh/abc/sua', 'form', 'abc'],
  ])('/so/%s shows a %s', (rest, shows, id) => {
    expect(placeAt(rest)).toMatchObject({ shows, id });
    expect(placeAt(rest)?.register.table).toBe('model');
  });

  test.each(['khong-co', 'mo-hinh/abc/xoa', 'mo-hinh/moi/sua', 'mo-hinh/abc/sua/nua'])(
    '/so/%s shows nothing',
    (rest) => {
      expect(placeAt(rest)).toBeUndefined();
    },
  );
});

test('what was taken out of a pasted text is told beside its field; a day is no text', () => {
  const model = register('model');
  const form = typed(emptyForm(model), { title: 'CLB\u200b thôn 3', founded: '03/2022' });
  const told = (name: string) => fieldsOf(model).flatMap((field) => (field.name === name ? toldOf(field, form) : []));
  expect(told('title')).toEqual([{ code: 'text/cleaned', count: 1 }]);
  expect(told('founded')).toEqual([]);
});
