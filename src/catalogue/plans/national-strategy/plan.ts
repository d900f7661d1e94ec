/** The national strategy: its head, where it was read, and what of it is not sure. */
import type { HeadItem, SourceItem } from '../plan-document.ts';

export const plan: HeadItem = {
  kind: 'resolution',
  title: 'Chiến lược quốc gia về bình đẳng giới giai đoạn 2021 - 2030',
  number: '28/NQ-CP',
  date: '2021-03-03',
  issuer: 'Chính phủ',
  level: 'nation',
  from: '2021-01-01',
  to: '2030-12-31',
  anomalies: [
    { line: 67, what: 'Không có bản gốc: số liệu đọc từ các nguồn ghi ở từng chỉ tiêu, cần đối chiếu với nghị quyết.' },
    { line: 71, what: 'Mốc 2030 ghi "khoảng 60%", không nói sai lệch bao nhiêu.' },
    { line: 81, what: 'Mẫu số "phụ nữ" không nói rõ nhóm tuổi; chỉ có trong tài liệu 002 và theo trí nhớ.' },
    { line: 84, what: 'Mốc 2025 đọc được là 90%; theo trí nhớ là "trên 90%". Mốc 2030 ghi "khoảng 99%".' },
    { line: 85, what: 'Mốc 2025 ghi "khoảng 85%"; chỉ có trong tài liệu 002 và theo trí nhớ.' },
    { line: 86, what: 'Mốc 2030 là 40%; tài liệu 002 in "trên 40%".' },
    { line: 90, what: 'Chỉ có trong tài liệu 002 và theo trí nhớ.' },
    { line: 91, what: 'Chỉ có trong tài liệu 002 và theo trí nhớ.' },
    { line: 92, what: 'Chỉ theo trí nhớ; tài liệu 002 có một cách nói riêng của tỉnh.' },
  ],
  version: 1,
  document: 'NQ28',
};

export const headLines = { number: 67, date: 67, title: 67 } as const;

export const sources: readonly SourceItem[] = [
  { key: '002', text: 'Tài liệu 002, Kế hoạch 82/KH-UBND tỉnh Quảng Ninh', sure: true, line: 4 },
  { key: 'memory', text: 'Theo trí nhớ, chưa đối chiếu', sure: false, line: 4 },
  { key: 'TVPL28', text: 'thuvienphapluat.vn, toàn văn Nghị quyết 28/NQ-CP', sure: true, line: 7 },
  { key: 'GDM28', text: 'giadinhmoi.vn, bài về Chiến lược quốc gia về bình đẳng giới', sure: true, line: 8 },
  { key: 'PLO28', text: 'plo.vn, bài về Chiến lược quốc gia về bình đẳng giới', sure: true, line: 9 },
  { key: 'VGP28', text: 'news.gov.vn, Govt Renews National Strategy on Gender Equality', sure: true, line: 10 },
  { key: 'TD2792', text: 'Trích Công văn 2792/LĐTBXH-BĐG (123docz.net)', sure: true, line: 12 },
];
