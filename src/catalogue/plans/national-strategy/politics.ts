/** The national strategy, objective 1: politics. */
import type { ObjectiveItem } from '../plan-document.ts';

export const politics: ObjectiveItem = {
  key: '1',
  number: '1',
  title: 'Phụ nữ tham gia quản lý, lãnh đạo',
  field: 'politics',
  line: 70,
  indicators: [
    {
      key: '1.1',
      number: '1',
      text: 'Cơ quan quản lý nhà nước, chính quyền các cấp có lãnh đạo chủ chốt là nữ',
      line: 70,
      measures: [
        {
          key: '1.1',
          title: 'Tỷ lệ cơ quan, chính quyền có lãnh đạo chủ chốt là nữ',
          kind: 'share',
          unit: '%',
          numerator: 'Cơ quan có lãnh đạo chủ chốt là nữ',
          denominator: 'Số cơ quan',
          per: 100,
          better: 'higher',
          source: 'own-register',
          readIn: ['TVPL28'],
          line: 70,
          targets: [
            { comparator: '>=', value: 60, byYear: 2025, printed: '60%' },
            { comparator: '>=', value: 75, byYear: 2030, printed: '75%' },
          ],
        },
      ],
    },
  ],
};
