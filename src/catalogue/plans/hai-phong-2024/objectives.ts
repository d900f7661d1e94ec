/**
 * Document 004 gives no figure: line 38 points to six indicators of another plan of the city, whose words and values
 * have to be taken from there. Line 48 asks that everybody who needs help gets it, which is 100 %.
 */
import type { IndicatorItem, ObjectiveItem } from '../plan-document.ts';
import { committee } from './responsible.ts';

const CITED_PLAN = '131/KH-UBND';

/** Of the cited plan only numbers are known: where the national strategy has the same one, that is the one it is taken to answer. */
const pointer = (objective: number, number: number, answers?: string): IndicatorItem => {
  const key = `${objective}.${number}`;
  const indicator = `Chỉ tiêu ${number}, mục tiêu ${objective}`;
  return {
    key,
    number: String(number),
    text: `${indicator} của Kế hoạch ${CITED_PLAN}`,
    line: 38,
    measures: [
      {
        key,
        ...(answers !== undefined && { answers }),
        title: `${indicator} của Kế hoạch ${CITED_PLAN}`,
        kind: 'pointer',
        better: 'none',
        source: 'from-above',
        pointsTo: { plan: CITED_PLAN, indicator },
        line: 38,
        targets: [],
      },
    ],
  };
};

export const objectives: readonly ObjectiveItem[] = [
  {
    key: '1',
    number: '1',
    title: 'Chính trị',
    field: 'politics',
    line: 38,
    indicators: [pointer(1, 1, '1.1'), pointer(1, 2)],
  },
  {
    key: '2',
    number: '2',
    title: 'Kinh tế, lao động',
    field: 'economy',
    line: 38,
    indicators: [pointer(2, 1, '2.1'), pointer(2, 2, '2.2'), pointer(2, 3, '2.3')],
  },
  {
    key: '3',
    number: '3',
    title: 'Gia đình; phòng ngừa, ứng phó bạo lực trên cơ sở giới',
    field: 'family',
    line: 38,
    indicators: [
      pointer(3, 1, '3.1'),
      {
        key: 'help',
        text: 'Mọi trường hợp có nhu cầu được trợ giúp về bạo lực trên cơ sở giới',
        agencies: [committee],
        line: 48,
        measures: [
          {
            key: 'help',
            title: 'Trường hợp có nhu cầu được trợ giúp',
            kind: 'share',
            unit: '%',
            numerator: 'Trường hợp được trợ giúp',
            denominator: 'Trường hợp có nhu cầu trợ giúp',
            per: 100,
            better: 'higher',
            source: 'own-register',
            guarded: true,
            line: 48,
            targets: [{ comparator: '>=', value: 100, byYear: 2024, printed: 'tất cả các trường hợp' }],
          },
        ],
      },
    ],
  },
];
