/** What a screen says of a judged measure; the sentences are those of the first language, Vietnamese. */
import { describe, expect, test } from 'vitest';
import { judge } from '#domain/judging.ts';
import type { Measure, Reading, Target } from '#domain/records/measure.ts';
import { explanation, meterOf, shownFigure } from '#client/features/indicators/figure-words.ts';
import { judgedMark } from '#client/features/indicators/state-mark.ts';
import { s } from '#client/texts/screens.ts';
import { aMeasure, aReading, aTarget } from '#tests/domain/samples.ts';

const shown = (measure: Partial<Measure>, target: Partial<Target>, reading: Partial<Reading>) => {
  const fields = aMeasure(measure);
  const readings = [aReading(reading)];
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
