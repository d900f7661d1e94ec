/** Document 002, objective 2: economy. */
import type { ObjectiveItem } from '../plan-document.ts';
import { labourDepartment, planningDepartment } from './responsible.ts';

export const economy: ObjectiveItem = {
  key: '2',
  number: '2',
  title: 'Kinh tế, lao động',
  field: 'economy',
  line: 29,
  statement: {
    text: 'Giảm khoảng cách giới trong việc làm; phụ nữ nghèo, nông thôn, dân tộc thiểu số tiếp cận nguồn lực kinh tế',
    line: 31,
  },
  indicators: [
    {
      key: '2.1',
      number: '1',
      text: 'Lao động nữ làm công hưởng lương',
      agencies: [labourDepartment],
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
          targets: [
            { comparator: '>=', value: 50, byYear: 2025, printed: 'đạt 50%' },
            { comparator: '>=', value: 60, byYear: 2030, printed: '60%' },
          ],
        },
      ],
    },
    {
      key: '2.2',
      number: '2',
      text: 'Lao động nữ trong nông nghiệp',
      agencies: [labourDepartment],
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
          targets: [
            { comparator: '<', value: 30, byYear: 2025, printed: 'xuống dưới 30%' },
            { comparator: '<', value: 25, byYear: 2030, printed: 'dưới 25%' },
          ],
        },
      ],
    },
    {
      key: '2.3',
      number: '3',
      text: 'Nữ giám đốc, chủ doanh nghiệp, hợp tác xã',
      agencies: [planningDepartment],
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
          targets: [
            { comparator: '>=', value: 27, byYear: 2025, printed: 'đạt ít nhất 27%' },
            { comparator: '>=', value: 30, byYear: 2030, printed: '30%' },
          ],
        },
      ],
    },
  ],
};
