import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CREATED } from '#domain/change.ts';
import { addDays } from '#domain/dates.ts';
import { registerNames, type RegisterName } from '#domain/register-names.ts';
import { checkRegister } from '#domain/register-rules.ts';
import { registerTables } from '#domain/records/registers.ts';
import { tablesOfCompartment } from '#domain/tables.ts';
import { checkValues, recordOf } from '#domain/values.ts';

const TODAY = '2024-11-21';

/** The least that a row of each may be made with. */
const least: Readonly<Record<RegisterName, Readonly<Record<string, string | number>>>> = {
  model: { title: 'CLB Gia đình hạnh phúc thôn 3', kind: 'club', agency: 'a' },
  refuge: { title: 'Nhà văn hoá thôn 3', kind: 'trusted-address', agency: 'a' },
  hotline: { title: 'Công an xã', kind: 'commune-line', phone: '113', agency: 'a' },
  inspection: { title: 'Kiểm tra thôn 3', kind: 'check', from: TODAY, to: TODAY, agency: 'a' },
  training: { title: 'Lớp kỹ năng truyền thông', kind: 'held', from: TODAY, to: TODAY, agency: 'a' },
  commendation: { title: 'Chi hội thôn 3', kind: 'collective', agency: 'a' },
  difficulty: { difficulty: 'Thiếu tài liệu tiếng dân tộc', raisedOn: TODAY, agency: 'a' },
  document: { kind: 'plan-paper', subject: 'Kế hoạch Tháng hành động', agency: 'a' },
  'committee-member': { office: 'Phó Chủ tịch UBND xã', role: 'head', agency: 'a' },
  'budget-line': { title: 'In tờ rơi', year: 2024, fund: 'commune-budget', agency: 'a' },
};

const found = (name: RegisterName, more: object, today?: string) =>
  checkRegister(name, { ...least[name], ...more }, today).map(({ field, problem }) => [field, problem.code]);

describe.each(registerNames)('A row of the register %s', (name) => {
  test('may be made with what it must have, and is read back as that', () => {
    expect(checkRegister(name, least[name], TODAY)).toEqual([]);
    expect(checkValues(name, { ...least[name], [CREATED]: true }, { creating: true })).toBeUndefined();
    expect(recordOf(name, { ...least[name], [CREATED]: true })).toMatchObject(least[name]);
  });

  test.each(registerTables[name].required)('is refused without its %s, and that is said beside it', (field) => {
    const { [field]: _left, ...rest } = least[name];
    expect(found(name, { ...rest, [field]: undefined })).toContainEqual([field, 'field/required']);
    expect(checkValues(name, { ...rest, [CREATED]: true }, { creating: true })).toEqual({
      code: 'sync/bad-value',
      field,
      problem: { code: 'field/required' },
    });
  });

  test('stands in the work of a unit, nowhere else', () => {
    const holding = Object.entries(tablesOfCompartment).filter(([, tables]) => tables.some((table) => table === name));
    expect(holding.map(([compartment]) => compartment)).toEqual(['work']);
  });

  test('has no field for a number of people but whole counts, and none for the name of someone harmed', () => {
    const { single } = registerTables[name];
    const named = Object.keys(single).filter((field) => /victim|harmed|name/iu.test(field));
    expect(named).toEqual([]);
    // Where a person may be named, so must be whether they agreed.
    expect(Object.hasOwn(single, 'person')).toBe(Object.hasOwn(single, 'consent'));
  });
});

describe('What happened in steps', () => {
  test.each<[RegisterName, readonly string[]]>([
    ['model', ['founded', 'ended']],
    ['refuge', ['founded', 'ended']],
    ['hotline', ['founded', 'ended']],
    ['inspection', ['from', 'followUpBy']],
    ['inspection', ['from', 'followedUpOn']],
    ['commendation', ['proposedOn', 'decidedOn']],
    ['difficulty', ['raisedOn', 'answeredOn']],
    ['budget-line', ['estimatedOn', 'appraisedOn', 'approvedOn', 'settledOn']],
  ])('%s: %s follow each other', (name, steps) => {
    const days = fc.array(fc.integer({ min: 0, max: 600 }), { minLength: steps.length, maxLength: steps.length });
    fc.assert(
      fc.property(days, (offsets) => {
        const dated = steps.map((step, index) => [step, addDays('2023-06-01', offsets[index] ?? 0)] as const);
        const tooEarly = checkRegister(name, { ...least[name], to: undefined, ...Object.fromEntries(dated) }).filter(
          ({ problem }) => problem.code === 'register/too-early',
        );
        const isOrdered = offsets.every((offset, index) => index === 0 || offset >= (offsets[index - 1] ?? 0));
        expect(tooEarly.length === 0).toBe(isOrdered);
      }),
    );
  });

  test('is compared with the last step before it that is known, and that one is named', () => {
    const [problem] = checkRegister('budget-line', {
      ...least['budget-line'],
      estimatedOn: '2024-02-01',
      settledOn: '2024-01-31',
    });
    expect(problem).toEqual({ field: 'settledOn', problem: { code: 'register/too-early', than: '2024-02-01' } });
  });

  test.each([
    ['2024', '2024-05', true],
    ['2024-05', '2024', true],
    ['2024', '2023', false],
    ['2024-05', '2024-04-30', false],
    ['2024-05', '2024-05-01', true],
  ])('since %s, ended %s: a part that is missing says nothing (%s)', (founded, ended, isRight) => {
    expect(found('model', { founded, ended }).length === 0).toBe(isRight);
  });

  test('does not end before it begins', () => {
    for (const name of ['inspection', 'training', 'committee-member'] as const)
      expect(found(name, { from: '2024-11-20', to: '2024-11-19' })).toEqual([['to', 'activity/ends-before-start']]);
  });

  test('lies in the years that such work has', () => {
    expect(found('training', { from: '1924-11-20' }, TODAY)).toContainEqual(['from', 'activity/date-out-of-range']);
    expect(found('difficulty', { answeredOn: '2042-01-01', answer: 'x' }, TODAY)).toContainEqual([
      'answeredOn',
      'activity/date-out-of-range',
    ]);
  });
});

describe('Of a budget', () => {
  const steps = ['estimate', 'appraised', 'approved', 'settled'] as const;
  const amount = fc.option(fc.integer({ min: 0, max: 2_000_000_000 }), { nil: undefined });

  test('no step is larger than the last one before it, unless a reason is given', () => {
    fc.assert(
      fc.property(fc.tuple(amount, amount, amount, amount), (amounts) => {
        const given = Object.fromEntries(steps.map((step, index) => [step, amounts[index]]));
        const known = amounts.filter((one) => one !== undefined);
        const falls = known.every((one, index) => index === 0 || one <= (known[index - 1] ?? 0));
        expect(found('budget-line', given).length === 0).toBe(falls);
        expect(found('budget-line', { ...given, reason: 'Bổ sung giữa năm' })).toEqual([]);
      }),
    );
  });

  test('the sum before is named', () => {
    expect(checkRegister('budget-line', { ...least['budget-line'], approved: 5_000_000, settled: 5_000_001 })).toEqual([
      { field: 'settled', problem: { code: 'register/exceeds-step-before', before: 5_000_000 } },
    ]);
  });

  test('a sum is whole đồng', () => {
    expect(found('budget-line', { estimate: 1.5 })).toEqual([['estimate', 'field/not-a-count']]);
    expect(found('budget-line', { estimate: -1 })).toEqual([['estimate', 'field/not-a-count']]);
  });
});

describe('People', () => {
  test.each(['model', 'training'] as const)('of a %s: those of ethnic minorities are among them', (name) => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), fc.nat(500), fc.nat(2_000), (female, male, unrecorded, minority) => {
        const problems = found(name, { female, male, unrecorded, minority });
        expect(problems.length > 0).toBe(minority > female + male + unrecorded);
      }),
    );
  });

  test('that met say in which year they were counted', () => {
    expect(found('model', { meetings: 4 })).toEqual([['countedIn', 'field/required']]);
    expect(found('model', { meetings: 4, countedIn: 2024 })).toEqual([]);
  });

  test.each(['commendation', 'committee-member'] as const)('in a %s are named only if they agreed', (name) => {
    expect(found(name, { person: 'Lan Mẫu' })).toEqual([['consent', 'register/consent-missing']]);
    expect(found(name, { person: 'Lan Mẫu', consent: false })).toEqual([['consent', 'register/consent-missing']]);
    expect(found(name, { person: 'Lan Mẫu', consent: true })).toEqual([]);
    expect(found(name, { consent: true })).toEqual([]);
  });
});

describe('A telephone number', () => {
  test.each(['113', '1800 1769', '0214.3840.034', '+84 (214) 384-0034', '111, 113', '0912345678/0912345679'])(
    '%s is kept as it is typed',
    (phone) => {
      expect(found('hotline', { phone })).toEqual([]);
    },
  );

  test.each(['gọi Lan', '12', '0912345678 (Lan)', '++', '1800-MEO'])('%s cannot be dialled', (phone) => {
    expect(found('hotline', { phone })).toEqual([['phone', 'register/not-a-phone']]);
  });
});

describe('An answer', () => {
  test('that has a day has words', () => {
    expect(found('difficulty', { answeredOn: TODAY })).toEqual([['answer', 'field/required']]);
    expect(found('difficulty', { answeredOn: TODAY, answer: 'Sẽ cấp trong quý I' })).toEqual([]);
    expect(found('difficulty', { answer: 'Trả lời miệng' })).toEqual([]);
  });
});
