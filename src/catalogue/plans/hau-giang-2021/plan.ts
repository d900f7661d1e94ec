/** Document 000, a province's plan for 2021: its head, its foot, and where it is blank, misprinted or says two things. */
import type { HeadItem, NoteItem } from '../plan-document.ts';

export const plan = {
  kind: 'plan',
  title: 'Kế hoạch công tác bình đẳng giới và vì sự tiến bộ của phụ nữ năm 2021 trên địa bàn tỉnh',
  issuer: 'UBND tỉnh Hậu Giang',
  level: 'province',
  from: '2021-01-01',
  to: '2021-12-31',
  signingOffice: 'TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, PHÓ CHỦ TỊCH',
  funding: [
    {
      text: 'Địa phương chủ động bố trí kinh phí xây dựng, nhân rộng mô hình tốt',
      line: 108,
    },
    {
      text: 'Dự án hỗ trợ mục tiêu quốc gia về bình đẳng giới, Chương trình phát triển hệ thống trợ giúp xã hội',
      line: 134,
    },
    {
      text: 'Dự toán chi thường xuyên đã giao cho cơ quan, đơn vị, địa phương, theo phân cấp ngân sách',
      line: 136,
    },
    { text: 'Kinh phí của Ban VSTBPN tỉnh phân bổ cho Sở LĐTBXH', line: 138 },
    { text: 'Sở, ban, ngành và UBND cấp huyện bố trí kinh phí hợp lý ở cấp, ngành mình', line: 212 },
  ],
  anomalies: [
    { line: 1, what: 'Phần đầu văn bản không có: thiếu cơ quan ban hành, số, ngày; cơ quan suy ra từ dòng 76 và 176.' },
    { line: 29, what: 'Chỉ tiêu của mục tiêu 1 không đánh số; chỉ dòng này ghi "đến cuối năm".' },
    {
      line: 29,
      what: 'In "Phân đầu", đúng là "Phấn đấu"; lặp lại ở dòng 37, 43, 45, 51 ("Phần đầu": 70, 72, 74, 76, 82).',
    },
    { line: 33, what: 'Không nói tỷ lệ tính trên số nào; hiểu là lao động nữ có việc làm, như dòng 35.' },
    { line: 41, what: '"Duy trì … là 1,5 lần" không nói bên nào là tốt hơn; hiểu là không tăng.' },
    { line: 43, what: 'Một chỉ tiêu gồm hai con số: người bị bạo lực và người gây bạo lực.' },
    {
      line: 53,
      what: '"Duy trì giảm … xuống dưới": hai cách nói trong một chỉ tiêu; tính trên 10.000, không phải 100.000.',
    },
    { line: 55, what: '"18/1.000 phụ nữ" không nói độ tuổi của mẫu số.' },
    { line: 59, what: 'Chỉ tiêu không có con số: hiểu là có hoặc không.' },
    { line: 61, what: 'Một chỉ tiêu gồm hai con số; con số thứ hai ghi "khoảng" mà không nói sai lệch bao nhiêu.' },
    { line: 61, what: 'Nửa sau không nhắc lại "trẻ em trai và trẻ em gái dân tộc thiểu số".' },
    { line: 66, what: 'Phần sau của chỉ tiêu 4 (nữ tiến sĩ) nằm ở dòng riêng, không gạch đầu dòng.' },
    { line: 70, what: 'Tính trên toàn dân số; kế hoạch của Quảng Ninh (002, dòng 79) tính từ 6 tuổi.' },
    {
      line: 74,
      what: 'Không nói tin, bài về nội dung gì; dòng 178 ghi về bình đẳng giới, tính cả chuyên mục, chuyên đề.',
    },
    {
      line: 76,
      what: 'Gọi là "Đài Phát thanh và Truyền hình Hậu Giang"; dòng 176 là "Đài Phát thanh và Truyền hình tỉnh".',
    },
    { line: 80, what: 'In "phát luật", đúng là "pháp luật".' },
    { line: 82, what: 'Nhắc chỉ tiêu tỷ lệ nữ đại biểu Quốc hội, HĐND nhưng không nêu con số.' },
    { line: 88, what: 'In "vào ở cấp học", thừa chữ.' },
    { line: 92, what: 'Tháng hành động không ghi ngày; tên khác với dòng 178 ("về bình đẳng giới").' },
    { line: 118, what: 'Tháng hành động quốc gia phòng chống bạo lực gia đình không ghi ngày.' },
    { line: 126, what: 'Nhiệm vụ về bầu cử năm 2021; lặp lại ở dòng 204.' },
    {
      line: 130,
      what: 'Hạn báo cáo ghi "vào ngày", không phải "trước ngày"; năm 2021 cả hai ngày là thứ Bảy, Chủ nhật.',
    },
    { line: 130, what: 'Thừa dấu phẩy sau "báo cáo".' },
    {
      line: 160,
      what: 'Yêu cầu định kỳ báo cáo tỷ lệ phụ nữ kết hôn với người nước ngoài nhưng không ghi hạn, nơi nhận.',
    },
    { line: 174, what: 'In "tiên bộ", đúng là "tiến bộ".' },
    { line: 178, what: 'In "phân đấu", đúng là "phấn đấu".' },
    { line: 192, what: 'Gọi là "buôn bán người"; dòng 110 là "mua bán người", dòng 45 là "bị mua bán".' },
    { line: 204, what: 'Mục ghi "Đề nghị" nhiều tổ chức, riêng Hội LHPN tỉnh được giao việc cụ thể.' },
  ],
  version: 1,
  document: '000',
} as const satisfies HeadItem;

/** The head is missing: number, date and issuer stand nowhere. */
export const headLines = { title: 5, signingOffice: 229 } as const;

export const purposes: readonly NoteItem[] = [
  { text: 'Cấp ủy, chính quyền, người đứng đầu có trách nhiệm hơn; các cấp, ngành, đoàn thể phối hợp.', line: 19 },
  { text: 'Mỗi người, gia đình, cộng đồng cùng tham gia.', line: 19 },
  { text: 'Đưa mục tiêu bình đẳng giới vào kế hoạch phát triển kinh tế - xã hội.', line: 21 },
  { text: 'Thay đổi nhận thức, hành vi; thu hẹp khoảng cách giới, trước hết trong lĩnh vực chính trị.', line: 21 },
];

export const recipients: readonly NoteItem[] = [
  { text: 'Bộ LĐTBXH', line: 220 },
  { text: 'UBQG VSTBPN Việt Nam', line: 221 },
  { text: 'TT: TU, HĐND, UBND tỉnh', line: 222 },
  { text: 'UBMTTQVN và các đoàn thể tỉnh', line: 223 },
  { text: 'Sở, ban, ngành tỉnh', line: 224 },
  { text: 'Thành viên Ban VSTBPN tỉnh', line: 225 },
  { text: 'UBND huyện, TX, TP', line: 226 },
  { text: 'Lưu: VT, NCTH.CN', line: 227 },
];
