/** Document 000: when it asks for reports. */
import type { RuleItem } from '../plan-document.ts';

const everyone = 'Các cơ quan, đơn vị, địa phương';

export const rules: readonly RuleItem[] = [
  {
    key: 'on-request',
    kind: 'ad-hoc',
    from: everyone,
    to: 'Sở LĐTBXH',
    rule: 'none',
    reach: 'outer',
    printed: 'theo định kỳ và đột xuất (nếu có yêu cầu)',
    line: 102,
  },
  {
    key: 'half-year',
    kind: 'half-year',
    from: everyone,
    to: 'Sở LĐTBXH',
    rule: 'on',
    monthDay: '06-05',
    reach: 'outer',
    printed: 'vào ngày 05/6',
    line: 130,
  },
  {
    key: 'year',
    kind: 'year',
    from: everyone,
    to: 'Sở LĐTBXH',
    rule: 'on',
    monthDay: '12-05',
    reach: 'outer',
    printed: 'ngày 05/12',
    line: 130,
  },
];
