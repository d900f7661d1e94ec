/** The sample parent plan: its head, and what of document 002 it rests on and asks for reports. */
import type { BasisItem, HeadItem, NoteItem, RuleItem } from '../plan-document.ts';

export const plan = {
  kind: 'plan',
  title: 'Kế hoạch bình đẳng giới 2021–2030 của tỉnh (mẫu, tổng hợp từ hai kế hoạch cấp tỉnh)',
  issuer: 'UBND tỉnh (mẫu)',
  level: 'province',
  from: '2021-01-01',
  to: '2030-12-31',
  anomalies: [
    { line: 41, what: 'Giờ nội trợ: 000 dòng 41 duy trì 1,5 lần; 002 dòng 43 giảm còn 1,7 rồi 1,4 lần.' },
    { line: 53, what: 'Tử vong bà mẹ: 000 dòng 53 tính trên 10.000; 002 dòng 57 tính trên 100.000.' },
    { line: 70, what: 'Dân số tiếp cận: 000 dòng 70 tính toàn dân số; 002 dòng 79 tính từ 6 tuổi.' },
    { line: 74, what: 'Tin, bài: 000 dòng 74 tính mỗi tháng; 002 dòng 83 tính mỗi quý.' },
    { line: 130, what: 'Hạn báo cáo: 000 dòng 130 vào ngày 05; 002 dòng 347 trước ngày 10.' },
  ],
  version: 1,
} as const satisfies HeadItem;

/** They say what the sample is made of; the lines are those of the first objective. */
export const purposes: readonly NoteItem[] = [
  { text: 'Kế hoạch mẫu: chỉ tiêu lấy từ tài liệu 002 (Quảng Ninh, 2021 - 2030) và 000 (Hậu Giang, 2021).', line: 21 },
  { text: 'Chỉ tiêu của tài liệu 000 không ghi năm: có hiệu lực suốt thời gian kế hoạch mẫu.', line: 29 },
];

export const bases: readonly BasisItem[] = [
  {
    key: '002.28',
    number: '28/NQ-CP',
    date: '2021-03-03',
    issuer: 'Chính phủ',
    subject: 'Chiến lược quốc gia về bình đẳng giới 2021 - 2030',
    relation: 'carries-out',
    document: '002',
    line: 11,
  },
  {
    key: '002.2232',
    number: '2232/QĐ-TTg',
    date: '2020-12-28',
    issuer: 'Thủ tướng Chính phủ',
    subject: 'Chương trình phòng ngừa, ứng phó bạo lực trên cơ sở giới 2021 - 2025',
    relation: 'carries-out',
    document: '002',
    line: 11,
  },
];

export const rules: readonly RuleItem[] = [
  {
    key: '002.half-year',
    kind: 'half-year',
    from: 'Sở, ngành, đoàn thể tỉnh; UBND cấp huyện',
    to: 'Sở LĐTBXH',
    rule: 'before',
    monthDay: '06-10',
    reach: 'outer',
    printed: 'trước ngày 10 tháng 6',
    document: '002',
    line: 347,
  },
  {
    key: '002.year',
    kind: 'year',
    from: 'Sở, ngành, đoàn thể tỉnh; UBND cấp huyện',
    to: 'Sở LĐTBXH',
    rule: 'before',
    monthDay: '12-10',
    reach: 'outer',
    printed: 'trước ngày 10 tháng 12',
    document: '002',
    line: 347,
  },
];
