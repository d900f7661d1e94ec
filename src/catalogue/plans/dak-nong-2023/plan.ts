/** Document 003, a department's letter: its head, to whom it goes, and where it is blank, misprinted or unclear. */
import type { HeadItem, NoteItem } from '../plan-document.ts';

export const plan: HeadItem = {
  kind: 'letter',
  title: 'Công văn triển khai công tác bình đẳng giới năm 2023 (tỉnh Đắk Nông)',
  number: '/SLĐTBXH-TE&BDG',
  date: '2023',
  datePrinted: 'ngày tháng năm 2023',
  issuer: 'Sở LĐTBXH tỉnh Đắk Nông',
  level: 'province',
  from: '2023-01-01',
  to: '2023-12-31',
  signingOffice: 'GIÁM ĐỐC',
  funding: [
    { text: 'Ngân sách của ngành, địa phương', line: 47 },
    { text: 'Các chương trình mục tiêu quốc gia giai đoạn 2021-2025', line: 47 },
    { text: 'Xã hội hóa, huy động tổ chức, cá nhân', line: 49 },
  ],
  anomalies: [
    { line: 10, what: 'Số văn bản để trống: "/SLĐTBXH-TE&BDG".' },
    { line: 10, what: 'In "BDG", đúng là "BĐG"; lặp lại ở dòng 66, 71.' },
    { line: 14, what: 'Ngày, tháng để trống, chỉ có năm.' },
    { line: 25, what: 'Không nêu con số nào: mục tiêu, chỉ tiêu nằm trong năm kế hoạch được dẫn.' },
    { line: 25, what: 'Kế hoạch chiến lược của tỉnh ghi 2021-2025; chiến lược quốc gia đến 2030.' },
    { line: 25, what: 'Năm kế hoạch khác thời hạn: đến 2025 và đến 2030; kế hoạch 198 ban hành từ năm 2018.' },
    { line: 25, what: 'Dấu ngoặc kép của Đề án gộp cả "trên địa bàn tỉnh Đắk Nông".' },
    { line: 27, what: 'Câu bị ngắt trang giữa từ "giai đoạn I", phần còn lại ở dòng 29.' },
    { line: 31, what: 'In "nâng cáo", đúng là "nâng cao".' },
    { line: 33, what: 'Phần 2 không có gạch đầu dòng: nội dung in ngay ở tiêu đề.' },
    { line: 37, what: 'Ghi "2021-2025" và "2021 - 2025": cách in giai đoạn không thống nhất.' },
    { line: 41, what: 'Tháng hành động năm 2023 không ghi ngày.' },
    { line: 57, what: 'Báo cáo vụ việc "kịp thời" nhưng không nói trong bao lâu, gửi cơ quan nào.' },
    { line: 69, what: 'Nơi nhận có tên một cá nhân: không giữ tên, chỉ giữ chức vụ.' },
  ],
  version: 1,
  document: '003',
};

export const headLines = { issuer: 4, number: 10, title: 11, date: 14, signingOffice: 73 } as const;

export const addressees: readonly NoteItem[] = [
  { text: 'Các sở, ban, ngành, đoàn thể tỉnh', line: 18 },
  { text: 'UBND các huyện, thành phố', line: 19 },
];

export const recipients: readonly NoteItem[] = [
  { text: 'Như trên', line: 65 },
  { text: 'Vụ Bình đẳng giới, Bộ LĐTBXH (báo cáo)', line: 66 },
  { text: 'UBND tỉnh (báo cáo)', line: 67 },
  { text: 'Phòng LĐTBXH các huyện, thành phố', line: 68 },
  { text: 'Giám đốc, Phó Giám đốc Sở', line: 69 },
  { text: 'Trang thông tin điện tử của Sở', line: 70 },
  { text: 'Lưu VT, TE&BDG', line: 71 },
];
