/** The commune's own plan for 2024 (document 001): its head, its foot, and where it contradicts itself. */
import type { HeadItem, ModelItem, NoteItem } from '../plan-document.ts';
import { womensUnion } from './responsible.ts';

export const plan = {
  kind: 'plan',
  title: 'Kế hoạch công tác bình đẳng giới và vì sự tiến bộ của phụ nữ xã Đồng Tuyển năm 2024',
  number: '/KH-UBND',
  date: '2024-02',
  datePrinted: 'ngày tháng 02 năm 2024',
  issuer: 'UBND xã Đồng Tuyển',
  level: 'commune',
  from: '2024-01-01',
  to: '2024-12-31',
  signingOffice: 'TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, PHÓ CHỦ TỊCH',
  funding: [
    { text: 'Chương trình mục tiêu quốc gia, cho hội nghị tư vấn việc làm, đào tạo nghề', line: 35 },
    { text: 'Ngân sách thành phố giao tại Quyết định số 1688/QĐ-UBND ngày 19/12/2023', line: 71 },
    { text: 'Chương trình mục tiêu quốc gia năm 2024', line: 71 },
  ],
  anomalies: [
    { line: 3, what: 'Số văn bản để trống: "/KH-UBND".' },
    { line: 5, what: 'Ngày ban hành để trống, chỉ có tháng và năm.' },
    { line: 5, what: 'Tên xã in "Đồng Tuyền" (dòng 5, 9, 11) và "Đồng Tuyển" (dòng 119).' },
    { line: 33, what: 'In lặp "cho cho"; câu bị ngắt trang, phần còn lại ở dòng 35.' },
    { line: 39, what: 'Gọi là "Luật phòng chống buôn bán người"; tên luật là Luật Phòng, chống mua bán người.' },
    { line: 43, what: 'In "mừng 08 tháng 3", đúng là "mùng".' },
    { line: 45, what: 'Tên Tháng hành động khác với bốn cách gọi trong các kế hoạch khác.' },
    { line: 53, what: 'In "băng zôn", đúng là "băng rôn".' },
    { line: 59, what: 'Nêu hướng tăng, giảm của chỉ tiêu nhưng không nêu con số được giao.' },
    {
      line: 67,
      what: 'Nơi gửi báo cáo khác nhau: Ban VSTBPN thành phố (67, 91), UBND thành phố qua Phòng LĐTBXH (81).',
    },
    { line: 81, what: 'Chiến lược ghi giai đoạn 2021 - 2025; dòng 77 ghi 2021 - 2030.' },
    { line: 81, what: 'Báo cáo năm gửi thành phố trước 10/11, nhưng các đơn vị gửi xã trước 05/12 (dòng 117).' },
    { line: 81, what: 'Báo cáo 6 tháng gửi thành phố và gửi xã cùng hạn trước 05/6 (dòng 117).' },
    { line: 87, what: 'Nhiệm vụ của công chức xã nhưng ghi "trên địa bàn thành phố".' },
    { line: 91, what: 'In "thành Lào Cai", thiếu chữ "phố".' },
    { line: 109, what: 'Đánh số nhảy từ 2.4 sang 5, 6, 7.' },
    { line: 117, what: 'Gọi là "Bộ phận Lao động thương binh và xã hội"; dòng 85 là công chức Văn hóa - LĐTBXH.' },
  ],
  version: 1,
  document: '001',
} as const satisfies HeadItem;

export const headLines = { number: 3, date: 5, title: 9, issuer: 11, signingOffice: 129 } as const;

export const purposes: readonly NoteItem[] = [
  {
    text: 'Cấp ủy, chính quyền quan tâm hơn; các ngành, đoàn thể phối hợp thực hiện chính sách về bình đẳng giới.',
    line: 17,
  },
  {
    text: 'Hỗ trợ bình đẳng giới ở vùng dân tộc thiểu số, vùng khó khăn; nâng năng lực cán bộ làm công tác này.',
    line: 19,
  },
  { text: 'Truyền thông đa dạng; đưa pháp luật về bình đẳng giới đến cán bộ, công chức và nhân dân.', line: 23 },
  { text: 'Hoạt động an toàn, tiết kiệm, thiết thực.', line: 25 },
];

export const recipients: readonly NoteItem[] = [
  { text: 'UBND thành phố Lào Cai', line: 123 },
  { text: 'Đảng ủy, HĐND xã', line: 124 },
  { text: 'Các đoàn thể, bộ phận chuyên môn', line: 125 },
  { text: 'Các cơ quan đơn vị theo kế hoạch', line: 126 },
  { text: 'Lưu VT, VH', line: 127 },
];

export const models: readonly ModelItem[] = [
  { name: 'Mô hình phát triển kinh tế giảm nghèo bền vững', agencies: [womensUnion], line: 99 },
];
