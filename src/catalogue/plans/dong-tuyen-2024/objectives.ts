/**
 * Document 001 asks for directions, not figures (line 59), and for one document to be issued (line 61).
 * It groups them nowhere: the objectives here are the fields of the national strategy to which each belongs.
 */
import type { ObjectiveItem } from '../plan-document.ts';
import { cultureOfficer, committee, healthStation } from './responsible.ts';

export const objectives: readonly ObjectiveItem[] = [
  {
    key: 'politics',
    title: 'Phụ nữ tham gia lãnh đạo, quản lý',
    field: 'politics',
    line: 59,
    indicators: [
      {
        key: 'leadership',
        text: 'Tăng sự tham gia của phụ nữ vào vị trí lãnh đạo, quản lý',
        agencies: [committee],
        line: 59,
        measures: [
          {
            key: 'leadership',
            answers: '1.1',
            title: 'Tỷ lệ nữ ở vị trí lãnh đạo, quản lý của xã',
            kind: 'direction',
            unit: '%',
            numerator: 'Nữ lãnh đạo, quản lý',
            denominator: 'Người lãnh đạo, quản lý của xã',
            per: 100,
            better: 'higher',
            against: 'last-year',
            source: 'own-register',
            line: 59,
            targets: [],
          },
        ],
      },
    ],
  },
  {
    key: 'health',
    title: 'Cân bằng giới tính khi sinh',
    field: 'health',
    line: 59,
    indicators: [
      {
        key: 'sex-ratio',
        text: 'Giảm mất cân bằng giới tính khi sinh',
        agencies: [committee, { ...healthStation, role: 'data' }],
        line: 59,
        measures: [
          {
            key: 'sex-ratio',
            answers: '4.1',
            title: 'Tỷ số giới tính khi sinh của xã',
            kind: 'direction',
            unit: 'bé trai/100 bé gái',
            numerator: 'Bé trai sinh ra sống',
            denominator: 'Bé gái sinh ra sống',
            per: 100,
            better: 'lower',
            against: 'last-year',
            source: 'own-register',
            line: 59,
            targets: [],
          },
        ],
      },
    ],
  },
  {
    key: 'economy',
    title: 'Việc làm của phụ nữ',
    field: 'economy',
    line: 59,
    indicators: [
      {
        key: 'wages',
        text: 'Tăng tỷ lệ lao động nữ làm công hưởng lương',
        agencies: [committee],
        line: 59,
        measures: [
          {
            key: 'wages',
            answers: '2.1',
            title: 'Tỷ lệ lao động nữ làm công hưởng lương',
            kind: 'direction',
            unit: '%',
            numerator: 'Lao động nữ làm công hưởng lương',
            denominator: 'Lao động nữ có việc làm',
            per: 100,
            better: 'higher',
            against: 'last-year',
            source: 'contributes',
            line: 59,
            targets: [],
          },
        ],
      },
      {
        key: 'farming',
        text: 'Giảm tỷ trọng lao động nữ trong nông nghiệp',
        agencies: [committee],
        line: 59,
        measures: [
          {
            key: 'farming',
            answers: '2.2',
            title: 'Tỷ trọng lao động nữ làm nông nghiệp',
            kind: 'direction',
            unit: '%',
            numerator: 'Lao động nữ làm nông nghiệp',
            denominator: 'Lao động nữ có việc làm',
            per: 100,
            better: 'lower',
            against: 'last-year',
            source: 'contributes',
            line: 59,
            targets: [],
          },
        ],
      },
    ],
  },
  {
    key: 'countryside',
    title: 'Bình đẳng giới trong xây dựng nông thôn mới',
    field: 'family',
    line: 61,
    indicators: [
      {
        key: '18.5',
        number: '18.5',
        text: 'Ban hành văn bản chỉ đạo thực hiện chỉ tiêu 18.5 (tiêu chí 18) nông thôn mới',
        agencies: [committee, { ...cultureOfficer, role: 'coordinate' }],
        line: 61,
        measures: [
          {
            key: '18.5',
            title: 'Đã ban hành văn bản chỉ đạo chỉ tiêu 18.5',
            kind: 'yes-no',
            better: 'higher',
            source: 'own-log',
            line: 61,
            targets: [{ comparator: 'yes', printed: 'Ban hành văn bản chỉ đạo' }],
          },
        ],
      },
    ],
  },
];
