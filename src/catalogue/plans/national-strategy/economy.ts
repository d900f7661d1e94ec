/** The national strategy, objective 2: economy. */
import type { ObjectiveItem } from '../plan-document.ts';

export const economy: ObjectiveItem = {
  key: '2',
  number: '2',
  title: 'Kinh tế, lao động',
  field: 'economy',
  line: 71,
  indicators: [
    {
      key: '2.1',
      number: '1',
      text: 'Lao động nữ làm công hưởng lương',
      line: 71,
      measures: [
        {
          key: '2.1',
          title: 'Tỷ lệ lao động nữ làm công hưởng lương',
          kind: 'share',
          unit: '%',
          numerator: 'Lao động nữ làm công hưởng lương',
          denominator: 'Lao động nữ có việc làm',
          per: 100,
          better: 'higher',
          source: 'contributes',
          readIn: ['TVPL28'],
          line: 71,
          targets: [
            { comparator: '>=', value: 50, byYear: 2025, printed: '50%' },
            { comparator: '>=', value: 60, byYear: 2030, approximate: true, printed: 'khoảng 60%' },
          ],
        },
      ],
    },
    {
      key: '2.2',
      number: '2',
      text: 'Lao động nữ trong nông nghiệp',
      line: 72,
      measures: [
        {
          key: '2.2',
          title: 'Tỷ trọng lao động nữ làm nông nghiệp',
          kind: 'share',
          unit: '%',
          numerator: 'Lao động nữ làm nông nghiệp',
          denominator: 'Lao động nữ có việc làm',
          per: 100,
          better: 'lower',
          source: 'contributes',
          readIn: ['TVPL28'],
          line: 72,
          targets: [
            { comparator: '<', value: 30, byYear: 2025, printed: 'dưới 30%' },
            { comparator: '<', value: 25, byYear: 2030, printed: 'dưới 25%' },
          ],
        },
      ],
    },
    {
      key: '2.3',
      number: '3',
      text: 'Nữ giám đốc, chủ doanh nghiệp, hợp tác xã',
      line: 73,
      measures: [
        {
          key: '2.3',
          title: 'Tỷ lệ nữ giám đốc, chủ doanh nghiệp, hợp tác xã',
          kind: 'share',
          unit: '%',
          numerator: 'Nữ giám đốc, chủ',
          denominator: 'Giám đốc, chủ doanh nghiệp, hợp tác xã',
          per: 100,
          better: 'higher',
          source: 'contributes',
          readIn: ['TVPL28'],
          line: 73,
          targets: [
            { comparator: '>=', value: 27, byYear: 2025, printed: 'ít nhất 27%' },
            { comparator: '>=', value: 30, byYear: 2030, printed: '30%' },
          ],
        },
      ],
    },
  ],
};
