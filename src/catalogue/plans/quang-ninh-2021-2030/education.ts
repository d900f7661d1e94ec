/** Document 002, objective 5: education. */
import type { ObjectiveItem } from '../plan-document.ts';
import { educationDepartment, labourDepartment, statisticsOffice } from './responsible.ts';

/** Boys and girls of ethnic minorities who complete a level: each sex must reach the target by itself. */
const completion = {
  kind: 'both-sexes',
  unit: '%',
  numerator: 'Trẻ hoàn thành',
  denominator: 'Trẻ dân tộc thiểu số trong độ tuổi',
  per: 100,
  better: 'higher',
  source: 'contributes',
  splitBy: 'sex',
} as const;

export const education: ObjectiveItem = {
  key: '5',
  number: '5',
  title: 'Giáo dục, đào tạo',
  field: 'education',
  line: 63,
  statement: { text: 'Nâng chất lượng nhân lực nữ; nam, nữ tham gia bình đẳng trong giáo dục, đào tạo', line: 65 },
  indicators: [
    {
      key: '5.1',
      number: '1',
      text: 'Giới, bình đẳng giới trong chương trình giảng dạy và trường sư phạm',
      agencies: [educationDepartment],
      line: 67,
      measures: [
        {
          key: '5.1a',
          answers: '5.1',
          title: 'Đưa vào chương trình giảng dạy',
          kind: 'yes-no',
          better: 'higher',
          source: 'from-above',
          line: 67,
          targets: [{ comparator: 'yes', fromYear: 2025, printed: 'từ năm 2025 trở đi' }],
        },
        {
          key: '5.1b',
          answers: '5.1',
          title: 'Giảng dạy chính thức ở trường sư phạm thuộc tỉnh',
          kind: 'yes-no',
          better: 'higher',
          source: 'from-above',
          line: 67,
          targets: [{ comparator: 'yes', fromYear: 2025, printed: 'từ năm 2025 trở đi' }],
        },
      ],
    },
    {
      key: '5.2',
      number: '2',
      text: 'Trẻ em trai và trẻ em gái dân tộc thiểu số hoàn thành cấp học',
      agencies: [educationDepartment],
      line: 69,
      measures: [
        {
          key: '5.2a',
          answers: '5.2a',
          title: 'Trẻ em trai và gái dân tộc thiểu số hoàn thành tiểu học',
          ...completion,
          line: 69,
          targets: [
            { comparator: '>=', value: 99.6, byYear: 2025, printed: 'đạt 99,6%' },
            { comparator: '>', value: 99.6, byYear: 2030, printed: 'trên 99,6%' },
          ],
        },
        {
          key: '5.2b',
          answers: '5.2b',
          title: 'Trẻ em trai và gái dân tộc thiểu số hoàn thành trung học cơ sở',
          ...completion,
          line: 69,
          targets: [
            { comparator: '>=', value: 85, byYear: 2025, printed: 'đạt 85%' },
            { comparator: '>=', value: 90, byYear: 2030, printed: '90%' },
          ],
        },
      ],
    },
    {
      key: '5.3',
      number: '3',
      text: 'Nữ được tuyển mới vào giáo dục nghề nghiệp',
      agencies: [labourDepartment],
      line: 71,
      measures: [
        {
          key: '5.3',
          answers: '5.3',
          title: 'Tỷ lệ nữ tuyển mới giáo dục nghề nghiệp',
          kind: 'share',
          unit: '%',
          numerator: 'Nữ tuyển mới',
          denominator: 'Số tuyển mới',
          per: 100,
          better: 'higher',
          source: 'from-above',
          line: 71,
          targets: [
            { comparator: '>', value: 30, byYear: 2025, printed: 'đạt trên 30%' },
            { comparator: '>', value: 40, byYear: 2030, printed: 'đạt trên 40%' },
          ],
        },
      ],
    },
    {
      key: '5.4',
      number: '4',
      text: 'Nữ thạc sĩ, nữ tiến sĩ',
      agencies: [statisticsOffice],
      line: 73,
      measures: [
        {
          key: '5.4a',
          answers: '5.4a',
          title: 'Tỷ lệ nữ thạc sĩ',
          kind: 'share',
          unit: '%',
          numerator: 'Nữ thạc sĩ',
          denominator: 'Số thạc sĩ',
          per: 100,
          better: 'higher',
          source: 'from-above',
          line: 73,
          targets: [{ comparator: '>=', value: 50, fromYear: 2025, printed: 'từ năm 2025 đạt từ 50% trở lên' }],
        },
        {
          key: '5.4b',
          answers: '5.4b',
          title: 'Tỷ lệ nữ tiến sĩ',
          kind: 'share',
          unit: '%',
          numerator: 'Nữ tiến sĩ',
          denominator: 'Số tiến sĩ',
          per: 100,
          better: 'higher',
          source: 'from-above',
          line: 73,
          targets: [
            { comparator: '>=', value: 30, fromYear: 2025, toYear: 2029, printed: 'từ năm 2025 đạt từ 30% trở lên' },
            { comparator: '>=', value: 35, fromYear: 2030, printed: 'từ năm 2030 đạt từ 35% trở lên' },
          ],
        },
      ],
    },
  ],
};
