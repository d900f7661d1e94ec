/** Document 000: when it asks for reports. */
import type { RuleItem } from '../plan-document.ts';

/** What the two dated reports hold (line 130). */
const content = ['Số liệu thống kê tách biệt giới', 'Kết quả mục tiêu, chỉ tiêu quốc gia về bình đẳng giới'];
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
    content,
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
    content,
    reach: 'outer',
    printed: 'ngày 05/12',
    line: 130,
  },
  {
    key: 'upwards',
    kind: 'half-year',
    from: 'Sở LĐTBXH',
    to: 'Bộ LĐTBXH, UBQG VSTBPN Việt Nam, UBND tỉnh',
    rule: 'none',
    reach: 'outer',
    printed: 'theo quy định',
    line: 130,
  },
  {
    key: 'marriages',
    kind: 'statistics',
    from: 'Sở Tư pháp',
    to: 'Không ghi nơi nhận',
    rule: 'none',
    reach: 'outer',
    printed: 'định kỳ báo cáo',
    line: 160,
  },
  {
    key: 'difficulties',
    kind: 'ad-hoc',
    from: everyone,
    to: 'Sở LĐTBXH (báo cáo UBND tỉnh)',
    rule: 'none',
    reach: 'outer',
    printed: 'nếu có khó khăn, vướng mắc',
    line: 216,
  },
];
