/** Document 000, objective 4: health. */
import type { ObjectiveItem } from '../plan-document.ts';
import { health, helping, labour } from './responsible.ts';

export const healthObjective: ObjectiveItem = {
  key: '4',
  number: '4',
  title: 'Y tế',
  field: 'health',
  line: 49,
  indicators: [
    {
      key: '4.1',
      number: '1',
      text: 'Tỷ số giới tính khi sinh',
      agencies: [health, helping(labour)],
      line: 51,
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
          line: 51,
          targets: [{ comparator: '<=', value: 109, byYear: 2021, maintain: true, printed: 'không vượt quá 109' }],
        },
      ],
    },
    {
      key: '4.2',
      number: '2',
      text: 'Tử vong bà mẹ liên quan đến thai sản',
      agencies: [health],
      line: 53,
      measures: [
        {
          key: '4.2',
          answers: '4.2',
          title: 'Tỷ lệ tử vong bà mẹ trên 10.000 trẻ đẻ sống',
          kind: 'share',
          unit: '/10.000',
          numerator: 'Bà mẹ tử vong',
          denominator: 'Trẻ đẻ sống',
          per: 10_000,
          better: 'lower',
          source: 'contributes',
          line: 53,
          targets: [{ comparator: '<', value: 2, byYear: 2021, maintain: true, printed: 'xuống dưới 02' }],
        },
      ],
    },
    {
      key: '4.3',
      number: '3',
      text: 'Sinh ở tuổi vị thành niên',
      agencies: [health],
      line: 55,
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
          line: 55,
          targets: [{ comparator: '<=', value: 18, byYear: 2021, printed: 'giảm xuống còn 18' }],
        },
      ],
    },
  ],
};
