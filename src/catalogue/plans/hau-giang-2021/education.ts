/** Document 000, objective 5: education. */
import type { ObjectiveItem } from '../plan-document.ts';
import { education } from './responsible.ts';

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

export const educationObjective: ObjectiveItem = {
  key: '5',
  number: '5',
  title: 'Giáo dục, đào tạo',
  field: 'education',
  line: 57,
  indicators: [
    {
      key: '5.1',
      number: '1',
      text: 'Giới, bình đẳng giới được giảng dạy trong các cấp học',
      agencies: [education],
      line: 59,
      measures: [
        {
          key: '5.1',
          answers: '5.1',
          title: 'Đưa vào giảng dạy trong các cấp học',
          kind: 'yes-no',
          better: 'higher',
          source: 'from-above',
          line: 59,
          targets: [{ comparator: 'yes', byYear: 2021, printed: 'được đưa vào' }],
        },
      ],
    },
    {
      key: '5.2',
      number: '2',
      text: 'Trẻ em trai và trẻ em gái dân tộc thiểu số hoàn thành cấp học',
      agencies: [education],
      line: 61,
      measures: [
        {
          key: '5.2a',
          answers: '5.2a',
          title: 'Trẻ em trai và gái dân tộc thiểu số hoàn thành tiểu học',
          ...completion,
          line: 61,
          targets: [{ comparator: '>=', value: 70, byYear: 2021, printed: 'đạt 70%' }],
        },
        {
          key: '5.2b',
          answers: '5.2b',
          title: 'Trẻ em trai và gái dân tộc thiểu số hoàn thành trung học cơ sở',
          ...completion,
          line: 61,
          targets: [{ comparator: '>=', value: 65, approximate: true, byYear: 2021, printed: 'đạt khoảng 65%' }],
        },
      ],
    },
    {
      key: '5.3',
      number: '3',
      text: 'Nữ được tuyển mới vào giáo dục nghề nghiệp',
      line: 63,
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
          line: 63,
          targets: [{ comparator: '>=', value: 30, byYear: 2021, printed: 'đạt 30%' }],
        },
      ],
    },
    {
      key: '5.4',
      number: '4',
      text: 'Nữ thạc sĩ, nữ tiến sĩ',
      line: 65,
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
          line: 65,
          targets: [{ comparator: '>=', value: 43, byYear: 2021, printed: 'đạt 43%' }],
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
          line: 66,
          targets: [{ comparator: '>', value: 33, byYear: 2021, maintain: true, printed: 'đạt trên 33%' }],
        },
      ],
    },
  ],
};
