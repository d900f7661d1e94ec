/** What a screen says of a judged measure; the sentences are those of the first language, Vietnamese. */
import { describe, expect, test } from 'vitest';
import { judge } from '#domain/judging.ts';
import type { Measure, Reading, Target } from '#domain/records/measure.ts';
import { explanation, meterOf, shownFigure } from '#client/features/indicators/figure-words.ts';
import { judgedMark } from '#client/features/indicators/state-mark.ts';
import { s } from '#client/texts/screens.ts';
import { aMeasure, aReading, aTarget } from '#tests/domain/samples.ts';

const shown = (
  measure: Partial<Measure>,
  target: Partial<Target>,
  reading: Partial<Reading>,
  ...earlier: readonly Partial<Reading>[]
) => {
  const fields = aMeasure(measure);
  const readings = [reading, ...earlier].map(aReading);
  const judgement = judge({ measure: fields, targets: [aTarget(target)], readings, today: '2031-01-01' });
  const judged = {
    judgement,
    tally: undefined,
    targets: [],
    speakers: new Set<string>(),
    trend: () => [],
    readings: readings.map(
      (one) => ({ scope: 'u/work', table: 'reading', id: 'r', fields: one, state: 'sent' }) as const,
    ),
  };
  return {
    figure: shownFigure(fields, judged),
    lines: explanation(fields, judged),
    mark: judgedMark(judgement),
    meter: meterOf(fields, judgement),
  };
};

describe('A share of very few', () => {
  const few = shown({}, { value: 80 }, { numerator: 1, denominator: 2 });

  test('is told as counts, without a percentage, a colour or a meter, and says why', () => {
    expect(few).toMatchObject({ figure: '1 / 2', mark: { icon: 'alert', tone: 'sunk' }, meter: undefined });
    expect(few.lines.join(' ')).toContain('Mới có 1 / 2: dưới 20');
  });

  test('of enough has its percentage, its colour and its meter', () => {
    const enough = shown({}, { value: 80 }, { numerator: 30, denominator: 40 });
    expect(enough).toMatchObject({
      figure: '30 / 40 · 75%',
      mark: { tone: 'warn' },
      meter: { share: 0.75, mark: 0.8 },
    });
  });
});

describe('A measure', () => {
  test('whose target has no number yet says that the level above owes it', () => {
    expect(shown({}, { awaits: 'above' }, { numerator: 30, denominator: 40 }).lines).toEqual([
      s().measure.explain.notAssigned,
    ]);
  });

  test('that points to another plan names it', () => {
    const pointer = {
      kind: 'pointer',
      pointsTo: { plan: '131/KH-UBND', indicator: 'chỉ tiêu 1, mục tiêu 1' },
    } as const;
    const { figure, lines } = shown(pointer, {}, {});
    expect([figure, lines[0]]).toEqual([
      '',
      'Kế hoạch này không nêu số, chỉ dẫn tới chỉ tiêu 1, mục tiêu 1, 131/KH-UBND.',
    ]);
  });
});

/** The first sentence says what is and what was asked, as an officer would say it. */
describe('The sentence of', () => {
  const said = (...parts: Parameters<typeof shown>) => shown(...parts).lines[0];

  test('a share names the figure, the target with its year, and how many points are left', () => {
    expect(said({}, { value: 60, byYear: 2025 }, { numerator: 62, denominator: 100 })).toBe(
      'Số liệu là 62%, đích ≥ 60% (đến năm 2025): đạt.',
    );
    expect(said({ kind: 'coverage' }, { value: 100 }, { numerator: 45, denominator: 50 })).toBe(
      'Số liệu là 90%, đích đủ 100%: chưa đạt, còn cách 10 điểm %.',
    );
  });

  test('a ratio, a rate and a multiple is left with a bare number or its own unit', () => {
    const ratio = { kind: 'ratio', better: 'lower' } as const;
    expect(said(ratio, { comparator: '<=', value: 109 }, { numerator: 110, denominator: 100 })).toBe(
      'Số liệu là 110/100, đích ≤ 109/100: chưa đạt, còn cách 1.',
    );
    const kept = { comparator: '<=', value: 1.5, maintain: true } as const;
    expect(said({ kind: 'multiple', per: 1 }, kept, { numerator: 15, denominator: 10 })).toBe(
      'Số liệu là 1,5 lần, đích duy trì ≤ 1,5 lần: đạt.',
    );
  });

  test('something to be done says that it is done or not, before its year and after', () => {
    const target = { comparator: 'yes', fromYear: 2025 } as const;
    const yesNo = (done: boolean, period: string) => said({ kind: 'yes-no' }, target, { done, period });
    expect([yesNo(true, '2026'), yesNo(false, '2026'), yesNo(true, '2024'), yesNo(false, '2024')]).toEqual([
      'Đã thực hiện, như kế hoạch yêu cầu từ năm 2025.',
      'Chưa thực hiện; kế hoạch yêu cầu thực hiện từ năm 2025.',
      'Đã thực hiện trước hạn; kế hoạch yêu cầu thực hiện từ năm 2025.',
      'Kế hoạch yêu cầu thực hiện từ năm 2025; chưa đến hạn.',
    ]);
  });

  test('a direction, and of what is only to be kept, says how it changed and what was asked', () => {
    const farming = { kind: 'direction', unit: '%', better: 'lower' } as const;
    const earlier = { period: '2023', numerator: 28 };
    expect(said(farming, {}, { numerator: 30 }, earlier)).toBe(
      'Số liệu là 30%, tăng 2 điểm % so với 28% trước đó; kế hoạch yêu cầu giảm: chưa đạt.',
    );
    expect(said({ kind: 'count', unit: 'mô hình' }, { maintain: true }, { numerator: 28 }, earlier)).toBe(
      'Số liệu là 28 mô hình, không đổi so với 28 mô hình trước đó; kế hoạch yêu cầu không kém trước: đạt.',
    );
  });

  test('parts that must pass by themselves gives each its figure and names who falls short', () => {
    const girls = { numerator: 995, denominator: 1000 };
    const boys = { numerator: 997, denominator: 1000 };
    const both = { kind: 'both-sexes', splitBy: 'sex' } as const;
    expect(said(both, { value: 99.6 }, { female: girls, male: boys })).toBe(
      'Số liệu riêng: nữ 99,5%, nam 99,7%; đích của mỗi phần là ≥ 99,6%, chưa đạt: nữ.',
    );
  });

  test('a list says how many stand on it, or that nobody does', () => {
    const list = { kind: 'list', unit: 'cơ quan', better: 'lower' } as const;
    const none = { comparator: '<=', value: 0 } as const;
    expect([said(list, none, { numerator: 2 }), said(list, none, { numerator: 0 })]).toEqual([
      'Danh sách có 2 cơ quan, đích không còn cơ quan nào: chưa đạt.',
      'Không có tên nào trong danh sách: đạt.',
    ]);
  });

  test('very few tells counts, and no percentage', () => {
    expect(said({}, { value: 80 }, { numerator: 1, denominator: 2 })).toBe('Số liệu là 1 / 2, đích ≥ 80%: chưa đạt.');
  });
});
