/** Document 002, objective 1: politics. */
import type { ObjectiveItem } from '../plan-document.ts';
import { homeAffairs, partyOrganisation } from './responsible.ts';

export const politics: ObjectiveItem = {
  key: '1',
  number: '1',
  title: 'Phụ nữ tham gia quản lý, lãnh đạo',
  field: 'politics',
  line: 21,
  statement: { text: 'Tăng phụ nữ ở vị trí quản lý, lãnh đạo, giảm dần khoảng cách giới trong chính trị', line: 23 },
  indicators: [
    {
      key: '1.1',
      number: '1',
      text: 'Cơ quan quản lý nhà nước, chính quyền các cấp có lãnh đạo chủ chốt là nữ',
      agencies: [homeAffairs],
      line: 25,
      measures: [
        {
          key: '1.1',
          answers: '1.1',
          title: 'Tỷ lệ sở, ngành, UBND, HĐND các cấp có lãnh đạo chủ chốt là nữ',
          kind: 'share',
          unit: '%',
          numerator: 'Cơ quan có lãnh đạo chủ chốt là nữ',
          denominator: 'Số cơ quan',
          per: 100,
          better: 'higher',
          source: 'own-register',
          line: 25,
          targets: [
            { comparator: '>=', value: 60, byYear: 2025, printed: 'đạt 60%' },
            { comparator: '>=', value: 75, byYear: 2030, printed: 'đạt 75% trở lên' },
          ],
        },
      ],
    },
    {
      key: '1.2',
      number: '2',
      text: 'Cơ quan Đảng, Mặt trận, đoàn thể có nữ lãnh đạo quản lý',
      agencies: [partyOrganisation],
      line: 27,
      measures: [
        {
          key: '1.2',
          title: 'Tỷ lệ cơ quan Đảng, Mặt trận, đoàn thể có nữ lãnh đạo quản lý',
          kind: 'share',
          unit: '%',
          numerator: 'Cơ quan có nữ lãnh đạo quản lý',
          denominator: 'Số cơ quan Đảng, Mặt trận, đoàn thể',
          per: 100,
          better: 'higher',
          source: 'contributes',
          line: 27,
          targets: [
            { comparator: '>=', value: 80, byYear: 2025, printed: 'đạt 80%' },
            { comparator: '>=', value: 90, byYear: 2030, printed: 'đạt 90% trở lên' },
          ],
        },
      ],
    },
  ],
};
