/** Document 000, objective 2: economy. */
import type { ObjectiveItem } from '../plan-document.ts';

export const economy: ObjectiveItem = {
  key: '2',
  number: '2',
  title: 'Kinh tế, lao động',
  field: 'economy',
  line: 31,
  indicators: [
    {
      key: '2.1',
      number: '1',
      text: 'Lao động nữ làm công hưởng lương',
      line: 33,
      measures: [
        {
          key: '2.1',
          answers: '2.1',
          title: 'Tỷ lệ lao động nữ làm công hưởng lương',
          kind: 'share',
          unit: '%',
          numerator: 'Lao động nữ làm công hưởng lương',
          denominator: 'Lao động nữ có việc làm',
          per: 100,
          better: 'higher',
          source: 'contributes',
          line: 33,
          targets: [{ comparator: '>=', value: 45, byYear: 2021, printed: 'đạt 45%' }],
        },
      ],
    },
    {
      key: '2.2',
      number: '2',
      text: 'Lao động nữ trong nông nghiệp',
      line: 35,
      measures: [
        {
          key: '2.2',
          answers: '2.2',
          title: 'Tỷ trọng lao động nữ làm nông nghiệp',
          kind: 'share',
          unit: '%',
          numerator: 'Lao động nữ làm nông nghiệp',
          denominator: 'Lao động nữ có việc làm',
          per: 100,
          better: 'lower',
          source: 'contributes',
          line: 35,
          targets: [{ comparator: '<=', value: 30, byYear: 2021, printed: 'xuống còn 30%' }],
        },
      ],
    },
    {
      key: '2.3',
      number: '3',
      text: 'Nữ giám đốc, chủ doanh nghiệp, hợp tác xã',
      line: 37,
      measures: [
        {
          key: '2.3',
          answers: '2.3',
          title: 'Tỷ lệ nữ giám đốc, chủ doanh nghiệp, hợp tác xã',
          kind: 'share',
          unit: '%',
          numerator: 'Nữ giám đốc, chủ',
          denominator: 'Giám đốc, chủ doanh nghiệp, hợp tác xã',
          per: 100,
          better: 'higher',
          source: 'contributes',
          line: 37,
          targets: [{ comparator: '>=', value: 20, byYear: 2021, printed: 'đạt 20%' }],
        },
      ],
    },
  ],
};
