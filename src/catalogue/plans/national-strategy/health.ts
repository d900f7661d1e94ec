/** The national strategy, objective 4: health. */
import type { ObjectiveItem } from '../plan-document.ts';

export const health: ObjectiveItem = {
  key: '4',
  number: '4',
  title: 'Y tế',
  field: 'health',
  line: 79,
  indicators: [
    {
      key: '4.1',
      number: '1',
      text: 'Tỷ số giới tính khi sinh',
      line: 79,
      measures: [
        {
          key: '4.1',
          title: 'Tỷ số giới tính khi sinh',
          kind: 'ratio',
          unit: 'bé trai/100 bé gái',
          numerator: 'Bé trai sinh ra sống',
          denominator: 'Bé gái sinh ra sống',
          per: 100,
          better: 'lower',
          source: 'own-register',
          readIn: ['PLO28'],
          line: 79,
          targets: [
            { comparator: '<=', value: 111, byYear: 2025, printed: '111' },
            { comparator: '<=', value: 109, byYear: 2030, printed: '109' },
          ],
        },
      ],
    },
    {
      key: '4.2',
      number: '2',
      text: 'Tử vong bà mẹ liên quan đến thai sản',
      line: 80,
      measures: [
        {
          key: '4.2',
          title: 'Tỷ lệ tử vong bà mẹ trên 100.000 trẻ sinh sống',
          kind: 'share',
          unit: '/100.000',
          numerator: 'Bà mẹ tử vong',
          denominator: 'Trẻ sinh ra sống',
          per: 100_000,
          better: 'lower',
          source: 'contributes',
          readIn: ['VGP28'],
          line: 80,
          targets: [
            { comparator: '<=', value: 42, byYear: 2025, printed: '42' },
            { comparator: '<', value: 42, byYear: 2030, printed: 'dưới 42' },
          ],
        },
      ],
    },
    {
      key: '4.3',
      number: '3',
      text: 'Sinh ở tuổi vị thành niên',
      line: 81,
      measures: [
        {
          key: '4.3',
          title: 'Tỷ suất sinh vị thành niên',
          kind: 'share',
          unit: '/1.000',
          numerator: 'Ca sinh của vị thành niên',
          denominator: 'Phụ nữ vị thành niên',
          per: 1_000,
          better: 'lower',
          source: 'contributes',
          baseline: { value: 23 },
          readIn: ['002', 'memory'],
          line: 81,
          targets: [
            { comparator: '<=', value: 18, byYear: 2025, printed: '18' },
            { comparator: '<', value: 18, byYear: 2030, printed: 'dưới 18' },
          ],
        },
      ],
    },
    {
      key: '4.4',
      number: '4',
      text: 'Cơ sở y tế thí điểm chăm sóc người đồng tính, song tính, chuyển giới',
      line: 82,
      measures: [
        {
          key: '4.4',
          title: 'Tỷ lệ tỉnh, thành phố có ít nhất một cơ sở thí điểm',
          kind: 'share',
          unit: '%',
          numerator: 'Tỉnh, thành phố có cơ sở thí điểm',
          denominator: 'Số tỉnh, thành phố',
          per: 100,
          better: 'higher',
          source: 'from-above',
          readIn: ['PLO28'],
          line: 82,
          targets: [
            { comparator: '>=', value: 40, byYear: 2025, printed: '40%' },
            { comparator: '>=', value: 70, byYear: 2030, printed: '70%' },
          ],
        },
      ],
    },
  ],
};
