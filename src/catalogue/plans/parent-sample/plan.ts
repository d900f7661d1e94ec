/** The sample parent plan: its head, and what it is made of. */
import type { HeadItem, NoteItem } from '../plan-document.ts';

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
