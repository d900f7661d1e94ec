/** Document 000, objective 1: politics. */
import type { ObjectiveItem } from '../plan-document.ts';
import { helping, homeAffairs, partyOrganisation } from './responsible.ts';

export const politics: ObjectiveItem = {
  key: '1',
  number: '1',
  title: 'Phụ nữ trong lĩnh vực chính trị',
  field: 'politics',
  line: 27,
  indicators: [
    {
      key: '1',
      text: 'Cơ quan quản lý nhà nước, chính quyền các cấp có lãnh đạo chủ chốt là nữ',
      agencies: [partyOrganisation, helping(homeAffairs)],
      line: 29,
      measures: [
        {
          key: '1',
          answers: '1.1',
          title: 'Tỷ lệ cơ quan, chính quyền có lãnh đạo chủ chốt là nữ',
          kind: 'share',
          unit: '%',
          numerator: 'Cơ quan có lãnh đạo chủ chốt là nữ',
          denominator: 'Số cơ quan',
          per: 100,
          better: 'higher',
          source: 'own-register',
          line: 29,
          targets: [{ comparator: '>=', value: 30, byYear: 2021, printed: 'có 30%' }],
        },
      ],
    },
  ],
};
