/** Document 002, objective 4: health. */
import type { ObjectiveItem } from '../plan-document.ts';
import { healthDepartment } from './responsible.ts';

export const health: ObjectiveItem = {
  key: '4',
  number: '4',
  title: 'Y tế',
  field: 'health',
  line: 51,
  statement: { text: 'Bình đẳng trong tiếp cận, thụ hưởng dịch vụ y tế', line: 53 },
  indicators: [
    {
      key: '4.1',
      number: '1',
      text: 'Tỷ số giới tính khi sinh',
      agencies: [healthDepartment],
      line: 55,
      measures: [
        {
          key: '4.1',
          answers: '4.1',
          title: 'Tỷ số giới tính khi sinh',
          kind: 'ratio',
          unit: 'bé trai/100 bé gái',
          numerator: 'Bé trai sinh ra sống',
          denominator: 'Bé gái sinh ra sống',
          per: 100,
          better: 'lower',
          source: 'own-register',
          line: 55,
          targets: [
            { comparator: '<=', value: 111, byYear: 2025, printed: 'ở mức 111' },
            { comparator: '<=', value: 109, byYear: 2030, printed: '109' },
          ],
        },
      ],
    },
    {
      key: '4.2',
      number: '2',
      text: 'Tử vong bà mẹ liên quan đến thai sản',
      agencies: [healthDepartment],
      line: 57,
      measures: [
        {
          key: '4.2',
          answers: '4.2',
          title: 'Tỷ lệ tử vong bà mẹ trên 100.000 trẻ sinh sống',
          kind: 'share',
          unit: '/100.000',
          numerator: 'Bà mẹ tử vong',
          denominator: 'Trẻ sinh ra sống',
          per: 100_000,
          better: 'lower',
          source: 'contributes',
          line: 57,
          targets: [
            { comparator: '<=', value: 25, byYear: 2025, printed: 'giảm còn 25' },
            { comparator: '<', value: 25, byYear: 2030, printed: 'xuống dưới 25' },
          ],
        },
      ],
    },
    {
      key: '4.3',
      number: '3',
      text: 'Sinh ở tuổi vị thành niên',
      agencies: [healthDepartment],
      line: 59,
      measures: [
        {
          key: '4.3',
          answers: '4.3',
          title: 'Tỷ suất sinh vị thành niên',
          kind: 'share',
          unit: '/1.000',
          numerator: 'Ca sinh của vị thành niên',
          denominator: 'Phụ nữ vị thành niên',
          per: 1_000,
          better: 'lower',
          source: 'contributes',
          baseline: { value: 23 },
          line: 59,
          targets: [
            { comparator: '<=', value: 18, byYear: 2025, printed: 'xuống 18' },
            { comparator: '<', value: 18, byYear: 2030, printed: 'dưới 18' },
          ],
        },
      ],
    },
    {
      key: '4.4',
      number: '4',
      text: 'Cơ sở y tế thí điểm chăm sóc người đồng tính, song tính, chuyển giới',
      agencies: [healthDepartment],
      line: 61,
      measures: [
        {
          key: '4.4',
          answers: '4.4',
          title: 'Số cơ sở y tế thí điểm',
          kind: 'count',
          unit: 'cơ sở',
          numerator: 'Cơ sở thí điểm',
          better: 'higher',
          source: 'from-above',
          line: 61,
          targets: [
            { comparator: '>=', value: 1, byYear: 2025, printed: 'Có ít nhất một' },
            {
              comparator: '>=',
              value: 1,
              fromYear: 2026,
              toYear: 2030,
              maintain: true,
              printed: 'duy trì đến năm 2030',
            },
          ],
        },
      ],
    },
  ],
};
